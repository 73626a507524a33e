"""Milestones out of a table that a spreadsheet saved: row by row, and what is wrong with each."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.milestone import DayCount
from dialogue_prep.reading.milestone_rows import milestone_rows, read_milestone_rows


def test_a_row_is_counted_back_or_on_a_day_of_its_own() -> None:
    counted, fixed = milestone_rows(
        "Title,Due,Days before,Counted in,Owner,Done on\n"
        "Book,2032-05-28,2,working days of both,Desk A,2032-05-27\n"
        "Visas,2032-05-03,,,,\n"
    )
    assert (counted.offset, counted.count, counted.fixed) == (2, DayCount.WORKING_BOTH, None)
    assert (counted.owner, counted.done_on) == ("Desk A", date(2032, 5, 27))
    assert (fixed.fixed, fixed.count) == (date(2032, 5, 3), DayCount.CALENDAR)


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        (",2032-05-03,", "A milestone needs a title."),
        ("Visas,,", "Say when it is due: a day, or so many days before the round."),
        ("Visas,2031-02-29,", "“2031-02-29” is no day: that month has 28 days."),
        ("Visas,0203-05-03,", "Look at 0203-05-03 again: its year cannot be right."),
        ("Visas,3 May,", "“3 May” is no day; write it such as 2018-06-12."),
        ("Visas,,soon", "“soon” is no number of days before the round; at most 1098."),
        ("Visas,,99999", "“99999” is no number of days before the round; at most 1098."),
        ("Visas,,5,weeks", "“weeks” is no way to count days; it can be: calendar days"),
    ],
)
def test_what_is_wrong_with_a_row_is_said_with_its_line_and_the_others_are_read(row: str, sentence: str) -> None:
    wrong, right = milestone_rows(f"Title,Due,Days before,Counted in\n{row}\nBook,,2\n")
    assert wrong.error is not None
    assert sentence in wrong.error.read("en")
    assert (wrong.line, right.line, right.error) == (2, 3, None)


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_columns_are_divided_as_the_spreadsheet_divides_them_and_stand_in_any_order(sign: str) -> None:
    (row,) = milestone_rows(f"Owner{sign}Days before{sign}Title\nDesk A{sign}15{sign}Book\n")
    assert (row.title, row.offset, row.owner) == ("Book", 15, "Desk A")


def test_a_column_without_a_head_is_nothing_that_is_asked_for() -> None:
    (row,) = milestone_rows("Title;;Due;\nBook;by train;2032-05-28;\n")
    assert (row.title, row.fixed, row.owner, row.error) == ("Book", date(2032, 5, 28), "", None)


def test_columns_of_other_names_are_said() -> None:
    with pytest.raises(UserError, match=r"The table needs a column “Title”.*it has: Task, Deadline") as caught:
        milestone_rows("Task,Deadline\nBook,2032-05-28\n")
    assert caught.value.field == "columns"


def test_an_apostrophe_before_what_would_be_a_formula_is_no_part_of_the_words() -> None:
    (row,) = milestone_rows("Title,Days before\n'=1+1,-2\n")
    assert (row.title, row.offset) == ("=1+1", -2)
    (row,) = milestone_rows("Title,Days before\nBook,'-2\n")
    assert row.offset == -2


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "There is no table in this file"),
        ("\n,,\n", "There is no table in this file"),
        ('Title,Due\n"Book,2032-05-28\n', "is no row of a table"),
        ("Title\nBook\n", "and “Due” or “Days before”"),
        ("Title,Due\n" + "Book,2032-05-28\n" * 2001, "is too long; 2000 can be read"),
    ],
)
def test_what_is_no_such_table_is_refused(text: str, sentence: str) -> None:
    with pytest.raises(UserError, match=sentence):
        milestone_rows(text)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_file_is_read_in_the_encoding_in_which_it_was_saved(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("Title;Due\r\nCommuniqué à préparer;2032-05-28\r\n\r\n".encode(encoding))
    (row,) = read_milestone_rows(path)
    assert row.title == "Communiqué à préparer"


def test_a_cell_may_hold_several_lines() -> None:
    (row,) = milestone_rows('Title,Days before\n"Book\nand map",3\n')
    assert row.title == "Book\nand map"


@given(text=st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
def test_any_text_is_a_table_or_refused_in_a_sentence(text: str) -> None:
    told = ""
    try:
        rows = milestone_rows("Title,Due,Days before\n" + text)
    except UserError as error:
        rows, told = (), str(error)
    assert told == "" or told.endswith(".")
    assert all(row.error or row.title for row in rows)
