"""Where people sit at a table with one side at each of its long edges: the heads face each other in the middle."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from dialogue_prep.domain.delegation import DelegateRole

T = TypeVar("T")


class _Coming(Protocol):
    @property
    def role(self) -> DelegateRole: ...


C = TypeVar("C", bound=_Coming)

_MEMBERS = (DelegateRole.HEAD, DelegateRole.MEMBER, DelegateRole.ADVISER)
AT_THE_TABLE = 9
"""How many of one side sit at the table; the others sit behind."""


@dataclass(frozen=True, slots=True)
class SeatedSide(Generic[T]):
    """One side of the table: from the left hand of its head's neighbours to the right, then who sits behind."""

    seats: tuple[T, ...]
    behind: tuple[T, ...]


def seated_by_role(delegates: Sequence[C]) -> SeatedSide[C]:
    """Seat one delegation, in order of precedence: members at the table with one interpreter, all others behind."""
    members = sorted(
        (one for one in delegates if one.role in _MEMBERS), key=lambda one: one.role is not DelegateRole.HEAD
    )
    interpreters = [one for one in delegates if one.role is DelegateRole.INTERPRETER]
    side = seated(members, interpreters)
    others = (one for one in delegates if one.role not in _MEMBERS and one.role is not DelegateRole.INTERPRETER)
    return SeatedSide(side.seats, (*side.behind, *others))


def seated(members: Sequence[T], interpreters: Sequence[T]) -> SeatedSide[T]:
    """Seat one side: the head in the middle, the others by rank at the right and the left hand in turn, outwards.

    The first interpreter has the place at the left hand of the head. `members` are in order of precedence.
    """
    right: list[T] = []
    left: list[T] = list(interpreters[:1])
    room = max(AT_THE_TABLE - len(left), 0)
    at_table, behind = members[:room], members[room:]
    for place, member in enumerate(at_table[1:]):
        (right if place % 2 == 0 else left).append(member)
    return SeatedSide((*reversed(left), *at_table[:1], *right), (*behind, *interpreters[1:]))
