"""Which line of a text is which of another: the same words first, then what is most like them between those.

The time it takes grows as the texts do: what lies between lines that are surely the same is compared within bounds.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from dialogue_prep.domain.differences import tokens

_Like = Callable[[int, int], float]

ALIKE = 0.5
"""From how much in common on two lines are taken for the same."""
_MOST_PAIRS = 1600
_NEAR = 8
_MOST_TOKENS = 300


def aligned(before: Sequence[str], after: Sequence[str]) -> dict[int, int]:
    """Return for places in `after` the place in `before` of the same or a like line; what is new has none."""
    same = _same(before, after)
    found = dict(in_order(same))
    for first, last, start, end in list(_gaps(found, len(before), len(after))):
        head = _common(before[first:last], after[start:end])
        tail = _common(before[first + head : last][::-1], after[start + head : end][::-1])
        found.update((start + n, first + n) for n in range(head))
        found.update((end - 1 - n, last - 1 - n) for n in range(tail))
        left, right = range(first + head, last - tail), range(start + head, end - tail)
        if left and right:
            found.update(_likest(before, after, left, right))
    taken = set(found.values())
    # What is left may have been moved: the same words elsewhere.
    for new, old in same:
        if new not in found and old not in taken:
            found[new] = old
    return found


def likeness(one: str, other: str) -> float:
    """Return how much two lines have in common, from 0 to 1; the order of their words does not count."""
    return _likeness(_bag(one), _bag(other))


def repeated(
    found: Mapping[int, int], before: Iterable[tuple[int, str]], after: Iterable[tuple[int, str]]
) -> Iterator[tuple[int, int]]:
    """Yield lines that are left of both and say the same, the first with the first, however often it is said."""
    taken = set(found.values())
    left: defaultdict[str, deque[int]] = defaultdict(deque)
    for place, line in before:
        if place not in taken:
            left[line].append(place)
    for place, line in after:
        if place not in found and left[line]:
            yield place, left[line].popleft()


def replaced(found: Mapping[int, int], before: Sequence[int], after: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield lines that stand alone between the same two known ones: one was put in the place of the other."""
    taken = set(found.values())
    old_after: dict[int, list[int]] = {}
    last = -1
    for place in before:
        if place in taken:
            last = place
        else:
            old_after.setdefault(last, []).append(place)
    new_after: dict[int, list[int]] = {}
    last = -1
    for place in after:
        if place in found:
            last = found[place]
        else:
            new_after.setdefault(last, []).append(place)
    for last, places in new_after.items():
        if len(places) == 1 and len(old_after.get(last, [])) == 1:
            yield places[0], old_after[last][0]


def in_order(pairs: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the longest run of pairs that go up in both."""
    tops: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for place, (_new, old) in enumerate(pairs):
        at = bisect_left(tops, old)
        before.append(last[at - 1] if at else -1)
        if at == len(tops):
            tops.append(old)
            last.append(place)
        else:
            tops[at], last[at] = old, place
    chosen: list[int] = []
    at = last[-1] if last else -1
    while at >= 0:
        chosen.append(at)
        at = before[at]
    yield from (pairs[place] for place in reversed(chosen))


def mapped_extent(before: str, after: str, start: int, end: int) -> tuple[int, int]:
    """Return where the characters from `start` to `end` of one line are in a like one; what was added there counts."""
    old, new = tokens(before), tokens(after)
    kept = dict(in_order(_same_tokens(old, new)))
    ends, begins = _edges(old), _edges(new)
    first, last = 0, len(after)
    for place, old_place in sorted(kept.items()):
        if ends[old_place + 1] <= start:
            first = begins[place + 1]
        elif ends[old_place] >= end:
            last = begins[place]
            break
    return first, max(first, last)


def _edges(parts: Sequence[str]) -> list[int]:
    edges = [0]
    for part in parts:
        edges.append(edges[-1] + len(part))
    return edges


def _same_tokens(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    head = _common(old, new)
    tail = _common(old[head:][::-1], new[head:][::-1])
    pairs = [(place, place) for place in range(head)]
    return pairs + [(len(new) - place, len(old) - place) for place in range(tail, 0, -1)]


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how many members at the beginning are the same."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (left, right) in pairs if left != right), min(len(one), len(other)))


def _same(before: Sequence[str], after: Sequence[str]) -> list[tuple[int, int]]:
    """Return the places, in both, of lines that stand once in each, in the order of `after`."""
    once_before, once_after = Counter(before), Counter(after)
    places = {line: place for place, line in enumerate(before)}
    return [
        (place, places[line])
        for place, line in enumerate(after)
        if once_after[line] == 1 and once_before.get(line) == 1 and line
    ]


def _gaps(found: dict[int, int], before: int, after: int) -> Iterator[tuple[int, int, int, int]]:
    first = start = 0
    for new, old in [*sorted(found.items()), (after, before)]:
        if old > first and new > start:
            yield first, old, start, new
        first, start = old + 1, new + 1


def _likest(before: Sequence[str], after: Sequence[str], old: range, new: range) -> Iterator[tuple[int, int]]:
    """Yield pairs of like lines in order; of many only near ones are compared."""
    bags = {("old", place): _bag(before[place]) for place in old} | {
        ("new", place): _bag(after[place]) for place in new
    }

    def like(one: int, other: int) -> float:
        if before[one] == after[other]:
            return 1.0
        return _likeness(bags["old", one], bags["new", other])

    if len(old) * len(new) > _MOST_PAIRS:
        yield from _near(old, new, like)
        return
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in range(len(old) - 1, -1, -1):
        for j in range(len(new) - 1, -1, -1):
            alike = like(old[i], new[j])
            together = best[i + 1][j + 1] + alike if alike >= ALIKE else 0.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], together)
    i = j = 0
    while i < len(old) and j < len(new):
        if best[i][j] == best[i + 1][j]:
            i += 1
        elif best[i][j] == best[i][j + 1]:
            j += 1
        else:
            yield new[j], old[i]
            i, j = i + 1, j + 1


def _near(old: range, new: range, like: _Like) -> Iterator[tuple[int, int]]:
    at = old.start
    for place in new:
        window = range(at, min(at + _NEAR, old.stop))
        likest = max(window, key=lambda one: like(one, place), default=None)
        if likest is not None and like(likest, place) >= ALIKE:
            yield place, likest
            at = likest + 1


def _bag(line: str) -> Counter[str]:
    return Counter(token.casefold() for token in tokens(line[:4000])[:_MOST_TOKENS] if not token.isspace())


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    """Return how much two lines have in common, from 0 to 1."""
    size = one.total() + other.total()
    return 2 * (one & other).total() / size if size else 0.0
