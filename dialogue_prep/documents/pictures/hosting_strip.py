"""The hosting strip: who hosts when, as a picture that is a value. Window and papers draw it each in its own way."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from dialogue_prep.documents.pictures.time_scale import Tick, TimeSpan, day_of, moment_of, ticks, whole_span
from dialogue_prep.domain.dialogue import Side
from dialogue_prep.domain.hosting import Basis, Turn
from dialogue_prep.domain.public_holidays import Capital
from dialogue_prep.domain.round import RoundForm

if TYPE_CHECKING:
    from dialogue_prep.domain.clashes import Programme

_DAY = timedelta(days=1)
_PLACE_IN_TIME = attrgetter("at")  # where it is the same, marks stay in the order of their lanes and turns


class Mark(NamedTuple):
    """A round: `at` is its place in time, 0 (left end) to 1 (right end); `lane` counts from 0, as does `side`.

    `place` is the city, empty where none is known; `chosen` is the round that the picture is about. `excused`: it is
    hosted otherwise than in turn, with a reason. `clashing`: another dialogue meets on the same days. `overdue`: it
    should have been held by now. One that is still to come `moves_from` the day at which it stands. A plain tuple,
    for a large picture has ten thousand of them.
    """

    id: str
    ordinal: int
    lane: int
    side: int
    at: float
    place: str
    year: int
    day: date | None
    basis: Basis
    chosen: bool = False
    excused: bool = False
    clashing: bool = False
    overdue: bool = False
    moves_from: date | None = None
    form: RoundForm = RoundForm.HOSTED


@dataclass(frozen=True, slots=True, kw_only=True)
class HolidayBar:
    """Public holidays of one side that follow each other; from and to are places in time."""

    lane: int
    begins: float
    ends: float
    first: date
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HostingStrip:
    """Lanes with rounds as marks, the beginnings of years and months, and today: all in one span, from 0 to 1.

    `earlier` and `later` are how many rounds that are in the store lie outside of the span; `today` lies outside of
    0 to 1 where the span does.
    """

    lanes: tuple[str, ...]
    marks: tuple[Mark, ...]
    ticks: tuple[Tick, ...]
    today: float
    span: TimeSpan
    sides: tuple[str, ...]
    holidays: tuple[HolidayBar, ...] = ()
    earlier: int = 0
    later: int = 0


def hosting_strip(
    turns: Sequence[Turn],
    sides: Sequence[Side],
    today: date,
    language: str,
    chosen: int | None = None,
    *,
    span: TimeSpan | None = None,
    capitals: Sequence[Capital] = (),
    clashing: Collection[str] = (),
) -> HostingStrip:
    """Return the picture of these turns, names in a language; `chosen` is the ordinal of the round it is about.

    Without a span it shows all of them. The holidays of `capitals` are drawn where the span is close enough; `clashing`
    are the identifiers of rounds on whose days another dialogue meets. A turn of which not even the year is known has
    no place in time, and so none in the picture.
    """
    span = span or whole_span(turns, today)
    lane_of = {str(side.id): lane for lane, side in enumerate(sides)}
    marks = [_mark(turn, lane_of[turn.host.id], span, today, language, chosen, clashing) for turn in turns if turn.year]
    names = tuple(side.name.read(language, "en") for side in sides)
    return _strip(names, names, marks, span, today, language, tuple(_bars(capitals, lane_of, span, language)))


def dialogues_strip(
    programmes: Sequence[Programme], today: date, language: str, span: TimeSpan, clashing: Collection[str]
) -> HostingStrip:
    """Return the picture of several dialogues, a lane each; our turns to host are told from those of the others.

    It is only looked at: no round is moved in it. A turn without a round is known by its dialogue as well.
    """
    marks = [
        _mark(turn, lane, span, today, language, None, clashing, programme.dialogue.id)
        for lane, programme in enumerate(programmes)
        for turn in programme.turns
        if turn.year
    ]
    lanes = tuple(programme.dialogue.designation.read(language, "en") for programme in programmes)
    return _strip(lanes, (), marks, span, today, language, ())


def _strip(
    lanes: tuple[str, ...],
    sides: tuple[str, ...],
    marks: Sequence[Mark],
    span: TimeSpan,
    today: date,
    language: str,
    holidays: tuple[HolidayBar, ...],
) -> HostingStrip:
    known_outside = [mark for mark in marks if not 0 <= mark.at <= 1 and mark.basis is not Basis.BY_RULE]
    return HostingStrip(
        lanes=lanes,
        sides=sides,
        marks=tuple(sorted((m for m in marks if 0 <= m.at <= 1), key=_PLACE_IN_TIME)),
        ticks=ticks(span, language),
        today=span.at(today.toordinal()),
        span=span,
        holidays=holidays,
        earlier=sum(mark.at < 0 for mark in known_outside),
        later=sum(mark.at > 1 for mark in known_outside),
    )


def _mark(
    turn: Turn,
    lane: int,
    span: TimeSpan,
    today: date,
    language: str,
    chosen: int | None,
    clashing: Collection[str],
    dialogue_id: str = "",
) -> Mark:
    """Return the mark of a turn; with a dialogue it is in a picture of several, where no round is moved."""
    round_, dropped = turn.round, turn.basis is Basis.DROPPED
    ahead = round_ is not None and turn.basis in (Basis.AGREED, Basis.PLANNED)
    return Mark(
        id=round_.id if round_ else f"{dialogue_id} {turn_id(turn)}".strip(),
        ordinal=turn.ordinal,
        lane=lane,
        side=int(not turn.host.home) if dialogue_id else lane,
        at=span.at(moment_of(turn)),
        place=round_.city.read(language, "en") if round_ and round_.city else "",
        year=turn.year or 0,
        day=round_.start if round_ else None,
        basis=turn.basis,
        chosen=turn.ordinal == chosen and not dropped,
        excused=bool(round_ and round_.reason) and not dropped,
        clashing=round_ is not None and round_.id in clashing,
        overdue=ahead and round_ is not None and round_.overdue(today),
        moves_from=day_of(turn) if ahead and not dialogue_id else None,
        form=round_.form if round_ else RoundForm.HOSTED,
    )


def turn_id(turn: Turn) -> str:
    """Return what tells a turn by the rule, which has no round and so no identifier, from the others."""
    return f"turn {turn.ordinal}"


def _bars(capitals: Sequence[Capital], lane_of: dict[str, int], span: TimeSpan, language: str) -> Iterator[HolidayBar]:
    """Yield the holidays in a close span; those that follow each other under one name are one bar."""
    for capital in capitals if span.close else ():
        lane = lane_of[capital.side.id]
        days = sorted(day for day in capital.calendar.holidays if span.first <= day < span.last)
        while days:
            first = last = days.pop(0)
            name = capital.calendar.holiday(first).read(language, "en")
            while days and days[0] == last + _DAY and capital.calendar.holiday(days[0]).read(language, "en") == name:
                last = days.pop(0)
            begins, ends = span.at(first.toordinal()), span.at((last + _DAY).toordinal())
            yield HolidayBar(lane=lane, begins=begins, ends=min(ends, 1.0), first=first, name=name)
