"""What the other side may see of our delegation: who comes, as what, from where. Theirs is theirs to give."""

from __future__ import annotations

from dataclasses import dataclass

from dialogue_prep.documents.compose.shared_round import SharedEntity, SharedSide, shared_entities, shared_side
from dialogue_prep.domain.delegation import DelegateRole
from dialogue_prep.domain.dialogue import Side
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedDelegate:
    """Somebody who comes. For whom he or she stands in, and what we noted, is not here.

    One who holds a post as of an earlier round is not `confirmed` to hold it still.
    """

    id: str
    role: DelegateRole
    form_of_address: Text
    name: Text
    office: Text
    confirmed: bool
    entity: SharedEntity | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedDelegation:
    """The delegation of a side in order of precedence, and the institutions whose delegate is still to be named."""

    side: SharedSide
    delegates: tuple[SharedDelegate, ...]
    to_be_named: tuple[SharedEntity, ...]


def shared_delegation(dossier: Dossier, side: Side) -> SharedDelegation:
    """Return what may be shared of the delegation of one side to a dossier's round."""
    own = sorted((d for d in dossier.delegates if d.side_id == side.id), key=lambda d: (d.precedence, d.id))
    settled = {delegate.entity_id for delegate in own} | {absence.entity_id for absence in dossier.absences}
    unsure = {tenure.person_id for tenure in dossier.tenures if not tenure.confirmed and tenure.until is None}
    missing = (e for e in dossier.entities_of(side) if e.participates and e.id not in settled)
    return SharedDelegation(
        side=shared_side(side),
        delegates=tuple(
            SharedDelegate(
                id=delegate.id,
                role=delegate.role,
                form_of_address=dossier.person(delegate.person_id).form_of_address,
                name=dossier.person(delegate.person_id).name,
                office=delegate.office,
                confirmed=delegate.person_id not in unsure,
                entity=shared_entities([dossier.entity(delegate.entity_id)])[0] if delegate.entity_id else None,
            )
            for delegate in own
        ),
        to_be_named=shared_entities(missing),
    )
