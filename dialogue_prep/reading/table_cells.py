"""Which lines of a source are the cells of a table: lines without a mark at their end, one after the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import dropwhile, groupby

from dialogue_prep.reading.layout import Block, BlockKind, Layout
from dialogue_prep.reading.signatures import signature_lines

_MARKS = tuple(".;:,!?。；：，、！？")
_TABLE = re.compile(
    r"\b(?:table|schedule|timetable|calendar|matrix|chart|tableau|calendrier|échéancier|grille)\b|[表历]", re.IGNORECASE
)
_LEADS_IN = (":", "：")
_FEWEST, _MOST_WORDS = 4, 25


def table_cells(layout: Layout) -> frozenset[Block]:
    """Return the lines that stand in a table and so head nothing, whatever they look like.

    A heading stands above what it heads: of four such lines or more the last alone can be one, if a text follows it.
    Lines that a colon leads in to are a list, unless it is a table that it leads in to.
    """
    found: set[Block] = set()
    before = ""
    for is_line, run in groupby(layout.blocks, key=lambda block: _may_be_cell(layout, block)):
        blocks = list(run)
        if is_line and len(blocks) >= _FEWEST and not _is_list(before):
            found.update(blocks[:-1] if blocks[-1] is not layout.blocks[-1] else blocks)
        before = layout.words(blocks[-1]).rstrip()
    return frozenset(found)


def headings_below_title(layout: Layout) -> Iterator[Block]:
    """Yield the headings below the title of a source that are no cells of a table and no signatures."""
    apart = table_cells(layout) | signature_lines(layout)
    below = dropwhile(lambda block: block.kind is not BlockKind.TITLE, layout.blocks)
    yield from (block for block in below if block.kind is BlockKind.HEADING and block not in apart)


def _may_be_cell(layout: Layout, block: Block) -> bool:
    words = layout.words(block).rstrip()
    short = words != "" and not words.endswith(_MARKS) and len(words.split()) <= _MOST_WORDS
    return short and block.kind in (BlockKind.HEADING, BlockKind.PROSE)


def _is_list(lead_in: str) -> bool:
    return lead_in.endswith(_LEADS_IN) and _TABLE.search(lead_in) is None
