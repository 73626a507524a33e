"""Merges edited copies: unit by unit, then word by word (Chinese by character), against what was written and what is.

Nothing is chosen where two would have the same words otherwise: that is a conflict, and both are kept for a person.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import NamedTuple

from dialogue_prep.domain.differences import tokens

_MOST_WORK = 600_000
"""Pairs of words that are compared; of longer texts what differs is one piece."""

_QUOTES = str.maketrans("‘’‚“”„«»\u00a0\u202f", '\'\'\'"""""  ')


class Outcome(StrEnum):
    """What became of a unit."""

    UNCHANGED = "unchanged"
    TAKEN = "taken"
    """Only a copy changed it."""
    OURS = "ours"
    """Only the store has moved since."""
    BOTH = "both the same"
    MERGED = "merged"
    CONFLICT = "conflict"
    DELETED = "deleted"
    """A copy leaves it out; that is a proposal."""


@dataclass(frozen=True, slots=True)
class Version:
    """What one copy (by its number) would have a unit say; no words: it leaves it out."""

    copy: int
    words: str


class Merged(NamedTuple):
    """A unit after merging: what was written, what is there now (None: it is gone), what copies made of it.

    `words` are what it comes to, where that is settled. A plain tuple, for a book has thousands of them.
    """

    key: str
    base: str
    ours: str | None
    versions: tuple[Version, ...]
    outcome: Outcome
    words: str


@dataclass(frozen=True, slots=True)
class _Replacement:
    """Words from `start` up to `end` of the base, and what stands there instead."""

    start: int
    end: int
    words: tuple[str, ...]


def merged_unit(key: str, base: str, ours: str | None, told: Sequence[tuple[int, str | None]]) -> Merged:
    """Merge one unit; `told` is what copies (by number) say there: None where one leaves it out.

    A copy that does not tell of the unit is not in `told`; to it the unit is as it was.
    """
    if ours == base and not [words for _number, words in told if words != base]:
        return Merged(key, base, ours, (), Outcome.UNCHANGED, base)
    versions = tuple(
        Version(number, "" if words is None else settled(base, words))
        for number, words in told
        if words is None or not same_words(base, words)
    )
    outcome, words = _outcome(base, ours, [version.words for version in versions])
    return Merged(key=key, base=base, ours=ours, versions=versions, outcome=outcome, words=words)


def same_words(one: str, other: str) -> bool:
    """Say whether two texts differ in nothing but what office programs change by themselves: quotes, blanks around."""
    return one == other or _straight(one).strip() == _straight(other).strip()


def plain(words: str) -> str:
    """Return words by which lines are compared: quotes, blanks and what is around them do not count."""
    return " ".join(_straight(words).split())


def _straight(words: str) -> str:
    """Return words with plain quotes and blanks; ASCII has no others, which is quick to see."""
    return words if words.isascii() else words.translate(_QUOTES)


def settled(base: str, words: str) -> str:
    """Return edited words with what an office program changed by itself as it was."""
    if same_words(base, words):
        return base
    words = words.strip()
    plain_base, plain_words = _straight(base), _straight(words)
    if plain_words == words and plain_base == base:
        return words
    old, new = tokens(base), tokens(words)
    plain_old, plain_new = tokens(plain_base), tokens(plain_words)
    if (len(old), len(new)) != (len(plain_old), len(plain_new)):
        return words
    found: list[str] = []
    at = 0
    for first, last, start, end in _differing(plain_old, plain_new):
        found += old[at:first] + new[start:end]
        at = last
    return "".join((*found, *old[at:]))


def _outcome(base: str, ours: str | None, theirs: Sequence[str]) -> tuple[Outcome, str]:
    kept = ours if ours is not None else base
    if not theirs:
        moved = ours is None or not same_words(base, ours)
        return (Outcome.OURS if moved else Outcome.UNCHANGED), kept
    moved = ours is None or not same_words(base, ours)
    wanted = list(dict.fromkeys(theirs))
    if len(wanted) == 1:
        if ours is not None and same_words(ours, wanted[0]):
            return Outcome.BOTH, ours
        if not moved:
            return (Outcome.TAKEN if wanted[0].strip() else Outcome.DELETED), wanted[0]
    if ours is None or not all(words.strip() for words in wanted):
        return Outcome.CONFLICT, kept
    together = combined(base, [*wanted, *((ours,) if moved else ())])
    return (Outcome.CONFLICT, kept) if together is None else (Outcome.MERGED, together)


def combined(base: str, versions: Sequence[str]) -> str | None:
    """Return the base with the changes of all versions; None where two of them touch."""
    old = tokens(base)
    pieces = {piece for words in versions for piece in _pieces(old, tokens(words))}
    found: list[str] = []
    at, last = 0, -1
    for piece in sorted(pieces, key=lambda piece: (piece.start, piece.end)):
        if piece.start <= last:
            return None
        found += old[at : piece.start]
        found += piece.words
        at = last = piece.end
    return "".join((*found, *old[at:]))


def _pieces(old: Sequence[str], new: Sequence[str]) -> list[_Replacement]:
    return [_Replacement(first, last, tuple(new[start:end])) for first, last, start, end in _differing(old, new)]


def _differing(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int, int, int]]:
    """Return from where to where both differ; the same beginning and end are not compared word by word."""
    head = 0
    while head < min(len(old), len(new)) and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    before, after = old[head : len(old) - tail], new[head : len(new) - tail]
    if not before and not after:
        return []
    if len(before) * len(after) > _MOST_WORK:
        return [(head, len(old) - tail, head, len(new) - tail)]
    return [
        (head + first, head + last, head + start, head + end)
        for kind, first, last, start, end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
        if kind != "equal"
    ]
