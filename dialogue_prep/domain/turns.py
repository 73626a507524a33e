"""The order of hosting: whose turn comes after a round, and why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from dialogue_prep.domain.dialogue import Side
from dialogue_prep.domain.round import Round, TurnUse
from dialogue_prep.domain.sentence import Sentence


class Order:
    """Follows the rounds one after the other: `due` is the side whose turn comes next, `why` says the reason.

    The sides take turns. A round without a turn changes nothing. Where a round was exchanged, the side that gave its
    turn away has the next one for it, and after that the order is again as it would have been.
    """

    def __init__(self, sides: Sequence[Side]) -> None:
        self._sides = sides
        first = next((side for side in sides if side.hosts_first), None)
        self.due = first or sides[0]
        self.why = (
            Sentence.of("The terms of reference name {side} first as host.", side=first.name)
            if first
            else Sentence.of("No round is known yet; {side} stands first.", side=sides[0].name)
        )
        self._exchanged: int | None = None

    def pass_round(self, round_: Round) -> None:
        """Go on past a round that took place or is to."""
        host = next(side for side in self._sides if side.id == round_.host_id)
        if round_.turn is TurnUse.EXCHANGED and host.id != self.due.id:
            self._exchanged = round_.ordinal
            self.why = Sentence.of(
                "{side} hosts in exchange for round {ordinal}.", side=self.due.name, ordinal=round_.ordinal
            )
        elif round_.turn is not TurnUse.NO_TURN:
            text = "{side} hosted round {ordinal}." if round_.status.took_place else "{side} hosts round {ordinal}."
            self.pass_turn(host, Sentence.of(text, side=host.name, ordinal=round_.ordinal))

    def pass_turn(self, host: Side, why: Sentence) -> None:
        """Go on past a turn of this side; `why` is then the reason why the other side comes next."""
        if self._exchanged is not None and host.id == self.due.id:
            text = "It is the turn of {side} itself, after the exchange in round {ordinal}."
            self.why = Sentence.of(text, side=self.due.name, ordinal=self._exchanged)
        else:
            self.due, self.why = other_side(self._sides, host), why
        self._exchanged = None


def in_order(rounds: Iterable[Round]) -> list[Round]:
    """Return rounds by their numbers; those of one number by their days."""
    return sorted(rounds, key=lambda round_: (round_.ordinal, round_.start or date.max))


def other_side(sides: Sequence[Side], side: Side) -> Side:
    """Return the side that is not this one."""
    return next(other for other in sides if other.id != side.id)
