"""Biographies: one table for each person at the table, theirs before ours."""

from __future__ import annotations

from collections.abc import Iterator

from dialogue_prep.documents.compose.frame import ComposedPaper, framed
from dialogue_prep.documents.compose.markings import paper_marking
from dialogue_prep.documents.compose.points import prompt_for
from dialogue_prep.documents.compose.request import PaperRequest
from dialogue_prep.documents.compose.shared_round import shared_round
from dialogue_prep.documents.compose.shown import cell_of, held
from dialogue_prep.documents.model import (
    Block,
    Cell,
    Document,
    Heading,
    Inline,
    Paragraph,
    Role,
    Row,
    Run,
    Table,
    UnitKey,
    cell,
    paragraph,
)
from dialogue_prep.documents.wording import Phrases
from dialogue_prep.domain.biography import Biography
from dialogue_prep.domain.delegation import DelegateRole
from dialogue_prep.domain.dialogue import Side
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.draft import Audience, PaperKind
from dialogue_prep.domain.post import Person
from dialogue_prep.domain.text import Text

_WIDTHS = (36, 126)
_AT_THE_TABLE = (DelegateRole.HEAD, DelegateRole.MEMBER, DelegateRole.ADVISER)


def compose_biographies(dossier: Dossier, request: PaperRequest) -> Document:
    """Return the biographies of everybody at the table, with a prompt for what is not known."""
    phrases = Phrases(request.language)
    shared = shared_round(dossier)
    blocks = [
        block
        for side in (dossier.away, dossier.home)
        for person, office in _people(dossier, side)
        for block in _biography(dossier, side, person, office, phrases)
    ] or [paragraph(phrases.say("Nobody is known who comes to this round."), Role.PROMPT)]
    paper = ComposedPaper(
        kind=PaperKind.BIOGRAPHIES,
        audience=Audience.INTERNAL,
        title=phrases.say("Biographies for the {ordinal} round", ordinal=phrases.ordinal(shared.ordinal)),
        blocks=tuple(blocks),
    )
    return framed(paper, shared, paper_marking(dossier, Audience.INTERNAL).read(request.language), request, phrases)


def _people(dossier: Dossier, side: Side) -> Iterator[tuple[Person, Text]]:
    """Yield who sits at the table for a side and as what; the co-chair, where known, even before there is a list."""
    seen = set()
    post = dossier.co_chair(side)
    holder = dossier.holder(post) if post else None
    if post and holder:
        seen.add(holder[0].id)
        yield holder[0], post.title
    own = (d for d in dossier.delegates if d.side_id == side.id and d.role in _AT_THE_TABLE)
    for delegate in sorted(own, key=lambda d: (d.precedence, d.id)):
        if delegate.person_id not in seen:
            seen.add(delegate.person_id)
            yield dossier.person(delegate.person_id), delegate.office


def _biography(dossier: Dossier, side: Side, person: Person, office: Text, phrases: Phrases) -> Iterator[Block]:
    name = person.name.read(phrases.language)
    yield paragraph(side.name.read(phrases.language), Role.ITEM_LINE)
    yield Heading((Run(phrases.addressed(person.form_of_address, person.name)),), 1)
    yield Table(caption=name, widths=_WIDTHS, rows=tuple(_rows(dossier, person, office, phrases)), together=True)


def _rows(dossier: Dossier, person: Person, office: Text, phrases: Phrases) -> Iterator[Row]:
    known_office = cell_of(office, phrases) if office else cell(phrases.say("not known"))
    yield cell(phrases.say("Post"), Role.CELL_QUIET), known_office
    if since := _since(dossier, person, office, phrases):
        yield cell(phrases.say("Since"), Role.CELL_QUIET), cell(since)
    known = next((biography for biography in dossier.biographies if biography.person_id == person.id), None)
    for field, head in (
        ("career", phrases.say("Career")),
        ("languages", phrases.say("Languages")),
        ("last_met", phrases.say("Last meeting")),
        ("courtesy", phrases.say("Courtesy line")),
    ):
        words = _field(known, person, field, head, phrases)
        yield cell(head, Role.CELL_QUIET), Cell((Paragraph(words, Role.CELL),))


def _field(known: Biography | None, person: Person, field: str, head: str, phrases: Phrases) -> tuple[Inline, ...]:
    text: Text | None = getattr(known, field) if known else None
    if known and text:
        return held(UnitKey("biography", known.id, field, phrases.language), text, phrases)
    return (prompt_for(UnitKey("person", person.id, field, phrases.language), head, phrases),)


def _since(dossier: Dossier, person: Person, office: Text, phrases: Phrases) -> str:
    """Return since when a person holds an office, or the last of several posts where it is none of these."""
    held_now = [t for t in dossier.tenures if t.person_id == person.id and t.until is None and t.as_of]
    if not held_now:
        return ""
    posts = {post.id for post in dossier.posts if post.title == office}
    tenure = max([t for t in held_now if t.post_id in posts] or held_now, key=lambda t: (t.as_of is not None, t.as_of))
    day = phrases.day(tenure.as_of) if tenure.as_of else ""
    return day if tenure.confirmed else phrases.say("as of {day}, to be confirmed", day=day)
