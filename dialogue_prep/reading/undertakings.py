"""Commitments: which clauses of a source undertake something that can be reported on at the next round."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dialogue_prep.domain.commitment import CommitmentKind, Strength
from dialogue_prep.reading.clause_reading import Undertaking
from dialogue_prep.reading.english import MEETINGS, VERBS
from dialogue_prep.reading.extract import FoundCommitment
from dialogue_prep.reading.kinds import kind_of, short_action, without_to
from dialogue_prep.reading.layout import Block, BlockKind, Layout
from dialogue_prep.reading.pledges import SentenceReader, leaves_undone, without_purpose
from dialogue_prep.reading.said_once import said_once
from dialogue_prep.reading.sentences import sentences, shielded
from dialogue_prep.reading.sides import Sides
from dialogue_prep.reading.triggers import find_triggers
from dialogue_prep.reading.verbs import base_of


@dataclass(frozen=True, slots=True)
class _LeadIn:
    """What a sentence that leads in to a list says of its items; `weak` where it only calls them outcomes."""

    strength: Strength
    side: str | None
    negated: bool = False
    weak: bool = False


_PAST_ELSEWHERE = re.compile(
    r"^(?:at|during|in|following|since)\s(?:[^,]{3,120}\b)?(?P<year>(?:19|20)\d\d)"
    r"(?:[^,]{0,40},|\s(?=(?:the\stwo|both)\s|(?-i:[A-Z])))",
    re.IGNORECASE,
)
_LAST_TIME = re.compile(
    rf"^(?:last\s(?:year|month|spring|summer|autumn|winter)|(?:at|during|in)\s(?:the|their|its|our)\s(?:previous|"
    rf"preceding)\s(?:\w+\s){{0,3}}?(?:{'|'.join(MEETINGS)}|year))\b",
    re.IGNORECASE,
)
_BINDS = re.compile(
    r"\b(?:must|will|shall|reached\s(?:an?\s)?agreement|agreement\swas\sreached|agreed?|commit(?:s|ted)?|pledged?|"
    r"decided?|undertakes?|undertook|intends?|resolved?)\b",
    re.IGNORECASE,
)
_THAT = re.compile(r"\bthat:$")
# Numbered outcomes need no party: “The following decisions were taken:”, or a heading that says so.
_OUTCOMES = re.compile(
    r"\b(?:outcomes?|decisions?|conclusions|undertakings|commitments|actions|action\spoints|steps|"
    r"measures)\b[^:]{0,40}\b"
    r"(?:were|was|are|have\sbeen|has\sbeen)\s(?:\w+ly\s)?(?:reached|taken|adopted|agreed|decided|concluded|approved|"
    r"made|identified)"
    r"(?:\s[^:]{0,60})?:$",
    re.IGNORECASE,
)
_AGREED_ACTS = re.compile(
    r"(?:[\dIVX.]+\s)?(?:(?:agreed|joint|key|follow-up|future|main)\s)*(?:action\s(?:items|points|plan)|actions|"
    r"undertakings|commitments|decisions|agreed\soutcomes|next\ssteps)",
    re.IGNORECASE,
)
_IS_BOUND = re.compile(r"^[^,;:]{2,60}\s(?:shall|should|must)\s(?:not\s)?(?=\w)", re.IGNORECASE)
_WILL = re.compile(r"\b(?:will|shall)\b")
_REAFFIRMS = re.compile(r"\b(?:re-?affirm|reiterate|restate|reconfirm)", re.IGNORECASE)
_OF_ACTS = re.compile(
    r"\b(?:commitments?|agreements?|undertakings?|actions?|activities|steps|measures|including|following|follows|"
    r"ways|areas|to|will|shall)\b[^:]{0,120}:\s*$|"
    r"\b(?:agreed?|commit(?:ted)?|pledged?|decided?|undertake|undertook|resolved?):\s*$",
    re.IGNORECASE,
)
_OF_OTHERS = re.compile(
    r"\b(?:welcomed|noted|discussed|reviewed|recogni[sz]ed|acknowledged|focus(?:ed|es)?|included|highlighted|"
    r"participants|attended|pillars)\b",
    re.IGNORECASE,
)
# What only says who leads: the sentence before it has what is to be done.
_ONLY_LEADS = re.compile(
    r"(?:(?:co-?)?lead|co-?ordinate|(?:be|act)\sin\sthe\slead|take\s(?:the\s|a\sjoint\s)?lead)"
    r"(?:\s(?:(?:on|in|of|for)\s)?(?:it|them|th(?:e|is|ese|at|ose)\s(?:joint\s)?(?:work|efforts?|process|tasks?|"
    r"activit(?:y|ies)|matters?|initiatives?|projects?|negotiations|talks|discussions)))?(?:\s(?:jointly|together))?",
    re.IGNORECASE,
)
_LEAD_IN_MOST = 60
_WORD = re.compile(r"\w+")
_HEADLINE_MOST = 8


def find_commitments(
    layout: Layout, sides: Sides, year: int | None, speakers: dict[str, str]
) -> tuple[FoundCommitment, ...]:
    """Return the commitments of a source in order.

    `year` is the year of the meeting if it is known: a pledge of another year's meeting is history. `speakers` are the
    sides of the people who are named, by surname.
    """
    reader = _Reader(layout, sides, year, speakers)
    found: list[FoundCommitment] = []
    lead: _LeadIn | None = None
    headed = False
    for before, block, after in _between(layout.blocks):
        if lead is not None and (
            block.kind is BlockKind.ITEM or (block.kind is BlockKind.PROSE and reader.reads_as_item(block))
        ):
            found += reader.item(block, lead)
            continue
        # A list may be put under headings; then it goes on under the next one.
        headed = (
            lead is not None
            and (headed or before is not BlockKind.ITEM)
            and reader.is_headline(block)
            and after is BlockKind.ITEM
        )
        if headed:
            continue
        if block.kind in (BlockKind.PROSE, BlockKind.ITEM):
            found += reader.prose(block)
        lead = reader.lead_in(block)
    told = [one for one in found if not _ONLY_LEADS.fullmatch(one.action)]
    return tuple(said_once(told, lambda words: _WORD.findall(words.casefold())))


def _between(blocks: Sequence[Block]) -> Iterator[tuple[BlockKind | None, Block, BlockKind | None]]:
    """Yield every block with what stands before it and after it."""
    kinds = [block.kind for block in blocks]
    yield from zip([None, *kinds[:-1]], blocks, [*kinds[1:], None], strict=True)


class _Reader:
    """Reads the blocks of one source."""

    def __init__(self, layout: Layout, sides: Sides, year: int | None, speakers: dict[str, str]) -> None:
        self._layout, self._year = layout, year
        self._sentences = SentenceReader(sides, speakers)

    def prose(self, block: Block) -> Iterator[FoundCommitment]:
        """Yield the commitments of a block, sentence by sentence, but for a last one that leads in to a list."""
        last, told_of, reported = self._layout.text.trimmed(block.start, block.end)[1], None, False
        for start, end in sentences(self._layout.plain, block.start, block.end):
            sentence = shielded(self._layout.plain[start:end])
            if (sentence.endswith(":") and end == last) or self._is_history(sentence):
                continue
            pieces = list(self._sentences.pieces(sentence, told_of, reported=reported))
            yield from (self._commitment(start, sentence, piece) for piece in pieces)
            reported = bool(pieces) and _WILL.search(sentence) is None
            told_of = self._sentences.told_of(sentence) or (told_of if sentence.startswith("It ") else None)

    def item(self, block: Block, lead: _LeadIn) -> Iterator[FoundCommitment]:
        """Yield the commitments of an item of a list that a sentence with an undertaking leads in to."""
        first = self._layout.text.trimmed(block.start, block.end)[0]
        for start, end in sentences(self._layout.plain, block.start, block.end):
            sentence = shielded(self._layout.plain[start:end])
            own = self._sentences.pieces(sentence)
            pieces = [] if start == first and _IS_BOUND.match(sentence) else list(own)
            if not pieces and start == first and lead.weak:
                pieces = list(self._sentences.listed(sentence))
            elif not pieces and start == first:
                pieces = list(self._sentences.item(sentence, lead.strength, lead.side, negated=lead.negated))
            yield from (self._commitment(start, sentence, piece) for piece in pieces)

    def reads_as_item(self, block: Block) -> bool:
        """Say whether a line without a marker is an item: it begins with a verb, or ends with a semicolon."""
        words = self._layout.words(block).strip()
        first = re.match(r"[\w-]+", words)
        if first is None:
            return False
        verb = first.group().lower()
        return verb in VERBS or base_of(verb) is not None or words.endswith((";", "; and"))

    def is_headline(self, block: Block) -> bool:
        """Say whether a block is a heading, or a short line without a mark at its end."""
        words = self._layout.words(block).strip()
        short = len(words.split()) <= _HEADLINE_MOST and words[:1].isupper() and words[-1:].isalnum()
        return block.kind is BlockKind.HEADING or (block.kind is BlockKind.PROSE and short)

    def lead_in(self, block: Block) -> _LeadIn | None:
        """Return what the last sentence of a block says of the list after it, or None."""
        spans = list(sentences(self._layout.plain, block.start, block.end))
        sentence = shielded(self._layout.plain[slice(*spans[-1])]) if spans else ""
        named = _AGREED_ACTS.fullmatch(sentence)
        if block.kind in (BlockKind.TITLE, BlockKind.HEADING) or (named and self.is_headline(block)):
            return _LeadIn(Strength.FIRM, None, weak=True) if named else None
        if not sentence.endswith(":") or not (_OF_ACTS.search(sentence) or _THAT.search(sentence)):
            return None
        again = _REAFFIRMS.search(sentence) is not None
        if _OUTCOMES.search(sentence):
            return _LeadIn(Strength.FIRM, None, weak=True)
        if not again and not _BINDS.search(sentence):
            return None
        # The list stands for the verb that the lead-in leaves open.
        triggers = find_triggers(sentence[:-1] + " do")
        if not triggers and _OF_OTHERS.search(sentence):
            return None
        soft = again or any(trigger.strength is Strength.SOFT for trigger in triggers[:1])
        side = self._sentences.subject(sentence, triggers[0]).side if triggers else None
        return _LeadIn(Strength.SOFT if soft else Strength.FIRM, side, leaves_undone(sentence))

    def _is_history(self, sentence: str) -> bool:
        past = _PAST_ELSEWHERE.match(sentence)
        if past is None:
            return _LAST_TIME.match(sentence) is not None
        return self._year is not None and int(past["year"]) < self._year

    def _commitment(self, offset: int, sentence: str, piece: Undertaking) -> FoundCommitment:
        text = self._layout.text
        if piece.strength is Strength.SOFT and _REAFFIRMS.search(sentence[piece.start : piece.doing]):
            piece = without_purpose(sentence, piece)
        start, end = text.trimmed(offset + piece.start, offset + piece.end)
        while text.words[end - 1] in ",;:":
            end -= 1
        if piece.start > _LEAD_IN_MOST and text.words[end - 1] == ".":
            end -= 1
        words, doing = text.said(start, end), text.said(offset + piece.doing, end)
        if doing.isupper():
            doing = self._layout.plain[offset + piece.doing : end]
        if piece.negated:
            doing = f"not {without_to(doing)}"
        return FoundCommitment(
            words=words,
            action=short_action(doing),
            kind=CommitmentKind.NORM if piece.negated else kind_of(words, doing),
            strength=piece.strength,
            by=piece.side,
            span=text.span(start, end),
        )
