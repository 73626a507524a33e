"""When milestones are due: counted back from the first day of their round, through the calendars of both capitals."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dialogue_prep.domain.milestone import DayCount, Milestone, MilestoneState
from dialogue_prep.domain.public_holidays import Capital
from dialogue_prep.domain.round import Round
from dialogue_prep.domain.sentence import Sentence

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedMilestone:
    """A milestone with the day on which it is due, None while the round has no dates.

    `counting` are the capitals whose working days were counted back from `first_day`; `capitals` are of both sides.
    """

    milestone: Milestone
    due: date | None
    first_day: date | None = None
    counting: tuple[Capital, ...] = ()
    capitals: tuple[Capital, ...] = ()

    @property
    def id(self) -> str:
        return self.milestone.id

    @property
    def notes(self) -> tuple[Sentence, ...]:
        """What to know of the day; looked up only when somebody asks, for it needs the holidays of both sides."""
        if self.due is None:
            return ()
        if self.counting and self.first_day is not None:
            return _unknown_years(self.due, self.first_day, self.counting)
        return _holidays(self.due, self.capitals)

    def state(self, today: date) -> MilestoneState:
        """Return how it stands on a day."""
        return self.milestone.state(self.due, today)


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedMilestone:
    """A milestone when its round moves: when it was due, when it would be, and whether that has passed already."""

    milestone: Milestone
    before: date | None
    after: date | None
    past: bool


def dated(milestones: Iterable[Milestone], round_: Round, capitals: Sequence[Capital]) -> tuple[DatedMilestone, ...]:
    """Return the milestones of a round with the days on which they are due, in that order.

    `capitals` are of both sides. Where the holidays of a year are not known, weekends alone are left out and a note
    says so.
    """
    found = [_dated(milestone, round_, capitals) for milestone in milestones]
    return tuple(sorted(found, key=lambda one: (one.due or date.max, -one.milestone.offset, one.milestone.id)))


def moved(
    milestones: Iterable[Milestone], before: Round, after: Round, capitals: Sequence[Capital], today: date
) -> tuple[MovedMilestone, ...]:
    """Return the milestones, neither done nor waived, that a move of their round moves, in their order after it.

    One that would fall before today is marked as past.
    """
    was = {one.id: one.due for one in dated(milestones, before, capitals)}
    changes = (
        MovedMilestone(
            milestone=one.milestone,
            before=was[one.id],
            after=one.due,
            past=one.state(today) is MilestoneState.OVERDUE,
        )
        for one in dated(milestones, after, capitals)
        if one.state(today) in (MilestoneState.OPEN, MilestoneState.OVERDUE)
    )
    return tuple(change for change in changes if change.before != change.after)


def years_of(milestones: Iterable[Milestone], round_: Round) -> range:
    """Return the years whose holidays matter to the milestones of a round.

    At least every other day is worked in any month or two, so twice the days and a month more are enough.
    """
    days = [milestone.fixed for milestone in milestones if milestone.fixed]
    if round_.start:
        reach = [2 * milestone.offset for milestone in milestones] or [0]
        days += [round_.start - max(*reach, 0) * _DAY - 30 * _DAY, round_.start - min(*reach, 0) * _DAY + 30 * _DAY]
    return range(min(days).year, max(days).year + 1) if days else range(0)


def counted(first_day: date, offset: int, capitals: Sequence[Capital]) -> date:
    """Return the day so many days before another one; with capitals, only days count on which all of them work.

    A negative offset counts forward. An offset of none is the day itself, whatever day that is.
    """
    if not capitals:
        return first_day - offset * _DAY
    day, step = first_day, -_DAY if offset > 0 else _DAY
    left = abs(offset)
    while left:
        day += step
        left -= all(capital.calendar.is_working(day) for capital in capitals)
    return day


def _dated(milestone: Milestone, round_: Round, capitals: Sequence[Capital]) -> DatedMilestone:
    if milestone.fixed is not None:
        return DatedMilestone(milestone=milestone, due=milestone.fixed, capitals=tuple(capitals))
    if round_.start is None:
        return DatedMilestone(milestone=milestone, due=None)
    counting = _counting(milestone.count, round_, capitals)
    due = counted(round_.start, milestone.offset, counting)
    return DatedMilestone(
        milestone=milestone, due=due, first_day=round_.start, counting=counting, capitals=tuple(capitals)
    )


def _counting(count: DayCount, round_: Round, capitals: Sequence[Capital]) -> tuple[Capital, ...]:
    """Return the capitals whose working days count; none for calendar days."""
    match count:
        case DayCount.CALENDAR:
            return ()
        case DayCount.WORKING_BOTH:
            return tuple(capitals)
        case DayCount.WORKING_HOST:
            return tuple(capital for capital in capitals if capital.side.id == round_.host_id)
        case DayCount.WORKING_GUEST:
            return tuple(capital for capital in capitals if capital.side.id != round_.host_id)


def _holidays(day: date, capitals: Sequence[Capital]) -> tuple[Sentence, ...]:
    """Say which public holidays a day is; whoever counts in calendar days will want to know."""
    return tuple(
        Sentence.of("A public holiday in {side}: {holiday}.", side=capital.side.name, holiday=name)
        for capital in capitals
        if (name := capital.calendar.holiday(day))
    )


def _unknown_years(due: date, first_day: date, capitals: Sequence[Capital]) -> tuple[Sentence, ...]:
    years = range(min(due, first_day).year, max(due, first_day).year + 1)
    said = (unknown_year(capital, year) for capital in capitals for year in years if not _knows(capital, year))
    return tuple(dict.fromkeys(said))


def unknown_year(capital: Capital, year: int) -> Sentence:
    """Say that the holidays of a year are not known for certain."""
    if not capital.calendar.code:
        return Sentence.of("No public holidays are chosen for {side}; only weekends count.", side=capital.side.name)
    return Sentence.of(
        "The public holidays of {side} in {year} are not known for certain yet.", side=capital.side.name, year=year
    )


def _knows(capital: Capital, year: int) -> bool:
    return year in capital.calendar.years
