"""What the user can do with hosting: several dialogues side by side, what a change means, capitals, other meetings."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from dialogue_prep.domain.clashes import Clash, Programme, clashes
from dialogue_prep.domain.consequences import Consequence, consequences
from dialogue_prep.domain.days import check_zone
from dialogue_prep.domain.dialogue import Dialogue, Side
from dialogue_prep.domain.dossier import grouped
from dialogue_prep.domain.due import MovedMilestone, moved, years_of
from dialogue_prep.domain.hosting import Turn, schedule
from dialogue_prep.domain.milestone import Milestone
from dialogue_prep.domain.round import Round
from dialogue_prep.domain.sentence import Sentence
from dialogue_prep.domain.source import Citation, CitationRole, Subject, agreed_rounds
from dialogue_prep.domain.special_meeting import SpecialMeeting
from dialogue_prep.services.dates import capitals_in, days_against
from dialogue_prep.services.dialogues import sides_of
from dialogue_prep.services.workspace import Workspace
from dialogue_prep.store.work import Work
from dialogue_prep.system.public_holidays import check_calendar


@dataclass(frozen=True, slots=True, kw_only=True)
class Foreseen:
    """What a change of a round would bring: the turns that change, the milestones that move.

    `against` says what stands against its days: public holidays of both sides, other meetings.
    """

    turns: tuple[Consequence, ...]
    milestones: tuple[MovedMilestone, ...]
    against: tuple[Sentence, ...] = ()

    @property
    def past(self) -> tuple[MovedMilestone, ...]:
        """The milestones that would fall before today."""
        return tuple(one for one in self.milestones if one.past)


class Hosting:
    """Requests about who hosts, how and when, in all dialogues of a store."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def programmes(self, years: int) -> tuple[Programme, ...]:
        """Return the schedules of all dialogues, by their designations."""
        with self._workspace.look() as work:
            rounds, sides = grouped(work.find(Round), "dialogue_id"), grouped(work.find(Side), "dialogue_id")
            meetings = grouped(work.find(SpecialMeeting), "dialogue_id")
            agreed = agreed_rounds(_stated(work))
            found = work.find(Dialogue)
        today = self._workspace.today()
        return tuple(
            Programme(
                dialogue=dialogue,
                sides=(own := _ordered(sides.get(dialogue.id, ()))),
                turns=schedule(dialogue, own, rounds.get(dialogue.id, ()), today, years, agreed) if own else (),
                meetings=meetings.get(dialogue.id, ()),
            )
            for dialogue in sorted(found, key=lambda dialogue: dialogue.designation.read("en").casefold())
        )

    def clashes(self, within: int = 0) -> tuple[Clash, ...]:
        """Return the meetings of different dialogues that share a day or are so many days apart, from today on."""
        return clashes(self.programmes(0), within=within, since=self._workspace.today())

    def foreseen(self, proposed: Round, years: int) -> Foreseen:
        """Return what a round would bring, instead of what it is now or as a new one; nothing is changed."""
        today = self._workspace.today()
        with self._workspace.look() as work:
            present = work.look_up(Round, proposed.id)
            dialogue = work.get(Dialogue, proposed.dialogue_id)
            before = work.find(Round, dialogue_id=dialogue.id)
            after = (*(round_ for round_ in before if round_.id != proposed.id), proposed)
            turns = consequences(
                self._schedule(work, dialogue, before, years), self._schedule(work, dialogue, after, years)
            )
            milestones = work.find(Milestone, round_id=proposed.id)
            was = present or proposed
            capitals = capitals_in(work, dialogue.id, (*years_of(milestones, was), *years_of(milestones, proposed)))
            stands_against = () if proposed.status.dropped else days_against(work, proposed)
        return Foreseen(
            turns=turns, milestones=moved(milestones, was, proposed, capitals, today), against=stands_against
        )

    def choose_calendar(self, side: Side, holiday_calendar: str, visit: str = "") -> Side:
        """Say by which public holidays the capital of a side works: the ISO code of a state, or of a province.

        UserError, naming the field, for one that nobody knows; an empty one is said to be unknown. Conflict where
        somebody else has chosen another since the side was read.
        """
        code = check_calendar(holiday_calendar)
        with self._workspace.request("Change the calendar of a capital", visit=visit) as work:
            return work.revise(side, lambda kept: replace(kept, holiday_calendar=code), visit=visit)

    def meet(self, meeting: SpecialMeeting) -> SpecialMeeting:
        """Add a meeting beside the rounds."""
        with self._workspace.request("Add a meeting") as work:
            work.get(Dialogue, meeting.dialogue_id)
            return work.put(_zoned(meeting))

    def change_meeting(
        self, meeting: SpecialMeeting, change: Callable[[SpecialMeeting], SpecialMeeting], visit: str = ""
    ) -> SpecialMeeting:
        """Change a meeting beside the rounds as it is kept now; changes of one visit to a field are one undo step.

        Raise Conflict where somebody else changed the same of it since it was read.
        """
        with self._workspace.request("Change a meeting beside the rounds", visit=visit) as work:
            return work.revise(meeting, lambda kept: _zoned(change(kept)), visit=visit)

    def call_off(self, meeting: SpecialMeeting) -> None:
        """Take a meeting beside the rounds out again, with all that belongs to it."""
        with self._workspace.request("Remove a meeting beside the rounds") as work:
            work.remove_whole(meeting)

    def meetings(self, dialogue_id: str) -> tuple[SpecialMeeting, ...]:
        """Return the meetings of a dialogue beside its rounds, those without days last."""
        with self._workspace.look() as work:
            found = work.find(SpecialMeeting, dialogue_id=dialogue_id)
        return tuple(sorted(found, key=lambda one: (one.start is None, one.start, one.id)))

    def _schedule(self, work: Work, dialogue: Dialogue, rounds: Iterable[Round], years: int) -> tuple[Turn, ...]:
        agreed = agreed_rounds(_stated(work))
        return schedule(dialogue, sides_of(work, dialogue.id), tuple(rounds), self._workspace.today(), years, agreed)


def _zoned(meeting: SpecialMeeting) -> SpecialMeeting:
    """Return a meeting whose time zone, where it has one, there is; UserError else."""
    if meeting.time_zone:
        check_zone(meeting.time_zone)
    return meeting


def _stated(work: Work) -> tuple[Citation, ...]:
    return work.find(Citation, subject=Subject.ROUND, role=CitationRole.STATES)


def _ordered(sides: Iterable[Side]) -> tuple[Side, ...]:
    return tuple(sorted(sides, key=lambda side: side.position))
