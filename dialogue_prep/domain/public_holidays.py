"""Public holidays: on which days the offices of a capital work."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from dialogue_prep.domain.dialogue import Side
from dialogue_prep.domain.text import NOTHING, Text

SATURDAY, SUNDAY = 5, 6


class Calendar(Protocol):
    """What is asked of the calendar of a capital; where it comes from, and when it is read, is not known here."""

    @property
    def code(self) -> str: ...
    @property
    def holidays(self) -> Mapping[date, Text]: ...
    @property
    def years(self) -> Collection[int]: ...
    def is_working(self, day: date) -> bool: ...
    def is_weekend(self, day: date) -> bool: ...
    def holiday(self, day: date) -> Text: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class HolidayCalendar:
    """The public holidays of a state or province.

    `weekend` are days of the week, Monday being 0; `working` are days of a weekend on which people work all the same.
    Of a year that is not in `years` only the weekends are known for certain.
    """

    code: str
    weekend: frozenset[int] = frozenset((SATURDAY, SUNDAY))
    holidays: Mapping[date, Text] = field(default_factory=dict)
    working: frozenset[date] = frozenset()
    years: frozenset[int] = frozenset()

    def is_working(self, day: date) -> bool:
        """Say whether offices work on a day, as far as is known."""
        return day in self.working or not (day.weekday() in self.weekend or day in self.holidays)

    def is_weekend(self, day: date) -> bool:
        """Say whether a day is of a weekend on which nobody works."""
        return day.weekday() in self.weekend and day not in self.working

    def holiday(self, day: date) -> Text:
        """Return what public holiday a day is; nothing where it is none."""
        return self.holidays.get(day, NOTHING)


WEEKENDS_ALONE = HolidayCalendar(code="")


@dataclass(frozen=True, slots=True)
class Capital:
    """A side and the calendar by which its offices work."""

    side: Side
    calendar: Calendar = WEEKENDS_ALONE
