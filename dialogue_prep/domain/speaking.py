"""Speaking points: the units of what a co-chair says, or keeps to himself."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.identity import AgendaItemId, Identified, MarkingId
from dialogue_prep.domain.text import NOTHING, Text


class PointKind(StrEnum):
    """What a speaking point is for."""

    POINT = "point to make"
    QUESTION = "question"
    THEIR_LINE = "their likely line"
    RESPONSE = "our response"
    IF_RAISED = "if raised"
    DO_NOT_VOLUNTEER = "do not volunteer"


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakingPoint(Identified):
    """One unit; `about` says to whom a point is made, or what has to be raised for it."""

    agenda_item_id: AgendaItemId
    kind: PointKind
    position: int
    words: Text
    about: Text = NOTHING
    marking_id: MarkingId | None = None

    def __post_init__(self) -> None:
        if not self.words:
            raise UserError("A speaking point needs its words.", field="words")
