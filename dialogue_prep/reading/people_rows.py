"""The rows of a list of people, out of the bytes of a foreign file: Excel, cards (vCard), or a table in plain text.

It runs in the child process of the guard. Formulas are never worked out: of a cell that has one, its last value counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from io import BytesIO

import openpyxl
import vobject
from openpyxl.utils.exceptions import InvalidFileException
from vobject.base import ParseError

from dialogue_prep.reading.table_text import MOST_COLUMNS, MOST_ROWS, rows_of_text
from dialogue_prep.reading.text_encoding import decoded
from dialogue_prep.system.guard_package import open_package
from dialogue_prep.system.refusal import Refused

_ZIP, _OLD_EXCEL, _CARD = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "BEGIN:VCARD"
_CARD_HEADINGS = ["Name", "Form of address", "Entity", "Office"]
_LONGEST_CELL = 2000


def rows(data: bytes) -> list[list[str]]:
    """Return the rows of the file, headings first. Raises Refused."""
    if data.startswith(_OLD_EXCEL):
        raise Refused("it is a file of an old Excel, or protected; save it as .xlsx without a password")
    if data.startswith(_ZIP):
        found = _of_excel(data)
    else:
        text, _encoding = decoded(data)
        found = _of_cards(text) if text.lstrip("\ufeff \r\n").upper().startswith(_CARD) else rows_of_text(text)
    filled = [[cell[:_LONGEST_CELL] for cell in row] for row in found if any(row)]
    if not filled:
        raise Refused("nobody is in it; choose the file with the list")
    return filled


def _of_excel(data: bytes) -> list[list[str]]:
    """Return the rows of the first sheet that has any."""
    open_package(data, damaged="it is damaged, or no Excel file")
    try:
        book = openpyxl.load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
        for sheet in book.worksheets:
            # What a file says of the size of its sheet can be wrong, and would hide cells.
            sheet.reset_dimensions()
            found = list(_limited(sheet.iter_rows(values_only=True)))
            if found:
                return found
    except (InvalidFileException, LookupError, ValueError, TypeError, AttributeError, OSError, SyntaxError) as error:
        raise Refused("it is damaged, or no Excel file") from error
    return []


def _limited(found: Iterable[tuple[object, ...]]) -> Iterator[list[str]]:
    """Yield the rows that say anything; a cell far below that only looks different makes many that do not."""
    filled = (cells for row in found if any(cells := [_said(cell) for cell in row[:MOST_COLUMNS]]))
    for number, cells in enumerate(filled):
        if number > MOST_ROWS:
            raise Refused(f"it has more than {MOST_ROWS} rows; keep the list alone in it")
        yield cells


def _said(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, datetime | date | time):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()


def _of_cards(text: str) -> list[list[str]]:
    """Return one row a card: the name as it is to be shown, form of address, entity with its parts, office."""
    found = [list(_CARD_HEADINGS)]
    try:
        for card in vobject.readComponents(text, allowQP=True):
            found.append(_of_card(card))
            if len(found) > MOST_ROWS:
                raise Refused(f"it has more than {MOST_ROWS} cards; keep those of the delegation in it")
    except (ParseError, ValueError, AttributeError, LookupError) as error:
        raise Refused("its cards are damaged; export them again") from error
    return found if len(found) > 1 else []


def _of_card(card: vobject.base.Component) -> list[str]:
    names = getattr(card, "n", None)
    parts = [_part(names.value, part) for part in ("given", "additional", "family")] if names is not None else []
    shown = _value(card, "fn") or " ".join(filter(None, parts))
    address = _part(names.value, "prefix") if names is not None else ""
    name = shown.removeprefix(address).strip() if address else shown
    return [name, address, _value(card, "org"), _value(card, "title")]


def _part(name: object, part: str) -> str:
    value = getattr(name, part, "")
    return (" ".join(value) if isinstance(value, list) else str(value)).strip()


def _value(card: vobject.base.Component, line: str) -> str:
    found = getattr(card, line, None)
    value = found.value if found is not None else ""
    return ", ".join(filter(None, value)) if isinstance(value, list) else str(value).strip()
