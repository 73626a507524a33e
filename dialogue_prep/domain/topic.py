"""What a dialogue is about: its standing topics, mechanisms and near-term objectives."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.identity import DialogueId, Identified, MechanismId, ObjectiveId, TopicId
from dialogue_prep.domain.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic(Identified):
    """A standing topic; `added_on` is empty for those of the terms of reference."""

    id: TopicId
    dialogue_id: DialogueId
    number: int
    title: Text
    added_on: date | None = None

    def __post_init__(self) -> None:
        if not self.title:
            raise UserError("A topic needs a title.", field="title")
        if self.number < 1:
            raise UserError("Topics are numbered from 1.", field="number")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mechanism(Identified):
    """An existing relevant dialogue that carries out outcomes."""

    id: MechanismId
    dialogue_id: DialogueId
    number: int
    name: Text

    def __post_init__(self) -> None:
        if not self.name:
            raise UserError("A mechanism needs a name.", field="name")


@dataclass(frozen=True, slots=True, kw_only=True)
class Objective(Identified):
    """A near-term objective of the dialogue, in the words of its source."""

    id: ObjectiveId
    dialogue_id: DialogueId
    number: int
    wording: Text

    def __post_init__(self) -> None:
        if not self.wording:
            raise UserError("An objective needs a wording.", field="wording")


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectiveTopic(Identified):
    """That an objective belongs to a topic."""

    objective_id: ObjectiveId
    topic_id: TopicId
