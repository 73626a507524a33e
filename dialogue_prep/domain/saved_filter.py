"""Filters of lists that somebody kept under a name."""

from __future__ import annotations

from dataclasses import dataclass

from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.identity import Identified


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedFilter(Identified):
    """What a list is narrowed to: `criteria` are lines of a field and the value it must have, apart by a tab."""

    name: str
    list_name: str
    criteria: str

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise UserError("A filter needs a name.", field="name")
