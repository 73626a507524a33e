"""Public holidays of states and provinces, as far as they are known. Their library is imported only when asked."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Any

from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.public_holidays import WEEKENDS_ALONE, HolidayCalendar
from dialogue_prep.domain.text import Text, Wording, WordingState

# What the library raises for a state or a province that it does not have is of this kind.
_UNKNOWN = RuntimeError
# Our languages, and what the library calls them, the most fitting first.
_LANGUAGES = {"en": ("en_US", "en_CA", "en_GB", "en"), "fr": ("fr", "fr_FR", "fr_CA"), "zh-Hans": ("zh_CN",)}


def holiday_calendar(code: str, years: Iterable[int]) -> HolidayCalendar:
    """Return the public holidays of these years; `code` is that of a state, or of a province of it (`CA-ON`).

    No code, or one that nobody knows, gives weekends alone. A year is left out of the years of the calendar where the
    library does not reach it, or where the days to be worked instead are announced year by year and those of that year
    are not known yet.
    """
    code = code.strip().upper()
    try:
        return _read(code, tuple(sorted(set(years)))) if code else WEEKENDS_ALONE
    except _UNKNOWN:
        return replace(WEEKENDS_ALONE, code=code)


class CalendarWhenAsked:
    """The public holidays of these years, read when somebody asks for the first: most who read a round never do."""

    def __init__(self, code: str, years: Iterable[int]) -> None:
        self.code = code
        self._years = tuple(years)

    @property
    def holidays(self) -> Mapping[date, Text]:
        return self._read.holidays

    @property
    def years(self) -> Collection[int]:
        return self._read.years

    def is_working(self, day: date) -> bool:
        return self._read.is_working(day)

    def is_weekend(self, day: date) -> bool:
        return self._read.is_weekend(day)

    def holiday(self, day: date) -> Text:
        return self._read.holiday(day)

    @property
    def _read(self) -> HolidayCalendar:
        return holiday_calendar(self.code, self._years)  # which keeps what it has read


def check_calendar(code: str) -> str:
    """Return the code of a holiday calendar as it is kept; UserError where there is none of that name."""
    code = code.strip().upper()
    try:
        return _read(code, ()).code if code else ""
    except _UNKNOWN as error:
        raise UserError(
            "No public holidays are known for “{code}”; name a state such as CN, or a province such as CA-ON.",
            field="holiday_calendar",
            code=code,
        ) from error


@lru_cache(maxsize=64)
def _read(code: str, years: tuple[int, ...]) -> HolidayCalendar:
    bare = _of_library(code, (), None)
    spoken = bare.supported_languages or ()
    named = {language: next((n for n in names if n in spoken), None) for language, names in _LANGUAGES.items()}
    # Without a language the library takes that of the machine; names must be the same on every machine.
    first = _of_library(code, years, named["en"] or bare.default_language)
    others = {language: _of_library(code, years, name) for language, name in named.items() if name and language != "en"}
    return HolidayCalendar(
        code=code,
        weekend=frozenset(first.weekend),
        holidays={day: _named(day, {"en": first, **others}) for day in sorted(first)},
        working=frozenset(day for day in getattr(first, "weekend_workdays", ()) if day.year in years),
        years=frozenset(year for year in years if _knows(first, year)),
    )


def _of_library(code: str, years: tuple[int, ...], language: str | None) -> Any:
    import holidays  # 0.1 s, and most starts need none

    state, _, province = code.partition("-")
    return holidays.country_holidays(state, subdiv=province or None, years=years, language=language)


def _named(day: date, kinds: dict[str, Any]) -> Text:
    states = {True: WordingState.ORIGINAL, False: WordingState.TRANSLATION}
    names = ((language, kind.get(day)) for language, kind in kinds.items())
    return Text(tuple(Wording(language, name, states[language == "en"]) for language, name in names if name))


def _knows(kind: Any, year: int) -> bool:
    if not kind.start_year <= year <= kind.end_year:
        return False
    if not getattr(kind, "has_substituted_holidays", False):
        return True
    announced = getattr(kind, "special_public_holidays", {})
    return year <= max(announced, default=year)
