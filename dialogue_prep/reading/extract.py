"""What was found in a source, every element with its place; nothing of it is stored until the user takes it in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dialogue_prep.domain.commitment import CommitmentKind, Strength
from dialogue_prep.domain.dialogue import Cadence, HostRule
from dialogue_prep.domain.instrument import InstrumentKind
from dialogue_prep.domain.source import SourceKind, Span


@dataclass(frozen=True, slots=True)
class Found:
    """Words of the source and where they stand."""

    words: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundSide:
    """A side: its short state name in English (“China”), the long name and adjective where known."""

    name: str
    long_name: str = ""
    adjective: str = ""
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundCoChair:
    """Who chairs for a side; terms of reference name an office only. `address` is what stands at the name: “Ms”."""

    name: str | None
    office: str | None
    side: str | None
    span: Span
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundEntity:
    """A participating entity of a side."""

    name: str
    side: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundInstrument:
    """A treaty, agreement or memorandum that is named; `title` is as written, without quotation marks or article."""

    title: str
    kind: InstrumentKind
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundCommitment:
    """An undertaking: the exact clause, a short action phrase, what sort it is; `by` is None where both undertake."""

    words: str
    action: str
    kind: CommitmentKind
    strength: Strength
    by: str | None
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundNextRound:
    """The next meeting of the same series, as far as it was said; a `last_day` only where it takes several."""

    place: str | None
    year: int | None
    day: date | None
    last_day: date | None = None
    host: str | None
    span: Span

    @property
    def told(self) -> int:
        """How much is said of it: of place, year and day."""
        return sum(value is not None for value in (self.place, self.year, self.day))

    def is_after(self, met: date | None) -> bool:
        """Say whether it comes after the day of this meeting, as far as both are known."""
        if met is None or self.year is None:
            return True
        return self.day > met if self.day else self.year >= met.year


@dataclass(frozen=True, slots=True, kw_only=True)
class Extract:
    """What one source says. Empty means that it does not say it.

    `paragraphs` are the non-empty lines of the cleaned text in order: all spans refer to them. `day_from` is "text"
    where the day stands in the source and "published" where it rests on the day of publication. `published` is that day
    as somebody told it: no source is asked for it.
    """

    kind: SourceKind
    title: str
    language: str
    paragraphs: tuple[str, ...]
    sides: tuple[FoundSide, ...] = ()
    dialogue: Found | None = None
    short_name: Found | None = None
    purpose: Found | None = None
    ordinal: int | None = None
    place: Found | None = None
    first_day: date | None = None
    last_day: date | None = None
    day_from: str | None = None
    published: date | None = None
    host: str | None = None
    co_chairs: tuple[FoundCoChair, ...] = ()
    topics: tuple[Found, ...] = ()
    topics_open: Found | None = None
    commitments: tuple[FoundCommitment, ...] = ()
    next_round: FoundNextRound | None = None
    basis: tuple[Found, ...] = ()
    instruments: tuple[FoundInstrument, ...] = ()
    cadence: Cadence = Cadence.UNSAID
    host_rule: HostRule = HostRule.UNSAID
    hosting_sides: tuple[str, ...] = ()
    participation: Found | None = None
    subgroups: Found | None = None
    guidance: Found | None = None
    entities: tuple[FoundEntity, ...] = ()
    mechanisms: tuple[Found, ...] = ()
    objectives: tuple[Found, ...] = ()
