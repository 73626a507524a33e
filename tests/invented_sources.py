"""Two sources that say made-up things of two made-up states, and how they are taken in."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TypeVar

from dialogue_prep.domain.commitment import CommitmentKind, Strength
from dialogue_prep.domain.dialogue import Cadence, HostRule
from dialogue_prep.domain.identity import Identified
from dialogue_prep.domain.instrument import InstrumentKind
from dialogue_prep.domain.source import SourceKind, Span
from dialogue_prep.reading.extract import (
    Extract,
    Found,
    FoundCoChair,
    FoundCommitment,
    FoundEntity,
    FoundInstrument,
    FoundNextRound,
    FoundSide,
)
from dialogue_prep.reading.review import Review
from dialogue_prep.services.sources import ReadSource, Sources
from dialogue_prep.services.workspace import Workspace

V = TypeVar("V", bound=Identified)

TERMS_SAY = (
    "Terms of Reference of the Dialogue on Shared Waters between Westmark and Eastfold",
    "The Dialogue is co-chaired by the Secretary of Rivers of Westmark and the Chief of Locks of Eastfold.",
    "Westmark: Office of Rivers; Eastfold: Bureau of Locks, Bureau of Fish.",
    "Topics: floods; fisheries.",
    "Objectives: conclude the Agreement on Gauge Readings.",
)
RECORD_SAYS = (
    "Joint Communiqué of the Second Westmark-Eastfold Dialogue on Shared Waters",
    "The second round took place in Alder on 3 May 2031.",
    "They spoke of floods and agreed to continue talks on the Agreement on Sharing Gauge Readings.",
    "They agreed to publish the fish count.",
    "They agreed to hold the next round in Birch in 2032.",
)


def at(paragraphs: tuple[str, ...], words: str) -> Found:
    """Return words with their place in the paragraphs."""
    number = next(place for place, paragraph in enumerate(paragraphs, 1) if words in paragraph)
    start = paragraphs[number - 1].index(words)
    return Found(words, Span(number, start, start + len(words)))


def sides(paragraphs: tuple[str, ...]) -> tuple[FoundSide, ...]:
    return tuple(FoundSide(name=name, span=at(paragraphs, name).span) for name in ("Westmark", "Eastfold"))


def chair(paragraphs: tuple[str, ...], side: str, office: str, name: str | None = None) -> FoundCoChair:
    return FoundCoChair(name=name, office=office, side=side, span=Span(2, 0, 10))


def undertaking(words: str, kind: CommitmentKind) -> FoundCommitment:
    found = at(RECORD_SAYS, words)
    return FoundCommitment(words=words, action=words, kind=kind, strength=Strength.FIRM, by=None, span=found.span)


TERMS = Extract(
    kind=SourceKind.TERMS_OF_REFERENCE,
    title=TERMS_SAY[0],
    language="en",
    paragraphs=TERMS_SAY,
    sides=sides(TERMS_SAY),
    dialogue=at(TERMS_SAY, "Dialogue on Shared Waters"),
    cadence=Cadence.ANNUAL,
    host_rule=HostRule.ALTERNATE,
    hosting_sides=("Eastfold", "Westmark"),
    co_chairs=(chair(TERMS_SAY, "Westmark", "Secretary of Rivers"), chair(TERMS_SAY, "Eastfold", "Chief of Locks")),
    entities=tuple(
        FoundEntity(name=name, side=side, span=at(TERMS_SAY, name).span)
        for name, side in (
            ("Office of Rivers", "Westmark"),
            ("Bureau of Locks", "Eastfold"),
            ("Bureau of Fish", "Eastfold"),
        )
    ),
    topics=(at(TERMS_SAY, "floods"), at(TERMS_SAY, "fisheries")),
    objectives=(at(TERMS_SAY, "conclude the Agreement on Gauge Readings"),),
    instruments=(
        FoundInstrument(
            title="Agreement on Gauge Readings",
            kind=InstrumentKind.AGREEMENT,
            span=at(TERMS_SAY, "Agreement on Gauge Readings").span,
        ),
    ),
)
RECORD = Extract(
    kind=SourceKind.JOINT_RECORD,
    title=RECORD_SAYS[0],
    language="en",
    paragraphs=RECORD_SAYS,
    sides=sides(RECORD_SAYS),
    dialogue=at(RECORD_SAYS, "Westmark-Eastfold Dialogue on Shared Waters"),
    ordinal=2,
    place=at(RECORD_SAYS, "Alder"),
    first_day=date(2031, 5, 3),
    last_day=date(2031, 5, 3),
    host="Westmark",
    co_chairs=(
        chair(RECORD_SAYS, "Westmark", "Secretary of Rivers and Lakes", "Ada Example"),
        chair(RECORD_SAYS, "Eastfold", "Chief of Locks", "Bo Sample"),
    ),
    commitments=(
        undertaking("continue talks on the Agreement on Sharing Gauge Readings", CommitmentKind.DISCUSSION),
        undertaking("publish the fish count", CommitmentKind.ACTION),
        undertaking("hold the next round in Birch in 2032", CommitmentKind.SCHEDULING),
    ),
    instruments=(
        FoundInstrument(
            title="Agreement on Sharing Gauge Readings",
            kind=InstrumentKind.AGREEMENT,
            span=at(RECORD_SAYS, "Agreement on Sharing Gauge Readings").span,
        ),
    ),
    next_round=FoundNextRound(
        place="Birch", year=2032, day=None, host="Eastfold", span=at(RECORD_SAYS, "Birch in 2032").span
    ),
)


def read(extract: Extract, sha256: str = "") -> ReadSource:
    return ReadSource(Path("source.txt"), sha256 or f"sha of {extract.title}", Review(extract))


def take_in(workspace: Workspace, *extracts: Extract, home: str = "") -> None:
    sources = Sources(workspace)
    for extract in extracts:
        sources.take_in(sources.propose(read(extract), home))


def all_of(workspace: Workspace, kind: type[V]) -> list[V]:
    with workspace.look() as work:
        return list(work.find(kind))


def names(workspace: Workspace, kind: type[V], field: str) -> list[str]:
    return sorted(getattr(value, field).read("en") for value in all_of(workspace, kind))
