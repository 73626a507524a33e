"""The order in which the lines of a page are read: as they were set, unless they jump about the page."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from dialogue_prep.reading.page_lines import PageLine

_MOST_JUMPS = 0.1
_DEEPEST = 40


def in_reading_order(lines: Sequence[PageLine]) -> list[PageLine]:
    """Return the lines in reading order: column by column, each from above to below.

    Programs set a page in the order in which it is read, columns too, and that order is kept. Where it goes up the
    page again and again without going on to the right, the page is cut along its white space instead.
    """
    jumps = sum(1 for before, after in pairwise(lines) if _jumps(before, after))
    if jumps <= max(2, _MOST_JUMPS * len(lines)):
        return list(lines)
    return column_by_column(lines)


def column_by_column(lines: Sequence[PageLine]) -> list[PageLine]:
    """Return the lines of a page as its white space parts it, whatever order they were set in."""
    return _cut(list(lines), 0)


def _jumps(before: PageLine, after: PageLine) -> bool:
    """Say whether a line stands above the one before it and does not begin a column to the right of it."""
    return after.bottom > before.top and after.left < before.right


def _cut(lines: list[PageLine], depth: int) -> list[PageLine]:
    """Cut lines at the widest white space across them, columns first, and read the pieces one after the other."""
    if len(lines) < 2 or depth > _DEEPEST:
        return sorted(lines, key=lambda line: (-line.top, line.left))
    for pieces in (_columns(lines), _bands(lines)):
        if len(pieces) > 1:
            return [line for piece in pieces for line in _cut(piece, depth + 1)]
    return sorted(lines, key=lambda line: (-line.top, line.left))


def _columns(lines: list[PageLine]) -> list[list[PageLine]]:
    """Return the lines in two pieces beside each other; one where no white space runs down between them."""
    ordered = sorted(lines, key=lambda line: line.left)
    reach = ordered[0].right
    for at, line in enumerate(ordered[1:], start=1):
        if line.left > reach + line.size / 2:
            return [ordered[:at], ordered[at:]]
        reach = max(reach, line.right)
    return [lines]


def _bands(lines: list[PageLine]) -> list[list[PageLine]]:
    """Return the lines in two pieces above each other, cut where the white space is widest."""
    ordered = sorted(lines, key=lambda line: -line.top)
    floor = ordered[0].bottom
    widest, cut = 0.0, 0
    for at, line in enumerate(ordered[1:], start=1):
        if floor - line.top > widest:
            widest, cut = floor - line.top, at
        floor = min(floor, line.bottom)
    return [ordered[:cut], ordered[cut:]] if cut else [lines]
