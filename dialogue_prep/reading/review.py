"""What a reviewer does with what was found: reject, reword, split, merge, correct. Nothing is stored by it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeVar

from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.identity import CommitmentId, DialogueId, EntityId, MechanismId, TopicId
from dialogue_prep.domain.source import SourceKind, Span
from dialogue_prep.reading.extract import Extract, FoundCommitment
from dialogue_prep.reading.running import RunningText
from dialogue_prep.reading.source_facts import SourceFacts

T = TypeVar("T")

_JOINTS_BEFORE = re.compile(r"(?:[\s,;]|and\s)+")
_JOINTS_AFTER = re.compile(r"(?:[\s,;]|\sand)+$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Handling:
    """By whom and by what a commitment is carried out, as the reviewer chose; None where he or she chose nothing.

    An empty `mechanism_id` is no mechanism. `instruments` are titles: an instrument that is new has no identifier yet.
    `takes_up` is the earlier commitment that it is known to take up.
    """

    mechanism_id: MechanismId | None = None
    leads: frozenset[EntityId] | None = None
    instruments: frozenset[str] | None = None
    takes_up: CommitmentId | None = None


@dataclass(frozen=True, slots=True)
class Review:
    """An extract under review; every act of the reviewer gives a new review.

    `rejected` are the places of commitments that are not to be taken in, `topics` the topics that the reviewer chose
    for others (None: none), `handled` what was chosen of who carries them out. `refused_names` are other names that are
    not to be kept, `put_right` the names of the facts that are no longer as they were found. `dialogue_id` is the
    dialogue that the reviewer chose for the source: empty is a new one, None that the name in the source tells it.
    """

    extract: Extract
    rejected: frozenset[Span] = frozenset()
    topics: Mapping[Span, TopicId | None] = field(default_factory=dict)
    handled: Mapping[Span, Handling] = field(default_factory=dict)
    refused_names: frozenset[str] = frozenset()
    put_right: frozenset[str] = frozenset()
    dialogue_id: DialogueId | None = None

    @property
    def commitments(self) -> tuple[FoundCommitment, ...]:
        """All commitments, rejected ones too, in the order of the source."""
        return self.extract.commitments

    def accepts(self, found: FoundCommitment) -> bool:
        return found.span not in self.rejected

    def accepted(self) -> Extract:
        """Return the extract with the commitments that are to be taken in."""
        return replace(self.extract, commitments=tuple(filter(self.accepts, self.commitments)))

    def reject(self, found: FoundCommitment) -> Review:
        return replace(self, rejected=self.rejected | {found.span})

    def accept(self, found: FoundCommitment) -> Review:
        return replace(self, rejected=self.rejected - {found.span})

    def put_under(self, found: FoundCommitment, topic_id: TopicId | None) -> Review:
        """Choose the topic of a commitment."""
        return replace(self, topics={**self.topics, found.span: topic_id})

    def handling(self, found: FoundCommitment) -> Handling:
        """Return what was chosen of who carries a commitment out."""
        return self.handled.get(found.span, Handling())

    def handle(self, found: FoundCommitment, handling: Handling) -> Review:
        """Choose who carries a commitment out, and by what."""
        return replace(self, handled={**self.handled, found.span: handling})

    def refuse_name(self, words: str) -> Review:
        """Keep this other name of something out of the store."""
        return replace(self, refused_names=self.refused_names | {words})

    def accept_name(self, words: str) -> Review:
        """Keep this other name after all."""
        return replace(self, refused_names=self.refused_names - {words})

    def correct(self, facts: SourceFacts) -> Review:
        """Put right what stands above the source; raise UserError, at the field, as `SourceFacts.put_into` does."""
        put_right = facts.other_than(SourceFacts.of(self.extract))
        return replace(self, extract=facts.put_into(self.extract), put_right=self.put_right | put_right)

    def read_otherwise(self, extract: Extract) -> Review:
        """Return a review of the source as it reads otherwise; the facts that were put right stay so."""
        found, ours = SourceFacts.of(extract), SourceFacts.of(self.extract)
        renamed = dict(zip(ours.sides, found.sides, strict=False)) if "sides" in self.put_right else {}
        facts = found.with_those_of(ours.with_sides_called(renamed), self.put_right - {"sides"})
        return replace(Review(extract).correct(facts), put_right=self.put_right, dialogue_id=self.dialogue_id)

    def take_into(self, dialogue_id: DialogueId) -> Review:
        """Choose the dialogue of the source; the topics and all else that was chosen from another one is dropped."""
        return replace(self, dialogue_id=dialogue_id, topics={}, handled={})

    def change(self, found: FoundCommitment, changed: FoundCommitment) -> Review:
        """Put a commitment in the place of its former self: another action, kind, strength or party."""
        return self._with(tuple(changed if one == found else one for one in self.commitments))

    def split(self, found: FoundCommitment, at: int) -> Review:
        """Make two commitments of one, at a place counted in characters from its beginning.

        What was chosen for the one holds for both. Raise UserError where nothing would be left on one side.
        """
        text = RunningText.of(self.extract.paragraphs)
        start, end = _offsets(text, found.span)
        first = _clause(text, found, start, start + at)
        second = _clause(text, found, start + at, end)
        if not first.words or not second.words:
            raise UserError("Choose a place within the commitment at which to split it.")
        second = replace(second, action=_as_action(second.words))
        place = self.commitments.index(found)
        apart = self._with((*self.commitments[:place], first, second, *self.commitments[place + 1 :]))
        return apart._chosen_for(self, found, first, second)

    def merge(self, first: FoundCommitment, second: FoundCommitment) -> Review:
        """Make one commitment of two; it runs from the beginning of one to the end of the other.

        It keeps the action of the one that stands first, and what was chosen for that.
        """
        text = RunningText.of(self.extract.paragraphs)
        earlier, later = sorted((first, second), key=lambda one: _offsets(text, one.span))
        start, end = (
            _offsets(text, earlier.span)[0],
            max(_offsets(text, earlier.span)[1], _offsets(text, later.span)[1]),
        )
        merged = replace(earlier, words=text.said(start, end), span=text.span(start, end))
        kept = tuple(merged if one == earlier else one for one in self.commitments if one != later)
        return self._with(kept)._chosen_for(self, earlier, merged)

    def _chosen_for(self, before: Review, found: FoundCommitment, *made: FoundCommitment) -> Review:
        """Give to what was made of a commitment what was chosen for it before, if anything was."""
        return replace(
            self,
            topics=_handed_on(self.topics, before.topics, found, made),
            handled=_handed_on(self.handled, before.handled, found, made),
        )

    def _with(self, commitments: tuple[FoundCommitment, ...]) -> Review:
        places = {found.span for found in commitments}
        return replace(
            self,
            extract=replace(self.extract, commitments=commitments),
            rejected=self.rejected & places,
            topics={span: topic for span, topic in self.topics.items() if span in places},
            handled={span: handling for span, handling in self.handled.items() if span in places},
        )


@dataclass(frozen=True, slots=True)
class ReadAs:
    """How a source is to be read again: published on which day, as which kind, and with what was put right before.

    `told` are the names of its two sides where the reviewer says so.
    """

    published: date | None
    kind: SourceKind
    review: Review
    told: tuple[str, ...] = ()


def _handed_on(
    chosen: Mapping[Span, T], before: Mapping[Span, T], found: FoundCommitment, made: Iterable[FoundCommitment]
) -> Mapping[Span, T]:
    if found.span not in before:
        return chosen
    return {**chosen, **{one.span: before[found.span] for one in made}}


def _offsets(text: RunningText, span: Span) -> tuple[int, int]:
    first = text.starts[span.paragraph - 1]
    return first + span.start, first + span.end


def _clause(text: RunningText, found: FoundCommitment, start: int, end: int) -> FoundCommitment:
    """Return the commitment cut to two offsets, without the joints of a sentence at either end."""
    words = text.words[start:end]
    begin = _JOINTS_BEFORE.match(words)
    stop = _JOINTS_AFTER.search(words)
    start, end = start + (begin.end() if begin else 0), start + (stop.start() if stop else len(words))
    return replace(found, words=text.said(start, max(start, end)), span=text.span(start, max(start, end)))


def _as_action(words: str) -> str:
    bare = words.removeprefix("to ")
    return bare[:1].upper() + bare[1:]
