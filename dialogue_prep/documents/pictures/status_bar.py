"""The status bar: how many commitments stand how, as a picture that is a value."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from dialogue_prep.domain.commitment import RollUp

_LEAST = 32.0
"""How narrow a part may be, in millimetres, so that its name still has room."""


@dataclass(frozen=True, slots=True)
class StatusPart:
    """So many commitments of one roll-up; `width` is in millimetres."""

    roll_up: RollUp
    number: int
    width: float


def status_bar(roll_ups: Iterable[RollUp], width: float) -> tuple[StatusPart, ...]:
    """Return the parts of a bar of so many millimetres, to scale as far as their names leave room; none of nothing."""
    counted = Counter(roll_ups)
    present = [roll_up for roll_up in RollUp if counted[roll_up]]
    spare = width - _LEAST * len(present)
    return tuple(
        StatusPart(roll_up, counted[roll_up], round(_LEAST + spare * counted[roll_up] / counted.total(), 2))
        for roll_up in present
    )
