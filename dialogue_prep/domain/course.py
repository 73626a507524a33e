"""The course of a round: which status it can have, and how it fits between the rounds before and after it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from dialogue_prep.domain.dialogue import Dialogue, HostRule, Side
from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.hosting import check_dates
from dialogue_prep.domain.round import Round, RoundStatus


def check_status(rounds: Sequence[Round], proposed: Round, today: date) -> None:
    """Refuse a status that a round cannot have on a day, given the other rounds."""
    ordinal = proposed.ordinal
    if proposed.status_on and proposed.status_on > today:
        day = proposed.status_on.isoformat()
        raise UserError("A status cannot be of a day that is still to come ({day}).", field="status_on", day=day)
    if proposed.status.dropped:
        if not proposed.reason:
            raise UserError("Say why round {ordinal} did not take place.", field="reason", ordinal=ordinal)
        return
    if any(other.ordinal == ordinal for other in _standing(rounds, proposed)):
        raise UserError("Round {ordinal} has been planned anew; only one can stand.", field="status", ordinal=ordinal)
    if proposed.status is RoundStatus.DATES_AGREED and proposed.start is None:
        raise UserError("Round {ordinal} has no dates yet.", field="status", ordinal=ordinal)
    if proposed.status.took_place and proposed.start and proposed.start > today:
        raise UserError(
            "Round {ordinal} begins on {day}, which is still to come.",
            field="status",
            ordinal=ordinal,
            day=proposed.start.isoformat(),
        )
    later = [other.ordinal for other in rounds if other.status.took_place and other.ordinal > ordinal]
    if proposed.status.ahead and later:
        raise UserError(
            "Round {later} was held after round {ordinal}, which cannot be still to come.",
            field="status",
            later=min(later),
            ordinal=ordinal,
        )


def check_place_in_order(dialogue: Dialogue, sides: Sequence[Side], rounds: Sequence[Round], proposed: Round) -> None:
    """Refuse a round that took place where another did, out of order in time, or against the alternation of hosts."""
    if any(other.ordinal == proposed.ordinal for other in _standing(rounds, proposed)):
        raise UserError("Round {ordinal} is known already.", field="ordinal", ordinal=proposed.ordinal)
    held = [other for other in rounds if other.status.took_place and other.id != proposed.id]
    check_dates(held, proposed)
    for later in (other for other in held if other.ordinal > proposed.ordinal):
        check_dates((proposed,), later)
    for other in held:
        _check_year(other, proposed)
        if dialogue.host_rule is HostRule.ALTERNATE and not proposed.reason:
            _check_neighbour(sides, other, proposed)


def missing_ordinals(rounds: Sequence[Round]) -> tuple[int, ...]:
    """Return the numbers before the last round that took place of which no such round is known."""
    held = {round_.ordinal for round_ in rounds if round_.status.took_place}
    return tuple(ordinal for ordinal in range(1, max(held, default=0)) if ordinal not in held)


def host_by_alternation(sides: Sequence[Side], rounds: Sequence[Round], ordinal: int) -> Side:
    """Return who hosted a round if the sides took turns, reckoned from the round held that is nearest to it."""
    held = [round_ for round_ in rounds if round_.status.took_place]
    if not held:
        return next((side for side in sides if side.hosts_first), sides[0])
    nearest = min(held, key=lambda round_: (abs(round_.ordinal - ordinal), round_.ordinal))
    same = (nearest.ordinal - ordinal) % 2 == 0
    return next(side for side in sides if (side.id == nearest.host_id) is same)


def _standing(rounds: Sequence[Round], proposed: Round) -> Iterator[Round]:
    return (other for other in rounds if other.id != proposed.id and not other.status.dropped)


def _check_year(other: Round, proposed: Round) -> None:
    if other.year is None or proposed.year is None or other.year == proposed.year:
        return
    if (other.year < proposed.year) is not (other.ordinal < proposed.ordinal):
        raise UserError(
            "Round {ordinal} was held in {year}; rounds follow each other by their numbers.",
            field="year",
            ordinal=other.ordinal,
            year=other.year,
        )


def _check_neighbour(sides: Sequence[Side], other: Round, proposed: Round) -> None:
    if abs(other.ordinal - proposed.ordinal) == 1 and other.host_id == proposed.host_id:
        raise UserError(
            "{host} hosted round {ordinal} too; write down the reason if it hosted both.",
            field="host_id",
            host=next(side.name for side in sides if side.id == other.host_id),
            ordinal=other.ordinal,
        )
