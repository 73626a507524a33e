"""Coordinated verb phrases: which parts of a sentence could be reported on alone, and which belong together.

Verb phrases are split where verbs and objects differ. What is introduced by “by ...-ing”, “including”, “through” or
“such as” is a means or an example, “to ...” after the object is a purpose, and both stay with their verb.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

from dialogue_prep.reading.english import CHAIN_VERBS, words
from dialogue_prep.reading.verbs import base_of, is_verb


class Form(Enum):
    """How the verbs of a complement stand."""

    TO = auto()
    BASE = auto()
    GERUND = auto()


class _Zone(Enum):
    OBJECT = auto()
    MEANS = auto()
    PURPOSE = auto()


@dataclass(frozen=True, slots=True)
class _Token:
    word: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Joint:
    """A place where a new part may begin: what joins it, and its first word and verb (indices of tokens)."""

    semicolon: bool
    comma: bool
    conjunction: bool
    also: bool
    infinitive: bool
    first: int
    verb: int


_TOKEN = re.compile(r"[\w'¤&/$%-]+(?:\.[\w]+)*|[^\w\s]")
ENUMERATOR = re.compile(r"(?:^|(?<=\s))\((?:\d{1,2}|[a-z]|[ivx]{1,4})\)\s+")
_PURPOSE = re.compile(
    r"(?:,\s)?(?:in order (?:to|that)|so as to|so that|with (?:a|the) (?:view|goal|aim|objective|intent|intention|"
    r"purpose)\b|"
    r"with the intent\b|aimed at|designed to|which|who|whom|whose|where|that)\b"
)
_MEANS = re.compile(
    r"(?:including|through|via|such as|by \w+ing|e\.g\.|for example|while \w+ing|on the basis of|as well as)\b"
)
_ADVERBS = frozenset(
    words("""
    also further jointly together not never neither both actively closely continually fully mutually then thereby where
    """)
)
_MODALS = frozenset(("will", "would", "shall", "should"))
_NO_OBJECT = frozenset((",", ";", "and", "or", "", "/"))
_NO_OBJECT_YET = frozenset(words("to with on in for jointly closely together fully actively"))
_MANNER = frozenset(words("closely together jointly constructively actively hard in toward"))


def enumerated(sentence: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the offsets of the items that (i), (ii) or (1), (2) mark in a complement; none where there are no two."""
    marks = list(ENUMERATOR.finditer(sentence, start, end))
    if len(marks) < 2:
        return []
    ends = [mark.start() for mark in marks[1:]] + [end]
    return [(mark.end(), _without_joint(sentence, mark.end(), stop)) for mark, stop in zip(marks, ends, strict=True)]


