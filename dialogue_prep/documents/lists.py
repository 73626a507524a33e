"""Lists within the words of a unit: a line that begins with the sign of an item is shown as an item of a list.

Staff add them in a copy of a paper to words that the program put together; a row of a table that they add is a line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dialogue_prep.documents.model import Block, Line, ListItem, Role, Run, Unit, UnitClass

ITEM = "• "
"""Begins the line of an item in the words of a unit; it is not shown, a list has signs of its own."""
BETWEEN_CELLS = "\t"


def parted(line: Line) -> tuple[Line, ...]:
    """Return the lines as which a line is shown: itself, or several where the composed unit at its end holds a list.

    The first one holds the unit with the words that it begins with, the others hold words alone.
    """
    unit = line.inlines[-1] if line.inlines else None
    if not isinstance(unit, Unit) or unit.unit_class is not UnitClass.COMPOSED or ITEM not in unit.text:
        return (line,)
    (begins_with_item, begun), *others = [
        (is_item, tuple(_cut(unit.runs, start, end))) for is_item, start, end in _parts(unit.text)
    ]
    first = (*line.inlines[:-1], replace(unit, runs=begun))
    return (
        ListItem(first, Role.BULLET) if begins_with_item else replace(line, inlines=first),
        *(ListItem(runs, Role.BULLET) if is_item else replace(line, inlines=runs) for is_item, runs in others),
    )


def shown(block: Block) -> tuple[Block, ...]:
    """Return a block as the blocks as which it is shown: a line as its parts, any other as it is."""
    return parted(block) if isinstance(block, Line) else (block,)


def parts_of(words: str) -> tuple[str, ...]:
    """Return the words of each line as which the words of a unit are shown, without the signs of items."""
    return tuple(words[start:end] for _is_item, start, end in _parts(words))


def _parts(words: str) -> Iterator[tuple[bool, int, int]]:
    """Yield from and to which character there is an item, or words around items, which may be of several lines."""
    begins = at = 0
    for line in words.split("\n"):
        ends = at + len(line)
        if line.startswith(ITEM):
            if begins < at:
                yield False, begins, at - 1
            yield True, at + len(ITEM), ends
            begins = ends + 1
        at = ends + 1
    if begins < at:
        yield False, begins, at - 1


def _cut(runs: Sequence[Run], start: int, end: int) -> Iterator[Run]:
    at = 0
    for run in runs:
        first, last = max(start - at, 0), min(end - at, len(run.text))
        if first < last:
            yield replace(run, text=run.text[first:last])
        at += len(run.text)
