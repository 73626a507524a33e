"""Days in a Chinese text: 2023年6月21日至22日."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from dialogue_prep.reading.chinese.numbers import number_of
from dialogue_prep.reading.days import Day, days_in_figures

_UNTIL = r"\s?(?:至|到|—|–|-|~|～|和|、)\s?"
_SIGNS = "〇零○一二三四五六七八九"
# In figures, narrow or wide, or in signs: 2018, ２０１８, 二〇一八.
YEAR = rf"(?:(?:[1１][9９]|[2２][0０])\d\d|(?:一九|二[〇零○])[{_SIGNS}]{{2}})"
_MONTH = rf"(?:\d{{1,2}}|十[一二]?|[{_SIGNS}])"
_DAY = rf"(?:\d{{1,2}}|[二三]?十[{_SIGNS}]?|[{_SIGNS}])"
DAY = re.compile(
    rf"(?:(?P<year>{YEAR})\s?年\s?)?(?P<month>{_MONTH})\s?月\s?(?P<first>{_DAY})\s"
    rf"?日?(?:(?:、\s?{_DAY}\s?日?){{0,9}}{_UNTIL}(?:(?P<later_year>{YEAR})\s?年)?"
    rf"(?:(?P<later>{_MONTH})\s?月\s?)?(?P<last>{_DAY})\s?日|(?<=日))"
)
_RELATIVE = re.compile(r"今天|今日|昨天|昨日")


def days_in(text: str, start: int, end: int) -> Iterator[Day]:
    """Yield the days written between two offsets, in order."""
    found = (*_in_signs(text, start, end), *days_in_figures(text, start, end))
    yield from sorted(found, key=lambda day: day.start)


def _in_signs(text: str, start: int, end: int) -> Iterator[Day]:
    for match in DAY.finditer(text, start, end):
        month, first = number_of(match["month"]) or 0, number_of(match["first"]) or 0
        later = number_of(match["later"]) if match["later"] else month
        last = number_of(match["last"]) if match["last"] else first
        if not (1 <= month <= 12 and 1 <= first <= 31 and later and last):
            continue
        if match["year"] or not match["later_year"]:
            year = year_of(match["year"]) if match["year"] else None
            yield Day(match.start(), match.end(), year, (month, first), (later, last))
        else:
            yield Day.ending(match.start(), match.end(), year_of(match["later_year"]), (month, first), (later, last))


def year_of(written: str) -> int:
    """Return the year that four figures or signs say."""
    return int("".join(sign if sign.isdecimal() else str(max(0, _SIGNS.index(sign) - 2)) for sign in written))


def relative_day(text: str, start: int, end: int, told: date) -> date | None:
    """Return the day that 今天 or 昨天 is in a text that was told on a day; None where neither stands there."""
    match = _RELATIVE.search(text, start, end)
    if match is None:
        return None
    return told - timedelta(days=1) if match.group().startswith("昨") else told
