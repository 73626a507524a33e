"""What the delegations page says of a round, worked out of its dossier; nothing here knows a widget."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from dialogue_prep.documents.wording import UNSPACED
from dialogue_prep.domain.delegation import Absence, Delegate
from dialogue_prep.domain.dialogue import Entity, Side
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.post import Person, Post, Tenure
from dialogue_prep.gui.days import day_in_words
from dialogue_prep.gui.terms import delegate_role_name, short_name
from dialogue_prep.gui.words import _, count


class Coverage(StrEnum):
    """Whether somebody comes from an entity."""

    COMING = "coming"
    ABSENT = "absent"
    MISSING = "missing"


@dataclass(frozen=True, slots=True, kw_only=True)
class DelegateLine:
    """One delegate: the place in the order of precedence, the name as addressed, office and entity, role.

    `note` is what a line has room for, `whole` says it in full.
    """

    id: str
    number: str
    name: str
    note: str
    whole: str
    role: str
    delegate: Delegate
    person: Person


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityLine:
    """One participating entity, and whether somebody comes from it; `short` is what a chip has room for."""

    id: str
    short: str
    name: str
    coverage: Coverage
    words: str
    absence: Absence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChairLine:
    """Who holds the post of a co-chair; `tenure` is None where nobody is known to."""

    words: str
    to_confirm: bool
    post: Post
    tenure: Tenure | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DelegationLines:
    """One side of the page."""

    side: Side
    heading: str
    chair: ChairLine | None
    delegates: tuple[DelegateLine, ...]
    entities: tuple[EntityLine, ...]
    standing: str
    complete: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class BothDelegations:
    """What the page shows: ours and theirs, and the dossier of which they are made."""

    ours: DelegationLines
    theirs: DelegationLines
    dossier: Dossier

    @property
    def sides(self) -> tuple[DelegationLines, DelegationLines]:
        """Both sides, ours first."""
        return self.ours, self.theirs

    def delegate(self, id_: str) -> DelegateLine | None:
        """Return the line of a delegate, of either side."""
        return next((line for side in self.sides for line in side.delegates if line.id == id_), None)

    def entity(self, id_: str) -> EntityLine | None:
        """Return the line of an entity, of either side."""
        return next((line for side in self.sides for line in side.entities if line.id == id_), None)


def delegations(dossier: Dossier, language: str) -> BothDelegations:
    """Return the two delegations of the round of a dossier, in the language of the window."""
    ours, theirs = (_of_side(dossier, side, language) for side in (dossier.home, dossier.away))
    return BothDelegations(ours=ours, theirs=theirs, dossier=dossier)


def _of_side(dossier: Dossier, side: Side, language: str) -> DelegationLines:
    name = side.name.read(language, "en")
    said = _("{side} · ours") if side.id == dossier.home.id else _("{side} · theirs")
    present = sorted(
        (delegate for delegate in dossier.delegates if delegate.side_id == side.id),
        key=lambda delegate: (delegate.precedence, delegate.id),
    )
    entities = tuple(
        _entity_line(dossier, entity, language) for entity in dossier.entities_of(side) if entity.participates
    )
    missing = sum(line.coverage is Coverage.MISSING for line in entities)
    open_ = count("{number} entity has nobody yet", "{number} entities have nobody yet", missing)
    return DelegationLines(
        side=side,
        heading=said.format(side=name),
        chair=_chair_line(dossier, side, language),
        delegates=tuple(
            _delegate_line(dossier, delegate, place, language) for place, delegate in enumerate(present, start=1)
        ),
        entities=entities,
        standing=open_ if missing else _("complete"),
        complete=not missing,
    )


def _delegate_line(dossier: Dossier, delegate: Delegate, place: int, language: str) -> DelegateLine:
    person = dossier.person(delegate.person_id)
    entity = dossier.entity(delegate.entity_id) if delegate.entity_id is not None else None
    post = _post(dossier, delegate)
    title = post.title.read(language, "en") if post else ""
    office, kept = delegate.office.read(language, "en"), _("note") if delegate.note else ""
    short = (
        short_name(entity, language) if entity else "",
        office,
        _("for {post}").format(post=title) if post else "",
        kept,
    )
    whole = (
        entity.name.read(language, "en") if entity else "",
        office,
        _("designated officer for {post}").format(post=title) if post else "",
        delegate.note.read(language, "en"),
    )
    return DelegateLine(
        id=delegate.id,
        number=str(place),
        name=_addressed(person, language),
        note=" · ".join(filter(None, short)),
        whole=" · ".join(filter(None, whole)),
        role=delegate_role_name(delegate.role),
        delegate=delegate,
        person=person,
    )


def _addressed(person: Person, language: str) -> str:
    """Return the name with the form of address, which stands behind it in scripts that put no space between words."""
    address, name = person.form_of_address.read(language, "en"), person.name.read(language, "en")
    return name + address if re.search(UNSPACED, address) else " ".join(filter(None, (address, name)))


def _post(dossier: Dossier, delegate: Delegate) -> Post | None:
    return next((post for post in dossier.posts if post.id == delegate.stands_in_for_id), None)


def _entity_line(dossier: Dossier, entity: Entity, language: str) -> EntityLine:
    coming = sum(delegate.entity_id == entity.id for delegate in dossier.delegates)
    absence = next((absence for absence in dossier.absences if absence.entity_id == entity.id), None)
    if coming:
        coverage, words = Coverage.COMING, count("{number} delegate", "{number} delegates", coming)
    elif absence is not None:
        coverage, words = Coverage.ABSENT, _("absent: {reason}").format(reason=absence.reason.read(language, "en"))
    else:
        coverage, words = Coverage.MISSING, _("nobody yet")
    return EntityLine(
        id=entity.id,
        short=short_name(entity, language),
        name=entity.name.read(language, "en"),
        coverage=coverage,
        words=words,
        absence=absence,
    )


def _chair_line(dossier: Dossier, side: Side, language: str) -> ChairLine | None:
    post = dossier.co_chair(side)
    if post is None:
        return None
    holder = dossier.holder(post)
    if holder is None:
        return ChairLine(words=_("nobody is known yet"), to_confirm=False, post=post, tenure=None)
    person, tenure = holder
    return ChairLine(
        words=holder_words(person, tenure, language), to_confirm=not tenure.confirmed, post=post, tenure=tenure
    )


def holder_words(person: Person, tenure: Tenure, language: str) -> str:
    """Return who holds a post, since when that is known, and whether it is to be confirmed."""
    name, day = person.name.read(language, "en"), day_in_words(tenure.as_of, language) if tenure.as_of else ""
    if tenure.until is not None:
        return _("{person}, until {day}").format(person=name, day=day_in_words(tenure.until, language))
    if tenure.confirmed:
        return _("{person}, confirmed").format(person=name)
    if day:
        return _("{person}, as of {day}, to be confirmed").format(person=name, day=day)
    return _("{person}, to be confirmed").format(person=name)
