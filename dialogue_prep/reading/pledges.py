"""What one sentence undertakes: its pieces, each with where it stands, what is to be done, how firmly and by whom."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dialogue_prep.domain.commitment import Strength
from dialogue_prep.reading.clauses import Form, enumerated, split_verb_phrases
from dialogue_prep.reading.english import MEETINGS, NO_ACT, SERIES, VERBS, words
from dialogue_prep.reading.parties import Subject, subject_before, tells
from dialogue_prep.reading.promises import promises
from dialogue_prep.reading.sides import Sides
from dialogue_prep.reading.triggers import (
    Follows,
    Trigger,
    find_triggers,
    first_word,
    is_told,
    passive,
    telling_ends,
)
from dialogue_prep.reading.verbs import base_of


@dataclass(frozen=True, slots=True)
class Piece:
    """One undertaking within a sentence: its offsets there, where what is to be done begins, its strength and side."""

    start: int
    end: int
    doing: int
    strength: Strength
    side: str | None


_FORMS = {Follows.INFINITIVE: Form.TO, Follows.BASE: Form.BASE, Follows.GERUND: Form.GERUND}
_CLAUSE_EDGE = re.compile(r";\s+(?:and\s+)?|,\s+and\s+(?=(?:the|both|they|we|[A-Z]))|,\s+(?:while|but)\s+|\s[-–—]\s")
_NEW_CLAUSE = re.compile(
    r",?\s(?:and|but|while)\s(?=(?:we|they|it|this|these|both|the\s(?:two\s)?(?:sides|parties|countries|"
    r"delegations|ministers|leaders))\s[a-z]+)"
)
_SEPARATES = re.compile(r"\s[-–—]\s|;\s(?:and\s)?|,\s(?:and|while|but)\s")
_JOINED = re.compile(r"(?:\band|,|;)\s*(?:also\s+|further\s+)?$")
_RELATIVE = re.compile(r",?\s(?:which|who|whose)\s")
_SUBORDINATE = re.compile(
    r"\b(?:if|whether|which|who|that|when|what|how|where|as|once|until|unless|although|because)\b[^,]*$", re.IGNORECASE
)
# What only a party can do to something: the agent need not be said.
_DONE_BY_A_PARTY = frozenset(
    words(
        """
    allocated appointed committed convened created delivered established expanded extended funded handed held hosted
    implemented launched organised organized provided published released resumed signed strengthened transferred
    """
    )
)
_NEXT_MEETING = re.compile(
    r"\b(?:[Tt]he|[Oo]ur|[Tt]heir|[Ii]ts)\s+next\s+(?:[\w-]+\s+){0,7}?(?:"
    + "|".join({*MEETINGS, *SERIES})
    + r")\b[^.;]{0,140}?\b(?:will|shall|is|are|would)\s+(?:\w+ly\s+)?"
    r"(?:be\s+(?:held|hosted|convened)|take\s+place|scheduled|to\s+be\s+held|planned|on|in)\b"
)
_ONLY_HOPED = re.compile(r"look(?:s|ed|ing)?\sforward|welcomed|noted|expected|hope")
_VAGUE = re.compile(r"(?:move forward|stand together|remain (?:committed|determined|ready))\b")
_PURPOSE = re.compile(r"\sto\s(?=[a-z]+\s)")


class SentenceReader:
    """Finds what sentences undertake; `speakers` are the sides of the people who are named, by surname."""

    def __init__(self, sides: Sides, speakers: dict[str, str]) -> None:
        self._sides, self._speakers = sides, speakers

    def pieces(self, sentence: str) -> Iterator[Piece]:
        """Yield what a shielded sentence undertakes, in order."""
        triggers = [trigger for trigger in find_triggers(sentence) if not is_told(sentence, trigger.start)]
        edges = [match.end() for match in _CLAUSE_EDGE.finditer(sentence) if tells(sentence[: match.start()])]
        reached, found = 0, False
        for index, trigger in enumerate(triggers):
            if trigger.start < reached:
                continue
            begin = max([edge for edge in edges if edge <= trigger.start], default=0)
            end = self._stop(sentence, trigger, triggers[index + 1 :])
            for piece in self._undertaken(sentence, trigger, max(begin, reached), end):
                found, reached = True, end
                yield piece
        meeting = None if found else _NEXT_MEETING.search(sentence)
        if meeting is not None and not _ONLY_HOPED.search(sentence):
            yield Piece(meeting.start(), len(sentence), meeting.start(), Strength.FIRM, None)

    def subject(self, sentence: str, trigger: Trigger) -> Subject:
        """Return the subject of a verb of undertaking."""
        return subject_before(sentence, 0, trigger.start, self._sides)

    def _stop(self, sentence: str, trigger: Trigger, later: Sequence[Trigger]) -> int:
        """Return where what a trigger introduces ends: before what is told, a new clause, the next undertaking."""
        end = telling_ends(sentence, trigger.complement, len(sentence))
        if trigger.follows is Follows.NOUN and (relative := _RELATIVE.search(sentence, trigger.complement, end)):
            end = relative.start()
        clause = _NEW_CLAUSE.search(sentence, trigger.complement, end)
        if clause is not None and trigger.follows is not Follows.CLAUSE:
            end = clause.start()
        for other in later:
            if not trigger.complement < other.start < end:
                continue
            joint = _JOINED.search(sentence[: other.start])
            if joint is not None and not (trigger.follows is Follows.CLAUSE and other.needs_party):
                return joint.start()
            separate = list(_SEPARATES.finditer(sentence, trigger.complement, other.start))
            if separate and trigger.follows is not Follows.CLAUSE:
                return separate[-1].start()
        return end

    def _undertaken(self, sentence: str, trigger: Trigger, begin: int, end: int) -> Iterator[Piece]:
        subject = subject_before(sentence, begin, trigger.start, self._sides)
        side = subject.side or self._speaker(sentence[begin : trigger.start])
        start = subject.start
        if trigger.impersonal:
            start = trigger.start
        elif not subject.party and _JOINED.search(sentence[: trigger.start]):
            start = trigger.start
            side = self._first_side(sentence, trigger.start)
        if trigger.follows is Follows.CLAUSE:
            yield from self._promised(sentence, trigger, start, end, side)
            return
        if trigger.needs_party and not self._acts(sentence, trigger, subject, begin):
            return
        if trigger.follows is Follows.NOUN:
            yield Piece(start, end, trigger.complement, trigger.strength, side)
        elif trigger.follows is Follows.BASE and passive(sentence, trigger.complement):
            yield Piece(start, end, start, trigger.strength, side)
        elif not _VAGUE.match(sentence, trigger.complement):
            form = _FORMS[trigger.follows]
            yield from _parts(sentence, Piece(start, end, trigger.complement, trigger.strength, side), form)

    def _acts(self, sentence: str, trigger: Trigger, subject: Subject, begin: int) -> bool:
        """Say whether a sentence in the future is an act: a party's, or one that only a party can do to something."""
        before = sentence[begin : trigger.start]
        if _SUBORDINATE.search(before):
            return False
        verb = first_word(sentence, trigger.complement)[0].lower()
        if trigger.follows is Follows.BASE and verb == "be":
            by_whom = re.search(r"\bby\s+(?:the\s)?[A-Z]", sentence[trigger.complement :])
            about_nothing = re.match(r"\s*(?:it|this|these|there|the\s\w*dialogue)\b", before, re.IGNORECASE)
            return passive(sentence, trigger.complement) in _DONE_BY_A_PARTY and not by_whom and not about_nothing
        if not subject.party:
            return False
        if sentence[trigger.complement : trigger.complement + 1] == "(":
            return True
        return verb not in NO_ACT and (trigger.follows is not Follows.BASE or verb in VERBS or verb == "remain")

    def _promised(self, sentence: str, trigger: Trigger, start: int, end: int, side: str | None) -> Iterator[Piece]:
        """Yield the pieces of “agreed that ...”; the first begins where the sentence's subject does."""
        for index, promise in enumerate(promises(sentence, trigger.complement, end, self._sides)):
            begin = start if index == 0 else promise.start
            whole = promise.passive or re.search(r"\bneither\b", sentence[promise.start : promise.verb])
            doing = promise.start if whole else promise.verb
            piece = Piece(begin, promise.end, doing, trigger.strength, promise.side or side)
            if whole:
                yield piece
            else:
                yield from _parts(sentence, piece, Form.BASE)

    def _speaker(self, words: str) -> str | None:
        """Return the side of the people whom some words name by surname, if it is one side."""
        named = {side for name, side in self._speakers.items() if re.search(rf"\b{re.escape(name)}\b", words)}
        return named.pop() if len(named) == 1 else None

    def _first_side(self, sentence: str, before: int) -> str | None:
        """Return the side of the subject with which a sentence begins, of which a later verb tells too."""
        verb = re.search(r"\b(?:\w+ed|met|held|had|took|undertook|will|are|is|has|have)\b", sentence[:before])
        subject = subject_before(sentence, 0, verb.start() if verb else before, self._sides)
        words = sentence[subject.start : subject.end]
        return subject.side or self._speaker(words)


