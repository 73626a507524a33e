"""What stands after “agreed that”: which clauses have a party undertake something, and which only state a fact."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dialogue_prep.reading.english import ADVERB, MEETINGS, NO_ACT, SERIES
from dialogue_prep.reading.parties import Subject, by_side, is_party, subject_before
from dialogue_prep.reading.sides import Sides
from dialogue_prep.reading.triggers import first_word, passive
from dialogue_prep.reading.verbs import is_participle, is_verb


@dataclass(frozen=True, slots=True)
class Promise:
    """A clause that undertakes: its offsets in the sentence, where its verb begins, its side, whether it is passive."""

    start: int
    verb: int
    end: int
    side: str | None
    passive: bool


_MODAL = re.compile(
    r"\b(?:would|will|should|shall|must|(?:is|are)\s+to)\s+(?:(?:also|further|jointly|each|both|all|not|never|"
    r"neither|no\s+longer|now|therefore|"
    rf"{ADVERB})\s+)*",
    re.IGNORECASE,
)
_TO_BE = re.compile(r"\b(?:is|are|was|were)\s+(?:\w+ly\s+)?(?:to\s+be\s+|scheduled\s+(?:to|for)\s+)")
_MEETING = re.compile(r"\b(?:next|following|future|" + "|".join(sorted({*MEETINGS, *SERIES})) + r")\b", re.IGNORECASE)
_PLACED = re.compile(r"(?:take\splace|be\s(?:held|hosted|convened|scheduled|organi[sz]ed)|convene|meet|be\sin)\b")
_BE_DONE = re.compile(r"(?P<what>[^,;:.]{3,120}?)\s(?P<be>(?:not\s)?be\s(?:\w+ly\s)?(?P<done>\w+))\b")
_MAY = re.compile(r"\b(?:could|can|cannot|may|might|to|need|not)$")
# What is made to happen, though its makers are not named: “talks will start in May”.
_HAPPENS = re.compile(
    r"(?:start|begin|commence|resume|reopen|open|enter\sinto\s(?:force|operation)|take\seffect|apply\sfrom|"
    r"come\sinto\s(?:force|effect|operation)|go\s(?:into\soperation|live)|become\s(?:operational|effective))\b|"
    r"(?:rise|increase|fall|be\sraised|go\sup)\sto\s[\d$€£]"
)
_WHAT_IS_SET_UP = "the body"
_AGAIN_THAT = re.compile(r"(?:,\s*|\s+)and\s+(?:also\s+)?that\s+")
_NO_SUBJECT = re.compile(r"(?:it|there|this|these|that|any|which)\b", re.IGNORECASE)
_THERE_IS_NO = re.compile(r"there\s(?:would|will|should|shall|must)\sbe\sno\b", re.IGNORECASE)
_NEITHER = re.compile(r"\b(?:neither|no\sside|no\sparty|none)\b", re.IGNORECASE)


def promises(sentence: str, start: int, end: int, sides: Sides, main: str | None = None) -> Iterator[Promise]:
    """Yield the clauses after “that” in which a party undertakes, is bound by a rule, or a meeting is set.

    `main` is the side that says so, for which “it” stands.
    """
    edges = [start, *(match.end() for match in _AGAIN_THAT.finditer(sentence, start, end))]
    stops = [*(match.start() for match in _AGAIN_THAT.finditer(sentence, start, end)), end]
    for begin, stop in zip(edges, stops, strict=True):
        promise = _promise(sentence, begin, stop, sides, main)
        if promise is not None:
            yield promise
            # “... a committee be set up and that it should meet”: it is what the clause before is about.
            main = main or _WHAT_IS_SET_UP


def _promise(sentence: str, start: int, end: int, sides: Sides, main: str | None) -> Promise | None:
    modal = _MODAL.search(sentence, start, end)
    if modal is None:
        return _set_meeting(sentence, start, end) or _subjunctive(sentence, start, end, sides)
    subject = subject_before(sentence, start, modal.start(), sides)
    words = sentence[subject.start : subject.end]
    if words.strip().lower() == "it" and main:
        words, subject = main, Subject(subject.start, subject.end, True, None if main == _WHAT_IS_SET_UP else main)
    verb = first_word(sentence, modal.end())[0].lower()
    if verb == "be" and _THERE_IS_NO.match(sentence, subject.start):
        return Promise(start, modal.start(), end, None, True)
    if verb == "be":
        acted_on = passive(sentence, modal.end()) is not None
        placed = _PLACED.match(sentence, modal.end()) is not None and _MEETING.search(words) is not None
        if not acted_on and not placed:
            return None
        side = by_side(sentence, modal.end(), end, sides) or (subject.side if subject.party else None)
        return Promise(start, modal.start(), end, side, True)
    if _HAPPENS.match(sentence, modal.end()) and not _NO_SUBJECT.match(words):
        return Promise(start, modal.start(), end, None, True)
    if _MEETING.search(words) and _PLACED.match(sentence, modal.end()):
        return Promise(start, modal.start(), end, None, True)
    if not _binds(subject, words, sides) or verb in NO_ACT:
        return None
    return Promise(start, modal.end() - len(_not(modal)), end, subject.side, False)


def _not(modal: re.Match[str]) -> str:
    """Return the “not” with which a modal ends, so that it stays with its verb."""
    match = re.search(r"(?:not|never|neither|no\s+longer)\s+(?:\w+\s+)*$", modal.group())
    return match.group() if match else ""


def _binds(subject: Subject, words: str, sides: Sides) -> bool:
    if _NO_SUBJECT.match(words):
        return False
    return subject.party or (_NEITHER.search(words) is not None and bool(words)) or is_party(words, sides)


def _set_meeting(sentence: str, start: int, end: int) -> Promise | None:
    match = _TO_BE.search(sentence, start, end)
    if match is None or not _MEETING.search(sentence[start : match.start()]):
        return None
    return Promise(start, match.start(), end, None, True)


def _subjunctive(sentence: str, start: int, end: int, sides: Sides) -> Promise | None:
    """Return “(that) officials hold further talks”, or “(that) the decisions be carried out”: no modal stands there."""
    done = _BE_DONE.match(sentence, start, end)
    if done is not None and is_participle(done["done"]) and not _MAY.search(done.group("what")):
        return Promise(start, done.start("be"), end, None, True)
    words = list(re.finditer(r"[\w'-]+", sentence[start:end]))[:8]
    for index, match in enumerate(words[1:], start=1):
        after = words[index + 1].group() if index + 1 < len(words) else ""
        subject = sentence[start : start + match.start()]
        if is_verb(match.group(), words[index - 1].group(), after) and is_party(subject, sides):
            return Promise(start, start + match.start(), end, sides.only_side(subject), False)
    return None
