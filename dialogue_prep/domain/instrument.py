"""Instruments: treaties, agreements, memoranda and pilots, each with a life of its own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.identity import DialogueId, Identified, InstrumentId, ObjectiveId, SourceId
from dialogue_prep.domain.text import NOTHING, Text


class InstrumentKind(StrEnum):
    """What sort of instrument it is."""

    TREATY = "treaty"
    AGREEMENT = "agreement"
    MEMORANDUM = "memorandum of understanding"
    OTHER = "other"


class InstrumentState(StrEnum):
    """How far an instrument has come, in order."""

    IDEA = "idea"
    DISCUSSIONS = "discussions"
    NEGOTIATION = "negotiation"
    TEXT_AGREED = "text agreed"
    SIGNED = "signed"
    RATIFIED_BY_ONE_SIDE = "ratified by one side"
    IN_FORCE = "in force"
    RENEWAL_DUE = "renewal due"
    EXPIRED = "expired"
    ENDED = "ended"


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument(Identified):
    """One instrument between the sides; no `state` means that nobody has said how far it has come."""

    id: InstrumentId
    dialogue_id: DialogueId
    title: Text
    kind: InstrumentKind = InstrumentKind.OTHER
    state: InstrumentState | None = None

    def __post_init__(self) -> None:
        if not self.title:
            raise UserError("An instrument needs a title.", field="title")


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectiveInstrument(Identified):
    """That an objective is about an instrument."""

    objective_id: ObjectiveId
    instrument_id: InstrumentId


@dataclass(frozen=True, slots=True, kw_only=True)
class InstrumentEntry(Identified):
    """One step in the life of an instrument, with the place of a source that says so, or words on how it is known.

    `on` is empty where the source has no day. Entries are only ever added; the last one by day is how far it has come.
    """

    instrument_id: InstrumentId
    state: InstrumentState
    on: date | None = None
    source_id: SourceId | None = None
    paragraph: int | None = None
    start: int = 0
    end: int = 0
    evidence: Text = NOTHING

    def __post_init__(self) -> None:
        if not self.evidence and (self.source_id is None or self.paragraph is None):
            raise UserError("Say by what this is known: a place in a source, or words.", field="evidence")


def last_state(entries: Iterable[InstrumentEntry]) -> InstrumentState | None:
    """Return how far an instrument has come by its entries: the last by day; those without a day come first."""
    last = max(entries, key=lambda entry: (entry.on is not None, entry.on or date.min), default=None)
    return last.state if last else None
