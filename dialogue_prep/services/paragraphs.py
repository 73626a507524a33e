"""Records that are edited together as paragraphs of one text: which former one a paragraph is, and which are gone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from typing import TypeVar

from dialogue_prep.domain.communique import Option
from dialogue_prep.domain.errors import Conflict
from dialogue_prep.domain.speaking import SpeakingPoint, SteeringPoint
from dialogue_prep.domain.text import Text, clean, worded
from dialogue_prep.store.work import CHANGED_MEANWHILE, Work

P = TypeVar("P", SpeakingPoint, SteeringPoint, Option)


def put_paragraphs(
    work: Work,
    present: Iterable[P],
    language: str,
    paragraphs: Iterable[str],
    made: Callable[[int, Text], P],
    *,
    seen: Sequence[str] | None = None,
    visit: str = "",
) -> None:
    """Put these paragraphs in the place of the records' words in one language, in order.

    A record that is only moved or reworded keeps its identity, so that edits made in Word still find it; `made` makes
    a new one of its position and words. Where it is known which paragraphs the user has `seen`, raise Conflict if
    somebody else put others in their place since; what the same `visit` to the field put there is the user's own.
    """
    before = sorted(present, key=lambda one: (one.position, one.id))
    words = _said(paragraphs)
    there = [one.words.words(language) for one in before]
    if seen is not None and not (visit and work.last_visit() == visit):
        _check_seen(_said(there), _said(seen), words)
    kept, dropped = _matched(there, words)
    for place, paragraph in enumerate(words):
        if (at := kept.get(place)) is None:
            work.put(made(place + 1, worded(language, paragraph)))
        else:
            work.put(replace(before[at], words=before[at].words.reworded(language, paragraph), position=place + 1))
    for at in dropped:
        _unsay(work, before[at], language)


def _said(paragraphs: Iterable[str]) -> list[str]:
    """Return paragraphs as they are kept, without those that say nothing."""
    return [paragraph for paragraph in (clean(each).strip() for each in paragraphs) if paragraph]


def _check_seen(there: Sequence[str], seen: Sequence[str], wanted: Sequence[str]) -> None:
    if there not in (seen, wanted):
        raise Conflict(CHANGED_MEANWHILE, wanted=wanted, found=there, words=" ¶ ".join(there))


def _matched(before: Sequence[str], after: Sequence[str]) -> tuple[dict[int, int], list[int]]:
    """Return for each new paragraph the former one that it is, and the former ones that are gone."""
    kept: dict[int, int] = {}
    for tag, start, end, new_start, new_end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag in ("equal", "replace"):
            kept.update(zip(range(new_start, new_end), range(start, end), strict=False))
    return kept, [at for at in range(len(before)) if at not in kept.values()]


def _unsay(work: Work, one: P, language: str) -> None:
    """Take a record's words away in one language; without any other language it is gone."""
    if left := one.words.reworded(language, ""):
        work.put(replace(one, words=left))
    else:
        work.remove_whole(one)
