"""On which day the hours of an agenda are; nothing is said where both round and agenda have but one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta
from itertools import groupby
from typing import TypeVar

from dialogue_prep.documents.compose.shared_round import SharedRound
from dialogue_prep.documents.model import Heading, Run
from dialogue_prep.documents.wording import Phrases
from dialogue_prep.domain.agenda import Slot

T = TypeVar("T")


def day_name(shared: SharedRound, day: int, phrases: Phrases) -> str:
    """Return a day of a round, counted from 1, by its date or, while that is open, its number; empty if it has one."""
    lasting = bool(shared.start and shared.end and shared.end > shared.start)
    if not lasting and all(item.day == 1 for item in shared.items):
        return ""
    if shared.start:
        return phrases.day(shared.start + timedelta(days=day - 1))
    return phrases.say("Day {number}", number=day)


def by_day(
    found: Iterable[T], day_of: Callable[[T], int], shared: SharedRound, level: int, phrases: Phrases
) -> Iterator[tuple[tuple[Heading, ...], tuple[T, ...]]]:
    """Yield what stands on each day, in order, behind the heading of that day where there is any."""
    for day, ones in groupby(found, key=day_of):
        name = day_name(shared, day, phrases)
        yield (Heading((Run(name),), level),) if name else (), tuple(ones)


def hours_of(slot: Slot, phrases: Phrases) -> str:
    """Return from when to when an item is; the end of a day takes no time."""
    return phrases.hour(slot.begins) if slot.item.ends_day else phrases.hours(slot.begins, slot.ends)
