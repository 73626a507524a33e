"""Markings: how a text must be handled, on a scale that each store has of its own."""

from __future__ import annotations

from dataclasses import dataclass

from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.identity import Identified, MarkingId
from dialogue_prep.domain.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Marking(Identified):
    """One level of the scale; the higher the rank, the stricter.

    `shared` and `internal` name the level that papers of that audience bear unless something stricter is in them;
    nothing above the level that is the `ceiling` is written.
    """

    id: MarkingId
    rank: int
    name: Text
    shared: bool = False
    internal: bool = False
    ceiling: bool = False

    def __post_init__(self) -> None:
        if not self.name:
            raise UserError("A marking needs a name.", field="name")
