"""Speaking points: the units of what a co-chair says, keeps to himself, or has to know; and those of a whole round."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.identity import AgendaItemId, Identified, MarkingId, RoundId
from dialogue_prep.domain.text import NOTHING, Text


class PointKind(StrEnum):
    """What a speaking point is for; the last five stand in the brief on a topic and are not spoken."""

    POINT = "point to make"
    QUESTION = "question"
    THEIR_LINE = "their likely line"
    RESPONSE = "our response"
    IF_RAISED = "if raised"
    DO_NOT_VOLUNTEER = "do not volunteer"
    ARGUMENT = "tactical argument"
    THEIR_OBJECTIVE = "their objective"
    PRESS_LINE = "press line"
    USABLE = "background that may be used"
    UNDISCLOSED = "background not to be disclosed"


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


class SteeringKind(StrEnum):
    """What a steering point is for."""

    WHY_NOW = "why now"
    OBJECTIVE = "overall objective"
    THEIR_OBJECTIVE = "their objective"
    TO_SECURE = "thing to secure"
    RISK = "risk"
    DELIVERABLE = "deliverable"
    PRESS_LINE = "press line"
    DECISION = "decision needed"


@dataclass(frozen=True, slots=True, kw_only=True)
class SteeringPoint(Identified):
    """One unit of what steers a whole round, whatever the item; none of it is spoken."""

    round_id: RoundId
    kind: SteeringKind
    position: int
    words: Text
    marking_id: MarkingId | None = None

    def __post_init__(self) -> None:
        if not self.words:
            raise UserError("A steering point needs its words.", field="words")
