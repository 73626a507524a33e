"""Who sits where at the table, as a picture that is a value: both edges as one sees them who has the door behind."""

from __future__ import annotations

from dataclasses import dataclass

from dialogue_prep.domain.delegation import Delegate, DelegateRole
from dialogue_prep.domain.dialogue import Side
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.seating import SeatedSide, seated_table


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
    """Who faces the door, `across`, and who has it behind, `near`.

    `first` and `last` are the outermost offsets, `door` is that of the door.
    """

    across: Edge
    near: Edge
    first: int
    last: int
    door: int


def seating_table(dossier: Dossier, language: str) -> SeatingTable:
    """Return the table of the round of a dossier, by the rules of the round, names in a language."""
    host = dossier.host
    guest = next(side for side in (dossier.home, dossier.away) if side.id != host.id)
    table = seated_table(_coming(dossier, guest), _coming(dossier, host), dossier.round.seating)
    across, near = (guest, host) if table.guests_across else (host, guest)
    return SeatingTable(
        across=_edge(dossier, across, table.across, language),
        near=_edge(dossier, near, table.near, language),
        first=-table.left,
        last=table.right,
        door=table.door,
    )


def _coming(dossier: Dossier, side: Side) -> list[Delegate]:
    return sorted((d for d in dossier.delegates if d.side_id == side.id), key=lambda d: (d.precedence, d.id))


def _edge(dossier: Dossier, side: Side, seated: SeatedSide[Delegate], language: str) -> Edge:
    def name(delegate: Delegate) -> str:
        return dossier.person(delegate.person_id).name.read(language, "en")

    return Edge(
        side=side.name.read(language, "en"),
        ours=side.id == dossier.home.id,
        seats=tuple(
            Seat(
                name=name(one),
                offset=place - seated.head,
                head=one.role is DelegateRole.HEAD,
                interpreter=one.role is DelegateRole.INTERPRETER,
            )
            for place, one in enumerate(seated.seats)
        ),
        behind=tuple(name(one) for one in seated.behind),
    )
