"""Commitments: which clauses of a source undertake something that can be reported on at the next round."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dialogue_prep.domain.commitment import Strength
from dialogue_prep.reading.clauses import Form, enumerated, split_verb_phrases
from dialogue_prep.reading.english import MEETINGS, NO_ACT, SERIES, VERBS
from dialogue_prep.reading.extract import FoundCommitment
from dialogue_prep.reading.kinds import kind_of, short_action
from dialogue_prep.reading.layout import Block, Layout, Part
from dialogue_prep.reading.parties import subject_before
from dialogue_prep.reading.promises import promises
from dialogue_prep.reading.sentences import sentences, shielded
from dialogue_prep.reading.sides import Sides
from dialogue_prep.reading.triggers import (
    Follows,
    Trigger,
    binds_again,
    find_triggers,
    first_word,
    is_told,
    passive,
    telling_ends,
)
from dialogue_prep.reading.verbs import base_of


@dataclass(frozen=True, slots=True)
class _Piece:
    """One undertaking within a sentence: its offsets there, where what is to be done begins, its strength and side."""

    start: int
    end: int
    doing: int
    strength: Strength
    side: str | None


@dataclass(frozen=True, slots=True)
class _LeadIn:
    """What a sentence that leads in to a list says of its items."""

    strength: Strength
    side: str | None


_FORMS = {Follows.INFINITIVE: Form.TO, Follows.BASE: Form.BASE, Follows.GERUND: Form.GERUND}
_CLAUSE_EDGE = re.compile(r";\s+(?:and\s+)?|,\s+and\s+(?=(?:the|both|they|we|[A-Z]))|,\s+while\s+|\s-\s")
_PLAIN_PASSIVE = frozenset(
    "allocated appointed committed convened created delivered established expanded extended funded handed held hosted implemented "
    "launched organised organized provided published reduced released removed resettled resumed signed strengthened transferred".split()
)
_NEXT_MEETING = re.compile(
    r"\b(?:[Tt]he|[Oo]ur|[Tt]heir|[Ii]ts)\s+next\s+(?:[\w-]+\s+){0,7}?(?:"
    + "|".join({*MEETINGS, *SERIES})
    + r")\b[^.;]{0,140}?"
    r"\b(?:will|shall|is|are|would)\s+(?:\w+ly\s+)?(?:be\s+(?:held|hosted|convened)|take\s+place|scheduled|to\s+be\s+held|planned|on|in)\b"
)
_PAST_ELSEWHERE = re.compile(
    r"^(?:[Aa]t|[Dd]uring|[Ii]n|[Ff]ollowing|[Ss]ince)\s[^,]{3,120}\b(?P<year>(?:19|20)\d\d)[^,]{0,40},"
)
_MUST = re.compile(
    r"\b(?:must|will|shall|agreed?|commit(?:ted)?|pledged?|decided?|undertake|undertook|intend|resolved?)\b",
    re.IGNORECASE,
)
_COMMITMENT_LIST = re.compile(
    r"\b(?:commitments?|agreements?|undertakings?|actions?|steps|measures|following|follows|ways|to)\b[^:]{0,120}:\s*$",
    re.IGNORECASE,
)
_NEVER_LISTS = re.compile(
    r"\b(?:welcomed|noted|discussed|reviewed|recogni[sz]ed|acknowledged|focused|included|highlighted|participants|attended|pillars)\b",
    re.IGNORECASE,
)
_REAFFIRMED = re.compile(r"\b(?:re-?affirm|reiterate|restate|reconfirm)", re.IGNORECASE)
_LEAD_IN_MOST = 60
_VAGUE = re.compile(r"(?:move forward|stand together)\b")
_DIRECT_SPEECH = re.compile(r"[”\"]?\s*(?:\w+\s){1,4}(?:said|says)\b|[“\"]\s*$")


def find_commitments(
    layout: Layout, sides: Sides, year: int | None, speakers: dict[str, str]
) -> tuple[FoundCommitment, ...]:
    """Return the commitments of a source in order.

    `year` is the year of the meeting if it is known: a pledge of another year's meeting is history. `speakers` are the
    sides of the people who are named, by surname.
    """
    found: list[FoundCommitment] = []
    reader = _Reader(layout, sides, year, speakers)
    lead: _LeadIn | None = None
    for block in layout.blocks:
        if block.part is Part.ITEM and lead is not None:
            found += reader.item(block, lead)
            continue
        if block.part in (Part.PROSE, Part.ITEM):
            if lead is not None and reader.reads_as_item(block):
                found += reader.item(block, lead)
                continue
            found += reader.prose(block)
        lead = reader.lead_in(block)
    return tuple(_said_once(found))


class _Reader:
    """Reads the blocks of one source."""

    def __init__(self, layout: Layout, sides: Sides, year: int | None, speakers: dict[str, str]) -> None:
        self.layout, self.sides, self.year, self.speakers = layout, sides, year, speakers

    def prose(self, block: Block) -> Iterator[FoundCommitment]:
        """Yield the commitments of a block, sentence by sentence, but for a last one that leads in to a list."""
        for start, end in sentences(self.layout.plain, block.start, block.end):
            if self.layout.plain[end - 1] == ":" and end == self._end(block):
                continue
            yield from self._sentence(start, end)

    def item(self, block: Block, lead: _LeadIn) -> Iterator[FoundCommitment]:
        """Yield the commitments of an item of a list that a sentence with an undertaking leads in to."""
        for start, end in sentences(self.layout.plain, block.start, block.end):
            sentence = shielded(self.layout.plain[start:end])
            own = list(self._pieces(sentence))
            if own:
                yield from (self._commitment(start, sentence, piece) for piece in own)
            elif start == block.start or start == self.layout.text.trimmed(block.start, block.end)[0]:
                yield from (self._commitment(start, sentence, piece) for piece in _item_pieces(sentence, lead))

    def reads_as_item(self, block: Block) -> bool:
        """Say whether a line without a marker is an item: it begins with a verb, or ends with a semicolon."""
        words = self.layout.words(block).strip()
        first = re.match(r"[\w-]+", words)
        if first is None:
            return False
        verb = first.group().lower()
        return verb in VERBS or base_of(verb) is not None or words.endswith((";", "; and"))

    def lead_in(self, block: Block) -> _LeadIn | None:
        """Return what the last sentence of a block says of the list after it, or None."""
        last = None
        for last in sentences(self.layout.plain, block.start, block.end):  # noqa: B007 - the last one is wanted
            pass
        if last is None or self.layout.plain[last[1] - 1] != ":":
            return None
        sentence = shielded(self.layout.plain[slice(*last)])
        if not _COMMITMENT_LIST.search(sentence) or not _MUST.search(sentence) and not _REAFFIRMED.search(sentence):
            return None
        triggers = find_triggers(sentence.replace(":", " do", 1))
        if _NEVER_LISTS.search(sentence) and not triggers:
            return None
        soft = bool(_REAFFIRMED.search(sentence)) or bool(triggers and triggers[0].strength is Strength.SOFT)
        subject = subject_before(sentence, 0, triggers[0].start, self.sides) if triggers else None
        return _LeadIn(Strength.SOFT if soft else Strength.FIRM, subject.side if subject else None)

    def _end(self, block: Block) -> int:
        return self.layout.text.trimmed(block.start, block.end)[1]

    def _sentence(self, start: int, end: int) -> Iterator[FoundCommitment]:
        sentence = shielded(self.layout.plain[start:end])
        if self._is_history(sentence):
            return
        for piece in self._pieces(sentence):
            yield self._commitment(start, sentence, piece)

    def _is_history(self, sentence: str) -> bool:
        past = _PAST_ELSEWHERE.match(sentence)
        return past is not None and self.year is not None and int(past["year"]) < self.year

    def _pieces(self, sentence: str) -> Iterator[_Piece]:
        triggers = [trigger for trigger in find_triggers(sentence) if not is_told(sentence, trigger.start)]
        edges = [match.end() for match in _CLAUSE_EDGE.finditer(sentence)]
        reached = 0
        found = False
        for index, trigger in enumerate(triggers):
            if trigger.start < reached:
                continue
            begin = max([edge for edge in edges if edge <= trigger.start], default=0)
            begin = max(begin, reached)
            end = self._stop(sentence, trigger, triggers[index + 1 :])
            for piece in self._undertaken(sentence, trigger, begin, end):
                found = True
                yield piece
            if trigger.follows in (Follows.CLAUSE, Follows.BASE, Follows.INFINITIVE, Follows.GERUND):
                reached = end
        meeting = _NEXT_MEETING.search(sentence)
        if (
            not found
            and meeting is not None
            and not re.search(r"look(?:s|ed|ing)?\sforward|welcomed|noted|expected", sentence)
        ):
            yield _Piece(meeting.start(), len(sentence), meeting.start(), Strength.FIRM, None)

    def _stop(self, sentence: str, trigger: Trigger, later: Sequence[Trigger]) -> int:
        """Return where what a trigger introduces ends: before what is told, and before the next undertaking."""
        end = telling_ends(sentence, trigger.complement, len(sentence))
        if trigger.follows is Follows.CLAUSE:
            later = [other for other in later if not other.needs_party]
        for other in later:
            if trigger.complement < other.start < end:
                joint = re.search(r"(?:,|;)?\s*(?:\band)?\s*$", sentence[: other.start])
                subject = subject_before(sentence, trigger.complement, other.start, self.sides)
                before = sentence[: other.start].rstrip()
                if joint and joint.group().strip():
                    return joint.start()
                if (
                    subject.party
                    and other.needs_party
                    and re.search(r"(?:,|;)\s*(?:and\s*|while\s*)?$", sentence[: subject.start])
                ):
                    return len(sentence[: subject.start].rstrip(" ,;")) - (
                        4 if before[: subject.start].rstrip(" ,;").endswith(" and") else 0
                    )
        return end

    def _undertaken(self, sentence: str, trigger: Trigger, begin: int, end: int) -> Iterator[_Piece]:
        subject = subject_before(sentence, begin, trigger.start, self.sides)
        side = subject.side or self._speaker(sentence[begin : trigger.start])
        coordinated = not subject.party and re.search(r"(?:\band|,|;)\s*$", sentence[: trigger.start]) is not None
        start = trigger.start if coordinated or trigger.impersonal else subject.start
        if subject.start > trigger.start or (not subject.party and not coordinated and not trigger.impersonal):
            start = _tidy_start(sentence, subject.start, trigger.start)
        if coordinated:
            side = subject_before(sentence, 0, _first_finite(sentence, trigger.start), self.sides).side
        if trigger.follows is Follows.CLAUSE:
            yield from self._promised(sentence, trigger, start, end, side)
            return
        if trigger.needs_party and not self._acts(sentence, trigger, subject.party, begin):
            return
        if trigger.follows is Follows.NOUN:
            yield _Piece(start, end, trigger.complement, trigger.strength, side)
            return
        if _VAGUE.match(sentence, trigger.complement) or _beyond(sentence, trigger):
            return
        yield from _parts(sentence, start, trigger.complement, end, _FORMS[trigger.follows], trigger.strength, side)

    def _acts(self, sentence: str, trigger: Trigger, party: bool, begin: int) -> bool:
        """Say whether a sentence in the future is an act: a party's, or one done where only a party can do it."""
        subject = sentence[begin : trigger.start]
        if re.search(
            r"\b(?:if|whether|which|who|that|when|what|how|where|as|once|until|unless)\b[^,]*$", subject, re.IGNORECASE
        ):
            return False
        verb = first_word(sentence, trigger.complement)[0].lower()
        if trigger.follows is Follows.BASE and verb == "be":
            participle = passive(sentence, trigger.complement)
            by_whom = re.search(r"\bby\s+(?:the\s)?[A-Z]", sentence[trigger.complement :])
            return (
                participle in _PLAIN_PASSIVE
                and not by_whom
                and not re.match(r"\s*(?:it|this|these|there|the\sdialogue)\b", subject, re.IGNORECASE)
            )
        if re.match(r"\(", sentence[trigger.complement :]):
            return party
        return (
            party and verb not in NO_ACT and (trigger.follows is not Follows.BASE or verb in VERBS or verb == "remain")
        )

    def _promised(self, sentence: str, trigger: Trigger, start: int, end: int, side: str | None) -> Iterator[_Piece]:
        first = True
        for promise in promises(sentence, trigger.complement, end, self.sides):
            own = promise.side or side
            begin = start if first else promise.start
            first = False
            if promise.passive or re.search(r"\bneither\b", sentence[promise.start : promise.verb]):
                yield _Piece(begin, promise.end, promise.start, trigger.strength, own)
                continue
            yield from _parts(sentence, begin, promise.verb, promise.end, Form.BASE, trigger.strength, own)

    def _speaker(self, subject: str) -> str | None:
        named = {side for surname, side in self.speakers.items() if re.search(rf"\b{re.escape(surname)}\b", subject)}
        return next(iter(named)) if len(named) == 1 else None

    def _commitment(self, offset: int, sentence: str, piece: _Piece) -> FoundCommitment:
        text = self.layout.text
        start, end = text.trimmed(offset + piece.start, offset + piece.end)
        while text.words[end - 1] in ",;:":
            end -= 1
        if piece.start > _LEAD_IN_MOST and text.words[end - 1] == ".":
            end -= 1
        words, doing = text.said(start, end), text.said(offset + piece.doing, end)
        action = short_action(doing)
        return FoundCommitment(
            words=words,
            action=action,
            kind=kind_of(words, doing),
            strength=piece.strength,
            by=piece.side,
            span=text.span(start, end),
        )