def split_verb_phrases(sentence: str, start: int, end: int, form: Form) -> list[tuple[int, int]]:
    """Return the offsets of the separately reportable verb phrases of a complement that begins with a verb.

    The first begins at `start`; each later one at its own “to” or verb.
    """
    tokens = [_Token(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(sentence, start, end)]
    cuts = _Splitter(sentence, tokens, form).cuts()
    starts = [start] + [tokens[first].start for _, first in cuts]
    ends = [tokens[before].end for before, _ in cuts] + [end]
    return list(zip(starts, ends, strict=True))


class _Splitter:
    """Walks the tokens of one complement from its first verb to its end."""

    def __init__(self, sentence: str, tokens: list[_Token], form: Form) -> None:
        self.sentence, self.tokens, self.form = sentence, tokens, form
        self.chained = False
        self.zone = _Zone.OBJECT
        self.verb = self._first_verb()
        self.last_series = self._last_joint_with_and()

    def cuts(self) -> list[tuple[int, int]]:
        """Return pairs of token indices: the last of one part and the first of the next."""
        cuts, index = [], self.verb + 1
        while index < len(self.tokens):
            joint = self._joint(index)
            if joint is not None and self._parts(joint, index):
                cuts.append((index - 1, joint.first))
                self.zone, self.verb = _Zone.OBJECT, joint.verb
                index = joint.verb + 1
                continue
            self._enter_zone(index)
            index += 1
        return cuts

    def _word(self, index: int) -> str:
        return self.tokens[index].word if 0 <= index < len(self.tokens) else ""

    def _first_verb(self) -> int:
        index = 0
        while self._word(index).lower() in _ADVERBS | {"to"}:
            index += 1
        return index

    def _joint(self, index: int) -> _Joint | None:
        """Return what joins a verb phrase that would begin here, or None."""
        semicolon, comma = self._word(index) == ";", self._word(index) == ","
        at = index + (semicolon or comma)
        conjunction = self._word(at) == "and"
        at += conjunction
        if not (semicolon or comma or conjunction):
            return None
        # “tasked them with drawing up a plan and with presenting it”
        at += self.form is Form.GERUND and self._word(at) == "with"
        first, also, infinitive, modal = at, False, False, False
        while (word := self._word(at)) in _ADVERBS or word == "to" or word in _MODALS:
            also, infinitive, modal = also or word == "also", infinitive or word == "to", modal or word in _MODALS
            at += 1
        if not self._begins_part(at, infinitive=infinitive or modal):
            return None
        return _Joint(semicolon, comma, conjunction, also or modal, infinitive, first, at)

    def _begins_part(self, at: int, *, infinitive: bool) -> bool:
        word, after = self._word(at), self._word(at + 1)
        if self.form is Form.GERUND:
            return base_of(word) is not None and after not in _NO_OBJECT
        if infinitive:
            reports = word == "report" and after in ("to", "on", "back")
            return is_verb(word, "to", after) or reports or (word == "work" and bool(after))
        return is_verb(word, "", after) and after not in _NO_OBJECT

    def _parts(self, joint: _Joint, index: int) -> bool:
        """Say whether a joint parts two undertakings."""
        if joint.semicolon:
            return True
        if not self._has_object(index):
            return False
        if joint.also and joint.conjunction:
            return True
        if joint.infinitive:
            return self._parts_infinitives(joint)
        if joint.conjunction and self._word(joint.verb) == "work" and self._word(joint.verb + 1) == "to":
            return True
        if self.zone is _Zone.PURPOSE:
            return False
        if not joint.conjunction and joint.verb >= self.last_series:
            return False
        if self.zone is _Zone.MEANS:
            return self.form is not Form.GERUND and joint.comma and joint.conjunction
        return True

    def _has_object(self, index: int) -> bool:
        """Say whether the verb before has an object of its own, unlike that of “broaden and deepen cooperation”."""
        return any(self._word(at) not in _NO_OBJECT_YET for at in range(self.verb + 1, index))

    def _parts_infinitives(self, joint: _Joint) -> bool:
        if self.form is Form.BASE and not self.chained:
            return False
        if joint.conjunction:
            return joint.comma or self.zone is not _Zone.PURPOSE
        return joint.verb < self.last_series and self._word(self._last_infinitive()) == "to"

    def _last_joint_with_and(self) -> int:
        """Return the index of the last verb that “and” joins: a comma alone parts only within such a series."""
        last = -1
        for index in range(self.verb + 1, len(self.tokens)):
            if self._word(index) == "and" and (joint := self._joint(index)) is not None:
                last = joint.verb
        return last

    def _last_infinitive(self) -> int:
        at = self.last_series - 1
        while at >= 0 and self._word(at) in _ADVERBS:
            at -= 1
        return at

    def _enter_zone(self, index: int) -> None:
        token = self.tokens[index]
        if self.zone is not _Zone.PURPOSE:
            if _PURPOSE.match(self.sentence, token.start):
                self.zone = _Zone.PURPOSE
            elif self.zone is _Zone.OBJECT and _MEANS.match(self.sentence, token.start):
                self.zone = _Zone.MEANS
        if token.word == "to" and is_verb(self._word(index + 1), "to", self._word(index + 2)):
            if self._in_chain(index):
                self.verb, self.chained = index + 1, True
            elif self.zone is not _Zone.PURPOSE:
                self.zone = _Zone.PURPOSE

    def _in_chain(self, index: int) -> bool:
        """Say whether “to” goes on from the verb, as in “continue to” or “work together to”."""
        verb = self._word(self.verb)
        verb = base_of(verb) or verb
        between = {self._word(at) for at in range(self.verb + 1, index)}
        return verb in CHAIN_VERBS and between <= _MANNER


def _without_joint(sentence: str, start: int, end: int) -> int:
    """Return the end of an item without the “; and” that leads to the next."""
    part = sentence[start:end]
    return start + len(re.sub(r"[\s,;]*(?:\band)?\s*$", "", part))
