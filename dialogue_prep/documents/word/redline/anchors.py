"""What two sequences share in the same order, found in a time that hardly grows faster than they do."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable, Iterable, Iterator, Sequence

Pair = tuple[int, int]
Gap = tuple[int, int, int, int]
"""Where two sequences differ: from and to in the old one, from and to in the new one."""


def anchors(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Pair]:
    """Return pairs of equal members, rising in both sequences.

    They are beginnings and ends that are the same, and between them those that each has once, over and over.
    """
    found: list[Pair] = []
    waiting: list[Gap] = [(0, len(old), 0, len(new))]
    while waiting:
        a, b, c, d = waiting.pop()
        while a < b and c < d and old[a] == new[c]:
            found.append((a, c))
            a, c = a + 1, c + 1
        while a < b and c < d and old[b - 1] == new[d - 1]:
            b, d = b - 1, d - 1
            found.append((b, d))
        if a < b and c < d and (chain := _longest_rising(_once_in_both(old[a:b], new[c:d]))):
            placed = [(a + i, c + j) for i, j in chain]
            found += placed
            waiting += gaps(placed, (a, b, c, d))
    return sorted(found)


def gaps(pairs: Iterable[Pair], within: Gap) -> Iterator[Gap]:
    """Yield what lies between pairs that rise in both, but for gaps without anything on either side."""
    a, b, c, d = within
    for i, j in (*pairs, (b, d)):
        if a < i or c < j:
            yield a, i, c, j
        a, c = i + 1, j + 1


def heaviest_rising(candidates: Iterable[tuple[int, int, float]], width: int) -> list[Pair]:
    """Return those pairs that rise in both sequences and weigh most together.

    A candidate is a place in the old sequence, one in the new (below `width`), and a weight above 0.
    """
    tree: list[tuple[float, int]] = [(0.0, -1)] * (width + 1)
    chosen: list[tuple[int, int, int]] = []
    # Of one member of the old sequence the later candidates come first, so that none follows another.
    for i, j, weight in sorted(candidates, key=lambda one: (one[0], -one[1])):
        best, before = 0.0, -1
        place = j
        while place > 0:
            if tree[place][0] > best:
                best, before = tree[place]
            place -= place & -place
        chosen.append((i, j, before))
        reached = (best + weight, len(chosen) - 1)
        place = j + 1
        while place <= width:
            if tree[place][0] < reached[0]:
                tree[place] = reached
            place += place & -place
    last = max(tree, key=lambda one: one[0])[1]
    pairs: list[Pair] = []
    while last >= 0:
        i, j, last = chosen[last]
        pairs.append((i, j))
    return pairs[::-1]


def _once_in_both(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Pair]:
    places, others = _once(old), _once(new)
    return [(place, others[member]) for member, place in places.items() if member in others]


def _once(members: Sequence[Hashable]) -> dict[Hashable, int]:
    """Return the members that are there once, each with its place, in order."""
    places: dict[Hashable, int] = {}
    again: set[Hashable] = set()
    for place, member in enumerate(members):
        if member in places:
            again.add(member)
        places[member] = place
    return {member: place for member, place in places.items() if member not in again}


def _longest_rising(pairs: Sequence[Pair]) -> list[Pair]:
    """Return the longest part of these pairs, in rising order of the first, that rises in the second too."""
    ends: list[int] = []
    holders: list[int] = []
    before: list[int] = []
    for number, (_i, j) in enumerate(pairs):
        place = bisect_left(ends, j)
        before.append(holders[place - 1] if place else -1)
        ends[place : place + 1] = [j]
        holders[place : place + 1] = [number]
    chain: list[Pair] = []
    last = holders[-1] if holders else -1
    while last >= 0:
        chain.append(pairs[last])
        last = before[last]
    return chain[::-1]
