"""A file that came back: which paper it is, what its lines say now, and what was changed and remarked in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, NamedTuple

from dialogue_prep.documents.looks import Look, Mark, Marks, joined
from dialogue_prep.documents.word.collecting import without_collecting


class Via(StrEnum):
    """By what a unit is found in a file, the surest first."""

    TAG = "tag"
    BOOKMARK = "bookmark"
    LIKENESS = "likeness"


_VIAS = {via.value: via for via in Via}


class SavingProgram(StrEnum):
    """Which program saved a file, as far as it says so."""

    WORD = "Word"
    LIBREOFFICE = "LibreOffice"
    WPS = "WPS Office"
    GOOGLE = "Google Docs"
    OTHER = "another program"


class UnitSpan(NamedTuple):
    """Where a unit stands in a line: the characters from `start` up to `end`; pieces of one mark share a `number`."""

    number: int
    tag: str
    via: Via
    start: int
    end: int
    prompting: bool = False


class ReturnedLine(NamedTuple):
    """One paragraph with every tracked change accepted; an `item` is one of a list.

    One in a table is in a `table` (counted from 0), a `row` and a `column`; all three are -1 elsewhere.
    """

    text: str
    spans: tuple[UnitSpan, ...] = ()
    marks: Marks = ()
    table: int = -1
    row: int = -1
    column: int = -1
    item: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnedComment:
    """A comment or a note at the foot, and the line (from 0) and character at which it is anchored."""

    words: str
    author: str
    on: date | None
    line: int
    at: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnedFile:
    """A Word file that came back, as it reads.

    `paper`, `version`, `profile` and `keys` (by tag) are as its manifest has them, or empty; `named` is the paper that
    its property names. `author` and `on` are of whoever saved it last; `changes` counts tracked changes by author.
    """

    paper: str
    version: int
    profile: str
    named: str
    keys: Mapping[str, str]
    program: SavingProgram
    author: str
    on: date | None
    lines: tuple[ReturnedLine, ...]
    comments: tuple[ReturnedComment, ...]
    insertions: int
    deletions: int
    changes: tuple[tuple[str, int], ...]

    @property
    def identified(self) -> bool:
        """Whether it says itself which paper it is."""
        return bool(self.paper or self.named)


def returned_file(told: Mapping[str, Any]) -> ReturnedFile:
    """Return a file as the child of the guard told it."""
    with without_collecting():
        lines = tuple([_line(line) for line in told["lines"]])
    return ReturnedFile(
        paper=told["paper"],
        version=told["version"],
        profile=told["profile"],
        named=told["named"],
        keys=told["keys"],
        program=SavingProgram(told["program"]),
        author=told["author"],
        on=_day(told["on"]),
        lines=lines,
        comments=tuple(
            ReturnedComment(words=words, author=author, on=_day(on), line=line, at=at)
            for words, author, on, line, at in told["comments"]
        ),
        insertions=told["insertions"],
        deletions=told["deletions"],
        changes=tuple((author, count) for author, count in told["changes"]),
    )


def _line(told: Sequence[Any]) -> ReturnedLine:
    text, units, looks, (table, row, column), item = told
    spans = [UnitSpan(number, tag, _VIAS[via], start, end, showing) for number, tag, via, start, end, showing in units]
    marks = joined(Mark(start, end, Look(look), target) for start, end, look, target in looks) if looks else ()
    return ReturnedLine(text, tuple(spans), marks, table, row, column, item)


def _day(written: str) -> date | None:
    try:
        return datetime.fromisoformat(written).date()
    except ValueError:
        return None
