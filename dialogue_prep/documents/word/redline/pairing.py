"""Which paragraph, table or row of an old text became which of a new one: the same first, then what is alike."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from dialogue_prep.documents.word.redline.anchors import Gap, Pair, anchors, gaps, heaviest_rising

_ALIKE = 0.4
"""What part of their words two paragraphs share at least to be taken for one that was edited."""
_SAME, _SAME_UNIT = 2.0, 3.0
_EVERY_PAIR = 1600
_RARE = 8
_CANDIDATES = 6


@dataclass(frozen=True)
class Member:
    """One paragraph, table or row as it is compared.

    Equal `key`s are the same; only members of one `kind` are alike, by what `counted` tells of their words (it is asked
    where that matters) or by a unit that both hold.
    """

    kind: str
    key: str
    counted: Callable[[], Counter[str]]
    units: frozenset[str] = frozenset()

    @cached_property
    def words(self) -> Counter[str]:
        """How often each word is in it."""
        return self.counted()


def paired(old: Sequence[Member], new: Sequence[Member]) -> list[Pair]:
    """Return which member of the old sequence became which of the new one, rising in both; all others came or went."""
    # A file that has lost its units says nothing by having none.
    known = any(one.units for one in old) and any(one.units for one in new)
    same = anchors(*([(one.kind, one.key, one.units if known else None) for one in each] for each in (old, new)))
    alike = [pair for gap in gaps(same, (0, len(old), 0, len(new))) for pair in _alike(old, new, gap)]
    return sorted(same + alike)


def _alike(old: Sequence[Member], new: Sequence[Member], gap: Gap) -> list[Pair]:
    a, b, c, d = gap
    former, latter = old[a:b], new[c:d]
    if not former or not latter:
        return []
    weights: dict[tuple[str, str], float] = {}
    weighed: list[tuple[int, int, float]] = []
    for i, j in _candidates(former, latter):
        one, other = former[i], latter[j]
        if one.kind != other.kind:
            continue
        if one.units & other.units:
            weighed.append((i, j, _SAME_UNIT))
            continue
        both = (one.key, other.key)
        if both not in weights:
            weights[both] = _SAME if one.key == other.key else _likeness(one.words, other.words)
        if weights[both] >= _ALIKE:
            strangers = one.units != other.units and one.units and other.units
            weighed.append((i, j, weights[both] / (4 if strangers else 1)))
    return [(a + i, c + j) for i, j in heaviest_rising(weighed, len(latter))]


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    """Return what part of all words stands in both, from 0 to 1; no words are like no words."""
    total = one.total() + other.total()
    if not total:
        return 1.0
    fewer, more = (one, other) if len(one) < len(other) else (other, one)
    if 2 * min(one.total(), other.total()) < _ALIKE * total:
        return 0.0
    return 2 * sum(min(times, more[word]) for word, times in fewer.items() if word in more) / total


def _candidates(old: Sequence[Member], new: Sequence[Member]) -> Iterator[Pair]:
    """Yield pairs worth weighing: all of a short gap; of a long one a bounded number for each member."""
    if len(old) * len(new) <= _EVERY_PAIR:
        yield from ((i, j) for i in range(len(old)) for j in range(len(new)))
        return
    found: set[Pair] = set()
    shift = len(new) - len(old)
    rare, units, same = _places(new)
    for i, one in enumerate(old):
        near = (i - 1, i, i + 1, i + shift - 1, i + shift, i + shift + 1)
        found |= {(i, j) for j in near if 0 <= j < len(new)}
        shared = Counter(j for word in one.words for j in rare.get(word, ()))
        best = sorted(shared.items(), key=lambda counted: (-counted[1], abs(counted[0] - i)))[:_CANDIDATES]
        found |= {(i, j) for j, _times in best}
        found |= {(i, j) for unit in one.units for j in units.get(unit, ())[:_CANDIDATES]}
    for key, places in _places(old)[2].items():
        # The first of those that are the same became the first, the second the second.
        found |= set(zip(places, same.get(key, ()), strict=False))
    yield from sorted(found)


def _places(
    members: Sequence[Member],
) -> tuple[dict[str, list[int]], dict[str, list[int]], dict[str, list[int]]]:
    """Return where rare words, units and keys stand."""
    words, units, keys = defaultdict[str, list[int]](list), defaultdict[str, list[int]](list), defaultdict(list)
    for place, member in enumerate(members):
        keys[member.key].append(place)
        for word in member.words:
            if len(words[word]) <= _RARE:
                words[word].append(place)
        for unit in member.units:
            units[unit].append(place)
    return {word: places for word, places in words.items() if len(places) <= _RARE}, units, keys
