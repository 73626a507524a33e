"""Commitments found clause by clause: the flow over sentences and lists that grammars of clauses share."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Protocol

from dialogue_prep.domain.commitment import CommitmentKind, Strength
from dialogue_prep.reading.extract import FoundCommitment
from dialogue_prep.reading.layout import Block, Layout
from dialogue_prep.reading.list_leads import LeadIn, with_leads
from dialogue_prep.reading.said_once import said_once


@dataclass(frozen=True, slots=True)
class Undertaking:
    """One undertaking within a sentence: its offsets there, where what is to be done begins, its strength and side.

    `negated` says that a “not” stands before a list of which this is an item, and so outside the undertaking.
    """

    start: int
    end: int
    doing: int
    strength: Strength
    side: str | None
    negated: bool = False


class ClauseReader(Protocol):
    """Reads shielded sentences of one source: what they undertake, and what one with a colon leads in to."""

    def pieces(self, sentence: str) -> Iterator[Undertaking]: ...

    def item(self, sentence: str, strength: Strength, side: str | None) -> Iterator[Undertaking]: ...

    def lead_in(self, sentence: str) -> tuple[Strength, str | None] | None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseRules:
    """How a language parts sentences and words, and says what an undertaking is.

    `past_elsewhere` is of a sentence about another meeting, with its `year`; `negated` of a lead-in that ends with a
    “not” for every item, which is `not_to` do; `kind_of` and `short_action` are as in the grammar of the language.
    `only_leads` is of an action that says no more than who leads what the words before it undertake.
    """

    sentences: Callable[[str, int, int], Iterator[tuple[int, int]]]
    shielded: Callable[[str], str]
    words_of: Callable[[str], Iterable[str]]
    past_elsewhere: re.Pattern[str]
    negated: re.Pattern[str]
    not_to: str
    kind_of: Callable[[str, str], CommitmentKind]
    short_action: Callable[[str], str]
    only_leads: re.Pattern[str]


_COLONS = (":", "：")


def read_commitments(
    layout: Layout, reader: ClauseReader, rules: ClauseRules, year: int | None
) -> tuple[FoundCommitment, ...]:
    """Return the commitments of a source in order; a pledge of another `year` than the meeting's is history."""
    found: list[FoundCommitment] = []
    for block, lead in with_leads(layout, lambda block, lead: _lead_in(layout, reader, rules, block, lead)):
        found += _read(layout, reader, rules, block, lead, year)
    return tuple(said_once([one for one in found if not rules.only_leads.fullmatch(one.action)], rules.words_of))


def _read(
    layout: Layout, reader: ClauseReader, rules: ClauseRules, block: Block, lead: LeadIn | None, year: int | None
) -> Iterator[FoundCommitment]:
    for number, (start, end) in enumerate(rules.sentences(layout.plain, block.start, block.end)):
        sentence = rules.shielded(layout.plain[start:end])
        past = rules.past_elsewhere.match(sentence)
        if (past is not None and year is not None and int(past["year"]) < year) or sentence.endswith(_COLONS):
            continue
        led = lead if number == 0 else None
        pieces = reader.item(sentence, led.strength, led.side) if led else reader.pieces(sentence)
        negated = bool(led and led.negated)
        yield from (_commitment(layout, rules, start, replace(piece, negated=negated)) for piece in pieces)


def _lead_in(
    layout: Layout, reader: ClauseReader, rules: ClauseRules, block: Block, lead: LeadIn | None
) -> LeadIn | None:
    spans = list(rules.sentences(layout.plain, block.start, block.end))
    sentence = rules.shielded(layout.plain[slice(*spans[-1])]) if spans else ""
    if not sentence.endswith(_COLONS):
        return None
    said = reader.lead_in(sentence)
    return LeadIn(*said, rules.negated.search(sentence) is not None) if said is not None else lead


def _commitment(layout: Layout, rules: ClauseRules, offset: int, piece: Undertaking) -> FoundCommitment:
    start, end = layout.text.trimmed(offset + piece.start, offset + piece.end)
    doing = layout.plain[offset + piece.doing : end]
    if piece.negated:
        doing = rules.not_to + doing
    return FoundCommitment(
        words=layout.text.said(start, end),
        action=rules.short_action(doing),
        kind=CommitmentKind.NORM if piece.negated else rules.kind_of(layout.plain[start:end], doing),
        strength=piece.strength,
        by=piece.side,
        span=layout.text.span(start, end),
    )
