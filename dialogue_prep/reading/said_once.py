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
    dropped: set[int] = set()
    for later, item in enumerate(found):
        for earlier in range(max(0, later - _LOOK_BACK), later):
            alike = _overlap(bags[earlier], bags[later]) >= _ALIKE and found[earlier].by == item.by
            if alike and earlier not in dropped and later not in dropped:
                dropped.add(earlier if len(item.words) > len(found[earlier].words) else later)
    yield from (item for index, item in enumerate(found) if index not in dropped)


def _overlap(one: Counter[str], other: Counter[str]) -> float:
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 0.0
