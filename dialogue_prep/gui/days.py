"""Days as the language of the window writes them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QDate, QLocale


@dataclass(frozen=True, slots=True, kw_only=True)
class _Patterns:
    """How a language writes a day, in the letters of Qt; `first` is how it numbers the first day of a month.

    `in_month` and `in_year` are for one of two days of which the other one says the month or the year: the first of
    them, or the last one where the year comes first.
    """

    full: str = "d MMMM yyyy"
    short: str = "d MMM"
    with_weekday: str = "ddd d MMMM yyyy"
    first: str = "d"
    in_month: str = "d"
    in_year: str = "d MMMM"
    year_first: bool = False
    until: str = "–"


_USUAL = _Patterns()
_PATTERNS = {
    "fr": _Patterns(first="d'er'"),
    "zh": _Patterns(
        full="yyyy年M月d日",
        short="M月d日",
        with_weekday="yyyy年M月d日 ddd",
        in_month="d日",
        in_year="M月d日",
        year_first=True,
        until="至",
    ),
}


def day_in_words(day: date, language: str) -> str:
    """Return a day as the language writes it, without the day of the week."""
    return _written(day, language, _patterns_of(language).full)


def days_in_words(first: date, last: date | None, language: str) -> str:
    """Return a day, or the days from one to another, without saying month and year twice."""
    if last is None or last == first:
        return day_in_words(first, language)
    patterns = _patterns_of(language)
    shorter = patterns.full
    if first.year == last.year:
        shorter = patterns.in_month if first.month == last.month else patterns.in_year
    begins, ends = (patterns.full, shorter) if patterns.year_first else (shorter, patterns.full)
    until = patterns.until if patterns.year_first or shorter == patterns.in_month else f" {patterns.until} "
    return _written(first, language, begins) + until + _written(last, language, ends)


def short_day(day: date, language: str) -> str:
    """Return a day as the language writes it where there is little room, without the year."""
    return _written(day, language, _patterns_of(language).short)


def weekday_in_words(day: date, language: str) -> str:
    """Return a day as the language writes it, with the day of the week."""
    return _written(day, language, _patterns_of(language).with_weekday)


def _patterns_of(language: str) -> _Patterns:
    return _PATTERNS.get(language.partition("-")[0], _USUAL)


def _written(day: date, language: str, pattern: str) -> str:
    if day.day == 1:
        pattern = " ".join(_patterns_of(language).first if part == "d" else part for part in pattern.split())
    return QLocale(language).toString(QDate(day.year, day.month, day.day), pattern)
