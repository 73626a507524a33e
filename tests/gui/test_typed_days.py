"""Days that are typed into the window: in whatever form it writes one, and in every other that can be one day only."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from dialogue_prep.domain.errors import UserError
from dialogue_prep.gui.days import day_in_words, month_in_words, read_day, read_month, weekday_in_words
from dialogue_prep.gui.dress import LANGUAGES
from dialogue_prep.gui.kit.day_line import DayLine
from dialogue_prep.gui.words import sentence_in_words

DAY = date(2018, 6, 12)


@given(day=st.dates(), language=st.sampled_from(LANGUAGES))
def test_a_day_is_read_as_the_window_writes_it_in_each_language(day: date, language: str) -> None:
    for written in (day.isoformat(), day_in_words(day, language), weekday_in_words(day, language)):
        assert read_day(f"  {written} ") == day
    assert read_month(month_in_words(day, language)) == day.replace(day=1)


@pytest.mark.parametrize(
    "words",
    [
        "12 Jun 2018",
        "12 jun. 2018",
        "12th of June, 2018",
        "June 12, 2018",
        "Tue, 12 June 2018",
        "Tuesday June 12 2018",
        "le mardi 12 juin 2018",
        "2018年6月12号",
        "2018 年 6 月 12 日 星期二",
        "２０１８年６月１２日",
        "2018/6/12",
        "2018.06.12",
        "2018-6-12",
    ],
)
def test_a_day_may_be_typed_in_other_forms_as_well(words: str) -> None:
    assert read_day(words) == DAY


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("21.5.2026", date(2026, 5, 21)),
        ("05/21/2026", date(2026, 5, 21)),
        ("5-5-2026", date(2026, 5, 5)),
        ("1 févr. 2018", date(2018, 2, 1)),
        ("1er FEVRIER 2018", date(2018, 2, 1)),
        ("3 sept. 2018", date(2018, 9, 3)),
    ],
)
def test_a_month_may_be_shortened_and_figures_may_stand_as_they_can_be_told_apart(words: str, day: date) -> None:
    assert read_day(words) == day


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("05/06/2026", "“05/06/2026” can be 6 May 2026 or 5 June 2026; write the one that you mean like this."),
        ("soon", "“soon” is no day; write it such as 12 June 2018."),
        ("12 June", "“12 June” is no day; write it such as 12 June 2018."),
        ("12 June 18", "“12 June 18” is no day; write it such as 12 June 2018."),
        ("2018-6/12", "“2018-6/12” is no day; write it such as 12 June 2018."),
        ("Wed 12 June 2018", "“Wed 12 June 2018” is no day; write it such as 12 June 2018."),
        ("12 jui 2018", "“12 jui 2018” is no day: there is no such month."),
        ("30 February 2018", "“30 February 2018” is no day: that month has 28 days."),
        ("13/31/2018", "“13/31/2018” is no day: there is no such month."),
        ("0/5/2018", "“0/5/2018” is no day: there is no such month."),
        ("1 May 0000", "“1 May 0000” is no day: there is no such month."),
    ],
)
def test_what_is_no_day_or_may_be_two_is_refused_at_its_field(words: str, sentence: str) -> None:
    with pytest.raises(UserError) as caught:
        read_day(words, "start")
    assert (sentence_in_words(caught.value.sentence), caught.value.field) == (sentence, "start")


@pytest.mark.parametrize("words", ["2018-06", "6/2018", "June 2018", "juin 2018", "2018年6月"])
def test_a_month_is_read_as_its_first_day(words: str) -> None:
    assert read_month(words) == date(2018, 6, 1)


@pytest.mark.parametrize("words", ["", "12 June 2018", "2018-06-12", "soon"])
def test_what_is_no_month_is_left_to_be_read_as_a_day(words: str) -> None:
    assert read_month(words) is None


def test_a_line_says_by_an_example_how_a_day_is_written_and_none_is_none(qtbot: QtBot) -> None:
    line, filled, meant = DayLine(), DayLine(DAY), DayLine(otherwise="today")
    for one in (line, filled, meant):
        qtbot.addWidget(one)
    assert (line.text(), line.placeholderText(), line.day()) == ("", "e.g. 12 June 2018", None)
    assert (filled.text(), filled.day()) == ("12 June 2018", DAY)
    assert meant.placeholderText() == "today"
