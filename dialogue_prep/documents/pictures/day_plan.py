"""The day of an agenda to scale, as a picture that is a value. Window and papers draw it each in its own way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from dialogue_prep.domain.agenda import Agenda, ItemKind, Slot
from dialogue_prep.domain.dialogue import Side

_HOUR = 60
_DAY = 24 * _HOUR
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
    """One item: `begins` and `ends` are its place on the day, 0 (top) to 1 (bottom); `first` is who speaks first."""

    id: str
    label: str
    begins: float
    ends: float
    tone: BlockTone
    first: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DayPlan:
    """Items as blocks, the full hours, and where the time that there is ends, all to one scale from 0 to 1.

    An hour is given as its number on the clock; a day that runs past midnight begins anew at 0.
    """

    blocks: tuple[DayBlock, ...]
    hours: tuple[tuple[int, float], ...]
    time_is_up: float
    minutes: int


def day_plan(agenda: Agenda, slots: Sequence[Slot], sides: Sequence[Side], language: str) -> DayPlan:
    """Return the picture of the items of an agenda between these sides, titles and names in a language."""
    begins = agenda.begins.hour * _HOUR + agenda.begins.minute
    first = begins // _HOUR * _HOUR
    available = min(agenda.minutes_available, _MOST_DRAWN)
    ends = begins + max(available, sum(slot.item.minutes for slot in slots), 1)
    last = -(-ends // _HOUR) * _HOUR
    scale = 1 / (last - first)
    blocks, minute = [], begins
    for slot in slots:
        end = minute + slot.item.minutes
        title = slot.item.title.read(language, "en")
        speaker = next((side for side in sides if side.id == slot.item.speaks_first_id), None)
        blocks.append(
            DayBlock(
                id=slot.item.id,
                label=f"{slot.number} {title}" if slot.number else title,
                begins=(minute - first) * scale,
                ends=(end - first) * scale,
                tone=_tone(slot, speaker),
                first=speaker.name.read(language, "en") if speaker else "",
            )
        )
        minute = end
    return DayPlan(
        blocks=tuple(blocks),
        hours=tuple((at % _DAY // _HOUR, (at - first) * scale) for at in range(first, last + 1, _HOUR)),
        time_is_up=(begins + available - first) * scale,
        minutes=last - first,
    )


def _tone(slot: Slot, speaker: Side | None) -> BlockTone:
    if slot.item.kind is ItemKind.BREAK:
        return BlockTone.PAUSE
    if speaker is None:
        return BlockTone.BOTH
    return BlockTone.OURS if speaker.home else BlockTone.THEIRS
