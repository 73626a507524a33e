"""Tells what became of each paragraph, cell and row, in the order in which a reader comes upon them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dialogue_prep.documents.word.redline.line import Line
from dialogue_prep.documents.word.redline.signs import OBJECT
from dialogue_prep.documents.word.redline.wording import WordingChange
from dialogue_prep.documents.word.symbols import LEFT_OUT
from dialogue_prep.domain.differences import PieceKind

Told = dict[str, object]
"""`place`: “paragraph” or “table” with numbers that say where; `unit`: a key or nothing; `pieces`: kind and words."""

_BETWEEN_CELLS = " | "


class Teller:
    """Counts paragraphs, tables and rows of both texts, those without words not, and notes what is told of them."""

    Paragraph = Callable[[Line | None, Line | None, Sequence[WordingChange] | None], None]
    """Takes the old line, the new one, and how the one became the other; None for changes: they say the same."""

    def __init__(self) -> None:
        self.lines: list[Told] = []
        self._paragraphs = [0, 0]
        self._tables = [0, 0]
        self._rows = [0, 0]

    def paragraph(self, old: Line | None, new: Line | None, changes: Sequence[WordingChange] | None) -> None:
        """Tell of a paragraph of the body."""
        for side, line in enumerate((old, new)):
            self._paragraphs[side] += bool(line and line.text.strip())
        number = self._paragraphs[0 if new is None else 1]
        self._note(["paragraph", number], old, new, changes)

    def begin_table(self, *, old: bool, new: bool) -> None:
        """Say that what is told next stands in a table of these texts."""
        self._tables = [self._tables[0] + old, self._tables[1] + new]
        self._rows = [0, 0]
        self._table = self._tables[1 if new else 0]

    def begin_row(self, *, old: bool, new: bool) -> None:
        """Say that what is told next stands in the next row of these texts."""
        self._rows = [self._rows[0] + old, self._rows[1] + new]
        self._row = self._rows[1 if new else 0]

    def cell(self, column: int) -> Paragraph:
        """Return what tells of the paragraphs of a cell."""
        place: list[str | int] = ["table", self._table, self._row, column]

        def tell(old: Line | None, new: Line | None, changes: Sequence[WordingChange] | None) -> None:
            self._note(place, old, new, changes)

        return tell

    def row(self, lines: Sequence[Line], *, came: bool) -> None:
        """Tell of a row that came or went as a whole."""
        words = _BETWEEN_CELLS.join(_shown(line.text) for line in lines)
        kind = PieceKind.ADDED if came else PieceKind.REMOVED
        if words:
            self.lines.append({"place": ["table", self._table, self._row], "unit": "", "pieces": [[kind.value, words]]})

    def _note(
        self, place: Sequence[str | int], old: Line | None, new: Line | None, changes: Sequence[WordingChange] | None
    ) -> None:
        pieces = _pieces(old, new, changes)
        if pieces:
            self.lines.append({"place": list(place), "unit": _unit(old, new), "pieces": pieces})


def _pieces(old: Line | None, new: Line | None, changes: Sequence[WordingChange] | None) -> list[list[str]]:
    before, after = old.text if old else "", new.text if new else ""
    if changes is None:
        pieces = [(PieceKind.SAME, after)]
    elif not changes:
        pieces = [(PieceKind.REMOVED, before), (PieceKind.ADDED, after)]
    else:
        pieces = []
        for change in changes:
            if change.same:
                pieces.append((PieceKind.SAME, after[slice(*change.new)]))
            else:
                pieces.append((PieceKind.REMOVED, before[slice(*change.old)]))
                pieces.append((PieceKind.ADDED, after[slice(*change.new)]))
    return [[kind.value, _shown(words)] for kind, words in pieces if words]


def _unit(old: Line | None, new: Line | None) -> str:
    """Return the one unit that a paragraph holds, if it holds one alone."""
    for line in (new, old):
        if line and len(line.units) == 1:
            return next(iter(line.units))
    return ""


def _shown(words: str) -> str:
    return words.replace(OBJECT, LEFT_OUT)