def _parts(
    sentence: str, start: int, complement: int, end: int, form: Form, strength: Strength, side: str | None
) -> Iterator[_Piece]:
    items = enumerated(sentence, complement, end)
    if items:
        for begin, stop in items:
            word = first_word(sentence, begin)[0].lower()
            own = Form.GERUND if base_of(word) else form
            for part in split_verb_phrases(sentence, begin, stop, own):
                yield _Piece(part[0], part[1], part[0], strength, side)
        return
    for index, (begin, stop) in enumerate(split_verb_phrases(sentence, complement, end, form)):
        yield _Piece(start if index == 0 else begin, stop, begin, strength, side)


def _item_pieces(sentence: str, lead: _LeadIn) -> Iterator[_Piece]:
    word, at = first_word(sentence, 0)
    lowered = sentence[:at] + sentence[at : at + 1].lower() + sentence[at + 1 :]
    to = re.match(r"to\s+", lowered)
    begin = to.end() if to else 0
    word = first_word(lowered, begin)[0].lower()
    if word in VERBS:
        form = Form.TO if to else Form.BASE
    elif base_of(word):
        form = Form.GERUND
    else:
        yield _Piece(0, len(sentence), 0, lead.strength, lead.side)
        return
    for part in split_verb_phrases(lowered, begin, len(sentence), form):
        yield _Piece(0 if part[0] == begin else part[0], part[1], part[0], lead.strength, lead.side)


