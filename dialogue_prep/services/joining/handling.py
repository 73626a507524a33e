"""Joins who carries commitments out, and by what: as the reviewer chose, else as the words of the source say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dialogue_prep.domain.commitment import Commitment, CommitmentLead
from dialogue_prep.domain.identity import CommitmentId, SourceId
from dialogue_prep.domain.instrument import Instrument
from dialogue_prep.domain.lineage import CommitmentLink, LinkKind
from dialogue_prep.domain.source import Span, Subject
from dialogue_prep.reading.review import Handling
from dialogue_prep.services.joining.builder import Builder


@dataclass(frozen=True, slots=True)
class Abouts:
    """Which instruments a commitment at a place of the source is about."""

    builder: Builder
    named: Sequence[tuple[Span, Instrument]]
    handled: Mapping[Span, Handling]

    def of(self, place: Span) -> list[Instrument]:
        """Return those that the reviewer chose, else those that stand within the words of the commitment."""
        handling = self.handled.get(place)
        if handling is None or handling.instruments is None:
            return [instrument for span, instrument in self.named if place.holds(span)]
        present = self.builder.of(Instrument)
        found = (
            self.builder.named(title, present, lambda one: one.title, Subject.INSTRUMENT)
            for title in sorted(handling.instruments)
        )
        return list({one.id: one for one in found if one is not None}.values())


def hand_out(builder: Builder, source_id: SourceId, handled: Mapping[Span, Handling]) -> None:
    """Give the new commitments of a source the mechanism, the leads and the lineage that were chosen for them."""
    for commitment in builder.of(Commitment, source_id=source_id):
        handling = handled.get(commitment.span) if commitment.span else None
        if handling is None or not builder.is_new(commitment):
            continue
        if handling.mechanism_id:
            builder.put(replace(commitment, mechanism_id=handling.mechanism_id))
        for entity_id in sorted(handling.leads or ()):
            builder.put(CommitmentLead(id=builder.new_id(), commitment_id=commitment.id, entity_id=entity_id))
        if handling.takes_up:
            builder.put(_link(builder, commitment, handling.takes_up))


def _link(builder: Builder, commitment: Commitment, earlier_id: CommitmentId) -> CommitmentLink:
    """Return that a commitment takes up an earlier one: the same words reaffirm it, others continue it."""
    earlier = builder.of(Commitment, id=earlier_id)
    same = any(commitment.wording.agrees_with(one.wording) for one in earlier)
    return CommitmentLink(
        id=builder.new_id(),
        commitment_id=commitment.id,
        earlier_id=earlier_id,
        kind=LinkKind.REAFFIRMS if same else LinkKind.CONTINUES,
    )
