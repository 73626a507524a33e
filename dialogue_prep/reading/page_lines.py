"""A line as it stands on a page."""

from __future__ import annotations

from typing import NamedTuple


class PageLine(NamedTuple):
    """The words of a line, where they stand, in points (`bottom` is counted from below), and the size of their letters.

    A plain tuple, for a long file has a hundred thousand of them.
    """

    words: str
    left: float
    right: float
    bottom: float
    size: float

    @property
    def top(self) -> float:
        """Return how high its letters reach."""
        return self.bottom + self.size

    @property
    def letter(self) -> float:
        """Return the width of a letter, as it is on average."""
        return (self.right - self.left) / max(len(self.words), 1)
