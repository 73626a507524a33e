"""About how high a table will be; whoever lays out the pages knows better, but only once they are laid out."""

from __future__ import annotations

import re
from math import ceil

from dialogue_prep.documents.model import Cell, Row, Table, words_of_line
from dialogue_prep.documents.wording import UNSPACED

_PAGE = 240.0
"""What there is between header and footer of a page of A4, in millimetres."""
_LINE, _BETWEEN_ROWS = 4.7, 3.5
_LETTER, _CHARACTER = 1.95, 3.7
_MARGINS = 3.0


def fits(table: Table) -> bool:
    """Say whether a table stands on one page with its heading; one that does not must be free to go on on the next."""
    return sum(_height(row, table.widths) for row in (table.header, *table.rows)) < 0.8 * _PAGE


def _height(row: Row, widths: tuple[float, ...]) -> float:
    lines = max((_lines(cell, width - _MARGINS) for cell, width in zip(row, widths, strict=False)), default=0)
    return lines * _LINE + _BETWEEN_ROWS if lines else 0.0


def _lines(cell: Cell, width: float) -> int:
    return sum(max(1, ceil(_length(words_of_line(line)) / width)) for line in cell.paragraphs)


def _length(words: str) -> float:
    wide = len(re.findall(UNSPACED, words))
    return wide * _CHARACTER + (len(words) - wide) * _LETTER
