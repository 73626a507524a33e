"""In no table that we write does a cell become a formula or a link, whatever program opens it."""

from __future__ import annotations

import csv
from datetime import date
from io import BytesIO, StringIO
from zipfile import ZipFile

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_prep.documents.table_file import csv_file, excel_file
from dialogue_prep.domain.cells import as_meant
from dialogue_prep.domain.text import clean

TRIGGERS = [
    "=1+1",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://example.invalid","click")',
    '=WEBSERVICE("http://example.invalid")',
    '=IMPORTXML("http://example.invalid","//a")',
    '=DDE("cmd";"/C calc";"x")',
    "=A1",
    "==1",
    " =1+1",
    "\t=1+1",
    "\n=1+1",
    "\r=1+1",
    "\u00a0=1+1",
    "+1+1",
    "+cmd|' /C calc'!A0",
    "+49 30 1234",
    "-1+1",
    "-2",
    "--",
    "- a point",
    "-cmd|' /C calc'!A0",
    "@SUM(1+1)",
    "@name",
    "@A1",
    "|cmd",
    "%0A=1",
    "％",
    "＝1+1",
    "＋1",
    "－1",
    "＠SUM(1)",
    "'=1+1",
    "''=1",
    '"=1+1"',
    '","=1+1',
    ";=1+1",
    "a;=1+1",
    "http://example.invalid/",
    "mailto:nobody@example.invalid",
    "file:///etc/hostname",
    "\\\\server\\share",
    "{=1+1}",
    "a\r\n=1+1",
    "TRUE",
    "1E5",
]


def read_csv(written: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(written.decode("utf-8-sig"), newline="")))


def test_there_are_at_least_forty_of_them() -> None:
    assert len(set(TRIGGERS)) >= 40


@pytest.mark.shows("I7 cells of Excel that are a formula or a link")
@pytest.mark.parametrize("words", TRIGGERS, ids=ascii)
def test_no_cell_of_an_excel_file_is_a_formula_or_a_link(words: str) -> None:
    written = excel_file("Table", [words], [[words]])
    for cell in (row[0] for row in openpyxl.load_workbook(BytesIO(written)).active.rows):
        assert (cell.data_type, cell.hyperlink) == ("s", None)
        assert cell.value == clean(words)
    with ZipFile(BytesIO(written)) as package:
        sheet = package.read("xl/worksheets/sheet1.xml")
        assert b"<f>" not in sheet
        assert b"hyperlink" not in sheet
        assert not [name for name in package.namelist() if "externalLink" in name]


@pytest.mark.shows("I7 cells of CSV that begin as a formula")
@pytest.mark.parametrize("words", TRIGGERS, ids=ascii)
def test_no_cell_of_a_csv_file_begins_like_a_formula(words: str) -> None:
    (head,), (cell,) = read_csv(csv_file([words], [[words]]))
    assert head == cell
    assert cell.lstrip()[:1] not in set("=+-@|%＝＋－＠")
    assert cell[:1] not in "\t\r\n" or not cell
    assert as_meant(cell) == words


def test_days_and_numbers_stay_what_they_are() -> None:
    written = excel_file("Table", ["Day", "Number"], [[date(2032, 6, 1), -3], [None, 0]])
    sheet = openpyxl.load_workbook(BytesIO(written)).active
    assert [sheet["B2"].value, sheet["A3"].value, sheet["B3"].value] == [-3, None, 0]
    assert sheet["A2"].is_date
    assert sheet["A2"].value.date() == date(2032, 6, 1)
    assert read_csv(csv_file(["Day", "Number"], [[date(2032, 6, 1), -3]]))[1] == ["2032-06-01", "-3"]


def test_the_same_table_gives_the_same_bytes_and_names_nobody() -> None:
    first = excel_file("Table", ["Head"], [["words"]])
    with ZipFile(BytesIO(first)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        properties = package.read("docProps/core.xml")
    assert b"openpyxl" not in properties
    assert b"created" not in properties
    assert excel_file("Table", ["Head"], [["words"]]) == first


@pytest.mark.parametrize("title", ["[a]:*?/\\'", "x" * 80, "", "Hosting schedule"])
def test_any_title_names_a_sheet(title: str) -> None:
    (sheet,) = openpyxl.load_workbook(BytesIO(excel_file(title, ["Head"], []))).worksheets
    assert 1 <= len(sheet.title) <= 31


@given(rows=st.lists(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"])), min_size=2, max_size=2)))
def test_any_words_come_out_of_a_csv_file_as_they_went_in(rows: list[list[str]]) -> None:
    assert [[as_meant(cell) for cell in row] for row in read_csv(csv_file(["a", "b"], rows))[1:]] == rows
