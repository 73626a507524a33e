"""Seating by rules: who sits where, seen by one who has the door behind."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from dialogue_prep.domain.delegation import DelegateRole
from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.seating import SeatedSide, SeatedTable, seated_table
from dialogue_prep.domain.seating_rules import FacingDoor, InterpreterSeat, SeatingRules, SeatOrder, check_seats


@dataclass(frozen=True)
class One:
    name: str
    role: DelegateRole = DelegateRole.MEMBER


GUESTS = (
    One("head", DelegateRole.HEAD),
    One("second"),
    One("third"),
    One("fourth", DelegateRole.ADVISER),
    One("interpreter", DelegateRole.INTERPRETER),
    One("another", DelegateRole.INTERPRETER),
    One("writer", DelegateRole.NOTE_TAKER),
)
HOSTS = (One("chair", DelegateRole.HEAD), One("deputy"))


def names(side: SeatedSide[One]) -> str:
    return " ".join(one.name for one in side.seats)


def laid(**rules: object) -> SeatedTable[One]:
    return seated_table(GUESTS, HOSTS, SeatingRules(**rules))  # type: ignore[arg-type]


def test_the_others_sit_by_rank_at_the_right_and_the_left_hand_in_turn() -> None:
    table = laid()
    assert names(table.across) == "fourth second head interpreter third", "their right hand is seen at the left"
    assert names(table.near) == "chair deputy"
    assert [one.name for one in table.across.behind] == ["another", "writer"]


def test_the_left_hand_may_come_first() -> None:
    assert names(laid(seat_order=SeatOrder.LEFT_FIRST).across) == "third head interpreter second fourth"


def test_in_line_both_heads_are_at_the_end_that_is_far_from_the_door() -> None:
    table = laid(seat_order=SeatOrder.IN_LINE, interpreter_seat=InterpreterSeat.BEHIND)
    assert (names(table.across), names(table.near)) == ("head second third fourth", "chair deputy")
    assert (table.left, table.right, table.door) == (0, 3, 3)


@pytest.mark.parametrize(
    ("seat", "seen"),
    [
        (InterpreterSeat.LEFT, "fourth second head interpreter third"),
        (InterpreterSeat.RIGHT, "fourth second interpreter head third"),
        (InterpreterSeat.BEHIND, "fourth second head third"),
    ],
)
def test_the_interpreter_sits_where_the_rule_says(seat: InterpreterSeat, seen: str) -> None:
    assert names(laid(interpreter_seat=seat).across) == seen


def test_who_faces_the_door_sits_across() -> None:
    table = laid(facing_door=FacingDoor.HOSTS)
    assert names(table.across) == "deputy chair"
    assert names(table.near) == "third interpreter head second fourth"
    assert not table.guests_across


def test_who_finds_no_seat_sits_behind_and_the_head_has_the_last_one() -> None:
    table = laid(seats_a_side=3)
    assert names(table.across) == "second head interpreter"
    assert [one.name for one in table.across.behind] == ["third", "fourth", "another", "writer"]
    assert names(laid(seats_a_side=1).across) == "head"


@pytest.mark.parametrize("order", SeatOrder)
@pytest.mark.parametrize("seat", InterpreterSeat)
@pytest.mark.parametrize("seats", [1, 2, 20])
@pytest.mark.parametrize("door", FacingDoor)
def test_nobody_is_lost_and_the_heads_face_each_other(
    order: SeatOrder, seat: InterpreterSeat, seats: int, door: FacingDoor
) -> None:
    table = laid(seat_order=order, interpreter_seat=seat, seats_a_side=seats, facing_door=door)
    assert {table.across.seats[table.across.head].name, table.near.seats[table.near.head].name} == {"head", "chair"}
    seated = [one for side in (table.across, table.near) for one in (*side.seats, *side.behind)]
    assert sorted(one.name for one in seated) == sorted(one.name for one in (*GUESTS, *HOSTS))
    assert all(len(side.seats) <= seats for side in (table.across, table.near))


def test_a_table_without_anybody_has_no_seats() -> None:
    table = seated_table((), (), SeatingRules())
    assert (table.across.seats, table.near.seats, table.left, table.right) == ((), (), 0, 0)


@pytest.mark.parametrize("number", [0, 21])
def test_a_side_has_one_to_twenty_seats(number: int) -> None:
    with pytest.raises(UserError, match="1 to 20 seats"):
        check_seats(number)
