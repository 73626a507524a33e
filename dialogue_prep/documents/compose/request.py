"""What somebody asks for when a paper is to be written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Drafter:
    """Who drafts a paper, and for which institution; both may be unknown."""

    name: str = ""
    entity: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperRequest:
    """One paper as of a day; for which program its file is made does not matter here.

    It is in one language (BCP 47), or in two, of which ours stands first. `copy_for` is the side whose copy of a paper
    for both sides it is, empty for our own: each side's copy names that side first, and has its language first.
    """

    language: str
    written_on: date
    version: int = 1
    drafter: Drafter = Drafter()
    second_language: str = ""
    copy_for: str = ""
