"""Where people sit at a table with one side at each of its long edges: the heads face each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from dialogue_prep.domain.delegation import DelegateRole
from dialogue_prep.domain.seating_rules import FacingDoor, InterpreterSeat, SeatingRules, SeatOrder


class _Coming(Protocol):
    @property
    def role(self) -> DelegateRole: ...


C = TypeVar("C", bound=_Coming)

_MEMBERS = (DelegateRole.HEAD, DelegateRole.MEMBER, DelegateRole.ADVISER)


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatedSide(Generic[C]):
    """One edge of the table, from left to right as one sees it who has the door behind; then who sits behind it.

    `head` is the place of the head among the seats: the two heads sit at the same height.
    """

    seats: tuple[C, ...]
    head: int
    behind: tuple[C, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatedTable(Generic[C]):
    """Both edges: `across` is the one that faces the door, `near` the one that has it behind."""

    across: SeatedSide[C]
    near: SeatedSide[C]
    guests_across: bool
    in_line: bool

    @property
    def left(self) -> int:
        """How many places there are at the left of the heads."""
        return max(self.across.head, self.near.head)

    @property
    def right(self) -> int:
        """How many places there are at the right of the heads."""
        return max(0, *(len(side.seats) - side.head - 1 for side in (self.across, self.near)))

    @property
    def door(self) -> int:
        """How many places the door is at the right of the heads: behind them, or at the end that is far from them."""
        return self.right if self.in_line else 0


def seated_table(guests: Sequence[C], hosts: Sequence[C], rules: SeatingRules) -> SeatedTable[C]:
    """Seat two delegations, each in order of precedence."""
    guests_across = rules.facing_door is FacingDoor.GUESTS
    across, near = (guests, hosts) if guests_across else (hosts, guests)
    return SeatedTable(
        across=_seated(across, rules, mirrored=True),
        near=_seated(near, rules, mirrored=False),
        guests_across=guests_across,
        in_line=rules.seat_order is SeatOrder.IN_LINE,
    )


def _seated(delegates: Sequence[C], rules: SeatingRules, *, mirrored: bool) -> SeatedSide[C]:
    """Seat members with one interpreter, as many as there are seats; all others sit behind.

    Who sits across the table, `mirrored`, has the right hand where we see the left.
    """
    of_rank = sorted((one for one in delegates if one.role in _MEMBERS), key=lambda one: one.role is not _MEMBERS[0])
    interpreters = [one for one in delegates if one.role is DelegateRole.INTERPRETER]
    others = [one for one in delegates if one.role not in (*_MEMBERS, DelegateRole.INTERPRETER)]
    aside = rules.interpreter_seat is InterpreterSeat.BEHIND or rules.seats_a_side == 1
    beside = [] if aside else interpreters[:1]
    room = rules.seats_a_side - len(beside)
    right, left = _hands(of_rank[1:room], rules.seat_order, mirrored=mirrored)
    hand = left if rules.interpreter_seat is InterpreterSeat.LEFT else right
    hand[:0] = beside
    if mirrored:
        left, right = right, left
    return SeatedSide(
        seats=(*reversed(left), *of_rank[:1], *right),
        head=len(left),
        behind=(*of_rank[room:], *interpreters[len(beside) :], *others),
    )


def _hands(others: Sequence[C], order: SeatOrder, *, mirrored: bool) -> tuple[list[C], list[C]]:
    """Return who sits at the right hand of the head and who at the left, from the head outwards."""
    if order is SeatOrder.IN_LINE:
        return ([], list(others)) if mirrored else (list(others), [])
    first, second = list(others[::2]), list(others[1::2])
    return (first, second) if order is SeatOrder.RIGHT_FIRST else (second, first)
