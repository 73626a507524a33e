"""What the user can do with the draft communiqué: its passages, whose wordings there are, how far each has come."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from dialogue_prep.domain.communique import Option, Passage, PassageState, check_step
from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.identity import PassageId, RoundId, SideId
from dialogue_prep.domain.round import Round
from dialogue_prep.domain.text import NOTHING, Text
from dialogue_prep.services.paragraphs import put_paragraphs
from dialogue_prep.services.workspace import Workspace
from dialogue_prep.store.work import Work

_LABELS = {
    PassageState.BRACKETED: "Reopen a paragraph",
    PassageState.AD_REFERENDUM: "Agree on a paragraph ad referendum",
    PassageState.AGREED: "Agree on a paragraph",
    PassageState.DROPPED: "Drop a paragraph",
}


class Passages:
    """Requests about the passages of the draft communiqué of a round; each is one undo step."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def begin(self, round_id: str) -> int:
        """Make passages of the draft that is proposed: the order of the last record, what is open, the next round.

        All of them are ours and in brackets. Return how many; raise UserError where somebody has begun already.
        """
        # Imported here: what composes papers takes long to import, and a draft is begun once.
        from dialogue_prep.documents.compose.communique_proposal import drafted_passages

        with self._workspace.request("Begin the draft communiqué") as work:
            dossier = work.dossier(round_id)
            if dossier.passages:
                raise UserError("The draft communiqué has paragraphs already; add to them instead.")
            drafted = tuple(drafted_passages(dossier))
            for position, one in enumerate(drafted, start=1):
                passage = Passage(
                    id=PassageId(self._workspace.new_id()),
                    round_id=dossier.round.id,
                    position=position,
                    topic_id=one.topic_id,
                    commitment_id=one.commitment_id,
                )
                work.put(passage)
                work.put(self._option(passage, dossier.home.id, 1, one.words))
            return len(drafted)

    def add(self, round_id: str, after: Passage | None = None) -> Passage:
        """Add a paragraph to the draft communiqué, behind another one or at the end; it is still without words."""
        with self._workspace.request("Add a paragraph of the communiqué") as work:
            work.get(Round, round_id)
            ordered = in_order(work, round_id)
            passage = Passage(id=PassageId(self._workspace.new_id()), round_id=RoundId(round_id), position=0)
            places = [place for place, other in enumerate(ordered, start=1) if after and other.id == after.id]
            place = places[0] if places else len(ordered)
            number(work, [*ordered[:place], passage, *ordered[place:]])
            return work.get(Passage, passage.id)

    def move(self, passage: Passage, place: int) -> None:
        """Move a paragraph to a place in the order, counted from 0."""
        with self._workspace.request("Move a paragraph of the communiqué") as work:
            here = work.get(Passage, passage.id)
            others = [other for other in in_order(work, passage.round_id) if other.id != passage.id]
            others.insert(max(0, min(place, len(others))), here)
            number(work, others)

    def remove(self, passage: Passage) -> None:
        """Remove a paragraph with what each side would have it say; those behind it move up."""
        with self._workspace.request("Remove a paragraph of the communiqué") as work:
            work.remove_whole(work.get(Passage, passage.id))
            number(work, in_order(work, passage.round_id))

    def propose(
        self,
        passage: Passage,
        side_id: str,
        language: str,
        paragraphs: Iterable[str],
        *,
        seen: Sequence[str] | None = None,
        visit: str = "",
    ) -> None:
        """Put these paragraphs in the place of what one side would have a passage say, each of them an option.

        With `seen`, raise Conflict where somebody else has put other options there since these were read.
        """

        def made(position: int, words: Text) -> Option:
            return self._option(passage, side_id, position, words)

        with self._workspace.request("Change what a side proposes", visit=visit) as work:
            work.get(Passage, passage.id)
            present = work.find(Option, passage_id=passage.id, side_id=side_id)
            put_paragraphs(work, present, language, paragraphs, made, seen=seen, visit=visit)

    def agree(
        self, passage: Passage, words: Text, on: date, reason: Text = NOTHING, *, ad_referendum: bool = False
    ) -> Passage:
        """Close the bracket: both have these words, or one side has them as long as its capital does not object.

        What each side proposed is kept, and is there again where the passage is reopened. Raise UserError for no words,
        Conflict where somebody else has said since the passage was read how far it has come; likewise below.
        """
        state = PassageState.AD_REFERENDUM if ad_referendum else PassageState.AGREED
        return self._step(passage, state, on, reason, words)

    def reopen(self, passage: Passage, on: date, reason: Text) -> Passage:
        """Put a passage back into brackets; what both had agreed on stays as one more wording."""
        return self._step(passage, PassageState.BRACKETED, on, reason)

    def drop(self, passage: Passage, on: date, reason: Text) -> Passage:
        """Leave a passage out of the communiqué; it can be reopened."""
        return self._step(passage, PassageState.DROPPED, on, reason)

    def _step(
        self, passage: Passage, state: PassageState, on: date, reason: Text, words: Text | None = None
    ) -> Passage:
        today = self._workspace.today()
        with self._workspace.request(_LABELS[state]) as work:
            check_step(work.get(Passage, passage.id), state, on, today, reason=bool(reason))

            def step(here: Passage) -> Passage:
                said = here.words if words is None else words
                return replace(here, state=state, state_on=on, reason=reason, words=said)

            return work.revise(passage, step)

    def _option(self, passage: Passage, side_id: str, position: int, words: Text) -> Option:
        return Option(
            id=self._workspace.new_id(),
            passage_id=passage.id,
            side_id=SideId(side_id),
            position=position,
            words=words,
        )


def in_order(work: Work, round_id: str) -> list[Passage]:
    """Return the passages of a round in their order."""
    return sorted(work.find(Passage, round_id=round_id), key=lambda passage: (passage.position, passage.id))


def number(work: Work, passages: Iterable[Passage]) -> None:
    """Keep passages in this order."""
    for position, passage in enumerate(passages, start=1):
        work.put(replace(passage, position=position))
