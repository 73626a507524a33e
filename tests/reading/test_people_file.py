"""Lists of people as others send them: Excel, CSV, cards, rows from a spreadsheet; and files that are none."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from dialogue_prep.domain.delegate_list import ListField
from dialogue_prep.domain.errors import UserError
from dialogue_prep.reading.people_file import read_pasted_people, read_people
from dialogue_prep.reading.people_rows import rows
from dialogue_prep.system.refusal import Refused

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


def test_nothing_that_was_copied_is_said() -> None:
    with pytest.raises(UserError, match="There is no list to paste"):
        read_pasted_people(" \n")


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
