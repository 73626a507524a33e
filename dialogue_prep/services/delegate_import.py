"""What the user can do with a list of people that came from elsewhere: see who is in it, and have them all put on."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from dialogue_prep.domain.delegate_list import DelegateList, ListField
from dialogue_prep.domain.delegation import Delegate, DelegateRole
from dialogue_prep.domain.dialogue import Entity, Side
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.identity import EntityId
from dialogue_prep.domain.post import Person
from dialogue_prep.domain.sentence import Sentence
from dialogue_prep.domain.setting import StoreSetting
from dialogue_prep.domain.text import NOTHING, Text, clean, worded
from dialogue_prep.domain.wordforms import is_chinese
from dialogue_prep.reading.forms_of_address import without_address
from dialogue_prep.reading.people_file import folded
from dialogue_prep.services.delegations import Coming, put_on_list
from dialogue_prep.services.workspace import Workspace

_REMEMBERED = "columns-of-delegate-lists"
_CHINESE = "zh-Hans"
# What delegates come as in such lists, folded, beside the names of the roles themselves.
_ROLES = {
    DelegateRole.HEAD: "head of delegation|chef|chef de delegation|chef de la delegation|团长",
    DelegateRole.MEMBER: "delegate|membre|delegue|成员|团员|代表",
    DelegateRole.ADVISER: "advisor|conseil|conseiller|conseillere|顾问",
    DelegateRole.INTERPRETER: "interprete|译员|翻译",
    DelegateRole.NOTE_TAKER: "note taker|notetaker|preneur de notes|redaction du compte rendu|记录员|记录",
    DelegateRole.SECURITY: "securite|安保|安保人员",
    DelegateRole.PRESS: "media|presse|媒体|新闻|新闻人员",
}


class RowStanding(StrEnum):
    """How a row of a list stands to what is known."""

    NEW = "new"
    KNOWN = "known"
    LISTED = "on the list already"
    REFUSED = "cannot be taken in"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedDelegate:
    """One row: what it says by field, who would come, and how that stands; `refusal` says what is wrong with it."""

    place: int
    words: Mapping[ListField, str]
    standing: RowStanding
    coming: Coming | None = None
    refusal: Sentence | None = None


class DelegateImport:
    """Requests about lists of people."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def columns(self, people: DelegateList) -> tuple[ListField | None, ...]:
        """Return what the columns of a list hold: as was said of such headings before, else as they tell."""
        with self._workspace.look() as work:
            kept = work.look_up(StoreSetting, _REMEMBERED)
        said: dict[str, str] = json.loads(kept.value) if kept else {}
        found: list[ListField | None] = []
        for heading, told in zip(people.headings, people.columns, strict=True):
            name = said.get(folded(heading))
            field = told if name is None else ListField(name) if name else None
            found.append(None if field in found else field)
        return tuple(found)

    def take_in(
        self, comings: Sequence[Coming], headings: Sequence[str], columns: Sequence[ListField | None]
    ) -> tuple[Delegate, ...]:
        """Put all of them on their list, last in the order, as one step; and remember what such columns hold.

        Raise UserError, with nothing taken in, where one of them was put on the list meanwhile.
        """
        if not comings:
            raise UserError("There is nobody in the list who can be taken in.")
        with self._workspace.request("Import delegates", copied_before=True) as work:
            added = tuple(put_on_list(work, coming, self._workspace.new_id) for coming in comings)
            kept = work.look_up(StoreSetting, _REMEMBERED)
            said: dict[str, str] = json.loads(kept.value) if kept else {}
            said |= {folded(head): field or "" for head, field in zip(headings, columns, strict=True) if folded(head)}
            value = json.dumps(said, ensure_ascii=False, sort_keys=True)
            work.put(StoreSetting(id=_REMEMBERED, value=value))
            return added


def proposed(
    dossier: Dossier,
    side: Side,
    rows: Sequence[Mapping[ListField, str]],
    language: str,
) -> tuple[ProposedDelegate, ...]:
    """Return how the rows of a list stand: what they say by field, to be put on the list of a side of a round.

    Words are of the language unless they are Chinese. Rows that say nothing are left out.
    """
    reader = _Rows(dossier, side, language)
    return tuple(reader.read(place, row) for place, row in enumerate(rows) if any(row.values()))


