"""What the user can do with the texts of a round that only a person can write: what steers it, and who comes to it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from dialogue_prep.domain.biography import Biography
from dialogue_prep.domain.identity import PersonId, RoundId
from dialogue_prep.domain.post import Person
from dialogue_prep.domain.round import Round
from dialogue_prep.domain.speaking import SteeringKind, SteeringPoint
from dialogue_prep.domain.text import Text
from dialogue_prep.services.paragraphs import put_paragraphs
from dialogue_prep.services.workspace import Workspace
from dialogue_prep.store.work import Work


class RoundTexts:
    """Requests about steering points and biographies."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def steer(
        self,
        round_id: str,
        kind: SteeringKind,
        language: str,
        paragraphs: Iterable[str],
        *,
        seen: Sequence[str] | None = None,
        visit: str = "",
    ) -> None:
        """Put these paragraphs in the place of the steering points of one kind in one language, in order.

        With `seen`, raise Conflict where somebody else has put other points there since these were read.
        """

        def made(position: int, words: Text) -> SteeringPoint:
            return SteeringPoint(
                id=self._workspace.new_id(), round_id=RoundId(round_id), kind=kind, position=position, words=words
            )

        with self._workspace.request("Change steering points", visit=visit) as work:
            work.get(Round, round_id)
            present = work.find(SteeringPoint, round_id=round_id, kind=kind)
            put_paragraphs(work, present, language, paragraphs, made, seen=seen, visit=visit)

    def biography(self, person_id: str) -> Biography:
        """Return what is known of a person; where nobody has said anything yet, an empty biography to begin from."""
        with self._workspace.look() as work:
            return _biography(work, person_id) or self._empty(person_id)

    def describe(self, seen: Biography, change: Callable[[Biography], Biography], *, visit: str = "") -> Biography:
        """Change what is known of a person; the first word makes the biography.

        Raise Conflict where somebody else has changed the same of it since it was seen.
        """
        with self._workspace.request("Change a biography", visit=visit) as work:
            work.get(Person, seen.person_id)
            if (kept := _biography(work, seen.person_id)) is None:
                return work.put(change(seen))
            return work.revise(replace(seen, id=kept.id), change, visit=visit)

    def _empty(self, person_id: str) -> Biography:
        return Biography(id=self._workspace.new_id(), person_id=PersonId(person_id))


def _biography(work: Work, person_id: str) -> Biography | None:
    return next(iter(work.find(Biography, person_id=person_id)), None)
