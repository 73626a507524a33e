"""Public holidays of states and provinces, working weekends, and years that nobody knows yet."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest

from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.public_holidays import WEEKENDS_ALONE, HolidayCalendar
from dialogue_prep.reading.states import all_states
from dialogue_prep.system import public_holidays
from dialogue_prep.system.public_holidays import CalendarWhenAsked, check_calendar, holiday_calendar

NOBODY_KNOWS = 2099


def test_a_province_has_holidays_of_its_own() -> None:
    family_day = date(2018, 2, 19)
    assert holiday_calendar("CA-ON", [2018]).holiday(family_day).read("fr") == "Fête de la famille"
    assert not holiday_calendar("CA-QC", [2018]).holiday(family_day)
    assert not holiday_calendar("CA", [2018]).holiday(family_day)


def test_china_works_on_some_weekends_instead_of_holidays() -> None:
    china = holiday_calendar("CN", [2018])
    assert not china.is_working(date(2018, 2, 21))
    saturday = date(2018, 2, 24)
    assert china.is_working(saturday)
    assert not china.is_weekend(saturday)
    assert china.holiday(date(2018, 2, 16)).read("zh-Hans") == "春节"


def test_weekends_differ_from_state_to_state() -> None:
    friday, sunday = date(2024, 5, 17), date(2024, 5, 19)
    arabia = holiday_calendar("SA", [2024])
    assert not arabia.is_working(friday)
    assert arabia.is_working(sunday)


def test_a_year_is_known_only_where_nothing_is_still_to_be_announced() -> None:
    assert holiday_calendar("CN", [2018]).years == {2018}
    assert holiday_calendar("CN", [NOBODY_KNOWS]).years == frozenset()
    assert holiday_calendar("CA", [2018, NOBODY_KNOWS, 2500]).years == {2018, NOBODY_KNOWS}


@pytest.mark.parametrize("code", ["XX", "CA-ZZ", "nonsense", "C A", "-"])
def test_a_calendar_that_nobody_knows_is_refused_when_chosen_and_weekends_alone_when_read(code: str) -> None:
    with pytest.raises(UserError, match="name a state such as CN, or a province such as CA-ON") as caught:
        check_calendar(code)
    assert caught.value.field == "holiday_calendar"
    read = holiday_calendar(code, [2018])
    assert (read.holidays, read.years) == ({}, frozenset())


def test_no_code_is_weekends_alone_and_small_letters_do_not_matter() -> None:
    assert holiday_calendar(" ", [2018]) == WEEKENDS_ALONE
    assert check_calendar("") == ""
    assert check_calendar(" ca-on ") == "CA-ON"


def test_nearly_every_state_that_the_program_knows_has_its_holidays() -> None:
    without = [state.code for state in all_states() if not holiday_calendar(state.code, [2026]).holidays]
    assert len(without) <= 3, without


def test_names_of_holidays_do_not_depend_on_the_language_of_the_machine() -> None:
    code = (
        "from datetime import date\n"
        "from dialogue_prep.system.public_holidays import holiday_calendar\n"
        "print(holiday_calendar('CA', [2018]).holiday(date(2018, 1, 1)).read('en'))\n"
    )
    french = {"LANGUAGE": "fr"}
    told = subprocess.run([sys.executable, "-c", code], env=french, capture_output=True, text=True, check=True)
    assert told.stdout == "New Year's Day\n"


def test_the_library_of_holidays_is_not_imported_before_it_is_needed() -> None:
    code = (
        "import sys, dialogue_prep.store.dossiers, dialogue_prep.services.milestones; print('holidays' in sys.modules)"
    )
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ended.stdout == "False\n"


def test_holidays_are_read_when_somebody_asks_for_them_and_not_before(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    read = public_holidays.holiday_calendar

    def noted(code: str, years: tuple[int, ...]) -> HolidayCalendar:
        asked.append(code)
        return read(code, years)

    monkeypatch.setattr(public_holidays, "holiday_calendar", noted)
    calendar = CalendarWhenAsked("CN", (2018,))
    assert asked == []
    spring, monday = date(2018, 2, 16), date(2018, 2, 12)
    assert calendar.holiday(spring) == read("CN", (2018,)).holiday(spring)
    assert (calendar.is_working(monday), calendar.is_weekend(date(2018, 2, 11))) == (True, False), "a Sunday worked"
    assert (2018 in calendar.years, spring in calendar.holidays) == (True, True)
    assert set(asked) == {"CN"}
