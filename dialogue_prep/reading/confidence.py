"""How sure one can be of a commitment that was found, and why not surer: by what the grammar itself knows."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from dialogue_prep.domain.commitment import CommitmentKind, Strength
from dialogue_prep.domain.source import Span
from dialogue_prep.reading.english import VERBS
from dialogue_prep.reading.extract import Extract, FoundCommitment
from dialogue_prep.reading.running import RunningText
from dialogue_prep.reading.sentences import sentences, shielded
from dialogue_prep.reading.triggers import Trigger, find_triggers
from dialogue_prep.reading.verbs import base_of


class Sureness(StrEnum):
    """How sure: nothing speaks against it, one thing does, or several do."""

    SURE = "sure"
    LIKELY = "likely"
    DOUBTFUL = "doubtful"


class Doubt(StrEnum):
    """What makes a commitment less sure."""

    NO_VERB = "no verb of undertaking in its sentence"
    FORESEEN = "it only says what will be"
    IMPERSONAL = "it does not say who undertakes it"
    INTENDED = "it is only intended"
    UNKNOWN_ACT = "what is to be done begins with a word that is no known verb"
    LONG = "it is long and may be more than one"


@dataclass(frozen=True, slots=True)
class Confidence:
    """How sure one can be of a commitment, with every doubt."""

    doubts: tuple[Doubt, ...] = ()

    @property
    def sureness(self) -> Sureness:
        """How sure that is in one word."""
        return (Sureness.SURE, Sureness.LIKELY, Sureness.DOUBTFUL)[min(len(self.doubts), 2)]


_FORETELLS = re.compile(r"(?:will|shall|would|should|is\s+to|are\s+to)\b", re.IGNORECASE)
_LONGEST_WORDS = 60
_LONGEST_CHINESE = 120
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_FIRST_WORD = re.compile(r"(?:Not\s+|To\s+)?([\w-]+)")


def confidences(extract: Extract) -> Mapping[Span, Confidence]:
    """Return how sure one can be of each commitment, by its place; a pure function of the source and the proposal."""
    text = RunningText.of(extract.paragraphs)
    english = extract.language == "en"
    return {found.span: Confidence(tuple(_doubts(text, found, english=english))) for found in extract.commitments}


def _doubts(text: RunningText, found: FoundCommitment, *, english: bool) -> Sequence[Doubt]:
    doubts = [Doubt.INTENDED] if found.strength is Strength.SOFT else []
    if english:
        doubts += _of_the_sentence(text, found)
    if len(found.words.split()) > _LONGEST_WORDS or len(_CHINESE.findall(found.words)) > _LONGEST_CHINESE:
        doubts.append(Doubt.LONG)
    return doubts


def _of_the_sentence(text: RunningText, found: FoundCommitment) -> list[Doubt]:
    """Return the doubts that the verb of undertaking leaves; they are only known of English."""
    doubts: list[Doubt] = []
    first = text.starts[found.span.paragraph - 1]
    trigger, verb = _trigger(text, first, first + found.span.start, first + found.span.end)
    if trigger is None:
        doubts.append(Doubt.NO_VERB)
    elif trigger.impersonal and found.by is None:
        doubts.append(Doubt.IMPERSONAL)
    elif _FORETELLS.match(verb) and found.kind is not CommitmentKind.SCHEDULING:
        doubts.append(Doubt.FORESEEN)
    act = _FIRST_WORD.match(found.action)
    word = act.group(1).lower() if act else ""
    if found.kind is CommitmentKind.ACTION and word not in VERBS and base_of(word) is None:
        doubts.append(Doubt.UNKNOWN_ACT)
    return doubts


def _trigger(text: RunningText, paragraph: int, start: int, end: int) -> tuple[Trigger | None, str]:
    """Return the verb of undertaking on which a clause hangs, and its words: the last before it, else one in it."""
    for begin, stop in sentences(text.words, paragraph, max(end, start + 1)):
        if not begin <= start < stop:
            continue
        sentence = shielded(text.words[begin:stop])
        found = [one for one in find_triggers(sentence, reported=True) if one.start < end - begin]
        before = [one for one in found if one.start <= start - begin]
        if hung := (before[-1:] or found[:1]):
            return hung[0], sentence[hung[0].start : hung[0].complement].strip()
    return None, ""
