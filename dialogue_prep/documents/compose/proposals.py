"""What could be said under an item to which nobody has written points: from its data, without any policy of its own."""

from __future__ import annotations

from collections.abc import Iterator

from dialogue_prep.documents.compose.shown import composed, runs_of, worded
from dialogue_prep.documents.compose.taken_up import commitments_under, objectives_under
from dialogue_prep.documents.model import ListItem, Role, Run
from dialogue_prep.documents.wording import Phrases, phrase
from dialogue_prep.domain.agenda import ItemKind, Slot
from dialogue_prep.domain.commitment import Commitment, CommitmentKind, RollUp, live, roll_up, standing
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.topic import Objective

BY_KIND = {
    CommitmentKind.ACTION: phrase("{code}: {action}. Ask what has been done, and by when it will be complete."),
    CommitmentKind.CONTINUING: phrase("{code}: {action}. Take stock; propose a next step and who leads on it."),
    CommitmentKind.DISCUSSION: phrase("{code}: {action}. Propose when, and between whom, the discussions go on."),
    CommitmentKind.NORM: phrase("{code}: {action}. Reaffirm this undertaking of both sides."),
    CommitmentKind.SCHEDULING: phrase("{code}: {action}. Confirm it, and settle what is still open."),
}
# Nobody asks the other side about what is ours to do.
OF_OURS = phrase("{code}: {action}. Say what we have done, and by when it will be complete.")
OURS_IN_DIFFICULTY = phrase("{code}: {action}. Name the difficulty, and say how we mean to settle it.")
NORM_OF_ONE = phrase("{code}: {action}. Reaffirm this undertaking.")
IN_DIFFICULTY = phrase("{code}: {action}. Name the difficulty, and ask how both sides can settle it.")
OF_AN_OBJECTIVE = phrase("Objective {number}: say how far it has come on our side; propose the next step.")
BY_ITEM = {
    ItemKind.ADOPTION: phrase("Propose that both sides adopt the agenda as it stands."),
    ItemKind.TOPIC: phrase(
        "Ask how the other side sees this topic, and what both sides could do about it by the next round."
    ),
    ItemKind.COMMUNIQUE: phrase("Settle the text of the communiqué, and when it is published."),
    ItemKind.OTHER_BUSINESS: phrase("Ask whether either side has other business."),
}


def proposals(dossier: Dossier, slot: Slot, phrases: Phrases) -> tuple[ListItem, ...]:
    """Return one proposal for each live commitment of an item and each objective that none of those serves.

    Where there is neither, a usual one for items of its kind, if there is any.
    """
    found = (*_of_commitments(dossier, slot, phrases), *_of_objectives(dossier, slot, phrases))
    if slot.item.kind is ItemKind.FOLLOW_UP:
        return (*_of_the_follow_up(dossier, slot, phrases), *found)
    if found or slot.item.kind not in BY_ITEM:
        return found
    return (_proposal(slot, "proposal", phrases.say(BY_ITEM[slot.item.kind]), phrases),)


def _of_the_follow_up(dossier: Dossier, slot: Slot, phrases: Phrases) -> Iterator[ListItem]:
    """Yield what goes for all live commitments together, as most are spoken of under the items of their topics."""
    if number := len(dossier.live_commitments):
        words = phrases.count(
            "Take stock of the undertaking that is still open: what each side has done, and what remains.",
            "Take stock of the {number} undertakings that are still open: what each side has done, and what remains.",
            number,
        )
        yield _proposal(slot, "proposal", words, phrases)


def _of_commitments(dossier: Dossier, slot: Slot, phrases: Phrases) -> Iterator[ListItem]:
    for commitment in _live_under(dossier, slot):
        template = _template(dossier, commitment)
        action = runs_of(commitment.action or commitment.wording, phrases, begins=True, goes_on=True)
        words = worded(template, phrases, action=action, code=commitment.code)
        yield _proposal(slot, f"proposal {commitment.id}", words, phrases)


def _template(dossier: Dossier, commitment: Commitment) -> str:
    """Return what is proposed on a commitment: by whose it is, what sort it is, and whether it is in difficulty."""
    ours, entry = commitment.by_id == dossier.home.id, standing(dossier.entries_of(commitment))
    if entry is not None and roll_up(entry.state) is RollUp.ATTENTION:
        return OURS_IN_DIFFICULTY if ours else IN_DIFFICULTY
    if ours and commitment.kind is CommitmentKind.ACTION:
        return OF_OURS
    if commitment.by_id and commitment.kind is CommitmentKind.NORM:
        return NORM_OF_ONE
    return BY_KIND[commitment.kind]


def _of_objectives(dossier: Dossier, slot: Slot, phrases: Phrases) -> Iterator[ListItem]:
    served = {commitment.objective_id for commitment in _live_under(dossier, slot)}
    for objective in objectives_under(dossier, slot):
        if objective.id not in served:
            yield _of_objective(slot, objective, phrases)


def _live_under(dossier: Dossier, slot: Slot) -> tuple[Commitment, ...]:
    return tuple(c for c in commitments_under(dossier, slot) if live(dossier.entries_of(c)))


def _of_objective(slot: Slot, objective: Objective, phrases: Phrases) -> ListItem:
    words = phrases.say(OF_AN_OBJECTIVE, number=objective.number)
    return _proposal(slot, f"proposal {objective.id}", words, phrases)


def _proposal(slot: Slot, field: str, words: str | tuple[Run, ...], phrases: Phrases) -> ListItem:
    return ListItem((composed(slot.item.id, field, words, phrases),), Role.PROPOSAL)
