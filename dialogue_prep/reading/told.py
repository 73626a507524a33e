"""The sentences in which a source tells something: those of its prose and of its lists."""

from __future__ import annotations

from collections.abc import Iterator

from dialogue_prep.reading.layout import BlockKind, Layout
from dialogue_prep.reading.sentences import sentences


def told(layout: Layout, *kinds: BlockKind) -> Iterator[tuple[int, int]]:
    """Yield the offsets of the sentences of some kinds of blocks, else of prose and of lists."""
    for block in layout.blocks:
        if block.kind in (kinds or (BlockKind.PROSE, BlockKind.ITEM)):
            yield from sentences(layout.plain, block.start, block.end)
