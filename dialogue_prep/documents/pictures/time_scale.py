"""Stretches of time in pictures: where a day stands in them, and which beginnings of years and months are marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dialogue_prep.domain.hosting import Turn

# So many years and fewer are close enough to tell months, and single days, apart.
CLOSE_YEARS = 2
_FIRST, _LAST = date(1900, 1, 1), date(2400, 1, 1)


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """The time from a first day up to, and not with, a last one."""

    first: date
    last: date

    @property
    def days(self) -> int:
        return (self.last - self.first).days

    @property
    def years(self) -> range:
        """The years that it touches."""
        return range(self.first.year, (self.last - timedelta(days=1)).year + 1)

    @property
    def close(self) -> bool:
        """Whether single days can be told apart in a picture of it."""
        return self.days <= CLOSE_YEARS * 366

    def at(self, moment: float) -> float:
        """Return where a moment, counted in days as `date.toordinal` does, stands: 0 the first day, 1 the last."""
        return (moment - self.first.toordinal()) / self.days

    def moved(self, days: int) -> TimeSpan:
        """Return as long a time, so many days later, as far as there is a calendar."""
        days = max((_FIRST - self.first).days, min(days, (_LAST - self.last).days))
        return TimeSpan(self.first + timedelta(days=days), self.last + timedelta(days=days))


@dataclass(frozen=True, slots=True)
class Tick:
    """The beginning of a year or of a month."""

    at: float
    label: str
    year: bool


def span_of(years: int, middle: date) -> TimeSpan:
    """Return so many years around a day."""
    half = timedelta(days=round(years * 365.25 / 2))
    first = max(middle - half, _FIRST)
    return TimeSpan(first, first + 2 * half)


def whole_span(turns: Sequence[Turn], today: date) -> TimeSpan:
    """Return the years from the first turn, or today, to the last one."""
    years = [today.year, *(turn.year for turn in turns if turn.year)]
    return TimeSpan(date(min(years), 1, 1), date(max(years) + 1, 1, 1))


def ticks(span: TimeSpan, language: str) -> tuple[Tick, ...]:
    """Return the beginnings of years in a span; of months too where it is close."""
    return tuple(sorted(_ticks(span, language), key=lambda tick: tick.at))


def moment_of(turn: Turn) -> float:
    """Return when a turn with a year is, in days; the middle of the year where only that is known."""
    if turn.round and turn.round.start:
        return turn.round.start.toordinal()
    year = turn.year or 1
    return (date(year, 1, 1).toordinal() + date(year + 1, 1, 1).toordinal()) / 2


def day_of(turn: Turn) -> date:
    """Return the day at which a turn with a year stands; in the middle of the year where only that is known."""
    return date.fromordinal(round(moment_of(turn)))


def _ticks(span: TimeSpan, language: str) -> Iterator[Tick]:
    names = _month_names(language) if span.close else {}
    for year in range(span.first.year, span.last.year + 1):
        for month in (1, *(number for number in names if number > 1)):
            day = date(year, month, 1)
            if span.first <= day <= span.last:
                yield Tick(span.at(day.toordinal()), names[month] if month > 1 else str(year), month == 1)


def _month_names(language: str) -> dict[int, str]:
    # Imported here: only a picture that is looked at closely has months.
    from babel.dates import get_month_names

    return dict(get_month_names("abbreviated", context="stand-alone", locale=language.replace("-", "_")))
