"""What the other side may see of the commitments: what was agreed, who leads, and what both sides say became of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dialogue_prep.documents.compose.shared_round import SharedEntity, SharedRecord, shared_entities, shared_record
from dialogue_prep.domain.commitment import Commitment, CommitmentState, RollUp, Voice, code_order, latest, roll_up
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.identity import CommitmentId
from dialogue_prep.domain.text import NOTHING, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedState:
    """A status without the words that we wrote beside it."""

    state: CommitmentState
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedCommitment:
    """A commitment in its agreed words; how we see it, how we put it in short and what we know of it is not here."""

    id: CommitmentId
    code: str
    wording: Text
    record: SharedRecord | None
    paragraph: int | None
    home_leads: tuple[SharedEntity, ...]
    away_leads: tuple[SharedEntity, ...]
    mechanism: Text
    theirs: SharedState | None
    joint: SharedState | None

    @property
    def roll_up(self) -> RollUp:
        """What the status on which both sides agree comes down to."""
        return roll_up(self.joint.state if self.joint else None)


def shared_commitments(dossier: Dossier) -> tuple[SharedCommitment, ...]:
    """Return what may be shared of every commitment of rounds before a dossier's, in the order of their codes."""
    return tuple(shared_commitment(dossier, commitment) for commitment in reported(dossier))


def reported(dossier: Dossier) -> tuple[Commitment, ...]:
    """Return the commitments on which a report of this round reports: those of the rounds before it."""
    earlier = {round_.id for round_ in dossier.rounds if round_.ordinal < dossier.round.ordinal}
    found = (commitment for commitment in dossier.commitments if commitment.round_id in earlier)
    return tuple(sorted(found, key=lambda commitment: (code_order(commitment.code), commitment.id)))


def shared_commitment(dossier: Dossier, commitment: Commitment) -> SharedCommitment:
    """Return what may be shared of one commitment."""
    source = dossier.source_of(commitment)
    return SharedCommitment(
        id=commitment.id,
        code=commitment.code,
        wording=commitment.wording,
        record=shared_record(dossier, source) if source else None,
        paragraph=dossier.number_of(source.id, commitment.paragraph) if source and commitment.paragraph else None,
        home_leads=shared_entities(dossier.leads_on(commitment, dossier.home)),
        away_leads=shared_entities(dossier.leads_on(commitment, dossier.away)),
        mechanism=dossier.mechanism(commitment.mechanism_id).name if commitment.mechanism_id else NOTHING,
        theirs=_state(dossier, commitment, Voice.THEIRS),
        joint=_state(dossier, commitment, Voice.JOINT),
    )


def _state(dossier: Dossier, commitment: Commitment, voice: Voice) -> SharedState | None:
    entry = latest(dossier.entries_of(commitment), voice)
    return SharedState(state=entry.state, on=entry.on) if entry else None
