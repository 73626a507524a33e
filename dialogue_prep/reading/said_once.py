"""Commitments that were found twice in one source: kept once, at their fuller statement."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from dialogue_prep.reading.extract import FoundCommitment

_ALIKE = 0.9
_LOOK_BACK = 60


def said_once(found: Sequence[FoundCommitment], words_of: Callable[[str], Iterable[str]]) -> Iterator[FoundCommitment]:
    """Yield the commitments in order; one that is announced twice only at its fuller statement."""
    bags = [Counter(words_of(item.words)) for item in found]
    sizes = [bag.total() for bag in bags]
    dropped: set[int] = set()
    for later, item in enumerate(found):
        for earlier in range(max(0, later - _LOOK_BACK), later):
            if found[earlier].by != item.by or earlier in dropped or later in dropped:
                continue
            total = sizes[earlier] + sizes[later]
            # Words of too different a number cannot be alike: that is seen without counting which they share.
            if 2 * min(sizes[earlier], sizes[later]) < _ALIKE * total:
                continue
            if 2 * (bags[earlier] & bags[later]).total() >= _ALIKE * total:
                dropped.add(earlier if len(item.words) > len(found[earlier].words) else later)
    yield from (item for index, item in enumerate(found) if index not in dropped)