def _beyond(sentence: str, trigger: Trigger) -> bool:
    """Say whether a reaffirmation, seen as a whole, binds nobody to anything new."""
    again = re.match(r"(?:re-?affirm|reiterate)", sentence[trigger.start :])
    return again is not None and not binds_again(sentence[trigger.complement :])


def _tidy_start(sentence: str, start: int, trigger: int) -> int:
    """Return where a clause without a plain subject begins: not farther back than its last comma allows."""
    commas = [match.end() for match in re.finditer(r",\s+", sentence[start:trigger])]
    return start + commas[-1] if commas and trigger - start > 300 else start


def _first_finite(sentence: str, before: int) -> int:
    match = re.search(r"\b\w+ed\b|\b(?:met|held|had|took|undertook|will|are|is)\b", sentence[:before])
    return match.start() if match else before


def _said_once(found: Sequence[FoundCommitment]) -> Iterator[FoundCommitment]:
    """Yield the commitments in order; one that is announced twice only at its fuller statement."""
    dropped: set[int] = set()
    bags = [Counter(re.findall(r"\w+", item.words.casefold())) for item in found]
    for later in range(len(found)):
        for earlier in range(max(0, later - 60), later):
            if earlier in dropped or later in dropped:
                continue
            shared = (
                2 * sum((bags[earlier] & bags[later]).values()) / max(1, bags[earlier].total() + bags[later].total())
            )
            if shared >= 0.9 and found[earlier].by == found[later].by:
                dropped.add(earlier if len(found[later].words) > len(found[earlier].words) else later)
    yield from (replace(item) for index, item in enumerate(found) if index not in dropped)
