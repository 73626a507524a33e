"""The days of an agenda to scale, as a picture that is a value. Window and papers draw it each in its own way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from dialogue_prep.domain.agenda import Agenda, ItemKind, Slot
from dialogue_prep.domain.dialogue import Side

_HOUR = 60
_DAY = 24 * _HOUR
_BETWEEN_DAYS = 45
"""How many minutes high the room above a day is, where it is named."""
# Whoever writes a digit too many shall still see the items: no agenda fills more than a week.
_MOST_DRAWN = 7 * _DAY


class BlockTone(StrEnum):
    """Who speaks first in a part of the day; a pause is nobody's."""

    OURS = "ours"
    THEIRS = "theirs"
    BOTH = "both"
    PAUSE = "pause"


@dataclass(frozen=True, slots=True, kw_only=True)
class DayBlock:
    """One item: `begins` and `ends` are its place in the picture, 0 (top) to 1 (bottom); `first` is who speaks first.

    What ends a day takes no room.
    """

    id: str
    label: str
    begins: float
    ends: float
    tone: BlockTone
    first: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DayPlan:
    """Items as blocks, the full hours, and where the time of each day ends, all to one scale from 0 to 1.

    An hour is given as its number on the clock; a day that runs past midnight begins anew at 0. `days` are what each
    day is called and on which height; none where the agenda has but one.
    """

    blocks: tuple[DayBlock, ...]
    hours: tuple[tuple[int, float], ...]
    times_up: tuple[float, ...]
    days: tuple[tuple[str, float], ...]
    minutes: int


def day_plan(
    agenda: Agenda, slots: Sequence[Slot], sides: Sequence[Side], language: str, days: Sequence[str] = ("",)
) -> DayPlan:
    """Return the picture of the items of an agenda between these sides, titles and names in a language.

    `days` are what the days of the agenda are called; one that has no name gets no room for it.
    """
    begins = agenda.begins.hour * _HOUR + agenda.begins.minute
    first = begins // _HOUR * _HOUR
    available = min(agenda.minutes_available, _MOST_DRAWN)
    blocks: list[tuple[Slot, int, int]] = []
    hours, times_up, names, top = [], [], [], 0
    for day, name in enumerate(days, start=1):
        if name:
            names.append((name, top + _BETWEEN_DAYS / 2))
            top += _BETWEEN_DAYS
        minute, shift = begins, top - first
        for slot in (one for one in slots if one.day == day):
            blocks.append((slot, minute + shift, minute + slot.item.minutes + shift))
            minute += slot.item.minutes
        last = -(-max(begins + available, minute, begins + 1) // _HOUR) * _HOUR
        hours += [(at % _DAY // _HOUR, at + shift) for at in range(first, last + 1, _HOUR)]
        times_up.append(begins + available + shift)
        top = last + shift
    return DayPlan(
        blocks=tuple(
            _block(slot, start / top, end / top, sides, language)
            for slot, start, end in blocks
            if not slot.item.ends_day
        ),
        hours=tuple((hour, at / top) for hour, at in hours),
        times_up=tuple(at / top for at in times_up),
        days=tuple((name, at / top) for name, at in names),
        minutes=top,
    )


def _block(slot: Slot, begins: float, ends: float, sides: Sequence[Side], language: str) -> DayBlock:
    title = slot.item.title.read(language, "en")
    speaker = next((side for side in sides if side.id == slot.item.speaks_first_id), None)
    return DayBlock(
        id=slot.item.id,
        label=f"{slot.number} {title}" if slot.number else title,
        begins=begins,
        ends=ends,
        tone=_tone(slot, speaker),
        first=speaker.name.read(language, "en") if speaker else "",
    )


def _tone(slot: Slot, speaker: Side | None) -> BlockTone:
    if slot.item.kind is ItemKind.BREAK:
        return BlockTone.PAUSE
    if speaker is None:
        return BlockTone.BOTH
    return BlockTone.OURS if speaker.home else BlockTone.THEIRS
