"""Who sits where at the table, as a picture that is a value: both edges as they are seen from behind the hosts."""

from __future__ import annotations

from dataclasses import dataclass

from dialogue_prep.domain.delegation import Delegate, DelegateRole
from dialogue_prep.domain.dialogue import Side
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.seating import seated_by_role


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """One seat; `offset` counts from the head, to the right from above 0, as one sees it."""

    name: str
    offset: int
    head: bool
    interpreter: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """One edge of the table: whose it is, who sits there from left to right, and who sits behind."""

    side: str
    ours: bool
    seats: tuple[Seat, ...]
    behind: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatingTable:
    """The guests across the table, who face the door, and the hosts near it; `reach` is the furthest offset."""

    across: Edge
    near: Edge

    @property
    def reach(self) -> int:
        return max((abs(seat.offset) for edge in (self.across, self.near) for seat in edge.seats), default=0)


def seating_table(dossier: Dossier, language: str) -> SeatingTable:
    """Return the table of the round of a dossier, names in a language."""
    guest = next(side for side in (dossier.home, dossier.away) if side.id != dossier.host.id)
    return SeatingTable(
        across=_edge(dossier, guest, language, mirrored=True), near=_edge(dossier, dossier.host, language)
    )


def _edge(dossier: Dossier, side: Side, language: str, *, mirrored: bool = False) -> Edge:
    own = sorted((d for d in dossier.delegates if d.side_id == side.id), key=lambda d: (d.precedence, d.id))
    seated = seated_by_role(own)
    # Who sits across the table has the right hand where we see the left.
    seats = tuple(reversed(seated.seats)) if mirrored else seated.seats
    heads = (place for place, one in enumerate(seats) if one.role is DelegateRole.HEAD)
    middle = next(heads, len(seats) // 2)

    def name(delegate: Delegate) -> str:
        return dossier.person(delegate.person_id).name.read(language, "en")

    return Edge(
        side=side.name.read(language, "en"),
        ours=side.id == dossier.home.id,
        seats=tuple(
            Seat(
                name=name(one),
                offset=place - middle,
                head=one.role is DelegateRole.HEAD,
                interpreter=one.role is DelegateRole.INTERPRETER,
            )
            for place, one in enumerate(seats)
        ),
        behind=tuple(name(one) for one in seated.behind),
    )
