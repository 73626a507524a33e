"""What the user can do with the texts of a round that only a person can write: what steers it, its draft communiqué."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from dialogue_prep.domain.biography import Biography
from dialogue_prep.domain.communique import Option, Passage
from dialogue_prep.domain.identity import PassageId, PersonId, RoundId, SideId
from dialogue_prep.domain.post import Person
from dialogue_prep.domain.round import Round
from dialogue_prep.domain.speaking import SteeringKind, SteeringPoint
from dialogue_prep.domain.text import Text
from dialogue_prep.services.paragraphs import put_paragraphs
from dialogue_prep.services.workspace import Workspace
from dialogue_prep.store.work import Work


class RoundTexts:
    """Requests about steering points, the passages of the draft communiqué, and biographies."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def steer(
        self, round_id: str, kind: SteeringKind, language: str, paragraphs: Iterable[str], *, visit: str = ""
    ) -> None:
        """Put these paragraphs in the place of the steering points of one kind in one language, in order."""

        def made(position: int, words: Text) -> SteeringPoint:
            return SteeringPoint(
                id=self._workspace.new_id(), round_id=RoundId(round_id), kind=kind, position=position, words=words
            )

        with self._workspace.request("Change steering points", visit=visit) as work:
            work.get(Round, round_id)
            present = work.find(SteeringPoint, round_id=round_id, kind=kind)
            put_paragraphs(work, present, language, paragraphs, made)

    def add_passage(self, round_id: str, after: Passage | None = None) -> Passage:
        """Add a paragraph to the draft communiqué, behind another one or at the end; it is still without words."""
        with self._workspace.request("Add a paragraph of the communiqué") as work:
            work.get(Round, round_id)
            ordered = _in_order(work, round_id)
            passage = Passage(id=PassageId(self._workspace.new_id()), round_id=RoundId(round_id), position=0)
            places = [place for place, other in enumerate(ordered, start=1) if after and other.id == after.id]
            place = places[0] if places else len(ordered)
            _number(work, [*ordered[:place], passage, *ordered[place:]])
            return work.get(Passage, passage.id)

    def move_passage(self, passage: Passage, place: int) -> None:
        """Move a paragraph to a place in the order, counted from 0."""
        with self._workspace.request("Move a paragraph of the communiqué") as work:
            here = work.get(Passage, passage.id)
            others = [other for other in _in_order(work, passage.round_id) if other.id != passage.id]
            others.insert(max(0, min(place, len(others))), here)
            _number(work, others)

    def remove_passage(self, passage: Passage) -> None:
        """Remove a paragraph with what each side would have it say; those behind it move up."""
        with self._workspace.request("Remove a paragraph of the communiqué") as work:
            work.remove_whole(work.get(Passage, passage.id))
            _number(work, _in_order(work, passage.round_id))

    def propose(
        self, passage: Passage, side_id: str, language: str, paragraphs: Iterable[str], *, visit: str = ""
    ) -> None:
        """Put these paragraphs in the place of what one side would have a passage say, each of them an option."""

        def made(position: int, words: Text) -> Option:
            return Option(
                id=self._workspace.new_id(),
                passage_id=passage.id,
                side_id=SideId(side_id),
                position=position,
                words=words,
            )

        with self._workspace.request("Change what a side proposes", visit=visit) as work:
            work.get(Passage, passage.id)
            present = work.find(Option, passage_id=passage.id, side_id=side_id)
            put_paragraphs(work, present, language, paragraphs, made)

    def biography(self, person_id: str) -> Biography:
        """Return what is known of a person; where nobody has said anything yet, an empty biography to begin from."""
        with self._workspace.look() as work:
            return _biography(work, person_id) or self._empty(person_id)

    def describe(self, person_id: str, change: Callable[[Biography], Biography], *, visit: str = "") -> Biography:
        """Change what is known of a person; the first word makes the biography."""
        with self._workspace.request("Change a biography", visit=visit) as work:
            work.get(Person, person_id)
            return work.put(change(_biography(work, person_id) or self._empty(person_id)))

    def _empty(self, person_id: str) -> Biography:
        return Biography(id=self._workspace.new_id(), person_id=PersonId(person_id))


def _biography(work: Work, person_id: str) -> Biography | None:
    return next(iter(work.find(Biography, person_id=person_id)), None)


def _in_order(work: Work, round_id: str) -> list[Passage]:
    return sorted(work.find(Passage, round_id=round_id), key=lambda passage: (passage.position, passage.id))


def _number(work: Work, passages: Iterable[Passage]) -> None:
    for position, passage in enumerate(passages, start=1):
        work.put(replace(passage, position=position))
