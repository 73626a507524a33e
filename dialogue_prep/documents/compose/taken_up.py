"""Which commitments and objectives are spoken of under which item of an agenda."""

from __future__ import annotations

from dialogue_prep.domain.agenda import ItemKind, Slot
from dialogue_prep.domain.commitment import Commitment, CommitmentKind
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.topic import Objective


def commitments_under(dossier: Dossier, slot: Slot) -> tuple[Commitment, ...]:
    """Return the commitments that staff put under an item; where there are none, those that belong there.

    That is, under a topic the live ones of that topic, under the next round those on scheduling, and under the
    follow-up those that belong to no other item.
    """
    if linked := dossier.commitments_of(slot.item):
        return tuple(dict.fromkeys(linked))
    match slot.item.kind:
        case ItemKind.TOPIC:
            return tuple(c for c in dossier.live_commitments if c.topic_id and c.topic_id == slot.item.topic_id)
        case ItemKind.NEXT_ROUND:
            return tuple(c for c in dossier.live_commitments if c.kind is CommitmentKind.SCHEDULING)
        case ItemKind.FOLLOW_UP:
            elsewhere = places(dossier)
            return tuple(c for c in dossier.live_commitments if c.id not in elsewhere)
        case _:
            return ()


def places(dossier: Dossier) -> dict[str, Slot]:
    """Return under which item each commitment is taken up, by its id; the follow-up itself is none of them."""
    found: dict[str, Slot] = {}
    for slot in dossier.slots:
        if slot.item.kind is not ItemKind.FOLLOW_UP:
            for commitment in commitments_under(dossier, slot):
                found.setdefault(commitment.id, slot)
    return found


def objectives_under(dossier: Dossier, slot: Slot) -> tuple[Objective, ...]:
    """Return the objectives of an item's topic; under the follow-up those that belong to no topic on the agenda."""
    if slot.item.kind is ItemKind.FOLLOW_UP:
        topics = {other.item.topic_id for other in dossier.slots}
        elsewhere = {o.id for topic in dossier.topics if topic.id in topics for o in dossier.objectives_on(topic)}
        return tuple(objective for objective in dossier.objectives if objective.id not in elsewhere)
    if slot.item.kind is ItemKind.TOPIC and slot.item.topic_id:
        return dossier.objectives_on(dossier.topic(slot.item.topic_id))
    return ()
