"""The rows of a table in plain text: cells apart by tabs, commas or semicolons, as files and clipboards have them."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from dialogue_prep.domain.cells import as_meant
from dialogue_prep.system.refusal import Refused

MOST_ROWS, MOST_COLUMNS = 2000, 60
_SEPARATORS = ("\t", ";", ",")
_SAMPLE = 5


def rows_of_text(text: str) -> list[list[str]]:
    """Return the rows, their cells without the mark against formulas. Raises Refused for more rows than a list has."""
    lines = text.lstrip("\ufeff").splitlines(keepends=True)
    separator = _separator([line for line in lines[:_SAMPLE] if line.strip()])
    try:
        found = [
            [as_meant(cell.strip()) for cell in row[:MOST_COLUMNS]]
            for row in csv.reader(io.StringIO("".join(lines)), delimiter=separator)
        ]
    except csv.Error as error:
        raise Refused("its rows cannot be told apart; save it as CSV again") from error
    if len(found) > MOST_ROWS:
        raise Refused(f"it has more than {MOST_ROWS} rows; keep the list alone in it")
    return found


def _separator(lines: Sequence[str]) -> str:
    """Return what stands between cells: what every line has, for words within a cell can hold any number of commas."""
    in_all = next((sign for sign in _SEPARATORS if lines and all(sign in line for line in lines)), None)
    return in_all or max(_SEPARATORS, key="".join(lines).count)
