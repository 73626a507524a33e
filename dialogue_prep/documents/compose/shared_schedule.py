"""What the other side may see of the hosting schedule: who hosts which round, where and when. Reasons are ours."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dialogue_prep.documents.pictures.hosting_strip import HostingStrip, hosting_strip
from dialogue_prep.domain.dialogue import Side
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.hosting import Basis, Turn, schedule
from dialogue_prep.domain.text import NOTHING, Text

YEARS = 4
"""How far the schedule looks ahead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedTurn:
    """A round held or to come, and on what it rests that it is."""

    ordinal: int
    host: Text
    city: Text
    year: int | None
    start: date | None
    end: date | None
    basis: Basis


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedSchedule:
    """The rounds in order, and the picture of them."""

    turns: tuple[SharedTurn, ...]
    strip: HostingStrip


def turns_of(dossier: Dossier, today: date) -> tuple[Turn, ...]:
    """Return the rounds of a dossier's dialogue, and those to come by its rule."""
    return schedule(dossier.dialogue, dossier.sides, dossier.rounds, today, YEARS, dossier.agreed_rounds)


def shared_schedule(dossier: Dossier, today: date, language: str, sides: tuple[Side, Side]) -> SharedSchedule:
    """Return what may be shared of the schedule, as of a day; its picture shows the sides in this order."""
    turns = turns_of(dossier, today)
    return SharedSchedule(
        turns=tuple(_turn(turn) for turn in turns),
        strip=hosting_strip(turns, sides, today, language, dossier.round.ordinal),
    )


def _turn(turn: Turn) -> SharedTurn:
    round_ = turn.round
    return SharedTurn(
        ordinal=turn.ordinal,
        host=turn.host.name,
        city=round_.city if round_ else NOTHING,
        year=turn.year,
        start=round_.start if round_ else None,
        end=round_.end if round_ else None,
        basis=turn.basis,
    )
