"""Lineage: how commitments of one round stand to those of earlier ones, and how strong their wording is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.identity import CommitmentId, Identified
from dialogue_prep.domain.text import NOTHING, Text


class LinkKind(StrEnum):
    """What a commitment does with an earlier one."""

    REAFFIRMS = "reaffirms"
    CONTINUES = "continues"
    REFINES = "refines"
    REPLACES = "replaces"
    FULFILS = "fulfils"
    UNRELATED = "has nothing to do with"
    """What somebody answered to a proposed link, so that it is not proposed again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentLink(Identified):
    """That a commitment takes up an earlier one; `reason` says by what that was seen."""

    commitment_id: CommitmentId
    earlier_id: CommitmentId
    kind: LinkKind
    reason: Text = NOTHING

    def __post_init__(self) -> None:
        if self.commitment_id == self.earlier_id:
            raise UserError("A commitment cannot take itself up.", field="earlier_id")


@dataclass(frozen=True, slots=True, kw_only=True)
class WordingGrade(Identified):
    """One rung of the scale by which wordings are compared, the weakest first.

    `phrases` are the verbs and phrases that stand on it, one a line in each language.
    """

    position: int
    name: Text
    phrases: Text = NOTHING

    def __post_init__(self) -> None:
        if not self.name:
            raise UserError("A rung of the scale needs a name.", field="name")


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedLink:
    """That a commitment seems to take up an earlier one; `why` are the words, or the instruments, that say so."""

    earlier_id: CommitmentId
    kind: LinkKind
    likeness: float
    why: tuple[str, ...]
