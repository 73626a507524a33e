"""What the other side may see of the outcomes of a round: each in short and in full, who leads, by when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dialogue_prep.documents.compose.shared_round import SharedEntity, shared_entities
from dialogue_prep.domain.commitment import code_order
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.identity import CommitmentId, MechanismId
from dialogue_prep.domain.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedOutcome:
    """One thing that the round agreed; `action` begins with a verb and is what is handed on to who carries it out."""

    id: CommitmentId
    action: Text
    wording: Text
    due: date | None
    home_leads: tuple[SharedEntity, ...]
    away_leads: tuple[SharedEntity, ...]
    mechanism_id: MechanismId | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedMechanism:
    """An existing dialogue that carries out outcomes."""

    id: MechanismId
    name: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedOutcomes:
    """The outcomes of a round in the order of their codes, who carries them out, and when they turn to the chairs."""

    held: bool
    outcomes: tuple[SharedOutcome, ...]
    mechanisms: tuple[SharedMechanism, ...]
    guidance: Text


def shared_outcomes(dossier: Dossier) -> SharedOutcomes:
    """Return what may be shared of the outcomes of a dossier's round."""
    own = sorted(
        (c for c in dossier.commitments if c.round_id == dossier.round.id), key=lambda c: (code_order(c.code), c.id)
    )
    return SharedOutcomes(
        held=dossier.round.status.took_place,
        outcomes=tuple(
            SharedOutcome(
                id=commitment.id,
                action=commitment.action or commitment.wording,
                wording=commitment.wording,
                due=commitment.due,
                home_leads=shared_entities(dossier.leads_on(commitment, dossier.home)),
                away_leads=shared_entities(dossier.leads_on(commitment, dossier.away)),
                mechanism_id=commitment.mechanism_id,
            )
            for commitment in own
        ),
        mechanisms=tuple(SharedMechanism(id=m.id, name=m.name) for m in dossier.mechanisms),
        guidance=dossier.dialogue.guidance,
    )
