"""Which side undertakes something where its subject is a body that the source has put on a side elsewhere.

“The delegation of Norvia included representatives of the Coast Guard”: what the Coast Guard will do, Norvia undertakes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from dialogue_prep.reading.extract import FoundCommitment

_ACTS = re.compile(
    r"\s(?:will|shall|should|must|undert(?:akes?|ook)|agree[sd]?|intends?|commits?|committed|pledge[sd]?)\b"
)
_BESIDE = re.compile(r"(?:the|and|jointly|both|[,\s])*", re.IGNORECASE)


def by_their_bodies(found: Iterable[FoundCommitment], bodies: Mapping[str, str]) -> Iterator[FoundCommitment]:
    """Yield commitments, those of bodies of one side alone with that side; `bodies` are the sides of bodies by name."""
    by_length = sorted(bodies, key=len, reverse=True)
    named = re.compile(r"\b(?:" + "|".join(map(re.escape, by_length)) + r")(?!\w)")
    for commitment in found:
        side = _side_of_subject(commitment.words, named, bodies) if commitment.by is None else None
        yield replace(commitment, by=side) if side else commitment


def _side_of_subject(words: str, named: re.Pattern[str], bodies: Mapping[str, str]) -> str | None:
    """Return the side of the bodies that are all there is before the verb; None where they are of both, or of none."""
    verb = _ACTS.search(words)
    subject = words[: verb.start()] if verb else ""
    if not _BESIDE.fullmatch(named.sub("", subject)):
        return None
    sides = {bodies[name] for name in named.findall(subject)}
    return sides.pop() if len(sides) == 1 else None
