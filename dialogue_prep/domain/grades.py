"""How strong a wording is, whether both sides speak in it with one voice, and how they say they spoke."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property, lru_cache

from dialogue_prep.domain.instrument import InstrumentState
from dialogue_prep.domain.lineage import WordingGrade
from dialogue_prep.domain.text import Text, WordingState
from dialogue_prep.domain.wordforms import Forms, forms


class Standing(StrEnum):
    """For whom a sentence speaks."""

    JOINT = "joint"
    PARALLEL = "parallel"


@dataclass(frozen=True)
class Phrasebook:
    """What the words of a sentence tell beside its grade, by language.

    `parallel` are phrases in which each side speaks for itself, `tone` words on how it was spoken; `life` says how far
    an instrument has come of which these words are said.
    """

    parallel: Mapping[str, tuple[str, ...]]
    tone: Mapping[str, tuple[str, ...]]
    life: Mapping[InstrumentState, Mapping[str, tuple[str, ...]]]

    def standing(self, words: str) -> Standing:
        """Say for whom a sentence speaks: for both sides together unless its words say otherwise."""
        return Standing.PARALLEL if any(_found(self._parallel, words)) else Standing.JOINT

    def tones(self, words: str) -> tuple[str, ...]:
        """Return the words of a sentence on how it was spoken, in their order."""
        return tuple(dict.fromkeys(match.group() for match in _found(self._tone, words)))

    def stage(self, before: str, after: str = "") -> InstrumentState | None:
        """Say how far an instrument has come by the words around its name; what stands next before it counts first."""
        found = [(match.end(), match.end() - match.start(), state) for state, match in self._stages(before)]
        if found:
            return max(found, key=lambda one: one[:2])[2]
        first = [(match.start(), match.start() - match.end(), state) for state, match in self._stages(after)]
        return min(first, key=lambda one: one[:2])[2] if first else None

    def _stages(self, words: str) -> Iterable[tuple[InstrumentState, re.Match[str]]]:
        return ((state, match) for state, pattern in self._life.items() for match in _found(pattern, words))

    @cached_property
    def _parallel(self) -> re.Pattern[str]:
        return _pattern(phrase for phrases in self.parallel.values() for phrase in phrases)

    @cached_property
    def _tone(self) -> re.Pattern[str]:
        return _pattern(phrase for phrases in self.tone.values() for phrase in phrases)

    @cached_property
    def _life(self) -> Mapping[InstrumentState, re.Pattern[str]]:
        return {
            state: _pattern(phrase for phrases in by_language.values() for phrase in phrases)
            for state, by_language in self.life.items()
        }


def grade_of(words: Text, scale: Sequence[WordingGrade]) -> WordingGrade | None:
    """Return the rung on which a wording stands; None where none of its words are on the scale.

    The phrase that comes first counts, and of those that begin together the longest; a text in several languages stands
    where its original stands.
    """
    originals = [wording for wording in words if wording.state is WordingState.ORIGINAL] or list(words)
    return next((grade for wording in originals if (grade := _grade(wording.words, scale)) is not None), None)


def _grade(words: str, scale: Sequence[WordingGrade]) -> WordingGrade | None:
    said = forms(words)
    for at in range(len(said)):
        here = [
            (len(phrase), grade)
            for grade in scale
            for phrase in _phrases(grade.phrases)
            if said[at : at + len(phrase)] == phrase
        ]
        if here:
            return max(here, key=lambda one: (one[0], one[1].position))[1]
    return None


@lru_cache(maxsize=256)
def _phrases(listed: Text) -> tuple[Forms, ...]:
    lines = (line for wording in listed for line in wording.words.splitlines())
    return tuple(found for line in lines if (found := forms(line)))


def _pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    ordered = sorted(phrases, key=len, reverse=True)
    return re.compile("|".join(_whole(phrase) for phrase in ordered) or r"(?!)", re.IGNORECASE)


def _whole(phrase: str) -> str:
    """Return the pattern of a phrase as whole words; Chinese has no spaces between them."""
    escaped = re.escape(phrase).replace("’", "['’]")
    return escaped if re.search("[㐀-鿿]", phrase) else rf"(?<!\w){escaped}(?!\w)"


def _found(pattern: re.Pattern[str], words: str) -> Iterable[re.Match[str]]:
    return pattern.finditer(words)
