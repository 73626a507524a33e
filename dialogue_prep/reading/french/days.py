"""Days in a French text, and on which of them the meeting was held, and where."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from dialogue_prep.reading.days import Day, days_in_figures
from dialogue_prep.reading.french.words import MONTHS

_MONTH = "|".join((*MONTHS, *(month.capitalize() for month in MONTHS), *(month.upper() for month in MONTHS)))
_NUMBER = r"(?:1\s?er|\d{1,2})"
DAY = re.compile(
    rf"\b(?P<first>{_NUMBER})(?:\s(?P<earlier>{_MONTH}))?(?:\s(?P<early_year>(?:19|20)\d\d))?"
    rf"(?:(?:,\s{_NUMBER}){{0,9}}\s?(?:et|au|-|–|—)\s?(?:le\s)?(?P<last>{_NUMBER}))?\s(?P<month>{_MONTH})"
    rf"(?:\s(?P<year>(?:19|20)\d\d))?\b"
)


def days_in(text: str, start: int, end: int) -> Iterator[Day]:
    """Yield the days written between two offsets, in order."""
    found = (*_in_words(text, start, end), *days_in_figures(text, start, end))
    yield from sorted(found, key=lambda day: day.start)


def _in_words(text: str, start: int, end: int) -> Iterator[Day]:
    for match in DAY.finditer(text, start, end):
        month = _month(match["month"])
        first = int(re.sub(r"\D", "", match["first"]))
        last = int(re.sub(r"\D", "", match["last"] or match["first"]))
        early = _month(match["earlier"]) if match["earlier"] else month
        if 1 <= first <= 31 and 1 <= last <= 31:
            year = int(match["year"]) if match["year"] else None
            yield Day.ending(match.start(), match.end(), year, (early, first), (month, last))


def told_day(word: str, told: date) -> date:
    """Return the day that “aujourd'hui” or “hier” is in a text that was told on a day."""
    return told - timedelta(days=1) if word.startswith("hier") else told


def _month(name: str) -> int:
    return MONTHS.index(name.lower()) + 1
