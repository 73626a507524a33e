"""Days in a Chinese text: 2023年6月21日至22日."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from dialogue_prep.reading.days import Day

_UNTIL = r"\s?(?:至|到|—|–|-|~|～|和|、)\s?"
DAY = re.compile(
    rf"(?:(?P<year>(?:19|20)\d\d)\s?年\s?)?(?P<month>\d{{1,2}})\s?月\s?(?P<first>\d{{1,2}})\s"
    rf"?日?(?:{_UNTIL}(?:(?P<later_year>(?:19|20)\d\d)\s?年)?"
    rf"(?:(?P<later>\d{{1,2}})\s?月\s?)?(?P<last>\d{{1,2}})\s?日|(?<=日))"
)
_RELATIVE = re.compile(r"今天|今日|昨天|昨日")


def days_in(text: str, start: int, end: int) -> Iterator[Day]:
    """Yield the days written between two offsets, in order."""
    for match in DAY.finditer(text, start, end):
        month, first = int(match["month"]), int(match["first"])
        last = (int(match["later"] or month), int(match["last"] or first))
        if 1 <= month <= 12 and 1 <= first <= 31:
            year = int(match["year"]) if match["year"] else None
            yield Day(match.start(), match.end(), year, (month, first), last)


def relative_day(text: str, start: int, end: int, told: date) -> date | None:
    """Return the day that 今天 or 昨天 is in a text that was told on a day; None where neither stands there."""
    match = _RELATIVE.search(text, start, end)
    if match is None:
        return None
    return told - timedelta(days=1) if match.group().startswith("昨") else told
