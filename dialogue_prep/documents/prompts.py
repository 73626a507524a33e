"""Prompts: the places of a paper where only a person can know what to say, and nobody has yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dialogue_prep.documents.compose.names import NAMES
from dialogue_prep.documents.model import Document, Unit, units
from dialogue_prep.domain.draft import PaperKind
from dialogue_prep.domain.readiness import Gap, Place
from dialogue_prep.domain.sentence import Sentence


def prompts(document: Document) -> tuple[Unit, ...]:
    """Return every unit of a paper in which a prompt stands instead of words, in reading order."""
    return tuple(unit for unit in units(document) if unit.prompt and not unit.text)


def paper_gaps(papers: Iterable[tuple[PaperKind, Document]]) -> Iterator[Gap]:
    """Yield a gap for each paper in which there are prompts, with their number; none of them is blocking."""
    for kind, document in papers:
        if number := len(prompts(document)):
            said = Sentence.of(
                "{paper}: parts that are still to be written: {count}.", paper=Sentence.of(NAMES[kind]), count=number
            )
            yield Gap(said, Place.PAPERS, kind.value)
