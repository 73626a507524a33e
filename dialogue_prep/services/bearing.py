"""What the store knows that bears on a source under review, and what that suggests; nothing of it is stored."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from dialogue_prep.domain.carriers import Carrier, suggest_leads, suggest_mechanism
from dialogue_prep.domain.commitment import CommitmentKind
from dialogue_prep.domain.dialogue import Entity, Side
from dialogue_prep.domain.identity import EntityId, Identified, MechanismId
from dialogue_prep.domain.instrument import Instrument
from dialogue_prep.domain.lexicon import Lexicon
from dialogue_prep.domain.source import Span
from dialogue_prep.domain.subjects import Suggestion, suggest_topic
from dialogue_prep.domain.topic import Mechanism, Topic

if TYPE_CHECKING:
    from dialogue_prep.reading.confidence import Confidence
    from dialogue_prep.reading.extract import FoundCommitment
    from dialogue_prep.reading.review import Handling, Review


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearing:
    """What can be chosen for the commitments of a source, and, by their places in it, what their words point to.

    `confidence` says how sure one can be that each is a commitment at all.
    """

    sides: tuple[Side, ...] = ()
    topics: tuple[Topic, ...] = ()
    mechanisms: tuple[Mechanism, ...] = ()
    entities: tuple[Entity, ...] = ()
    instruments: tuple[Instrument, ...] = ()
    suggested: Mapping[Span, Suggestion] = field(default_factory=dict)
    carried: Mapping[Span, Carrier] = field(default_factory=dict)
    led: Mapping[Span, tuple[Carrier, ...]] = field(default_factory=dict)
    confidence: Mapping[Span, Confidence] = field(default_factory=dict)

    def handling(self, review: Review, found: FoundCommitment) -> Handling:
        """Return who would carry a commitment out: as the reviewer chose, else as its words point."""
        chosen = review.handling(found)
        mechanism, leads = self.carried.get(found.span), self.led.get(found.span, ())
        if chosen.mechanism_id is None and mechanism is not None:
            chosen = replace(chosen, mechanism_id=MechanismId(mechanism.id))
        if chosen.leads is None and leads:
            chosen = replace(chosen, leads=frozenset(EntityId(lead.id) for lead in leads))
        return chosen

    def taken(self, review: Review) -> Review:
        """Return a review in which what is suggested is chosen wherever the reviewer chose nothing."""
        for found in review.commitments:
            if (handling := self.handling(review, found)) != review.handling(found):
                review = review.handle(found, handling)
        return review


def bearing(
    review: Review, known: Sequence[Identified], lexicon: Lexicon, confidence: Mapping[Span, Confidence]
) -> Bearing:
    """Return what the values of a dialogue, none where it is new, bear on a source about it."""
    sides = tuple(sorted((one for one in known if isinstance(one, Side)), key=lambda side: side.position))
    topics = tuple(sorted((one for one in known if isinstance(one, Topic)), key=lambda topic: topic.number))
    mechanisms = tuple(sorted((one for one in known if isinstance(one, Mechanism)), key=lambda one: one.number))
    entities = tuple(sorted((one for one in known if isinstance(one, Entity)), key=lambda one: one.precedence))
    matters = [one for one in review.commitments if one.kind is not CommitmentKind.SCHEDULING]
    pointed = {one.span: suggest_topic(one.words, topics, lexicon) for one in review.commitments}
    carried = {one.span: suggest_mechanism(one.words, mechanisms, lexicon) for one in matters}
    led = {one.span: _leads(one.words, sides, entities, lexicon) for one in matters}
    return Bearing(
        sides=sides,
        topics=topics,
        mechanisms=mechanisms,
        entities=entities,
        instruments=tuple(one for one in known if isinstance(one, Instrument)),
        suggested={span: one for span, one in pointed.items() if one},
        carried={span: one for span, one in carried.items() if one},
        led={span: ones for span, ones in led.items() if ones},
        confidence=confidence,
    )


def _leads(words: str, sides: Sequence[Side], entities: Sequence[Entity], lexicon: Lexicon) -> tuple[Carrier, ...]:
    return tuple(
        lead
        for side in sides
        for lead in suggest_leads(words, [one for one in entities if one.side_id == side.id], lexicon)
    )
