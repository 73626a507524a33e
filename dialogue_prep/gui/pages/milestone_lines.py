"""What the window says of milestones that move; nothing here knows a widget."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from dialogue_prep.domain.due import DatedMilestone
from dialogue_prep.domain.milestone import DayCount, Milestone
from dialogue_prep.domain.round import Round
from dialogue_prep.gui.words import _, count, together


def moved_milestone(milestone: Milestone, one: DatedMilestone, round_: Round, days: int) -> Milestone:
    """Return a milestone so many days later: one with a day of its own on another, else counted in calendar days."""
    if milestone.fixed:
        return replace(milestone, fixed=milestone.fixed + timedelta(days=days))
    if round_.start is None or one.due is None:
        return milestone
    offset = milestone.offset if milestone.count is DayCount.CALENDAR else (round_.start - one.due).days
    return replace(milestone, offset=offset - days, count=DayCount.CALENDAR)


def move_in_words(
    one: DatedMilestone, proposal: Milestone, round_: Round, today: date, day: Callable[[date], str]
) -> str:
    """Say what a move of a milestone would mean."""
    due = proposal.fixed or (round_.start and round_.start - timedelta(days=proposal.offset))
    parts = []
    if due is not None and one.due is not None:
        parts.append(_("From {before} to {after}.").format(before=day(one.due), after=day(due)))
    if proposal.fixed is None and proposal.offset >= 0:
        parts.append(count("{number} day before the round.", "{number} days before the round.", proposal.offset))
    elif proposal.fixed is None:
        parts.append(count("{number} day after the round begins.", "{number} days after it begins.", -proposal.offset))
    if proposal.count is not one.milestone.count:
        parts.append(_("It would be counted in calendar days from now on."))
    if due is not None and due < today:
        parts.append(_("That day has passed: it would be overdue."))
    return together(parts)
