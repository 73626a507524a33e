"""The words of the rules of seating as the window says them; each function knows its whole enumeration."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from dialogue_prep.domain.seating_rules import FacingDoor, InterpreterSeat, SeatOrder
from dialogue_prep.gui.words import _

SEATING_CHOICES: Mapping[str, type[SeatOrder | InterpreterSeat | FacingDoor]] = MappingProxyType(
    {"seat_order": SeatOrder, "interpreter_seat": InterpreterSeat, "facing_door": FacingDoor}
)
"""The rules of a round that are chosen, by the names of their fields."""


def seating_field_names() -> dict[str, str]:
    """Return what the rules are called, by the names of their fields."""
    return {
        "seat_order": _("Order"),
        "interpreter_seat": _("Interpreter"),
        "seats_a_side": _("Seats a side at the table"),
        "facing_door": _("Who faces the door"),
    }


def seating_choice_name(chosen: SeatOrder | InterpreterSeat | FacingDoor) -> str:
    """Return what a choice for one of the rules is called."""
    return {
        SeatOrder.RIGHT_FIRST: _("By rank, right hand first"),
        SeatOrder.LEFT_FIRST: _("By rank, left hand first"),
        SeatOrder.IN_LINE: _("In line, towards the door"),
        InterpreterSeat.LEFT: _("Left of the head"),
        InterpreterSeat.RIGHT: _("Right of the head"),
        InterpreterSeat.BEHIND: _("Behind the table"),
        FacingDoor.GUESTS: _("The guests"),
        FacingDoor.HOSTS: _("The hosts"),
    }[chosen]
