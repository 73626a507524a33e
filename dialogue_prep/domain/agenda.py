"""Agendas: the items of a round, who leads them and when they begin."""

from __future__ import annotations

from collections.abc import Iterable
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
    """One version of a round's agenda, beginning at a local time with so many minutes to fill."""

    id: AgendaId
    round_id: RoundId
    version: int = 1
    state: AgendaState = AgendaState.DRAFT
    begins: time = time(9, 0)
    minutes_available: int = 480


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem(Identified):
    """One item; `position` gives the order, its number and its start follow from it.

    A `parked` item is kept for later and takes no time.
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
    """Where an item stands on the day: its number (none for breaks), when it begins and ends."""

    item: AgendaItem
    number: int | None
    begins: time
    ends: time


def timetable(agenda: Agenda, items: Iterable[AgendaItem]) -> tuple[Slot, ...]:
    """Return the items that are not parked in order, with numbers and local times."""
    slots: list[Slot] = []
    number, minute = 0, agenda.begins.hour * 60 + agenda.begins.minute
    for item in sorted((i for i in items if not i.parked), key=lambda item: (item.position, item.id)):
        number += item.kind.numbered
        end = minute + item.minutes
        slots.append(Slot(item, number if item.kind.numbered else None, _clock(minute), _clock(end)))
        minute = end
    return tuple(slots)


def overrun(agenda: Agenda, items: Iterable[AgendaItem]) -> int:
    """Return by how many minutes the items exceed the time there is; negative where there is time left."""
    return sum(item.minutes for item in items if not item.parked) - agenda.minutes_available


def _clock(minute: int) -> time:
    return time(minute // 60 % 24, minute % 60)
