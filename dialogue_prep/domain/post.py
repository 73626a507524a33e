"""Posts, and the people who hold them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.identity import EntityId, Identified, PersonId, PostId, SideId
from dialogue_prep.domain.text import NOTHING, Text


class PostRole(StrEnum):
    """What a post is for in the dialogue."""

    CO_CHAIR = "co-chair"
    OFFICIAL = "official"


@dataclass(frozen=True, slots=True, kw_only=True)
class Post(Identified):
    """An office on one side, in an entity or above them all."""

    id: PostId
    side_id: SideId
    title: Text
    role: PostRole = PostRole.OFFICIAL
    entity_id: EntityId | None = None

    def __post_init__(self) -> None:
        if not self.title:
            raise UserError("A post needs a title.", field="title")


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Identified):
    """Somebody who acts for a side."""

    id: PersonId
    side_id: SideId
    name: Text
    form_of_address: Text = NOTHING

    def __post_init__(self) -> None:
        if not self.name:
            raise UserError("A person needs a name.", field="name")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenure(Identified):
    """That a person holds a post: known as of a day, until confirmed or ended."""

    post_id: PostId
    person_id: PersonId
    as_of: date | None = None
    until: date | None = None
    confirmed: bool = False

    def __post_init__(self) -> None:
        if self.as_of and self.until and self.until < self.as_of:
            raise UserError("A post cannot be left before it is taken up.", field="until")
