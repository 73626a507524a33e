"""How well a source is read: what is found beside what was annotated, by the words that both share."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dialogue_prep.reading.as_json import as_json
from dialogue_prep.reading.recognise import extract_from

FACTS = ("sides", "dialogue", "ordinal", "place", "date", "date_end", "co_chairs")
TERMS = (
    "designation", "short_name", "sides", "co_chairs", "entities", "frequency", "hosting", "hosting_sides", "topics",
    "topics_open", "mechanisms", "objectives",
)  # fmt: skip
_WORD = re.compile(r"[\u4e00-\u9fff]|[^\W\u4e00-\u9fff]+")
_ALIKE = 0.6


@dataclass(frozen=True, slots=True)
class Reading:
    """What was annotated of a source, and what is found in it, both as the command line gives it."""

    gold: dict[str, Any]
    found: dict[str, Any]

    @property
    def pairs(self) -> list[tuple[dict[str, Any], dict[str, Any]]]:
        """The commitments that were both annotated and found."""
        gold, found = self.gold["commitments"], self.found["commitments"]
        return [(gold[i], found[j]) for i, j in _paired([c["text"] for c in gold], [c["text"] for c in found])]


@dataclass(frozen=True, slots=True)
class Measure:
    """Precision and recall of the firm commitments of some readings; soft ones may be found and need not be."""

    precision: float
    recall: float

    @classmethod
    def of(cls, readings: Sequence[Reading]) -> Measure:
        hits = sum(gold["strength"] == "firm" for one in readings for gold, _ in one.pairs)
        extra = sum(len(one.found["commitments"]) - len(one.pairs) for one in readings)
        firm = sum(gold["strength"] == "firm" for one in readings for gold in one.gold["commitments"])
        return cls(hits / (hits + extra), hits / firm)


def readings(gold: Path, texts: Path, pattern: str) -> Iterator[Reading]:
    """Yield the annotated sources of a folder, each with what is found in it."""
    for path in sorted(gold.glob(pattern)):
        annotated = json.loads(path.read_text(encoding="utf-8"))
        text = (texts / annotated["file"]).read_text(encoding="utf-8")
        yield Reading(annotated, as_json(extract_from(text.splitlines())))


def _paired(gold: Sequence[str], found: Sequence[str]) -> list[tuple[int, int]]:
    bags = [[Counter(_WORD.findall(text.casefold())) for text in texts] for texts in (gold, found)]
    scored = sorted(
        ((_overlap(one, other), i, j) for i, one in enumerate(bags[0]) for j, other in enumerate(bags[1])), reverse=True
    )
    pairs: list[tuple[int, int]] = []
    for score, i, j in scored:
        if score >= _ALIKE and all(i != one and j != other for one, other in pairs):
            pairs.append((i, j))
    return pairs


def _overlap(one: Counter[str], other: Counter[str]) -> float:
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 0.0
