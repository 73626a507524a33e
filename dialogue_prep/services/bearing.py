"""What the store knows that bears on a source under review, and what that suggests; nothing of it is stored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from dialogue_prep.domain.carriers import Carrier
from dialogue_prep.domain.dialogue import Entity, Side
from dialogue_prep.domain.identity import EntityId, MechanismId
from dialogue_prep.domain.instrument import Instrument
from dialogue_prep.domain.source import Span
from dialogue_prep.domain.subjects import Suggestion
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
        """Return who would carry a commitment out: as the reviewer chose, else whom its words name.

        Whose work they are only about is for the reviewer to choose.
        """
        chosen = review.handling(found)
        mechanism, leads = self.carried.get(found.span), self.led.get(found.span, ())
        if chosen.mechanism_id is None and mechanism is not None and mechanism.named:
            chosen = replace(chosen, mechanism_id=MechanismId(mechanism.id))
        if chosen.leads is None and (named := frozenset(EntityId(lead.id) for lead in leads if lead.named)):
            chosen = replace(chosen, leads=named)
        return chosen

    def taken(self, review: Review) -> Review:
        """Return a review in which who is named is chosen wherever the reviewer chose nobody."""
        for found in review.commitments:
            if (handling := self.handling(review, found)) != review.handling(found):
                review = review.handle(found, handling)
        return review
