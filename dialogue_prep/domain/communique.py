"""The draft communiqué: its paragraphs, and what each side would rather have there until both agree."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.identity import CommitmentId, Identified, PassageId, RoundId, SideId, TopicId
from dialogue_prep.domain.text import NOTHING, Text


class PassageState(StrEnum):
    """How far a paragraph has come."""

    BRACKETED = "bracketed"
    AD_REFERENDUM = "ad referendum"
    AGREED = "agreed"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage(Identified):
    """One paragraph of the draft communiqué of a round; `position` gives the order, its number follows from it.

    `commitment_id` is the undertaking of an earlier round that it takes up. `state_on` and `reason` say when and why it
    came to where it stands. What we could fall back on, what we cannot accept and the reason are ours alone.
    """

    id: PassageId
    round_id: RoundId
    position: int
    state: PassageState = PassageState.BRACKETED
    state_on: date | None = None
    reason: Text = NOTHING
    words: Text = NOTHING
    topic_id: TopicId | None = None
    commitment_id: CommitmentId | None = None
    fall_back: Text = NOTHING
    red_line: Text = NOTHING

    def __post_init__(self) -> None:
        if self.settled and not self.words:
            raise UserError("A passage on which both sides agree needs its words.", field="words")

    @property
    def settled(self) -> bool:
        """Whether it stands without brackets."""
        return self.state in (PassageState.AD_REFERENDUM, PassageState.AGREED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Option(Identified):
    """What one side would have a passage say; it is on the table, so the other side knows it."""

    passage_id: PassageId
    side_id: SideId
    position: int
    words: Text

    def __post_init__(self) -> None:
        if not self.words:
            raise UserError("An option needs its words.", field="words")
