"""What a reviewer does with the commitments that were found: reject, reword, split, merge. Nothing is stored by it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.identity import TopicId
from dialogue_prep.domain.source import Span
from dialogue_prep.reading.extract import Extract, FoundCommitment
from dialogue_prep.reading.running import RunningText

_JOINTS_BEFORE = re.compile(r"(?:[\s,;]|and\s)+")
_JOINTS_AFTER = re.compile(r"(?:[\s,;]|\sand)+$")


@dataclass(frozen=True, slots=True)
class Review:
    """An extract under review; every act of the reviewer gives a new review.

    `rejected` are the places of commitments that are not to be taken in, `topics` the topics that the reviewer chose
    for others (None: none).
    """

    extract: Extract
    rejected: frozenset[Span] = frozenset()
    topics: Mapping[Span, TopicId | None] = field(default_factory=dict)

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

    def change(self, found: FoundCommitment, changed: FoundCommitment) -> Review:
        """Put a commitment in the place of its former self: another action, kind, strength or party."""
        return self._with(tuple(changed if one == found else one for one in self.commitments))

    def split(self, found: FoundCommitment, at: int) -> Review:
        """Make two commitments of one, at a place counted in characters from its beginning.

        Both are under the topic that was chosen for the one. Raise UserError where nothing would be left on one side.
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
        return apart._topic_of(self, found, first, second)

    def merge(self, first: FoundCommitment, second: FoundCommitment) -> Review:
        """Make one commitment of two; it runs from the beginning of one to the end of the other.

        It keeps the action and the chosen topic of the one that stands first.
        """
        text = RunningText.of(self.extract.paragraphs)
        earlier, later = sorted((first, second), key=lambda one: _offsets(text, one.span))
        start, end = (
            _offsets(text, earlier.span)[0],
            max(_offsets(text, earlier.span)[1], _offsets(text, later.span)[1]),
        )
        merged = replace(earlier, words=text.said(start, end), span=text.span(start, end))
        kept = tuple(merged if one == earlier else one for one in self.commitments if one != later)
        return self._with(kept)._topic_of(self, earlier, merged)

    def _topic_of(self, before: Review, found: FoundCommitment, *made: FoundCommitment) -> Review:
        """Put what was made of a commitment under the topic that was chosen for it before, if one was."""
        if found.span not in before.topics:
            return self
        return replace(self, topics={**self.topics, **{one.span: before.topics[found.span] for one in made}})

    def _with(self, commitments: tuple[FoundCommitment, ...]) -> Review:
        places = {found.span for found in commitments}
        return Review(
            replace(self.extract, commitments=commitments),
            self.rejected & places,
            {span: topic for span, topic in self.topics.items() if span in places},
        )


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
