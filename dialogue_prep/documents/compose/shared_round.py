"""What the other side may see of a round, and nothing else: papers given to it are composed from this alone."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time
from typing import TypeVar

from dialogue_prep.documents.compose.markings import paper_marking
from dialogue_prep.documents.compose.reference import place_of
from dialogue_prep.documents.wording import UNSPACED
from dialogue_prep.domain.agenda import AgendaState, ItemKind, Slot
from dialogue_prep.domain.dialogue import Entity, HostRule, Side
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.draft import Audience
from dialogue_prep.domain.identity import AgendaItemId, EntityId, RoundId
from dialogue_prep.domain.round import Round
from dialogue_prep.domain.seating_rules import SeatingRules
from dialogue_prep.domain.setting import MarkingPlace
from dialogue_prep.domain.silence import last_record
from dialogue_prep.domain.source import Source
from dialogue_prep.domain.text import NOTHING, Text
from dialogue_prep.domain.turns import order_after

V = TypeVar("V")


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedSide:
    """The names of a state."""

    name: Text
    long_name: Text
    adjective: Text

    def named_in(self, words: str) -> bool:
        """Say whether words name this state: in short, in full or by its adjective, in whatever language."""
        names = (wording.words for text in (self.name, self.long_name, self.adjective) for wording in text)
        return any(re.search(_beginning_a_word(name), words, re.IGNORECASE) for name in names)


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedEntity:
    """An institution that leads on an item."""

    id: EntityId
    name: Text
    abbreviation: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedItem:
    """An agenda item: what both sides know of it. Who speaks first and what is wanted of it are not among that."""

    id: AgendaItemId
    kind: ItemKind
    number: int | None
    begins: time
    minutes: int
    title: Text
    day: int
    ends_day: bool
    home_leads: tuple[SharedEntity, ...]
    away_leads: tuple[SharedEntity, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedQuestion:
    """A question on which a mechanism asks the co-chairs for guidance; why it came so far is not among that."""

    mechanism: Text
    question: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedRecord:
    """The joint record of the last round."""

    title: Text
    place: Text
    dated: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedRound:
    """A round as both sides know it. `next_host` is empty where the turn is not settled; years are of the calendar.

    In the copy of the other side, `away_first`, that side is named first and signs on the left.
    """

    round_id: RoundId
    dialogue: Text
    home: SharedSide
    away: SharedSide
    host: SharedSide
    ordinal: int
    city: Text
    capital: Text
    venue: Text
    hours_known: bool
    year: int | None
    start: date | None
    end: date | None
    provisional: bool
    items: tuple[SharedItem, ...]
    questions: tuple[SharedQuestion, ...]
    last_record: SharedRecord | None
    next_host: Text
    next_year: int | None
    marking: Text
    seating: SeatingRules
    away_first: bool = False
    marking_place: MarkingPlace = MarkingPlace.BOTH

    def in_order(self, of_home: V, of_away: V) -> tuple[V, V]:
        """Return what is ours and what is theirs in the order in which this copy names the sides."""
        return (of_away, of_home) if self.away_first else (of_home, of_away)


def shared_round(dossier: Dossier, *, copy_for: str = "") -> SharedRound:
    """Return what may be shared of a dossier's round, for the copy of one side; for our own where none is named."""
    round_ = dossier.round
    record = last_record(dossier)
    return SharedRound(
        round_id=round_.id,
        dialogue=dossier.dialogue.designation,
        home=shared_side(dossier.home),
        away=shared_side(dossier.away),
        host=shared_side(dossier.host),
        ordinal=round_.ordinal,
        city=round_.city,
        capital=dossier.host.capital,
        venue=round_.venue,
        hours_known=bool(round_.time_zone or dossier.host.time_zone),
        year=round_.year,
        start=round_.start,
        end=round_.end,
        provisional=dossier.agenda is None
        or dossier.agenda.state in (AgendaState.DRAFT, AgendaState.CLEARED, AgendaState.SENT),
        items=tuple(_item(dossier, slot) for slot in dossier.slots),
        questions=shared_questions(dossier),
        last_record=shared_record(dossier, record) if record else None,
        next_host=_next_host(dossier),
        next_year=_next_year(dossier),
        marking=paper_marking(dossier, Audience.SHARED),
        seating=round_.seating,
        away_first=copy_for == dossier.away.id,
        marking_place=dossier.marking_place,
    )


def shared_record(dossier: Dossier, record: Source) -> SharedRecord:
    """Return what may be shared of a joint record: what it is, where and when it was given."""
    return SharedRecord(title=record.title, place=place_of(dossier, record), dated=record.dated)


def shared_questions(dossier: Dossier) -> tuple[SharedQuestion, ...]:
    """Return what may be shared of the questions that wait for the co-chairs at a round."""
    return tuple(
        SharedQuestion(mechanism=dossier.mechanism(request.mechanism_id).name, question=request.question)
        for request in dossier.guidance_requests
        if request.waits_at(dossier.round.id)
    )


def shared_entities(entities: Iterable[Entity]) -> tuple[SharedEntity, ...]:
    """Return what may be shared of institutions: how they are called."""
    return tuple(SharedEntity(id=e.id, name=e.name, abbreviation=e.abbreviation) for e in entities)


def shared_side(side: Side) -> SharedSide:
    """Return what may be shared of a side: how its state is called."""
    return SharedSide(name=side.name, long_name=side.long_name, adjective=side.adjective)


def _beginning_a_word(name: str) -> str:
    """Return the pattern of a name, which may go on as adjectives do; Chinese does not say where a word begins."""
    return re.escape(name) if re.match(UNSPACED, name) else rf"(?<!\w){re.escape(name)}"


def _item(dossier: Dossier, slot: Slot) -> SharedItem:
    return SharedItem(
        id=slot.item.id,
        kind=slot.item.kind,
        number=slot.number,
        begins=slot.begins,
        minutes=slot.item.minutes,
        title=slot.item.title,
        day=slot.day,
        ends_day=slot.item.ends_day,
        home_leads=shared_entities(dossier.leads_of(slot.item, dossier.home)),
        away_leads=shared_entities(dossier.leads_of(slot.item, dossier.away)),
    )


def round_after(dossier: Dossier) -> Round | None:
    """Return the round after a dossier's, where it is planned; one that did not take place is none."""
    number = dossier.round.ordinal + 1
    return next((r for r in dossier.rounds if r.ordinal == number and not r.status.dropped), None)


def _next_host(dossier: Dossier) -> Text:
    if planned := round_after(dossier):
        return dossier.side(planned.host_id).name
    if dossier.dialogue.host_rule is HostRule.ALTERNATE:
        so_far = (r for r in dossier.rounds if r.ordinal <= dossier.round.ordinal and not r.status.dropped)
        return order_after(dossier.sides, so_far).due.name
    return NOTHING


def _next_year(dossier: Dossier) -> int | None:
    planned = round_after(dossier)
    return planned.year if planned else None
