"""The columns of the board of commitments: by what every ladder comes down to, or by the ladder of one kind."""

from __future__ import annotations

from dataclasses import dataclass

from dialogue_prep.domain.commitment import LADDERS, CommitmentKind, CommitmentState, RollUp, roll_up
from dialogue_prep.gui.colours import Tone
from dialogue_prep.gui.pages.commitments_lines import CommitmentRow
from dialogue_prep.gui.terms import commitment_state_name, commitment_state_tone, roll_up_name, roll_up_tone


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardColumn:
    """One column: what it stands for, in words, and the states that bring a commitment of a kind into it."""

    id: str
    words: str
    tone: Tone
    states: tuple[CommitmentState, ...]

    def states_of(self, kind: CommitmentKind) -> tuple[CommitmentState, ...]:
        """Return the states by which a commitment of a kind comes into it; none where nobody can put it there."""
        return tuple(state for state in LADDERS[kind] if state in self.states)


def board_columns(kind: str) -> tuple[BoardColumn, ...]:
    """Return the columns where all commitments are of one kind, or, for an empty one, of any kind."""
    if kind:
        return tuple(
            BoardColumn(
                id=state.value if state else "",
                words=commitment_state_name(state),
                tone=commitment_state_tone(state),
                states=(state,) if state else (),
            )
            for state in (None, *LADDERS[CommitmentKind(kind)])
        )
    rolled = (RollUp.NO_WORD, RollUp.IN_ORDER, RollUp.ATTENTION, RollUp.CLOSED)
    return tuple(
        BoardColumn(
            id=one.value,
            words=roll_up_name(one),
            tone=Tone.MUTED if one is RollUp.NO_WORD else roll_up_tone(one),
            states=tuple(state for state in CommitmentState if roll_up(state) is one),
        )
        for one in rolled
    )


def column_of(row: CommitmentRow, kind: str) -> str:
    """Return the identifier of the column in which a commitment stands."""
    if kind:
        return row.state.value if row.state else ""
    return row.rolled.value
