"""By which day something is to be done, where its words set one; what is read with the words of each language."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from dialogue_prep.reading.days import Day

_A_DAY = timedelta(days=1)
_QUARTER, _HALF, _YEAR = 3, 6, 12


@dataclass(frozen=True, slots=True, kw_only=True)
class DueWords:
    """The words of a language for a time by which something is done.

    `period` finds months, quarters, halves and years. Its groups are `year`, which `month` or `ordinal` with `quarter`
    or `half` may narrow, `coming` (a month without a year), `this` and `next` (year); `mid` stands with the middle of
    one: the 15th of a month, the end of June. A time is a limit where `by` or
    `before` ends at it, or `by_after` or `before_after` begins behind it; with the two of “before” the time itself is
    too late. `of_things` ends at the limit of something else (“permits issued before”). `number` returns that of a
    month or an ordinal, `year` that of a year.

    `within` matches, from the beginning on, words up to a time that is counted from the meeting and from nothing else:
    its group `limit` is “within six months”, with `count`, which `counted` returns as a number, and the unit `weeks`,
    `months` or `years`.
    """

    days_in: Callable[[str, int, int], Iterator[Day]]
    period: re.Pattern[str]
    by: re.Pattern[str]
    before: re.Pattern[str]
    by_after: re.Pattern[str]
    before_after: re.Pattern[str]
    of_things: re.Pattern[str]
    number: Callable[[str], int]
    within: re.Pattern[str]
    counted: Callable[[str], int]
    year: Callable[[str], int] = int


@dataclass(frozen=True, slots=True)
class _Time:
    """A stretch of time and where its words stand."""

    start: int
    end: int
    first: date
    last: date


def due_day(words: str, told: date | None, rules: DueWords) -> date | None:
    """Return the last day on which an undertaking is kept in time, None where its words set none.

    Of several it is the earliest: what is done serves a purpose that has more time. `told` is the day of the meeting:
    what lies before it is no due day, and it settles a missing year.
    """
    words = words.replace("’", "'")
    limits = [_due(words, time, rules) for time in _apart(_times(words, told, rules))]
    if told is not None:
        limits.append(_due_within(words, told, rules))
    return min((due for due in limits if due and (told is None or due > told)), default=None)


def _due(words: str, time: _Time, rules: DueWords) -> date | None:
    lead = rules.by.search(words, 0, time.start) or rules.before.search(words, 0, time.start)
    if lead is not None and rules.of_things.search(words, 0, lead.start()):
        return None
    if (lead and lead.re is rules.by) or rules.by_after.match(words, time.end):
        return time.last
    return time.first - _A_DAY if lead or rules.before_after.match(words, time.end) else None


def _due_within(words: str, told: date, rules: DueWords) -> date | None:
    match = rules.within.match(words)
    if match is None or rules.of_things.search(words, 0, match.start("limit")):
        return None
    count = rules.counted(match["count"])
    if match["weeks"]:
        return told + timedelta(weeks=count)
    years, month = divmod(told.month - 1 + count * (_YEAR if match["years"] else 1), _YEAR)
    last = _last_day(told.year + years, month + 1)
    return last.replace(day=min(told.day, last.day))


def _times(words: str, told: date | None, rules: DueWords) -> Iterator[_Time]:
    for day in rules.days_in(words, 0, len(words)):
        year = day.year or _coming_year(day.last, told)
        try:
            last = date(year, *day.last) if year else None
        except ValueError:
            continue
        if last is not None:
            yield _Time(day.start, day.end, last, last)
    for match in rules.period.finditer(words):
        if (period := _period(match, told, rules)) is not None:
            yield _Time(*match.span(), *period)


def _apart(times: Iterable[_Time]) -> Iterator[_Time]:
    """Yield times in order without those within another one: the month of a day is none of its own."""
    reached = 0
    for time in sorted(times, key=lambda one: (one.start, -one.end)):
        if time.start >= reached:
            reached = time.end
            yield time


def _period(match: re.Match[str], told: date | None, rules: DueWords) -> tuple[date, date] | None:
    said = match.groupdict()
    first, months = _months(said, rules)
    if said["year"]:
        year = rules.year(said["year"])
    elif told is None:
        return None
    else:
        year = told.year + bool(said["next"]) + (said["coming"] is not None and first < told.month)
    if not 1 <= first <= first + months - 1 <= _YEAR:
        return None
    if said.get("mid"):
        middle = date(year, first, 15) if months == 1 else _last_day(year, first + months // 2 - 1)
        return middle, middle
    return date(year, first, 1), _last_day(year, first + months - 1)


def _months(said: Mapping[str, str | None], rules: DueWords) -> tuple[int, int]:
    """Return the first month of a period and how many it has."""
    if name := said["month"] or said["coming"]:
        return rules.number(name), 1
    if said["ordinal"]:
        months = _QUARTER if said["quarter"] else _HALF
        return (rules.number(said["ordinal"]) - 1) * months + 1, months
    return 1, _YEAR


def _coming_year(day: tuple[int, int], told: date | None) -> int | None:
    return None if told is None else told.year + (day <= (told.month, told.day))


def _last_day(year: int, month: int) -> date:
    return (date(year, month, 28) + timedelta(days=4)).replace(day=1) - _A_DAY
