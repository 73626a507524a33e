"""Who sits at the table, once each, and on which side of it those of whom a source does not say it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dialogue_prep.reading.extract import FoundCoChair
from dialogue_prep.reading.sides import Sides


def one_person(name: str, other: str) -> bool:
    """Say whether two names in one source are of one person: the same, one of them perhaps without the first name."""
    ours, theirs = name.split(), other.split()
    return ours[-1:] == theirs[-1:] and (set(ours) <= set(theirs) or set(theirs) <= set(ours))


def with_sides(found: Sequence[FoundCoChair], sides: Sides) -> tuple[FoundCoChair, ...]:
    """Give those whose side is not said the side that is left over, where the other side has its own."""
    names = [side.name for side in sides.names]
    said = {chair.side for chair in found if chair.side}
    left = [name for name in names if name not in said]
    if len(names) == 2 and len(left) == 1 and len(said) == 1:
        return tuple(chair if chair.side else replace(chair, side=left[0]) for chair in found)
    return tuple(found)
