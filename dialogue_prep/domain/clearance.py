"""Clearance: who was consulted on a paper and who approved it, and what left the house."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dialogue_prep.domain.draft import Audience, PaperKind
from dialogue_prep.domain.identity import DraftId, Identified, RoundId


@dataclass(frozen=True, slots=True, kw_only=True)
class Clearance(Identified):
    """Who was consulted on a kind of paper of a round, and who approved it and when."""

    round_id: RoundId
    kind: PaperKind
    audience: Audience
    consulted: str = ""
    approved: str = ""
    approved_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Release(Identified):
    """One try to release a file to the other side, passed or not; entries are only ever added.

    `file_hash` is of the file that was looked at, `released_hash` of the clean copy, empty where none was made;
    `findings` are sentences, one a line.
    """

    draft_id: DraftId | None = None
    path: str
    file_hash: str
    released_hash: str = ""
    on: date
    by: str = ""
    findings: str = ""

    @property
    def passed(self) -> bool:
        """Whether the file may leave."""
        return bool(self.released_hash)
