"""Delegations: who comes to a round from each side."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.identity import EntityId, Identified, PersonId, PostId, RoundId, SideId
from dialogue_prep.domain.text import NOTHING, Text


class DelegateRole(StrEnum):
    """What a delegate comes as."""

    HEAD = "head"
    MEMBER = "member"
    ADVISER = "adviser"
    INTERPRETER = "interpreter"
    NOTE_TAKER = "note-taker"
    SECURITY = "security"
    PRESS = "press"


@dataclass(frozen=True, slots=True, kw_only=True)
class Delegate(Identified):
    """Somebody who comes to a round; `office` is what he or she is at home.

    `stands_in_for_id` is the post for which a designated officer comes; `note` is for our eyes alone.
    """

    round_id: RoundId
    side_id: SideId
    person_id: PersonId
    role: DelegateRole
    precedence: int
    entity_id: EntityId | None = None
    office: Text = NOTHING
    stands_in_for_id: PostId | None = None
    note: Text = NOTHING


@dataclass(frozen=True, slots=True, kw_only=True)
class Absence(Identified):
    """That an entity sends nobody to a round, and why."""

    round_id: RoundId
    entity_id: EntityId
    reason: Text

    def __post_init__(self) -> None:
        if not self.reason:
            raise UserError("Say why nobody comes from this entity.", field="reason")
