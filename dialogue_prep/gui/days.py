"""Days as the languages of the window write them, and as they are read where somebody types them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from unicodedata import combining, normalize

from PySide6.QtCore import QDate, QLocale

from dialogue_prep.domain.days import checked_day
from dialogue_prep.domain.errors import UserError

EXAMPLE_DAY = date(2018, 6, 12)
"""The day by which people are told how they may write one."""
_NO_DAY = "“{words}” is no day; write it such as {day}."


@dataclass(frozen=True, slots=True, kw_only=True)
class _Patterns:
    """How a language writes a day, in the letters of Qt; `first` is how it numbers the first day of a month.

    `in_month` and `in_year` are for one of two days of which the other one says the month or the year: the first of
    them, or the last one where the year comes first.
    """

    full: str = "d MMMM yyyy"
    month: str = "MMMM yyyy"
    short: str = "d MMM"
    with_weekday: str = "ddd d MMMM yyyy"
    first: str = "d"
    in_month: str = "d"
    in_year: str = "d MMMM"
    year_first: bool = False
    until: str = "–"


_PATTERNS = {
    "en": _Patterns(),
    "fr": _Patterns(first="d'er'"),
    "zh": _Patterns(
        full="yyyy年M月d日",
        month="yyyy年M月",
        short="M月d日",
        with_weekday="yyyy年M月d日 ddd",
        in_month="d日",
        in_year="M月d日",
        year_first=True,
        until="至",
    ),
}

_YEAR, _DAY, _MONTH = r"(?P<year>\d{4})", r"(?P<day>\d\d?)", r"(?P<month>\d\d?)"
_NAME = r"(?P<name>[^\W\d_]{3,})\.?"
_SUFFIX, _OF, _WEEKDAY = "(?:er|st|nd|rd|th)?", " (?:of )?", r"(?P<weekday>[^\W\d_]+)"
_IN_MONTHS = (
    re.compile(rf"{_YEAR}[-/.]{_MONTH}"),
    re.compile(rf"{_MONTH}[-/.]{_YEAR}"),
    re.compile(rf"{_YEAR} ?年 ?{_MONTH} ?月"),
    re.compile(rf"{_NAME} {_YEAR}"),
)
_IN_DAYS = (
    re.compile(rf"{_YEAR}(?P<between>[-/.]){_MONTH}(?P=between){_DAY}"),
    re.compile(rf"{_YEAR} ?年 ?{_MONTH} ?月 ?{_DAY} ?[日号](?: ?{_WEEKDAY})?"),
    re.compile(rf"(?:le )?(?:{_WEEKDAY}[.,]* )?{_DAY}{_SUFFIX}{_OF}{_NAME},? {_YEAR}"),
    re.compile(rf"(?:{_WEEKDAY}[.,]* )?{_NAME} {_DAY}{_SUFFIX},? {_YEAR}"),
)
_EITHER_FIRST = re.compile(r"(?P<one>\d\d?)(?P<between>[-/.])(?P<other>\d\d?)(?P=between)" + _YEAR)
_MONTHS_OF_A_YEAR = 12
_FORMS = (QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat)


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


def month_in_words(day: date, language: str) -> str:
    """Return the month of a day as the language writes it, with its year."""
    return _written(day, language, _patterns_of(language).month)


def read_day(words: str, field: str = "") -> date | None:
    """Return the day that somebody typed, None where nothing is; UserError says what is wrong, at a field.

    A day is read as the window writes it in any of its languages, and in figures where these can be no other day.
    """
    said = _plain(words)
    if not said:
        return None
    if (either := _EITHER_FIRST.fullmatch(said)) is not None:
        return _whichever_first(int(either["one"]), int(either["other"]), int(either["year"]), words, field)
    found = _first_match(_IN_DAYS, said)
    if found is None:
        raise UserError(_NO_DAY, field=field, words=words, day=EXAMPLE_DAY)
    day = checked_day(int(found["year"]), _month_of(found), int(found["day"]), words, field)
    if (weekday := found.groupdict().get("weekday")) is not None and not _is_weekday_of(day, weekday):
        raise UserError(_NO_DAY, field=field, words=words, day=day)
    return day


def read_month(words: str, field: str = "") -> date | None:
    """Return the first day of the month that somebody typed with its year, None where it is no month but a day."""
    found = _first_match(_IN_MONTHS, _plain(words))
    return checked_day(int(found["year"]), _month_of(found), 1, words, field) if found else None


def _whichever_first(one: int, other: int, year: int, words: str, field: str) -> date:
    """Return the day of two numbers of which nobody says which is the month, if only one of them can be."""
    if max(one, other) > _MONTHS_OF_A_YEAR:
        month, day = sorted((one, other))
        return checked_day(year, month, day, words, field)
    first, last = (checked_day(year, *numbers, words, field) for numbers in sorted(((one, other), (other, one))))
    if first != last:
        text = "“{words}” can be {first} or {last}; write the one that you mean like this."
        raise UserError(text, field=field, words=words, first=first, last=last)
    return first


def _first_match(shapes: tuple[re.Pattern[str], ...], said: str) -> re.Match[str] | None:
    return next((found for shape in shapes if (found := shape.fullmatch(said)) is not None), None)


def _month_of(found: re.Match[str]) -> int:
    """Return the number of the month; 0 where its name is that of none, or may be that of two."""
    if (name := found.groupdict().get("name")) is None:
        return int(found["month"])
    meant = {
        month
        for language in _PATTERNS
        for month in range(1, _MONTHS_OF_A_YEAR + 1)
        if _plain(QLocale(language).monthName(month)).startswith(name)
    }
    return meant.pop() if len(meant) == 1 else 0


def _is_weekday_of(day: date, name: str) -> bool:
    names = (QLocale(language).dayName(day.isoweekday(), form) for language in _PATTERNS for form in _FORMS)
    return name in (_plain(one).rstrip(".") for one in names)


def _plain(words: str) -> str:
    """Return words without what makes no difference: capitals, accents, wide figures, several spaces."""
    letters = normalize("NFKD", words).casefold()
    return " ".join("".join(letter for letter in letters if not combining(letter)).split())


def _patterns_of(language: str) -> _Patterns:
    return _PATTERNS.get(language.partition("-")[0], _PATTERNS["en"])


def _written(day: date, language: str, pattern: str) -> str:
    if day.day == 1:
        pattern = " ".join(_patterns_of(language).first if part == "d" else part for part in pattern.split())
    return QLocale(language).toString(QDate(day.year, day.month, day.day), pattern)
