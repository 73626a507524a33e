"""A line as it stands on a page."""

from __future__ import annotations

from typing import NamedTuple


class PageLine(NamedTuple):
    """The words of a line, where they stand, in points (`bottom` is counted from below), and the size of their letters.

    `spaces` are the wide ones between its words, from where to where, as they stand between the cells of a row.
    `spread` says that all its spaces are alike, as they are in a line that is drawn out to fill its column. A plain
    tuple, for a long file has a hundred thousand of them.
    """

    words: str
    left: float
    right: float
    bottom: float
    size: float
    spaces: tuple[tuple[float, float], ...] = ()
    spread: bool = True

    @property
    def top(self) -> float:
        """Return how high its letters reach."""
        return self.bottom + self.size

    @property
    def letter(self) -> float:
        """Return the width of a letter, as it is on average."""
        return (self.right - self.left) / max(len(self.words), 1)
