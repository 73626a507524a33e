"""What the user can do with the hosting of rounds: several dialogues side by side, exceptions, what a change means."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from dialogue_prep.domain.clashes import Clash, Programme, clashes
from dialogue_prep.domain.consequences import Consequence, consequences
from dialogue_prep.domain.days import check_zone
from dialogue_prep.domain.dialogue import Dialogue, Side
from dialogue_prep.domain.dossier import grouped
from dialogue_prep.domain.due import MovedMilestone, moved, years_of
from dialogue_prep.domain.hosting import Turn, check_dates, check_form, check_host, schedule
from dialogue_prep.domain.milestone import Milestone
from dialogue_prep.domain.public_holidays import Capital
from dialogue_prep.domain.round import Round, RoundForm, TurnUse
from dialogue_prep.domain.source import Citation, CitationRole, Subject, agreed_rounds
from dialogue_prep.domain.special_meeting import SpecialMeeting
from dialogue_prep.domain.text import Text
from dialogue_prep.domain.turns import other_side
from dialogue_prep.services.workspace import Workspace
from dialogue_prep.store.work import Work
from dialogue_prep.system.public_holidays import check_calendar, holiday_calendar


@dataclass(frozen=True, slots=True, kw_only=True)
class Foreseen:
    """What a change of a round would bring: the other turns that change, and the milestones that move."""

    turns: tuple[Consequence, ...]
    milestones: tuple[MovedMilestone, ...]

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
        """Return what a change of a round would bring, and change nothing; raise UserError for what cannot be."""
        today = self._workspace.today()
        with self._workspace.look() as work:
            present = work.get(Round, proposed.id)
            dialogue = work.get(Dialogue, proposed.dialogue_id)
            before = _rounds(work, dialogue.id)
            after = [proposed if round_.id == proposed.id else round_ for round_ in before]
            _check(work, dialogue, proposed)
            turns = consequences(
                self._schedule(work, dialogue, before, years), self._schedule(work, dialogue, after, years)
            )
            milestones = work.find(Milestone, round_id=present.id)
            years_needed = {year for one in (present, proposed) for year in years_of(milestones, one)}
            capitals = tuple(
                Capital(side, holiday_calendar(side.holiday_calendar, years_needed))
                for side in _sides(work, dialogue.id)
            )
        return Foreseen(turns=turns, milestones=moved(milestones, present, proposed, capitals, today))

    def hold(self, round_id: str, form: RoundForm, turn: TurnUse, reason: Text, reference: str = "") -> Round:
        """Say how a round is held and what it does to turns, why, and where that was agreed."""
        with self._workspace.request("Change how a round is held") as work:
            present = work.get(Round, round_id)
            changed = replace(present, form=form, turn=turn, reason=reason, reference=reference)
            _check(work, work.get(Dialogue, present.dialogue_id), changed)
            return work.put(changed)

    def exchange(self, round_id: str, reason: Text, reference: str = "") -> Round:
        """Have the other side host a round in exchange for the next one, and say why; its place is open again."""
        with self._workspace.request("Exchange the turns of hosting") as work:
            present = work.get(Round, round_id)
            host = other_side(sides := _sides(work, present.dialogue_id), _host(sides, present))
            changed = replace(
                present,
                host_id=host.id,
                city=Text(),
                venue=Text(),
                time_zone=host.time_zone,
                turn=TurnUse.EXCHANGED,
                reason=reason,
                reference=reference,
            )
            _check(work, work.get(Dialogue, present.dialogue_id), changed)
            return work.put(changed)

    def choose_zone(self, round_id: str, time_zone: str) -> Round:
        """Say in which time zone a round meets, by its IANA name; UserError where there is none of that name."""
        check_zone(time_zone)
        with self._workspace.request("Change the time zone of a round") as work:
            return work.put(replace(work.get(Round, round_id), time_zone=time_zone))

    def choose_capital(self, side_id: str, *, holiday_calendar: str, time_zone: str) -> Side:
        """Say by which public holidays and in which time zone the capital of a side works.

        UserError, naming the field, for a calendar or a zone that nobody knows; an empty one is said to be unknown.
        """
        code = check_calendar(holiday_calendar)
        if time_zone:
            check_zone(time_zone)
        with self._workspace.request("Change the calendar of a capital") as work:
            return work.put(replace(work.get(Side, side_id), holiday_calendar=code, time_zone=time_zone))

    def meet(self, meeting: SpecialMeeting) -> SpecialMeeting:
        """Add a meeting beside the rounds, or put one in the place of its former self."""
        if meeting.time_zone:
            check_zone(meeting.time_zone)
        with self._workspace.request("Change a meeting beside the rounds") as work:
            work.get(Dialogue, meeting.dialogue_id)
            return work.put(meeting)

    def meetings(self, dialogue_id: str) -> tuple[SpecialMeeting, ...]:
        """Return the meetings of a dialogue beside its rounds, those without days last."""
        with self._workspace.look() as work:
            found = work.find(SpecialMeeting, dialogue_id=dialogue_id)
        return tuple(sorted(found, key=lambda one: (one.start is None, one.start, one.id)))

    def _schedule(self, work: Work, dialogue: Dialogue, rounds: Iterable[Round], years: int) -> tuple[Turn, ...]:
        agreed = agreed_rounds(_stated(work))
        return schedule(dialogue, _sides(work, dialogue.id), tuple(rounds), self._workspace.today(), years, agreed)


def _check(work: Work, dialogue: Dialogue, proposed: Round) -> None:
    """Refuse a round that cannot be among the others of its dialogue."""
    sides = _sides(work, dialogue.id)
    others = tuple(round_ for round_ in _rounds(work, dialogue.id) if round_.id != proposed.id)
    if not proposed.status.dropped:
        check_form(sides, others, proposed)
        check_host(dialogue, sides, others, proposed)
        check_dates(others, proposed)


def _stated(work: Work) -> tuple[Citation, ...]:
    return work.find(Citation, subject=Subject.ROUND, role=CitationRole.STATES)


def _rounds(work: Work, dialogue_id: str) -> tuple[Round, ...]:
    return work.find(Round, dialogue_id=dialogue_id)


def _sides(work: Work, dialogue_id: str) -> tuple[Side, ...]:
    return _ordered(work.find(Side, dialogue_id=dialogue_id))


def _ordered(sides: Iterable[Side]) -> tuple[Side, ...]:
    return tuple(sorted(sides, key=lambda side: side.position))


def _host(sides: Iterable[Side], round_: Round) -> Side:
    return next(side for side in sides if side.id == round_.host_id)
