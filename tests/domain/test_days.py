"""Days and time zones as people type them, and cells that must stay words."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_prep.domain.cells import as_meant, harmless, is_trigger
from dialogue_prep.domain.days import check_zone, day_of
from dialogue_prep.domain.errors import UserError


@given(day=st.dates())
def test_a_day_is_read_as_it_is_written(day: date) -> None:
    assert day_of(f"  {day.isoformat()} ") == day


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("2019-02-29", "“2019-02-29” is no day: that month has 28 days."),
        ("1900-2-29", "that month has 28 days"),
        ("2018-04-31", "that month has 30 days"),
        ("2018-13-01", "there is no such month"),
        ("2018-00-01", "there is no such month"),
        ("0000-01-01", "there is no such month"),
        ("2018-01-00", "that month has 31 days"),
        ("12 June 2018", "write it such as 2018-06-12"),
        ("", "write it such as 2018-06-12"),
        ("２０１８-06-12x", "write it such as 2018-06-12"),
    ],
)
def test_what_is_no_day_is_told_at_its_field(words: str, sentence: str) -> None:
    with pytest.raises(UserError) as caught:
        day_of(words, "start")
    assert sentence in str(caught.value)
    assert caught.value.field == "start"


def test_the_29th_of_february_is_a_day_in_a_leap_year() -> None:
    assert day_of("2020-02-29") == date(2020, 2, 29)


@pytest.mark.parametrize("name", ["", "Nowhere/Town", "../../etc/passwd", "/etc/hostname", "Asia", "a\0b", "x" * 5000])
def test_an_unknown_zone_is_told_at_its_field(name: str) -> None:
    with pytest.raises(UserError, match="is no time zone; name one such as America/Toronto") as caught:
        check_zone(name)
    assert caught.value.field == "time_zone"


def test_a_zone_is_found_by_its_name() -> None:
    assert check_zone("Asia/Shanghai").key == "Asia/Shanghai"


@given(words=st.text(st.sampled_from("'=+-@|% \t\nabc＝"), max_size=6))
def test_a_cell_made_harmless_is_no_trigger_and_means_the_same(words: str) -> None:
    assert not is_trigger(harmless(words))
    assert as_meant(harmless(words)) == words
