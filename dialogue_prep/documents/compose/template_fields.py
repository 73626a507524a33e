"""What a placeholder within a line stands for: its name, its meaning to people, and where its words come from.

Those of shared papers are filled from `SharedValues` alone, which holds nothing that may not be shared.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from dialogue_prep.documents.compose.frame import dialogue_name, place_and_days
from dialogue_prep.documents.compose.names import NAMES
from dialogue_prep.documents.compose.request import PaperRequest
from dialogue_prep.documents.compose.shared_delegation import SharedDelegation
from dialogue_prep.documents.compose.shared_round import SharedRound, SharedSide
from dialogue_prep.documents.model import Document
from dialogue_prep.documents.wording import Phrases, phrase
from dialogue_prep.domain.delegation import DelegateRole
from dialogue_prep.domain.dialogue import Side
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.draft import PaperKind
from dialogue_prep.domain.text import NOTHING, Text

MARKING = "paper.marking"
NUMBER = "paper.number"


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedValues:
    """What both sides may see of a round, and the paper that is written, in one language."""

    round: SharedRound
    delegation: SharedDelegation
    paper: Document
    kind: PaperKind
    phrases: Phrases

    def read(self, text: Text) -> str:
        return text.read(self.phrases.language)

    @property
    def guest(self) -> SharedSide:
        """The side that travels."""
        return self.round.away if self.round.host == self.round.home else self.round.home


@dataclass(frozen=True, slots=True, kw_only=True)
class InternalValues:
    """All that is known of a round, for papers that stay with us."""

    dossier: Dossier
    request: PaperRequest
    phrases: Phrases

    def co_chair(self, side: Side) -> str:
        """Return who is co-chair on a side, as far as that is known."""
        post = self.dossier.co_chair(side)
        held = self.dossier.holder(post) if post else None
        return self.phrases.addressed(held[0].form_of_address, held[0].name) if held else ""

    def head(self, side: Side) -> str:
        """Return who leads the delegation of a side."""
        heads = [d for d in self.dossier.delegates if d.side_id == side.id and d.role is DelegateRole.HEAD]
        person = self.dossier.person(heads[0].person_id) if heads else None
        return self.phrases.addressed(person.form_of_address, person.name) if person else ""


@dataclass(frozen=True, slots=True)
class SharedField:
    """A field for papers of both audiences."""

    meaning: str
    value: Callable[[SharedValues], str]


@dataclass(frozen=True, slots=True)
class InternalField:
    """A field for internal papers only."""

    meaning: str
    value: Callable[[InternalValues], str]


def _head_of_ours(values: SharedValues, *, office: bool) -> str:
    head = next((d for d in values.delegation.delegates if d.role is DelegateRole.HEAD), None)
    if head is None:
        return ""
    return values.read(head.office) if office else values.phrases.addressed(head.form_of_address, head.name)


def _number(values: SharedValues) -> str:
    return values.phrases.say("Paper {round}/{number}", round=values.round.ordinal, number=values.kind.number)


def _record(values: SharedValues) -> tuple[Text, Text, str]:
    record = values.round.last_record
    if record is None:
        return NOTHING, NOTHING, ""
    return record.title, record.place, values.phrases.day(record.dated) if record.dated else ""


def _dates(values: SharedValues) -> str:
    shared = values.round
    return values.phrases.days(shared.start, shared.end) if shared.start else values.phrases.say("dates to be agreed")


SHARED_FIELDS: Mapping[str, SharedField] = MappingProxyType(
    {
        "round.ordinal": SharedField(
            phrase("which round, as an ordinal: 3rd"), lambda v: v.phrases.ordinal(v.round.ordinal)
        ),
        "round.number": SharedField(phrase("which round, as a number: 3"), lambda v: str(v.round.ordinal)),
        "round.city": SharedField(phrase("the city of the round"), lambda v: v.read(v.round.city)),
        "round.venue": SharedField(phrase("the building in which the round is held"), lambda v: v.read(v.round.venue)),
        "round.dates": SharedField(phrase("the first and last day of the round"), _dates),
        "round.year": SharedField(phrase("the year of the round"), lambda v: str(v.round.year or "")),
        "round.place-and-dates": SharedField(phrase("where and when"), lambda v: place_and_days(v.round, v.phrases)),
        "dialogue.designation": SharedField(
            phrase("the full name of the dialogue"), lambda v: v.read(v.round.dialogue)
        ),
        "dialogue.name": SharedField(
            phrase("the name of the dialogue, with both states"), lambda v: dialogue_name(v.round, v.phrases)
        ),
        "home.name": SharedField(phrase("our state"), lambda v: v.read(v.round.home.name)),
        "home.long-name": SharedField(phrase("our state, its full name"), lambda v: v.read(v.round.home.long_name)),
        "home.adjective": SharedField(phrase("our state, as an adjective"), lambda v: v.read(v.round.home.adjective)),
        "away.name": SharedField(phrase("the other state"), lambda v: v.read(v.round.away.name)),
        "away.long-name": SharedField(
            phrase("the other state, its full name"), lambda v: v.read(v.round.away.long_name)
        ),
        "away.adjective": SharedField(
            phrase("the other state, as an adjective"), lambda v: v.read(v.round.away.adjective)
        ),
        "host.name": SharedField(phrase("the state that hosts the round"), lambda v: v.read(v.round.host.name)),
        "host.long-name": SharedField(phrase("the host, its full name"), lambda v: v.read(v.round.host.long_name)),
        "host.capital": SharedField(phrase("the capital of the host"), lambda v: v.read(v.round.capital)),
        "guest.name": SharedField(phrase("the state that travels"), lambda v: v.read(v.guest.name)),
        "guest.long-name": SharedField(
            phrase("the state that travels, its full name"), lambda v: v.read(v.guest.long_name)
        ),
        "home.head": SharedField(phrase("who leads our delegation"), lambda v: _head_of_ours(v, office=False)),
        "home.head-office": SharedField(
            phrase("the office of who leads our delegation"), lambda v: _head_of_ours(v, office=True)
        ),
        "last-record.title": SharedField(phrase("the title of the last joint record"), lambda v: v.read(_record(v)[0])),
        "last-record.place": SharedField(
            phrase("where the last joint record was issued"), lambda v: v.read(_record(v)[1])
        ),
        "last-record.date": SharedField(phrase("the day of the last joint record"), lambda v: _record(v)[2]),
        "next-round.host": SharedField(
            phrase("who hosts the round after this one"), lambda v: v.read(v.round.next_host)
        ),
        "next-round.year": SharedField(
            phrase("the year of the round after this one"), lambda v: str(v.round.next_year or "")
        ),
        "paper.title": SharedField(phrase("the title of the paper"), lambda v: v.paper.title),
        "paper.kind": SharedField(phrase("what sort of paper it is"), lambda v: v.phrases.say(NAMES[v.kind])),
        NUMBER: SharedField(phrase("the number of the paper: Paper 3/1"), _number),
        "paper.version": SharedField(phrase("the version of the paper"), lambda v: str(v.paper.version)),
        MARKING: SharedField(phrase("the marking of the paper; of each part in a book"), lambda v: v.paper.marking),
        "paper.date": SharedField(
            phrase("the day on which the paper was written"), lambda v: v.phrases.day(v.paper.written_on)
        ),
    }
)
INTERNAL_FIELDS: Mapping[str, InternalField] = MappingProxyType(
    {
        "dialogue.short-name": InternalField(
            phrase("what we call the dialogue in short"),
            lambda v: v.dossier.dialogue.short_name.read(v.phrases.language),
        ),
        "home.co-chair": InternalField(phrase("our co-chair"), lambda v: v.co_chair(v.dossier.home)),
        "away.co-chair": InternalField(phrase("their co-chair"), lambda v: v.co_chair(v.dossier.away)),
        "away.head": InternalField(phrase("who leads their delegation"), lambda v: v.head(v.dossier.away)),
        "paper.drafter": InternalField(phrase("who drafts the paper"), lambda v: v.request.drafter.name),
        "paper.drafter-entity": InternalField(phrase("for which institution"), lambda v: v.request.drafter.entity),
    }
)
