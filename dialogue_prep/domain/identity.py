"""Identifiers, and the base of everything that is kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NewType
from uuid import uuid4

AgendaId = NewType("AgendaId", str)
AgendaItemId = NewType("AgendaItemId", str)
CommitmentId = NewType("CommitmentId", str)
DialogueId = NewType("DialogueId", str)
DraftId = NewType("DraftId", str)
EntityId = NewType("EntityId", str)
InstrumentId = NewType("InstrumentId", str)
MarkingId = NewType("MarkingId", str)
MechanismId = NewType("MechanismId", str)
MilestonePlanId = NewType("MilestonePlanId", str)
ObjectiveId = NewType("ObjectiveId", str)
PassageId = NewType("PassageId", str)
PersonId = NewType("PersonId", str)
PostId = NewType("PostId", str)
RoundId = NewType("RoundId", str)
SideId = NewType("SideId", str)
SourceId = NewType("SourceId", str)
SubgroupId = NewType("SubgroupId", str)
TemplateId = NewType("TemplateId", str)
TopicId = NewType("TopicId", str)


@dataclass(frozen=True, slots=True, kw_only=True)
class Identified:
    """Something the store keeps: it never changes in place, and its identifier finds it again."""

    id: str


def new_id() -> str:
    """Return an identifier that no other machine will produce."""
    return str(uuid4())
