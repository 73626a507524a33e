"""The order of hosting: whose turn comes after a round, and why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from dialogue_prep.domain.dialogue import Side
from dialogue_prep.domain.round import Round, TurnUse
from dialogue_prep.domain.sentence import Sentence


class Order:
    """Follows the rounds one after the other: `due` is the side whose turn comes next, `why` says the reason.

    `begun` tells that a round was gone past; before it nobody may know whose turn it is. `after_exchange` tells that
    the side comes next because two turns were exchanged, so that no other reason is needed.

    The sides take turns. A round without a turn changes nothing. Where a round was exchanged, the side that gave its
    turn away has the next one for it, and after that the order is again as it would have been.
    """

    def __init__(self, sides: Sequence[Side]) -> None:
        self._by_id = {side.id: side for side in sides}
        self._other = {side.id: other for side in sides for other in sides if other.id != side.id}
        first = next((side for side in sides if side.hosts_first), None)
        self.due = first or sides[0]
        self._why: tuple[str, dict[str, object]] = (
            "The terms of reference name {side} first as host."
            if first
            else "No round is known yet; {side} stands first.",
            {"side": self.due.name},
        )
        self._exchanged: int | None = None
        self.after_exchange = self.begun = False

    @property
    def why(self) -> Sentence:
        """The reason; put into words only when somebody asks, as most rounds are gone past unasked."""
        template, values = self._why
        return Sentence.of(template, **values)

    def host_of(self, round_: Round) -> Side:
        """Return the side that hosts a round."""
        return self._by_id[round_.host_id]

    def pass_round(self, round_: Round) -> None:
        """Go on past a round that took place or is to."""
        host, ordinal = self._by_id[round_.host_id], round_.ordinal
        unknown, self.begun = not self.begun and ordinal > 1, True
        if round_.turn is TurnUse.EXCHANGED and (unknown or host.id != self.due.id):
            self.due = self._other[host.id]  # whose turn it was, also where no round before it is known
            self._exchanged, self.after_exchange = ordinal, True
            self._why = "{side} hosts in exchange for round {ordinal}.", {"side": self.due.name, "ordinal": ordinal}
        elif round_.turn is not TurnUse.NO_TURN:
            text = "{side} hosted round {ordinal}." if round_.status.took_place else "{side} hosts round {ordinal}."
            self._pass(host, text, {"side": host.name, "ordinal": ordinal})

    def pass_turn(self, host: Side) -> None:
        """Go on past a turn of this side that is only foreseen."""
        self._pass(host, "{side} hosts the round before.", {"side": host.name})

    def _pass(self, host: Side, why: str, values: dict[str, object]) -> None:
        self.after_exchange = self._exchanged is not None and host.id == self.due.id
        if self.after_exchange:
            text = "It is the turn of {side} itself, after the exchange in round {ordinal}."
            self._why = text, {"side": host.name, "ordinal": self._exchanged}
        else:
            self.due, self._why = self._other[host.id], (why, values)
        self._exchanged = None


def in_order(rounds: Iterable[Round]) -> list[Round]:
    """Return rounds by their numbers; those of one number by their days."""
    return sorted(rounds, key=lambda round_: (round_.ordinal, round_.start or date.max))


def order_after(sides: Sequence[Side], rounds: Iterable[Round]) -> Order:
    """Return the order of hosting as it stands after these rounds."""
    order = Order(sides)
    for round_ in in_order(rounds):
        order.pass_round(round_)
    return order


def other_side(sides: Sequence[Side], side: Side) -> Side:
    """Return the side that is not this one."""
    return next(other for other in sides if other.id != side.id)
