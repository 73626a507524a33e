"""Reads milestones out of a table that a spreadsheet saved as CSV: each row, or what is wrong with it."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from io import StringIO
from pathlib import Path

from dialogue_prep.domain.cells import as_meant
from dialogue_prep.domain.days import day_of
from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.milestone import FURTHEST, DayCount
from dialogue_prep.domain.round import check_year
from dialogue_prep.domain.sentence import Sentence
from dialogue_prep.domain.text import clean
from dialogue_prep.reading.read import read_text
from dialogue_prep.system.language import catalogue

MOST_ROWS = 2000

# The heads under which columns are known without being told, in every language in which we write tables ourselves.
HEADS = {
    "title": "Title",
    "due": "Due",
    "offset": "Days before",
    "count": "Counted in",
    "owner": "Owner",
    "done_on": "Done on",
}
_LANGUAGES = ("en", "fr", "zh-Hans")
_WHOLE = re.compile(r"[+-]?\d{1,6}")


@dataclass(frozen=True, slots=True, kw_only=True)
class MilestoneRow:
    """One row of the table: what it says, or the `error` for which it cannot be taken in.

    A row with days before the round is counted back; else `fixed` is its day.
    """

    line: int
    title: str
    offset: int = 0
    count: DayCount = DayCount.CALENDAR
    fixed: date | None = None
    owner: str = ""
    done_on: date | None = None
    error: Sentence | None = None


def read_milestone_rows(path: Path) -> tuple[MilestoneRow, ...]:
    """Return the rows of a CSV file.

    Raises UserError where the file is no such table; what is wrong with single rows is said in them.
    """
    return milestone_rows("\n".join(read_text(path).paragraphs))


def milestone_rows(text: str) -> tuple[MilestoneRow, ...]:
    """Return the rows of a table in CSV; its columns may be divided by commas, semicolons or tabs."""
    reader = csv.reader(StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    try:
        table = [(reader.line_num, [as_meant(cell).strip() for cell in row]) for row in reader]
    except csv.Error as error:
        raise UserError("Line {line} is no row of a table: {reason}.", line=reader.line_num, reason=error) from error
    filled = [(line, row) for line, row in table if any(row)]
    if not filled:
        raise UserError("There is no table in this file.")
    if len(filled) > MOST_ROWS:
        raise UserError(
            "A plan of {rows} milestones is too long; {most} can be read.", rows=len(filled), most=MOST_ROWS
        )
    places = _places(filled[0][1])
    return tuple(_row(line, row, places) for line, row in filled[1:])


def _delimiter(text: str) -> str:
    first = text.partition("\n")[0]
    return max((",", ";", "\t"), key=first.count)


def _places(head: Sequence[str]) -> dict[str, int]:
    """Return in which column each field stands."""
    names = [name.removeprefix("\ufeff").casefold() for name in head]
    places = {
        field: next((names.index(name) for name in _spoken(known) if name in names), -1)
        for field, known in HEADS.items()
    }
    found = {field: place for field, place in places.items() if place >= 0}
    if "title" not in found or not found.keys() & {"due", "offset"}:
        raise UserError(
            "The table needs a column “Title”, and “Due” or “Days before”; it has: {heads}.",
            field="columns",
            heads=tuple(head),
        )
    return found


def _row(line: int, row: Sequence[str], places: Mapping[str, int]) -> MilestoneRow:
    said = {field: row[place] if place < len(row) else "" for field, place in places.items()}
    title = said.get("title", "")
    try:
        if not title:
            raise UserError("A milestone needs a title.", field="title")
        offset = _offset(said.get("offset", ""))
        return MilestoneRow(
            line=line,
            title=clean(title),
            offset=offset or 0,
            count=_count(said.get("count", "")),
            fixed=None if offset is not None else _due(said.get("due", "")),
            owner=clean(said.get("owner", "")),
            done_on=_day(said["done_on"], "done_on") if said.get("done_on") else None,
        )
    except UserError as error:
        return MilestoneRow(line=line, title=title, error=error.sentence)


def _offset(words: str) -> int | None:
    if not words:
        return None
    if not _WHOLE.fullmatch(words) or abs(int(words)) > FURTHEST:
        text = "“{words}” is no number of days before the round; at most {most}."
        raise UserError(text, field="offset", words=words, most=FURTHEST)
    return int(words)


def _due(words: str) -> date:
    if not words:
        raise UserError("Say when it is due: a day, or so many days before the round.", field="due")
    return _day(words, "due")


def _day(words: str, field: str) -> date:
    day = day_of(words, field)
    check_year(day, field)
    return day


def _count(words: str) -> DayCount:
    wanted = words.casefold()
    if not wanted:
        return DayCount.CALENDAR
    found = next((count for count in DayCount if wanted in _spoken(count.value)), None)
    if found is None:
        text = "“{words}” is no way to count days; it can be: {known}."
        raise UserError(text, field="count", words=words, known=tuple(DayCount))
    return found


def _spoken(words: str) -> tuple[str, ...]:
    """Return words of ours in all our languages."""
    return tuple(catalogue(language).gettext(words).casefold() for language in _LANGUAGES)