def item_pieces(sentence: str, strength: Strength, side: str | None) -> Iterator[Piece]:
    """Yield the pieces of an item of a list that a lead-in undertakes: a verb phrase, or a noun that names an act."""
    _, at = first_word(sentence, 0)
    lowered = sentence[:at] + sentence[at : at + 1].lower() + sentence[at + 1 :]
    infinitive = re.match(r"to\s+", lowered)
    begin = infinitive.end() if infinitive else 0
    verb = first_word(lowered, begin)[0].lower()
    whole = Piece(0, len(sentence), begin, strength, side)
    if verb in VERBS:
        yield from _parts(lowered, whole, Form.TO if infinitive else Form.BASE)
    elif base_of(verb):
        yield from _parts(lowered, whole, Form.GERUND)
    elif not tells(sentence):
        yield whole


def without_purpose(sentence: str, piece: Piece) -> Piece:
    """Return a piece that ends before its purpose: a reaffirmation binds no further than its frequency or deadline."""
    purpose = _PURPOSE.search(sentence, piece.doing + 10, piece.end)
    return replace(piece, end=purpose.start()) if purpose else piece


def _parts(sentence: str, whole: Piece, form: Form) -> Iterator[Piece]:
    """Yield the parts of a piece that could be reported on alone."""
    items = enumerated(sentence, whole.doing, whole.end)
    for begin, stop in items:
        verb = first_word(sentence, begin)[0].lower()
        for part in split_verb_phrases(sentence, begin, stop, Form.GERUND if base_of(verb) else form):
            yield replace(whole, start=part[0], end=part[1], doing=part[0])
    if items:
        return
    for index, (begin, stop) in enumerate(split_verb_phrases(sentence, whole.doing, whole.end, form)):
        yield replace(whole, start=whole.start if index == 0 else begin, end=stop, doing=begin)
