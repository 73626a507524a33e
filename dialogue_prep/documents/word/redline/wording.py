"""What differs between two wordings of one paragraph, by word and by Chinese character, as stretches of both."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import accumulate
from typing import NamedTuple

from dialogue_prep.documents.word.redline.anchors import Gap, anchors, gaps

_LARGEST = 200_000
"""Words of one wording times words of the other: beyond that only words that stand there once are compared."""
_KEPT_AT_LEAST = 0.2
"""A smaller part of the words that stays is chance, and what stays by chance cannot be read."""


@dataclass(frozen=True, slots=True)
class WordingChange:
    """From and to which character the old wording has what the new one has; `same` where both say the same."""

    same: bool
    old: tuple[int, int]
    new: tuple[int, int]


class _Block(NamedTuple):
    """Words that are kept: from where in the old row, from where in the new one, how many."""

    old: int
    new: int
    size: int


def changes(
    old: Sequence[str], new: Sequence[str], *, old_keys: Sequence[str], new_keys: Sequence[str]
) -> list[WordingChange]:
    """Return the changes from one row of words to another, in order and without holes.

    The `keys` are what is compared in the place of words: a picture is more than the sign that stands for it.
    """
    kept = list(_kept(old_keys, new_keys))
    if not _enough(kept, old, new):
        kept = []
    before, after = _offsets(old), _offsets(new)
    made: list[WordingChange] = []
    for same, (a, b, c, d) in _joined(list(_steps(kept, len(old), len(new))), old):
        made.append(WordingChange(same, (before[a], before[b]), (after[c], after[d])))
    return made


def _enough(kept: Sequence[_Block], old: Sequence[str], new: Sequence[str]) -> bool:
    """Say whether enough is kept; spaces do not count, which takes long to find out and mostly need not be."""
    if 4 * sum(block.size for block in kept) > 3 * max(len(old), len(new)):
        return True
    words = sum(_counted(old[block.old : block.old + block.size]) for block in kept)
    return words >= _KEPT_AT_LEAST * max(_counted(old), _counted(new))


def _counted(words: Sequence[str]) -> int:
    return sum(1 for word in words if not word.isspace())


def _offsets(words: Sequence[str]) -> list[int]:
    return list(accumulate(map(len, words), initial=0))


def _kept(old: Sequence[str], new: Sequence[str]) -> Iterator[_Block]:
    start, end = 0, 0
    most = min(len(old), len(new))
    while start < most and old[start] == new[start]:
        start += 1
    while end < most - start and old[-1 - end] == new[-1 - end]:
        end += 1
    middle = (start, len(old) - end, start, len(new) - end)
    yield _Block(0, 0, start)
    if _room(middle) <= _LARGEST:
        yield from _matched(old, new, middle)
    else:
        a, b, c, d = middle
        sure = [(a + i, c + j) for i, j in anchors(old[a:b], new[c:d])]
        small = [gap for gap in gaps(sure, middle) if _room(gap) <= _LARGEST]
        between = [block for gap in small for block in _matched(old, new, gap)]
        yield from sorted([*(_Block(i, j, 1) for i, j in sure), *between])
    yield _Block(len(old) - end, len(new) - end, end)


def _room(gap: Gap) -> int:
    a, b, c, d = gap
    return (b - a) * (d - c)


def _matched(old: Sequence[str], new: Sequence[str], gap: Gap) -> Iterator[_Block]:
    a, b, c, d = gap
    matcher = SequenceMatcher(None, old[a:b], new[c:d], autojunk=False)
    return (_Block(a + i, c + j, size) for i, j, size in matcher.get_matching_blocks())


def _steps(kept: Sequence[_Block], old: int, new: int) -> Iterator[tuple[bool, Gap]]:
    """Yield stretches of words, those that are kept and those that are not, in turn."""
    a = c = 0
    for i, j, size in (*kept, _Block(old, new, 0)):
        if a < i or c < j:
            yield False, (a, i, c, j)
        if size:
            yield True, (i, i + size, j, j + size)
        a, c = i + size, j + size


def _joined(steps: Sequence[tuple[bool, Gap]], old: Sequence[str]) -> list[tuple[bool, Gap]]:
    """Return stretches of one kind as one; a lone space between two changes is taken into them."""
    joined: list[tuple[bool, Gap]] = []
    for number, (same, (a, b, c, d)) in enumerate(steps):
        kept = same
        if same and 0 < number < len(steps) - 1 and b == a + 1 and old[a].isspace():
            kept = steps[number - 1][0] or steps[number + 1][0]
        if joined and joined[-1][0] == kept:
            first = joined[-1][1]
            joined[-1] = (kept, (first[0], b, first[2], d))
        else:
            joined.append((kept, (a, b, c, d)))
    return joined
