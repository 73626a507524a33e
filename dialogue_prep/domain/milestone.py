"""Milestones: what is due before a round, and what came of it; the plans from which they are taken."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.identity import Identified, MilestonePlanId, RoundId
from dialogue_prep.domain.round import check_year
from dialogue_prep.domain.text import NOTHING, Text

# Nobody plans further ahead of a round, or waits longer after it, than three years.
FURTHEST = 3 * 366


class DayCount(StrEnum):
    """In what days a milestone is counted back from the first day of its round."""

    CALENDAR = "calendar days"
    WORKING_HOST = "working days of the host"
    WORKING_GUEST = "working days of the guest"
    WORKING_BOTH = "working days of both"


class MilestoneState(StrEnum):
    """How a milestone stands on a day."""

    OPEN = "open"
    DONE = "done"
    WAIVED = "waived"
    OVERDUE = "overdue"


class Part(StrEnum):
    """What a side is in a round."""

    HOST = "host"
    GUEST = "guest"


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone(Identified):
    """Something due `offset` days before the first day of a round; a negative offset is after it.

    A `fixed` day stays where it is when the round moves. `waived` says why nobody does it.
    """

    round_id: RoundId
    title: Text
    offset: int = 0
    count: DayCount = DayCount.CALENDAR
    fixed: date | None = None
    owner: str = ""
    done_on: date | None = None
    waived: Text = NOTHING

    def __post_init__(self) -> None:
        check_entry(self.title, self.offset)
        check_year(self.fixed, "fixed")

    def state(self, due: date | None, today: date) -> MilestoneState:
        """Return how it stands on a day, given the day on which it is due, if that is known."""
        if self.done_on is not None:
            return MilestoneState.DONE
        if self.waived:
            return MilestoneState.WAIVED
        return MilestoneState.OVERDUE if due is not None and due < today else MilestoneState.OPEN


@dataclass(frozen=True, slots=True, kw_only=True)
class MilestonePlan(Identified):
    """A kept plan of milestones for a round that our side hosts, or to which it travels."""

    id: MilestonePlanId
    name: Text
    part: Part

    def __post_init__(self) -> None:
        if not self.name:
            raise UserError("A plan needs a name.", field="name")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedMilestone(Identified):
    """One entry of a plan; `position` gives the order in which it is shown."""

    plan_id: MilestonePlanId
    position: int
    title: Text
    offset: int
    count: DayCount = DayCount.CALENDAR
    owner: str = ""

    def __post_init__(self) -> None:
        check_entry(self.title, self.offset)


def check_entry(title: Text, offset: int) -> None:
    """Refuse a milestone without a title, or one too far from its round."""
    if not title:
        raise UserError("A milestone needs a title.", field="title")
    if abs(offset) > FURTHEST:
        raise UserError(
            "A milestone is at most {days} days away from its round.", field="offset", days=FURTHEST, offset=offset
        )
