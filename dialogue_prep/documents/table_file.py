"""Writes tables as CSV and Excel files in which no cell is anything but what it says."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from datetime import date
from io import BytesIO, StringIO
from typing import TYPE_CHECKING

from dialogue_prep.documents.word.package import packed
from dialogue_prep.domain.cells import harmless, is_trigger
from dialogue_prep.domain.text import clean

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell

Content = str | int | date | None

_WIDEST = 60
# Without them the library writes the present moment into the file.
_NO_PROPERTIES = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>'
)


def csv_file(head: Sequence[str], rows: Iterable[Sequence[Content]]) -> bytes:
    """Return a table as CSV in UTF-8 with a byte order mark, every cell quoted, days as ISO 8601.

    Words that a spreadsheet would take for a formula have an apostrophe before them.
    """
    lines = StringIO(newline="")
    writer = csv.writer(lines, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow([_cell(cell) for cell in head])
    writer.writerows([_cell(cell) for cell in row] for row in rows)
    return lines.getvalue().encode("utf-8-sig")


def excel_file(title: str, head: Sequence[str], rows: Iterable[Sequence[Content]]) -> bytes:
    """Return a table as an Excel file with one sheet: words as words, days as days, the same bytes each time."""
    from openpyxl import Workbook
    from openpyxl.styles import Font

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "".join(character for character in title if character not in "[]:*?/\\'")[:31] or "1"
    table: list[Sequence[Content]] = [head, *rows]
    for number, row in enumerate(table, start=1):
        for place, content in enumerate(row, start=1):
            _write(sheet.cell(number, place), content)
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for place, column in enumerate(zip(*table, strict=True), start=1):
        widest = max(len(str(content)) for content in column if content is not None)
        sheet.column_dimensions[sheet.cell(1, place).column_letter].width = min(widest, _WIDEST) + 2
    sheet.freeze_panes = "A2"
    saved = BytesIO()
    book.save(saved)
    return packed(saved, {"docProps/core.xml": _NO_PROPERTIES})


def _cell(content: Content) -> str:
    if isinstance(content, date):
        return content.isoformat()
    return str(content) if isinstance(content, int) else harmless(content or "")


def _write(cell: Cell, content: Content) -> None:
    if isinstance(content, str):
        cell.value = clean(content)
        cell.data_type = "s"  # else words that begin with “=” become a formula
        cell.quotePrefix = is_trigger(content)  # and they stay words when somebody edits the cell
    else:
        cell.value = content
        if isinstance(content, date):
            cell.number_format = "yyyy-mm-dd"
