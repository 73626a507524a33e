"""The hosting strip: who hosts when, as a picture that is a value. Window and papers draw it each in its own way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dialogue_prep.domain.dialogue import Side
from dialogue_prep.domain.hosting import Turn


class MarkState(StrEnum):
    """How far a round in the picture has come."""

    HELD = "held"
    PLANNED = "planned"
    BY_RULE = "by the rule"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A round: `at` is its place in time, 0 (left end) to 1 (right end); `lane` counts from 0.

    `place` is the city, empty where none is known; `chosen` is the round that the picture is about.
    """

    ordinal: int
    lane: int
    at: float
    place: str
    year: int
    state: MarkState
    chosen: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class HostingStrip:
    """One lane a side, rounds as marks, the beginnings of the years and today, all to one scale from 0 to 1."""

    lanes: tuple[str, ...]
    marks: tuple[Mark, ...]
    years: tuple[tuple[int, float], ...]
    today: float


def hosting_strip(
    turns: Sequence[Turn], sides: Sequence[Side], today: date, language: str, chosen: int | None = None
) -> HostingStrip:
    """Return the picture of these turns, names in a language; `chosen` is the ordinal of the round it is about.

    A turn of which not even the year is known has no place in time, and so none in the picture.
    """
    placed = [(turn, _moment(turn)) for turn in turns if turn.year is not None]
    moments = [_years(today), *(moment for _turn, moment in placed)]
    first, last = int(min(moments)), int(max(moments)) + 1
    scale = 1 / (last - first)
    lane_of = {side.id: lane for lane, side in enumerate(sides)}
    marks = (
        Mark(
            ordinal=turn.ordinal,
            lane=lane_of[turn.host.id],
            at=(moment - first) * scale,
            place=turn.round.city.read(language) if turn.round else "",
            year=int(moment),
            state=_state(turn),
            chosen=turn.ordinal == chosen and _state(turn) is not MarkState.DROPPED,
        )
        for turn, moment in placed
    )
    return HostingStrip(
        lanes=tuple(side.name.read(language) for side in sides),
        marks=tuple(sorted(marks, key=lambda mark: (mark.at, mark.ordinal))),
        years=tuple((year, (year - first) * scale) for year in range(first, last + 1)),
        today=(_years(today) - first) * scale,
    )


def _state(turn: Turn) -> MarkState:
    if turn.round is None:
        return MarkState.BY_RULE
    if turn.round.status.took_place:
        return MarkState.HELD
    return MarkState.DROPPED if turn.round.status.dropped else MarkState.PLANNED


def _moment(turn: Turn) -> float:
    """Return when a turn is, in years; the middle of the year where only that is known."""
    if turn.round and turn.round.start:
        return _years(turn.round.start)
    return (turn.year or 0) + 0.5


def _years(day: date) -> float:
    begins = date(day.year, 1, 1)
    return day.year + (day - begins).days / (date(day.year + 1, 1, 1) - begins).days
