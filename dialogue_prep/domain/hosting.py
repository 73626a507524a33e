"""Whose turn it is to host."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dialogue_prep.domain.dialogue import Dialogue, HostRule, Side
from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.round import Round, RoundForm, RoundStatus, TurnUse
from dialogue_prep.domain.sentence import Sentence
from dialogue_prep.domain.turns import Order, in_order, order_after

FURTHEST_YEARS = 200

_HELD = Sentence.of("Held.")
_DROPPED = Sentence.of("It did not take place and used up no turn.")
_PLANNED = Sentence.of("As planned.")


class Basis(StrEnum):
    """On what a line of the schedule rests."""

    HELD = "held"
    DROPPED = "did not take place"
    AGREED = "agreed"
    PLANNED = "planned"
    BY_RULE = "by the rule"


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """A round in the schedule: one that is in the store (`round`), or one to come by the rule.

    `due` is the side whose turn it is, where that is not the host.
    """

    ordinal: int
    host: Side
    year: int | None
    reason: Sentence
    round: Round | None = None
    basis: Basis = Basis.BY_RULE
    due: Side | None = None

    @property
    def in_turn(self) -> Side:
        """The side whose turn it is."""
        return self.due or self.host


def next_host(sides: Sequence[Side], rounds: Sequence[Round]) -> tuple[Side, Sentence]:
    """Return who hosts the round after the last one that took place, and why.

    A round that was postponed, suspended, cancelled or that lapsed used up no turn.
    """
    order = order_after(sides, (round_ for round_ in rounds if round_.status.took_place))
    return order.due, order.why


def check_host(dialogue: Dialogue, sides: Sequence[Side], rounds: Sequence[Round], proposed: Round) -> None:
    """Refuse a host that breaks the alternation, unless a reason is written down."""
    if dialogue.host_rule is not HostRule.ALTERNATE or proposed.reason:
        return
    earlier = _earlier(rounds, proposed)
    if not any(round_.status.took_place for round_ in earlier):
        return
    order = order_after(sides, earlier)
    if proposed.host_id != order.due.id:
        raise UserError(
            "It is the turn of {host}: {why} Write down the reason if the other side is to host.",
            field="host_id",
            host=order.due.name,
            why=order.why,
        )


def check_form(sides: Sequence[Side], rounds: Sequence[Round], proposed: Round) -> None:
    """Refuse an exception to hosting in turn without a reason, and an exchange where there is nothing to exchange."""
    if proposed.reason and proposed.turn is not TurnUse.EXCHANGED:
        return
    if not proposed.reason and (proposed.form is not RoundForm.HOSTED or proposed.turn is not TurnUse.IN_TURN):
        raise UserError(
            "Say why round {ordinal} is not held by its host in turn.", field="reason", ordinal=proposed.ordinal
        )
    earlier = _earlier(rounds, proposed)
    order = order_after(sides, earlier)
    known = proposed.ordinal == 1 or any(round_.ordinal == proposed.ordinal - 1 for round_ in earlier)
    if known and proposed.turn is TurnUse.EXCHANGED and proposed.host_id == order.due.id:
        raise UserError(
            "It is the turn of {host} itself: {why} An exchanged round is hosted by the other side.",
            field="turn",
            host=order.due.name,
            why=order.why,
        )


def check_dates(rounds: Sequence[Round], proposed: Round) -> None:
    """Refuse a round that would begin before an earlier one that took place had ended."""
    if proposed.start is None:
        return
    for earlier in rounds:
        ended = earlier.end or earlier.start
        if earlier.status.took_place and earlier.ordinal < proposed.ordinal and ended and proposed.start <= ended:
            raise UserError(
                "Round {ordinal} was held until {day}; a later round must begin after it.",
                field="start",
                ordinal=earlier.ordinal,
                day=ended,
            )


def check_years(rounds: Sequence[Round], proposed: Round) -> None:
    """Refuse a round in a year before that of an earlier one that took place, or after that of a later one."""
    for other in rounds:
        if not (other.status.took_place and other.year and proposed.year) or other.year == proposed.year:
            continue
        if (other.year < proposed.year) is not (other.ordinal < proposed.ordinal):
            raise UserError(
                "Round {ordinal} was held in {year}; rounds follow each other by their numbers.",
                field="start" if proposed.start else "year",
                ordinal=other.ordinal,
                year=other.year,
            )


def next_ordinal(rounds: Sequence[Round]) -> int:
    """Return the ordinal of the next round: one more than that of the last that took place."""
    return max((round_.ordinal for round_ in rounds if round_.status.took_place), default=0) + 1


def schedule(
    dialogue: Dialogue,
    sides: Sequence[Side],
    rounds: Sequence[Round],
    today: date,
    years: int,
    agreed: Collection[str] = (),
) -> tuple[Turn, ...]:
    """Return the rounds known and, by the rule, those to come within so many years from today, in order.

    `agreed` are the identifiers of rounds that both sides have announced, such as in a joint record.
    """
    if not 0 <= years <= FURTHEST_YEARS:
        raise UserError("Look 0 to {most} years ahead.", field="years", most=FURTHEST_YEARS)
    order, known = Order(sides), in_order(rounds)
    turns: list[Turn] = []
    for round_ in known:
        turns.append(_known(order, round_, agreed))
        if not round_.status.dropped:
            order.pass_round(round_)
    last = next((round_ for round_ in reversed(known) if not round_.status.dropped), None)
    return (*turns, *_to_come(dialogue, order, last, today, years))


def _to_come(dialogue: Dialogue, order: Order, last: Round | None, today: date, years: int) -> Iterator[Turn]:
    """Yield the turns after the last round known, none in a month that has passed."""
    ordinal, month = (last.ordinal, _month(last, today)) if last else (0, None)
    while (month := _next_month(dialogue, month, today)) // 12 <= today.year + years:
        ordinal += 1
        host, why = order.due, order.why
        if last is not None and dialogue.host_rule is not HostRule.ALTERNATE:
            host = order.host_of(last)
            why = Sentence.of("Who hosts when is not laid down; {side} hosted last.", side=host.name)
        yield Turn(ordinal=ordinal, host=host, year=month // 12, reason=why)
        order.pass_turn(host)


def next_year(dialogue: Dialogue, rounds: Sequence[Round], today: date) -> int:
    """Return the year of the round after the last one that took place, by the cadence; none that has passed."""
    held = [round_ for round_ in in_order(rounds) if round_.status.took_place]
    return _next_month(dialogue, _month(held[-1], today) if held else None, today) // 12


def _month(round_: Round, today: date) -> int:
    """Return the month of a round, counted from the year 0: January of its year while it has no days."""
    return (round_.year or today.year) * 12 + (round_.start.month - 1 if round_.start else 0)


def _next_month(dialogue: Dialogue, last: int | None, today: date) -> int:
    """Return the month, counted from the year 0, of the round after one of a month; at the earliest the present one."""
    now = today.year * 12 + today.month - 1
    return now if last is None else max(last + dialogue.cadence.months, now)


def _known(order: Order, round_: Round, agreed: Collection[str]) -> Turn:
    """Return the line of a round; `order` has come past the rounds before it."""
    host, basis = order.host_of(round_), _basis(round_, agreed)
    if round_.reason:
        reason = Sentence.of("{reason}", reason=round_.reason)
    elif basis is Basis.HELD:
        reason = order.why if order.after_exchange and order.due.id == host.id else _HELD
    elif basis is Basis.DROPPED:
        reason = _DROPPED
    else:
        reason = order.why if order.due.id == host.id else _PLANNED
    return Turn(
        ordinal=round_.ordinal,
        host=host,
        year=round_.year,
        reason=reason,
        round=round_,
        basis=basis,
        due=order.due if order.due.id != host.id and (order.begun or round_.ordinal == 1) else None,
    )


def _basis(round_: Round, agreed: Collection[str]) -> Basis:
    if round_.status.took_place:
        return Basis.HELD
    if round_.status.dropped:
        return Basis.DROPPED
    return Basis.AGREED if round_.id in agreed or round_.status is not RoundStatus.EXPECTED else Basis.PLANNED


def _earlier(rounds: Sequence[Round], proposed: Round) -> list[Round]:
    return [round_ for round_ in rounds if round_.ordinal < proposed.ordinal and not round_.status.dropped]