def words_by_field(people: DelegateList, columns: Sequence[ListField | None]) -> tuple[dict[ListField, str], ...]:
    """Return what the rows of a list say by field, its columns holding these."""
    return tuple(
        {field: cell for field, cell in zip(columns, row, strict=True) if field is not None} for row in people.rows
    )


class _Rows:
    """Reads the rows one after the other and knows who was in those before."""

    def __init__(self, dossier: Dossier, side: Side, language: str) -> None:
        self._dossier, self._side, self._language = dossier, side, language
        self._people: dict[frozenset[str], Person] = {
            _key(wording.words): person
            for person in dossier.people
            if person.side_id == side.id
            for wording in person.name
        }
        self._listed = {delegate.person_id for delegate in dossier.delegates if delegate.side_id == side.id}
        self._entities: dict[str, Entity] = {
            folded(wording.words): entity
            for entity in dossier.entities_of(side)
            for text in (entity.name, entity.abbreviation)
            for wording in text
        }
        self._seen: set[frozenset[str]] = set()

    def read(self, place: int, row: Mapping[ListField, str]) -> ProposedDelegate:
        name, address = without_address(_name(row))
        try:
            key = _key(clean(name))
            if not key:
                raise UserError("There is no name in this row.", field="name")
            if key in self._seen:
                raise UserError("{name} is in the list twice.", field="name", name=name)
            self._seen.add(key)
            coming = self._coming(row, name, address, self._people.get(key))
        except UserError as error:
            return ProposedDelegate(place=place, words=row, standing=RowStanding.REFUSED, refusal=error.sentence)
        person = self._people.get(key)
        standing = RowStanding.KNOWN if person else RowStanding.NEW
        if person is not None and person.id in self._listed:
            standing = RowStanding.LISTED
        return ProposedDelegate(place=place, words=row, standing=standing, coming=coming)

    def _coming(self, row: Mapping[ListField, str], name: str, address: str, person: Person | None) -> Coming:
        return Coming(
            round_id=self._dossier.round.id,
            side_id=self._side.id,
            name=person.name if person else self._text(name),
            form_of_address=self._text(row.get(ListField.FORM_OF_ADDRESS, "").strip() or address),
            role=_role(row.get(ListField.ROLE, "")),
            entity_id=self._entity(row.get(ListField.ENTITY, "")),
            office=self._text(row.get(ListField.OFFICE, "")),
            stands_in_for=self._text(row.get(ListField.STANDS_IN_FOR, "")),
        )

    def _text(self, words: str) -> Text:
        words = clean(words).strip()
        return worded(_CHINESE if is_chinese(words) else self._language, words) if words else NOTHING

    def _entity(self, words: str) -> EntityId | None:
        """Return the entity of that name or abbreviation; of several parts, the first that is one."""
        if not words.strip():
            return None
        for part in (words, *words.split(","), *words.split(";")):
            if (entity := self._entities.get(folded(part))) is not None:
                return entity.id
        text = "“{words}” is no entity of {side}; correct the name, or leave that column out."
        raise UserError(text, field="entity_id", words=words, side=self._side.name)


def _name(row: Mapping[ListField, str]) -> str:
    if name := row.get(ListField.NAME, "").strip():
        return name
    given, family = (row.get(field, "").strip() for field in (ListField.GIVEN_NAME, ListField.FAMILY_NAME))
    return f"{family}{given}" if is_chinese(family) else " ".join(filter(None, (given, family)))


def _key(name: str) -> frozenset[str]:
    """Return the words of a name whatever their order: lists have the family name first, or last."""
    return frozenset(folded(name).split())


def _role(words: str) -> DelegateRole:
    if not words.strip():
        return DelegateRole.MEMBER
    wanted = folded(words)
    for role, names in _ROLES.items():
        if wanted in (folded(role.value), *names.split("|")):
            return role
    known = tuple(DelegateRole)
    raise UserError("“{words}” is no role; the roles are {known}.", field="role", words=words, known=known)
