"""The sentences in which a source tells something: those of its prose and of its lists."""

from __future__ import annotations

from collections.abc import Iterator

from dialogue_prep.reading.layout import Layout, Part
from dialogue_prep.reading.sentences import sentences


def told(layout: Layout, *parts: Part) -> Iterator[tuple[int, int]]:
    """Yield the offsets of the sentences of some parts, else of prose and of lists."""
    for block in layout.blocks:
        if block.part in (parts or (Part.PROSE, Part.ITEM)):
            yield from sentences(layout.plain, block.start, block.end)
