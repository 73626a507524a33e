"""The course of a round: which status it can have, and how it fits between the rounds before and after it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NoReturn

from dialogue_prep.domain.dialogue import Dialogue, HostRule, Side
from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.hosting import check_dates, check_years
from dialogue_prep.domain.round import Round, RoundStatus, TurnUse
from dialogue_prep.domain.turns import Order, order_after, other_side


def check_status(rounds: Sequence[Round], proposed: Round, today: date) -> None:
    """Refuse a status that a round cannot have on a day, given the other rounds."""
    ordinal = proposed.ordinal
    if proposed.status_on and proposed.status_on > today:
        text = "A status cannot be of a day that is still to come ({day})."
        raise UserError(text, field="status_on", day=proposed.status_on)
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
            day=proposed.start,
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
    check_years(held, proposed)
    if dialogue.host_rule is HostRule.ALTERNATE and not proposed.reason:
        _check_turn(sides, held, proposed)


def missing_ordinals(rounds: Sequence[Round]) -> tuple[int, ...]:
    """Return the numbers before the last round that took place of which no such round is known."""
    held = {round_.ordinal for round_ in rounds if round_.status.took_place}
    return tuple(ordinal for ordinal in range(1, max(held, default=0)) if ordinal not in held)


def host_by_alternation(sides: Sequence[Side], rounds: Sequence[Round], ordinal: int) -> Side:
    """Return whose turn a round was if the sides took turns, reckoned from what is known of those around it.

    The round just before it settles it. Else it is counted from the nearest one, where an exchange changes nothing and
    rounds that used up no turn are left out.
    """
    held = [round_ for round_ in rounds if round_.status.took_place]
    before = [round_ for round_ in held if round_.ordinal < ordinal]
    if any(round_.ordinal == ordinal - 1 for round_ in before):
        return order_after(sides, before).due
    counting = [round_ for round_ in held if round_.turn is not TurnUse.NO_TURN]
    if not counting:
        return next((side for side in sides if side.hosts_first), sides[0])
    nearest = min(counting, key=lambda round_: (abs(round_.ordinal - ordinal), round_.ordinal))
    first, last = sorted((nearest.ordinal, ordinal))
    idle = sum(first < round_.ordinal < last and round_.turn is TurnUse.NO_TURN for round_ in held)
    same = (last - first - idle) % 2 == 0
    owner = _owner(sides, held, nearest)
    return owner if same else other_side(sides, owner)


def _owner(sides: Sequence[Side], held: Sequence[Round], round_: Round) -> Side:
    """Return whose turn a round was before any exchange."""
    host = next(side for side in sides if side.id == round_.host_id)
    given_back = any(
        one.ordinal == round_.ordinal - 1 and one.turn is TurnUse.EXCHANGED and one.host_id != host.id for one in held
    )
    return other_side(sides, host) if round_.turn is TurnUse.EXCHANGED or given_back else host


def _standing(rounds: Sequence[Round], proposed: Round) -> Iterator[Round]:
    return (other for other in rounds if other.id != proposed.id and not other.status.dropped)


def _check_turn(sides: Sequence[Side], held: Sequence[Round], proposed: Round) -> None:
    """Refuse a host of two rounds running, unless the order of turns is just that, as it is after an exchange.

    A round after it that has a reason of its own asks for none here.
    """
    around = {other.ordinal: other for other in held}
    order = order_after(sides, (other for other in held if other.ordinal < proposed.ordinal))
    before, after = around.get(proposed.ordinal - 1), around.get(proposed.ordinal + 1)
    if before and before.host_id == proposed.host_id != order.due.id:
        _refuse_host(order, before, proposed)
    order.pass_round(proposed)
    if after and not after.reason and after.host_id == proposed.host_id != order.due.id:
        _refuse_host(order, after, proposed)


def _refuse_host(order: Order, other: Round, proposed: Round) -> NoReturn:
    raise UserError(
        "{host} hosted round {ordinal} too; write down the reason if it hosted both.",
        field="host_id",
        host=order.host_of(proposed).name,
        ordinal=other.ordinal,
    )
