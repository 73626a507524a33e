"""What a change of one round means for every other turn, before it is made."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from dialogue_prep.domain.hosting import Basis, Turn
from dialogue_prep.domain.sentence import Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Consequence:
    """One turn before a change and after it; None where the schedule, as far as it was drawn up, has no such turn."""

    ordinal: int
    before: Turn | None
    after: Turn | None

    @property
    def sentence(self) -> Sentence:
        """That a round comes into view or moves out of it, or who hosts it when instead of whom and when."""
        if self.before is None or self.after is None:
            text = "Round {ordinal} comes into view." if self.after else "Round {ordinal} moves out of view."
            return Sentence.of(text, ordinal=self.ordinal)
        return Sentence.of(
            "Round {ordinal}: {host}, {when}, instead of {former}, {before}.",
            ordinal=self.ordinal,
            host=self.after.host.name,
            when=_when(self.after),
            former=self.before.host.name,
            before=_when(self.before),
        )


def consequences(before: Sequence[Turn], after: Sequence[Turn]) -> tuple[Consequence, ...]:
    """Return the turns, by their numbers, that differ between two schedules of one dialogue."""
    was, becomes = _by_ordinal(before), _by_ordinal(after)
    found = (
        Consequence(ordinal=ordinal, before=was.get(ordinal), after=becomes.get(ordinal))
        for ordinal in sorted({*was, *becomes})
    )
    return tuple(one for one in found if _told(one.before) != _told(one.after))


def _by_ordinal(turns: Iterable[Turn]) -> dict[int, Turn]:
    """Return the turn that stands under each number; one that did not take place only where there is no other."""
    ordered = sorted(turns, key=lambda turn: turn.basis is not Basis.DROPPED)
    return {turn.ordinal: turn for turn in ordered}


def _told(turn: Turn | None) -> tuple[object, ...] | None:
    """Return what the schedule tells of a turn."""
    if turn is None:
        return None
    round_ = turn.round
    return turn.host.id, turn.year, turn.basis is Basis.DROPPED, round_ and (round_.start, round_.end)


def _when(turn: Turn) -> Sentence | date | int | str:
    first, last = (turn.round.start, turn.round.end) if turn.round else (None, None)
    if first and last and last != first:
        return Sentence.of("{first} to {last}", first=first, last=last)
    return first or turn.year or "–"
