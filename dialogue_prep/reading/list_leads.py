"""Which blocks of a source are items of a list that a sentence with an undertaking leads in to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from dialogue_prep.domain.commitment import Strength
from dialogue_prep.reading.layout import Block, BlockKind, Layout


@dataclass(frozen=True, slots=True)
class LeadIn:
    """What a sentence that leads in to a list says of its items; `negated` where its “not” holds for every one."""

    strength: Strength
    side: str | None
    negated: bool = False


@dataclass(slots=True)
class _Open:
    """A list that is being read: what leads in to it, the mark of the block that does, the marks of its items."""

    lead: LeadIn
    above: str
    mark: str | None = field(default=None)


def with_leads(
    layout: Layout, lead_in: Callable[[Block, LeadIn | None], LeadIn | None]
) -> Iterator[tuple[Block, LeadIn | None]]:
    """Yield the blocks of prose and the items, each with what leads in to it; a list may hold another one.

    `lead_in` says what a block, itself led in to or not, leads in to.
    """
    lists: list[_Open] = []
    for block in layout.blocks:
        if block.kind not in (BlockKind.PROSE, BlockKind.ITEM):
            lists.clear()
            continue
        while lists and not _holds(layout, lists[-1], block):
            lists.pop()
        above = lists[-1] if lists else None
        if above is not None:
            above.mark = block.marker
        lead = above.lead if above else None
        yield block, lead
        if (opened := lead_in(block, lead)) is not None:
            lists.append(_Open(opened, block.marker))


def _holds(layout: Layout, one: _Open, block: Block) -> bool:
    """Say whether a block is an item of a list: its mark is that of the items before; lines end in a semicolon."""
    if block.kind is BlockKind.PROSE:
        return one.mark in (None, "") and layout.words(block).rstrip()[-1:] in (";", "；")
    if one.mark is None:
        return block.marker != one.above or block.marker == "bullet"
    return block.marker == one.mark
