"""An edited copy, told by the units of the paper that was written: their words now, what is new, what went."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from dialogue_prep.documents.looks import Marks, joined
from dialogue_prep.documents.returned import ReturnedFile, Via


class ReturnedUnit(NamedTuple):
    """A unit as it stands in a copy; `look` are marks over its words beyond what the paper itself has."""

    key: str
    words: str
    look: Marks
    via: Via

    def with_line(self, words: str, look: Marks, sign: str = "", between: str = "\n") -> ReturnedUnit:
        """Return the unit with one more line, which begins with the `sign` of an item where it is one."""
        if not words:
            return self
        if not (self.words or sign):
            return self._replace(words=words, look=look)
        said = (self.words + between if self.words else "") + sign
        marks = (replace(mark, start=mark.start + len(said), end=mark.end + len(said)) for mark in look)
        return self._replace(words=said + words, look=joined((*self.look, *marks)))


@dataclass(frozen=True, slots=True, kw_only=True)
class NewText:
    """A paragraph that is no unit: `after` and `before` are the keys of the units around it under the same heading.

    `near` is the key of the unit before it, or behind, under whatever heading. `copied` is the key of the unit of which
    it is a copy, if it is one.
    """

    words: str
    after: str
    before: str
    near: str
    copied: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FixedEdit:
    """An edit of words that stand fast: what they were and are now (nothing: taken out).

    In a table, `beside` is the key of a unit of the same row and `column` counts from 0.
    """

    was: str
    now: str
    beside: str = ""
    column: int = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnedNote:
    """A comment, and the key of the unit nearest to it."""

    key: str
    words: str
    author: str
    on: date | None


@dataclass(frozen=True, slots=True)
class ReturnedRow:
    """A row of a table in which units stand; one that was not there before has no `keys`."""

    table: int
    keys: tuple[str, ...]
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnedDocument:
    """An edited copy, told by the units of the paper that was written.

    One that is not `safe` came through a program that loses what tells units apart and may have spoilt words;
    `by_likeness` says that no unit of it bears a mark.
    """

    file: ReturnedFile
    units: Mapping[str, ReturnedUnit]
    left_out: tuple[str, ...]
    new: tuple[NewText, ...]
    fixed: tuple[FixedEdit, ...]
    notes: tuple[ReturnedNote, ...]
    rows: tuple[ReturnedRow, ...]
    safe: bool
    by_likeness: bool

    @property
    def likened(self) -> int:
        """How many of its units were found by likeness alone."""
        return sum(unit.via is Via.LIKENESS for unit in self.units.values())

    @property
    def words(self) -> dict[str, str | None]:
        """The words of every unit by key; None where it is left out."""
        told: dict[str, str | None] = {key: unit.words for key, unit in self.units.items()}
        return told | dict.fromkeys(self.left_out)
