"""By which rules people are seated at the table of a round; who hosts it decides."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dialogue_prep.domain.errors import UserError

MOST_SEATS = 20


class SeatOrder(StrEnum):
    """Where the second of a side sits, and so all others: beside the head in turn, or in one line from the head on."""

    RIGHT_FIRST = "right hand first"
    LEFT_FIRST = "left hand first"
    IN_LINE = "in line from the end far from the door"


class InterpreterSeat(StrEnum):
    """Where the first interpreter of a side sits, as its head sees it; all others sit behind."""

    LEFT = "at the left hand of the head"
    RIGHT = "at the right hand of the head"
    BEHIND = "behind the table"


class FacingDoor(StrEnum):
    """Who sits across from the door; it is behind the others."""

    GUESTS = "guests"
    HOSTS = "hosts"


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatingRules:
    """The rules of one round; `seats_a_side` are at the table, the interpreter's among them."""

    seat_order: SeatOrder = SeatOrder.RIGHT_FIRST
    interpreter_seat: InterpreterSeat = InterpreterSeat.LEFT
    seats_a_side: int = 9
    facing_door: FacingDoor = FacingDoor.GUESTS


def check_seats(number: int) -> None:
    """Refuse a number of seats that no table has."""
    if not 1 <= number <= MOST_SEATS:
        raise UserError("A side has 1 to {most} seats at the table.", field="seats_a_side", most=MOST_SEATS)
