"""Rounds: the meetings of a dialogue."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.identity import DialogueId, Identified, RoundId, SideId
from dialogue_prep.domain.seating_rules import FacingDoor, InterpreterSeat, SeatingRules, SeatOrder, check_seats
from dialogue_prep.domain.text import NOTHING, Text


class RoundStatus(StrEnum):
    """How far a round has come; the last four can be reached from any other."""

    EXPECTED = "expected"
    HOST_CONFIRMED = "host confirmed"
    DATES_AGREED = "dates agreed"
    PREPARING = "preparing"
    AGENDA_AGREED = "agenda agreed"
    IN_SESSION = "in session"
    HELD = "held"
    CLOSED = "closed"
    POSTPONED = "postponed"
    SUSPENDED = "suspended"
    CANCELLED = "cancelled"
    LAPSED = "lapsed"

    @property
    def took_place(self) -> bool:
        return self in (RoundStatus.IN_SESSION, RoundStatus.HELD, RoundStatus.CLOSED)

    @property
    def dropped(self) -> bool:
        """Whether the round did not take place and so used up no turn."""
        return self in (RoundStatus.POSTPONED, RoundStatus.SUSPENDED, RoundStatus.CANCELLED, RoundStatus.LAPSED)

    @property
    def ahead(self) -> bool:
        """Whether the round is still to come."""
        return not self.took_place and not self.dropped


class RoundForm(StrEnum):
    """How the sides meet."""

    HOSTED = "hosted"
    THIRD_PLACE = "in a third place"
    VIDEO = "by video"


class TurnUse(StrEnum):
    """What a round does to the turns of hosting.

    A round in turn uses the host's turn up. In an exchanged one the host takes the other side's turn and gives its own,
    the next one, for it. A round out of turn uses up none.
    """

    IN_TURN = "in turn"
    EXCHANGED = "exchanged"
    NO_TURN = "no turn"


# What lies outside of these years is a slip of the hand.
FIRST_YEAR, LAST_YEAR = 1900, 2200


def check_year(day: date | None, field: str) -> None:
    """Refuse a day that can only be a slip of the hand, such as one of the year 218."""
    if day is not None and not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise UserError("Look at {day} again: its year cannot be right.", field=field, day=day)


@dataclass(frozen=True, slots=True, kw_only=True)
class Round(Identified):
    """One meeting. `year` is what is known while there is no date; `reason` explains an exception.

    `reference` says where an exception stands or was agreed, in words: a letter, a call.
    `status_on` is the day since which the status holds, where somebody has said so. The last four fields are the rules
    by which the two sides are seated.
    """

    id: RoundId
    dialogue_id: DialogueId
    ordinal: int
    host_id: SideId
    city: Text = NOTHING
    venue: Text = NOTHING
    year: int | None = None
    start: date | None = None
    end: date | None = None
    time_zone: str = ""
    status: RoundStatus = RoundStatus.EXPECTED
    reason: Text = NOTHING
    status_on: date | None = None
    form: RoundForm = RoundForm.HOSTED
    turn: TurnUse = TurnUse.IN_TURN
    reference: str = ""
    seat_order: SeatOrder = SeatOrder.RIGHT_FIRST
    interpreter_seat: InterpreterSeat = InterpreterSeat.LEFT
    seats_a_side: int = 9
    facing_door: FacingDoor = FacingDoor.GUESTS

    def __post_init__(self) -> None:
        if self.ordinal < 1:
            raise UserError("Rounds are numbered from 1.", field="ordinal")
        check_year(self.start, "start")
        check_year(self.end, "end")
        if self.end and not self.start:
            raise UserError("A round that ends must begin.", field="start")
        if self.start and self.end and self.end < self.start:
            raise UserError("A round cannot end before it begins.", field="end")
        if self.start and self.year != self.start.year:
            raise UserError("The year of a round is the year of its first day.", field="year")
        check_seats(self.seats_a_side)

    @property
    def days(self) -> int:
        """On how many days the sides meet, as far as is known."""
        return (self.end - self.start).days + 1 if self.start and self.end else 1

    @property
    def seating(self) -> SeatingRules:
        """The rules by which the two sides are seated."""
        return SeatingRules(
            seat_order=self.seat_order,
            interpreter_seat=self.interpreter_seat,
            seats_a_side=self.seats_a_side,
            facing_door=self.facing_door,
        )

    def overdue(self, today: date) -> bool:
        """Say whether a round to come should already have been recorded as held."""
        if not self.status.ahead:
            return False
        if last := self.end or self.start:
            return last < today
        return self.year is not None and self.year < today.year
