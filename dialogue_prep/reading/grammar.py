"""What a language has to know for a source in it to be read: one grammar a language, one flow for all of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from dialogue_prep.domain.source import SourceKind
from dialogue_prep.reading.due_days import DueWords
from dialogue_prep.reading.extract import (
    Extract,
    Found,
    FoundCoChair,
    FoundCommitment,
    FoundInstrument,
    FoundNextRound,
)
from dialogue_prep.reading.layout import Layout
from dialogue_prep.reading.running import RunningText
from dialogue_prep.reading.series import Series
from dialogue_prep.reading.sides import Sides


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """Where and when a meeting was held; `day_from` is “text” or “published”, None where no day is known."""

    place: Found | None
    first: date | None
    last: date | None
    day_from: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """The rules of the genre in one language; each is a pure function over the layout of a source.

    `find_sides` is also given states that are known to chair, `find_meeting` the day of publication. `find_commitments`
    takes the year of the meeting and the sides of people by their surnames, `find_topics` also the commitments and the
    words of the names of those who met, `find_next_round` the name of the series and the first day of the meeting.
    `read_terms` returns the extract filled with what terms of reference say. `due_words` are those of a time by which
    something is done.
    """

    lay_out: Callable[[RunningText], Layout]
    kind_of_source: Callable[[Layout], SourceKind]
    find_sides: Callable[[Layout, frozenset[str]], Sides]
    find_instruments: Callable[[Layout], tuple[FoundInstrument, ...]]
    find_basis: Callable[[Layout], tuple[Found, ...]]
    find_co_chairs: Callable[[Layout, Sides], tuple[FoundCoChair, ...]]
    find_series: Callable[[Layout, Sides], Series]
    find_meeting: Callable[[Layout, Sides, date | None], Meeting]
    host_of_meeting: Callable[[Layout, Found | None, Sides], str | None]
    find_commitments: Callable[[Layout, Sides, int | None, Mapping[str, str]], tuple[FoundCommitment, ...]]
    find_topics: Callable[[Layout, tuple[FoundCommitment, ...], frozenset[str]], tuple[Found, ...]]
    find_next_round: Callable[[Layout, Sides, str | None, date | None], FoundNextRound | None]
    read_terms: Callable[[Extract, Layout, Sides], Extract]
    due_words: DueWords
