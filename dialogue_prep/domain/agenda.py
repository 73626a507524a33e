"""Agendas: the items of a round, who leads them and when they begin."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import time
from enum import StrEnum

from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.identity import (
    AgendaId,
    AgendaItemId,
    CommitmentId,
    EntityId,
    Identified,
    RoundId,
    SideId,
    TopicId,
)
from dialogue_prep.domain.text import NOTHING, Text


class AgendaState(StrEnum):
    """How far a version of an agenda has come."""

    DRAFT = "draft"
    CLEARED = "cleared"
    SENT = "sent"
    AGREED = "agreed"
    ADOPTED = "adopted"
    AMENDED = "amended"


class ItemKind(StrEnum):
    """What an agenda item is."""

    OPENING = "opening"
    ADOPTION = "adoption"
    FOLLOW_UP = "follow-up"
    TOPIC = "topic"
    GUIDANCE = "guidance"
    NEXT_ROUND = "next round"
    COMMUNIQUE = "communiqué"
    OTHER_BUSINESS = "other business"
    BREAK = "break"
    CLOSING = "closing"

    @property
    def numbered(self) -> bool:
        """Whether items of this kind bear a number; the opening and the breaks do not."""
        return self not in (ItemKind.OPENING, ItemKind.BREAK)


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda(Identified):
    """One version of a round's agenda: each day of it begins at a local time with so many minutes to fill."""

    id: AgendaId
    round_id: RoundId
    version: int = 1
    state: AgendaState = AgendaState.DRAFT
    begins: time = time(9, 0)
    minutes_available: int = 480


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem(Identified):
    """One item; `position` gives the order, its number and its start follow from it.

    A `parked` item is kept for later and takes no time. A break of no minutes ends the day: the next begins behind it.
    """

    id: AgendaItemId
    agenda_id: AgendaId
    position: int
    kind: ItemKind
    title: Text
    minutes: int
    topic_id: TopicId | None = None
    speaks_first_id: SideId | None = None
    objective: Text = NOTHING
    outcome: Text = NOTHING
    parked: bool = False

    def __post_init__(self) -> None:
        if not self.title:
            raise UserError("An agenda item needs a title.", field="title")
        if not 0 <= self.minutes <= 24 * 60:
            raise UserError("An agenda item takes 0 to 1440 minutes.", field="minutes")

    @property
    def ends_day(self) -> bool:
        """Whether what follows the item begins on the next day."""
        return self.kind is ItemKind.BREAK and not self.minutes


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItemLead(Identified):
    """That an entity leads on an item for its side."""

    agenda_item_id: AgendaItemId
    entity_id: EntityId


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItemCommitment(Identified):
    """That a commitment is followed up under an item."""

    agenda_item_id: AgendaItemId
    commitment_id: CommitmentId


@dataclass(frozen=True, slots=True)
class Slot:
    """Where an item stands: its number (none for breaks), when it begins and ends, on which day, counted from 1."""

    item: AgendaItem
    number: int | None
    begins: time
    ends: time
    day: int = 1


def timetable(agenda: Agenda, items: Iterable[AgendaItem]) -> tuple[Slot, ...]:
    """Return the items that are not parked in order, with numbers and local times."""
    slots: list[Slot] = []
    morning = agenda.begins.hour * 60 + agenda.begins.minute
    number, minute, day = 0, morning, 1
    for item in sorted((i for i in items if not i.parked), key=lambda item: (item.position, item.id)):
        number += item.kind.numbered
        end = minute + item.minutes
        slots.append(Slot(item, number if item.kind.numbered else None, _clock(minute), _clock(end), day))
        minute, day = (morning, day + 1) if item.ends_day else (end, day)
    return tuple(slots)


def overrun(agenda: Agenda, items: Iterable[AgendaItem]) -> int:
    """Return by how many minutes the items of a day exceed the time it has, summed up over the days that do.

    Where none does: how much time is left on all days that have items, as a negative number.
    """
    over = [taken - agenda.minutes_available for taken in minutes_by_day(timetable(agenda, items))]
    return sum(one for one in over if one > 0) or sum(over)


def minutes_by_day(slots: Sequence[Slot]) -> tuple[int, ...]:
    """Return how many minutes the items take on each day up to the last that has any."""
    days = max((slot.day for slot in slots), default=1)
    return tuple(sum(slot.item.minutes for slot in slots if slot.day == day) for day in range(1, days + 1))


def _clock(minute: int) -> time:
    return time(minute // 60 % 24, minute % 60)
