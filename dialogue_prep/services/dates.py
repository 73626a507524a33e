"""Finds days for the next round of a dialogue, between the holidays of both sides and all that is planned elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from dialogue_prep.domain.clashes import Engagement, Programme, engagements
from dialogue_prep.domain.dates import LONGEST_ROUND, Candidate, DateSearch, candidates, stands_against
from dialogue_prep.domain.dialogue import Dialogue, Side
from dialogue_prep.domain.due import years_of
from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.hosting import Basis, Turn
from dialogue_prep.domain.milestone import Milestone
from dialogue_prep.domain.public_holidays import Capital
from dialogue_prep.domain.round import Round
from dialogue_prep.domain.sentence import Sentence
from dialogue_prep.domain.special_meeting import SpecialMeeting
from dialogue_prep.services.dialogues import sides_of
from dialogue_prep.services.workspace import Workspace
from dialogue_prep.store.work import Work
from dialogue_prep.system.public_holidays import holiday_calendar


class Dates:
    """Requests about days that would suit; nothing is changed."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def find(self, dialogue_id: str, earliest: date, latest: date, days: int | None = None) -> tuple[Candidate, ...]:
        """Return the first days for the next round between two days, the best first, each with its reasons.

        The round lasts so many days; unless said, as many as it is planned for, else one. Raise UserError where no
        round is planned, and for days that cannot be looked at.
        """
        today = self._workspace.today()
        with self._workspace.look() as work:
            rounds = work.find(Round, dialogue_id=dialogue_id)
            planned = sorted((r for r in rounds if r.status.ahead), key=lambda round_: round_.ordinal)
            if not planned:
                raise UserError("No round is planned yet; plan it first.")
            search = _search(work, planned[0], earliest, latest, _length(planned[0]) if days is None else days)
        return candidates(search, rounds, today)

    def capitals(self, dialogue_id: str, years: Iterable[int]) -> tuple[Capital, ...]:
        """Return both capitals of a dialogue with their public holidays in these years."""
        with self._workspace.look() as work:
            return capitals_in(work, dialogue_id, years)


def capitals_in(work: Work, dialogue_id: str, years: Iterable[int]) -> tuple[Capital, ...]:
    """Return both capitals of a dialogue with their public holidays in these years."""
    wanted = tuple(years)
    return tuple(Capital(side, holiday_calendar(side.holiday_calendar, wanted)) for side in sides_of(work, dialogue_id))


def days_against(work: Work, round_: Round) -> tuple[Sentence, ...]:
    """Return what stands against the days of a round: holidays of both sides, other meetings; nothing without days."""
    if round_.start is None:
        return ()
    days = min(_length(round_), LONGEST_ROUND)
    return stands_against(_search(work, round_, round_.start, round_.start, days), round_.start)


def _search(work: Work, round_: Round, earliest: date, latest: date, days: int) -> DateSearch:
    milestones = work.find(Milestone, round_id=round_.id)
    bare = DateSearch(round=round_, earliest=earliest, latest=latest, days=days, capitals=())
    first, last = _years(milestones, round_, earliest), _years(milestones, round_, latest + timedelta(days=days))
    years = range(min(first.start, last.start), max(first.stop, last.stop))
    return replace(
        bare,
        capitals=capitals_in(work, round_.dialogue_id, years),
        engagements=_elsewhere(work, round_),
        milestones=milestones,
    )


def _years(milestones: Sequence[Milestone], round_: Round, start: date) -> range:
    return years_of(milestones, replace(round_, start=start, end=start, year=start.year))


def _elsewhere(work: Work, round_: Round) -> tuple[Engagement, ...]:
    """Return what else is planned: rounds of other dialogues, and meetings beside the rounds of any of them."""
    others = [other for other in work.find(Round) if other.dialogue_id != round_.dialogue_id and other.start]
    programmes = (
        Programme(
            dialogue=dialogue,
            sides=(sides := work.find(Side, dialogue_id=dialogue.id)),
            turns=tuple(_turn(other, sides) for other in others if other.dialogue_id == dialogue.id),
            meetings=work.find(SpecialMeeting, dialogue_id=dialogue.id),
        )
        for dialogue in work.find(Dialogue)
    )
    return engagements(programmes)


def _turn(round_: Round, sides: Sequence[Side]) -> Turn:
    return Turn(
        ordinal=round_.ordinal,
        host=next(side for side in sides if side.id == round_.host_id),
        year=round_.year,
        reason=Sentence.of("As planned."),
        round=round_,
        basis=Basis.DROPPED if round_.status.dropped else Basis.PLANNED,
    )


def _length(round_: Round) -> int:
    return (round_.end - round_.start).days + 1 if round_.start and round_.end else 1
