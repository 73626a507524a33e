"""What comes back with edited papers and is kept: words in place of composed ones, their look, notes, the copies."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dialogue_prep.domain.draft import Audience
from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.identity import DraftId, Identified, RoundId
from dialogue_prep.domain.text import NOTHING, Text


def own_place(audience: Audience, place: str) -> str:
    """Return the place of own words: a unit, by its key without language, in papers for these readers."""
    return f"{audience}:{place}"


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnWords(Identified):
    """What the staff would have a composed unit say, per language.

    `unit` says for whom the paper is in which they were written, and the key of the unit without its language: what
    stands in a paper of ours never stands in one for the other side. `base` is what the program had composed there:
    once it would compose something else, these words are outdated.
    """

    round_id: RoundId
    unit: str
    words: Text
    base: Text = NOTHING

    def __post_init__(self) -> None:
        if not self.words:
            raise UserError("Words that stand in the place of others need to say something.", field="words")

    def is_for(self, audience: Audience) -> bool:
        """Say whether these words stand in papers for these readers."""
        return self.unit.startswith(own_place(audience, ""))

    def outdated(self, language: str, composed: str) -> bool:
        """Say whether what the program composes in a language has moved since these words replaced it."""
        return self.base.words(language) != composed


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitLook(Identified):
    """How the staff made words of a unit look in one language: bold, italic, a link ...

    `marks` are lines of first character, last, what it is, and for a link its address, apart by tabs; they hold as long
    as the words are those of `words_hash` (SHA-256, hex).
    """

    round_id: RoundId
    unit: str
    language: str
    words_hash: str
    marks: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitNote(Identified):
    """A comment that somebody made in an edited copy, on the unit nearest to it; never part of any paper."""

    round_id: RoundId
    unit: str
    language: str
    words: str
    author: str = ""
    on: date | None = None
    draft_id: DraftId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnedCopy(Identified):
    """An edited copy that was taken in: of which draft, whose, and the SHA-256 of its file."""

    draft_id: DraftId | None
    round_id: RoundId
    path: str
    file_hash: str
    author: str
    taken_on: date
