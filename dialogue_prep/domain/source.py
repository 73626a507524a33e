"""Sources: what is read in, where each fact stands in it, and the other names that sources use."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.identity import DialogueId, Identified, SourceId
from dialogue_prep.domain.text import NOTHING, Text


class SourceKind(StrEnum):
    """What sort of source it is."""

    TERMS_OF_REFERENCE = "terms of reference"
    JOINT_RECORD = "joint record"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Span:
    """Where words stand in a source.

    `paragraph` counts from 1; `start` and `end` count characters from the beginning of that paragraph, with one
    newline between paragraphs, so that a sentence which a page break cut in two can run on past its paragraph.
    """

    paragraph: int
    start: int
    end: int

    def __post_init__(self) -> None:
        if self.paragraph < 1 or not 0 <= self.start <= self.end:
            raise ValueError(f"no such span: {self}")

    def holds(self, inner: Span) -> bool:
        """Say whether another place of the same paragraph lies within this one."""
        return inner.paragraph == self.paragraph and self.start <= inner.start and inner.end <= self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Source(Identified):
    """A text between the sides: held, paragraph by paragraph, or only cited."""

    id: SourceId
    dialogue_id: DialogueId
    kind: SourceKind
    title: Text
    place: str = ""
    dated: date | None = None
    language: str = "en"
    sha256: str = ""

    def __post_init__(self) -> None:
        if not self.title:
            raise UserError("A source needs a title.", field="title")

    @property
    def held(self) -> bool:
        """Whether its text is in the store."""
        return bool(self.sha256)


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceParagraph(Identified):
    """One paragraph of a source that is held."""

    source_id: SourceId
    number: int
    words: str


class Subject(StrEnum):
    """What a citation or an alias can be about; the value is the name of its kind in the store."""

    DIALOGUE = "dialogue"
    SIDE = "side"
    ENTITY = "entity"
    POST = "post"
    PERSON = "person"
    TENURE = "tenure"
    TOPIC = "topic"
    MECHANISM = "mechanism"
    OBJECTIVE = "objective"
    INSTRUMENT = "instrument"
    ROUND = "round"
    COMMITMENT = "commitment"


class CitationRole(StrEnum):
    """What a source does with a subject."""

    STATES = "states"
    MENTIONS = "mentions"


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation(Identified):
    """Where a source states a fact or speaks of a subject."""

    source_id: SourceId
    subject: Subject
    subject_id: str
    role: CitationRole
    paragraph: int
    start: int = 0
    end: int = 0

    @property
    def span(self) -> Span:
        """Where in the source; an empty span stands for the whole paragraph."""
        return Span(self.paragraph, self.start, self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias(Identified):
    """Another name for a subject, and the source that uses it."""

    subject: Subject
    subject_id: str
    name: Text = NOTHING
    source_id: SourceId | None = None

    def __post_init__(self) -> None:
        if not self.name:
            raise UserError("An alias needs a name.", field="name")


def agreed_rounds(citations: Iterable[Citation]) -> frozenset[str]:
    """Return the identifiers of the rounds of which a source states that they took or should take place."""
    found = (c for c in citations if c.subject is Subject.ROUND and c.role is CitationRole.STATES)
    return frozenset(citation.subject_id for citation in found)
