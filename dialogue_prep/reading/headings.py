"""Which lines of a source head what follows them, and under which of them each paragraph stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator
from itertools import zip_longest

from dialogue_prep.reading.layout import Block, BlockKind, Layout
from dialogue_prep.reading.table_cells import table_cells

_NUMBER = re.compile(r"(?:[IVX]+|[A-Z]|\d+)[.)]\s+|\d+(?:\.\d+)*\s+")
_MOST_WORDS = 8
_MOST_WORDS_BEFORE_A_LIST = 14


def headings(layout: Layout) -> Iterator[Block]:
    """Yield the lines that look like headings, and short ones without a mark at their end; no cells of tables."""
    cells = table_cells(layout)
    for block, following in zip_longest(layout.blocks, layout.blocks[1:]):
        words = layout.words(block).strip()
        before_a_list = following is not None and following.kind is BlockKind.ITEM
        most = _MOST_WORDS_BEFORE_A_LIST if before_a_list else _MOST_WORDS
        short = (
            block.kind is BlockKind.PROSE
            and len(words.split()) <= most
            and words[-1:] not in ".:;,"
            and words[:1].isupper()
        )
        if (block.kind is BlockKind.HEADING or short) and block not in cells:
            yield block


def without_number(layout: Layout, heading: Block) -> tuple[int, int]:
    """Return the offsets of what a heading says, behind its number."""
    number = _NUMBER.match(layout.words(heading).strip())
    return layout.text.trimmed(heading.start + (number.end() if number else 0), heading.end)


def headings_above(layout: Layout, stating: Collection[int]) -> tuple[str, ...]:
    """Return the heading under which each paragraph stands, without its number; empty where there is none.

    `stating` are the numbers (from 1) of paragraphs in which something is agreed: they head nothing. A heading that is
    the only one above any of them is another title, and tells none from the others.
    """
    heads = [block for block in headings(layout) if layout.text.span(block.start, block.end).paragraph not in stating]
    ends = [head.end for head in heads]
    said = ["", *(layout.plain[slice(*without_number(layout, head))] for head in heads)]
    above = tuple(said[bisect_right(ends, start)] for start in layout.text.starts)
    telling = {above[number - 1] for number in stating} - {""}
    return above if len(telling) > 1 else ("",) * len(above)
