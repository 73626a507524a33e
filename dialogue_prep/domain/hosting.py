"""Whose turn it is to host."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dialogue_prep.domain.dialogue import Dialogue, HostRule, Side
from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.round import Round
from dialogue_prep.domain.sentence import Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """A round in the schedule: one that is in the store (`round`), or one to come by the rule."""

    ordinal: int
    host: Side
    year: int | None
    reason: Sentence
    round: Round | None = None


def next_host(sides: Sequence[Side], rounds: Sequence[Round]) -> tuple[Side, Sentence]:
    """Return who hosts the round after the last one that took place, and why.

    A round that was postponed, suspended, cancelled or that lapsed used up no turn.
    """
    held = [round_ for round_ in rounds if round_.status.took_place]
    if held:
        last = max(held, key=lambda round_: round_.ordinal)
        return _other(sides, last.host_id), _after(sides, last)
    first = next((side for side in sides if side.hosts_first), None)
    if first is not None:
        return first, Sentence.of("The terms of reference name {side} first as host.", side=first.name)
    return sides[0], Sentence.of("No round is known yet; {side} stands first.", side=sides[0].name)


def check_host(dialogue: Dialogue, sides: Sequence[Side], rounds: Sequence[Round], proposed: Round) -> None:
    """Refuse a host that breaks the alternation, unless a reason is written down."""
    if dialogue.host_rule is not HostRule.ALTERNATE or proposed.reason:
        return
    earlier = [round_ for round_ in rounds if round_.ordinal < proposed.ordinal]
    if not any(round_.status.took_place for round_ in earlier):
        return
    host, why = next_host(sides, earlier)
    if proposed.host_id != host.id:
        raise UserError(
            "It is the turn of {host}: {why} Write down the reason if the other side is to host.",
            field="host_id",
            host=host.name,
            why=why,
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
                day=ended.isoformat(),
            )


def next_ordinal(rounds: Sequence[Round]) -> int:
    """Return the ordinal of the next round: one more than that of the last that took place."""
    return max((round_.ordinal for round_ in rounds if round_.status.took_place), default=0) + 1


def schedule(
    dialogue: Dialogue, sides: Sequence[Side], rounds: Sequence[Round], today: date, years: int
) -> tuple[Turn, ...]:
    """Return the rounds known and, by the rule, those to come within so many years from today, in order."""
    known = sorted(rounds, key=lambda round_: (round_.ordinal, round_.start or date.max))
    turns = [_known(sides, known, round_) for round_ in known]
    standing = [turn for turn in turns if turn.round and not turn.round.status.dropped]
    if standing:
        ordinal, host, year = standing[-1].ordinal, standing[-1].host, standing[-1].year or today.year
    else:
        first, why = next_host(sides, rounds)
        ordinal, host, year = next_ordinal(rounds), first, today.year
        turns.append(Turn(ordinal=ordinal, host=host, year=year, reason=why))
    month, now = year * 12, today.year * 12
    while (month := max(month + dialogue.cadence.months, now)) // 12 <= today.year + years:
        ordinal, before = ordinal + 1, host
        host = _other(sides, host.id) if dialogue.host_rule is HostRule.ALTERNATE else host
        reason = Sentence.of("{side} hosts the round before.", side=before.name)
        turns.append(Turn(ordinal=ordinal, host=host, year=month // 12, reason=reason))
    return tuple(turns)


def _known(sides: Sequence[Side], rounds: Sequence[Round], round_: Round) -> Turn:
    host = next(side for side in sides if side.id == round_.host_id)
    if round_.reason:
        reason = Sentence.of("{reason}", reason=round_.reason)
    elif round_.status.took_place:
        reason = Sentence.of("Held.")
    else:
        earlier = [other for other in rounds if other.ordinal < round_.ordinal]
        expected, why = next_host(sides, earlier)
        reason = why if expected.id == host.id else Sentence.of("As planned.")
    return Turn(ordinal=round_.ordinal, host=host, year=round_.year, reason=reason, round=round_)


def _after(sides: Sequence[Side], last: Round) -> Sentence:
    host = next(side for side in sides if side.id == last.host_id)
    return Sentence.of("{side} hosted round {ordinal}.", side=host.name, ordinal=last.ordinal)


def _other(sides: Sequence[Side], id_: str) -> Side:
    return next(side for side in sides if side.id != id_)
