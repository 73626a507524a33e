"""Lists of people as others send them: Excel, CSV, cards, rows from a spreadsheet; and files that are none."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from dialogue_prep.domain.delegate_list import ListField
from dialogue_prep.domain.errors import UserError
from dialogue_prep.reading.people_file import read_pasted_people, read_people
from dialogue_prep.reading.people_rows import rows
from dialogue_prep.system.refusal import Refused
from tests.reading.writing import package

SHEET = "xl/worksheets/sheet1.xml"
CARDS = """BEGIN:VCARD\r
VERSION:3.0\r
FN:Ms. Ada Example\r
N:Example;Ada;;Ms.;\r
ORG:Office of Waters;Policy\r
TITLE:Director\\, Policy\r
END:VCARD\r
BEGIN:VCARD\r
VERSION:2.1\r
N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Ex=C3=A9mple;Bo\r
END:VCARD\r
"""


def test_a_sheet_of_excel_is_read_through_the_guard_and_no_formula_is_worked_out(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["Name", "Job title", "Department", "Fee"], [], ["Ada Example", "Director", "Waters", "=1+1"]):
        sheet.append(row)
    book.save(tmp_path / "list.xlsx")
    found = read_people(tmp_path / "list.xlsx")
    assert found.rows == (("Ada Example", "Director", "Waters", ""),)
    assert found.columns == (ListField.NAME, ListField.OFFICE, ListField.ENTITY, None)


def test_cards_give_name_address_entity_and_office() -> None:
    assert rows(CARDS.encode()) == [
        ["Name", "Form of address", "Entity", "Office"],
        ["Ada Example", "Ms.", "Office of Waters, Policy", "Director, Policy"],
        ["Bo Exémple", "", "", ""],
    ]


@pytest.mark.parametrize(
    ("data", "first"),
    [
        ("Nom;Organisme\nÉlodie Exemple;Eaux\n".encode("cp1252"), ["Élodie Exemple", "Eaux"]),
        ('\ufeffName,Office\n"Example, Ada",\'=Chief\n'.encode(), ["Example, Ada", "=Chief"]),
        ("姓名\t职务\n王伟\t处长\n".encode("gb18030"), ["王伟", "处长"]),
    ],
    ids=["semicolons", "commas", "tabs"],
)
def test_tables_in_text_are_read_whatever_their_separator_and_encoding(data: bytes, first: list[str]) -> None:
    assert rows(data)[1] == first


def test_rows_without_headings_are_all_kept_and_the_first_column_has_the_names() -> None:
    found = read_pasted_people("Ada Example\tDirector\nBo Sample\tAdviser\n")
    assert found.headings == ("1", "2")
    assert [row[0] for row in found.rows] == ["Ada Example", "Bo Sample"]
    assert found.columns == (ListField.NAME, None)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1old", "it is a file of an old Excel"),
        (b"PK\x03\x04broken", "it is damaged, or no Excel file"),
        (b"BEGIN:VCARD\r\nFN:Ada", "its cards are damaged"),
        (b" \n\n", "nobody is in it"),
        (b"Name\n" + b"Ada\n" * 2001, "it has more than 2000 rows"),
        (b"%PDF-1.7\x00\x01\x02\x03\x04\x05\x06", "it is no text"),
    ],
)
def test_a_file_that_is_no_list_is_refused_with_its_reason(data: bytes, why: str) -> None:
    with pytest.raises(Refused, match=why):
        rows(data)


@pytest.mark.parametrize("words", [" \n", ",\n", '""', ";;\n;;\n"])
def test_nothing_that_was_copied_is_said(words: str) -> None:
    with pytest.raises(UserError, match="There is no list to paste"):
        read_pasted_people(words)


def test_commas_within_cells_part_nothing_where_every_row_has_tabs() -> None:
    found = read_pasted_people("Name\tTitle\nAda Example\tDirector, Policy, Planning, Rivers\n")
    assert found.rows == (("Ada Example", "Director, Policy, Planning, Rivers"),)


@pytest.mark.parametrize("role", ["Member", "Delegate"])
def test_somebody_in_the_first_row_is_not_taken_for_the_headings(role: str) -> None:
    found = read_pasted_people(f"Ada Example\t{role}\nBo Sample\t{role}\n")
    assert [row[0] for row in found.rows] == ["Ada Example", "Bo Sample"]
    assert read_pasted_people(f"{role}\tOffice\nAda Example\tDirector\n").headings == (role, "Office")


def sheet_with(old: bytes, new: bytes) -> bytes:
    """Return a file of Excel with two rows, in whose sheet these bytes stand in the place of others."""
    book, written = openpyxl.Workbook(), BytesIO()
    assert book.active is not None
    for row in (["Name", "Office"], ["Ada Example", "Chief"]):
        book.active.append(row)
    book.save(written)
    with zipfile.ZipFile(written) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    assert old in parts[SHEET]
    return package({**parts, SHEET: parts[SHEET].replace(old, new)})


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'ref="A1:B2"', b'ref="A1"'),
        (b'ref="A1:B2"', b'ref="A1:XFD1048576"'),
        (b"</sheetData>", b'<row r="9000"><c r="A9000"/></row></sheetData>'),
    ],
    ids=["too small", "too large", "a blank cell far below"],
)
def test_what_a_sheet_says_of_its_size_hides_nobody(old: bytes, new: bytes) -> None:
    assert rows(sheet_with(old, new)) == [["Name", "Office"], ["Ada Example", "Chief"]]


@pytest.mark.parametrize(
    ("old", "new"),
    [(b"</sheetData>", b"<row"), (b'<c r="B2" t="inlineStr">', b'<c r="B2" t="s"><v>99</v></c><c r="C2">')],
    ids=["cut off", "words that are nowhere"],
)
def test_a_sheet_that_is_damaged_is_refused(old: bytes, new: bytes) -> None:
    with pytest.raises(Refused, match="it is damaged, or no Excel file"):
        rows(sheet_with(old, new))


def test_a_card_in_an_encoding_that_nobody_knows_is_refused() -> None:
    card = "BEGIN:VCARD\r\nVERSION:2.1\r\nFN;CHARSET=none;ENCODING=QUOTED-PRINTABLE:=C3=A9\r\nEND:VCARD\r\n"
    with pytest.raises(Refused, match="its cards are damaged"):
        rows(card.encode())


@pytest.mark.parametrize(
    ("headings", "columns"),
    [
        ("Title\tName\tPosition", (ListField.FORM_OF_ADDRESS, ListField.NAME, ListField.OFFICE)),
        ("Name\tJob title\tTitle", (ListField.NAME, ListField.OFFICE, ListField.FORM_OF_ADDRESS)),
        ("Titre\tNom\tCivilité\tFonction", (None, ListField.NAME, ListField.FORM_OF_ADDRESS, ListField.OFFICE)),
        ("Name\tTitle", (ListField.NAME, ListField.OFFICE)),
        ("Name\tTitle\tSalutation", (ListField.NAME, ListField.OFFICE, ListField.FORM_OF_ADDRESS)),
    ],
    ids=["before", "behind", "three", "alone", "beside a form of address"],
)
def test_a_title_is_the_office_only_where_no_other_column_tells_it_better(
    headings: str, columns: tuple[ListField | None, ...]
) -> None:
    cells = "\t".join("x" for _column in columns)
    assert read_pasted_people(f"{headings}\n{cells}\n").columns == columns
