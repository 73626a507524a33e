"""The silence matrix as rows: topics, objectives and live commitments down, sources across; no widget."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dialogue_prep.domain.commitment import Commitment
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.silence_matrix import SilenceRow, SourceWord, silence_matrix, taking_up
from dialogue_prep.domain.source import Source
from dialogue_prep.domain.topic import Topic
from dialogue_prep.gui.days import day_in_words
from dialogue_prep.gui.lineage_terms import source_word_name
from dialogue_prep.gui.pages.places import in_source
from dialogue_prep.gui.terms import kind_name
from dialogue_prep.gui.words import _


@dataclass(frozen=True, slots=True)
class SilenceCell:
    """What one source does with a subject, and where to look that up; None: it is older than the subject."""

    word: SourceWord | None
    leads_to: str

    @property
    def said(self) -> str:
        """That in words, with a sign."""
        return source_word_name(self.word)


@dataclass(frozen=True, slots=True, kw_only=True)
class SilenceLine:
    """One subject: what it is and is called, and its cells in the order of the sources."""

    id: str
    kind: str
    title: str
    cells: tuple[SilenceCell, ...]


@dataclass(frozen=True, slots=True)
class SilenceShown:
    """The whole matrix: the identifiers of the sources, the heading of each, and the lines."""

    sources: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    lines: tuple[SilenceLine, ...] = ()

    def as_table(self) -> str:
        """Return it as a table to paste elsewhere: a line a row, a tab between cells."""
        head = (_("Kind"), _("Subject"), *(heading.replace("\n", " ") for heading in self.headings))
        rows = ((line.kind, line.title, *(cell.said for cell in line.cells)) for line in self.lines)
        return "\n".join("\t".join(" ".join(cell.split()) for cell in row) for row in (head, *rows))


def silence_shown(dossier: Dossier, language: str) -> SilenceShown:
    """Return the matrix of a dossier in the language of the window."""
    matrix = silence_matrix(dossier)
    return SilenceShown(
        tuple(source.id for source in matrix.sources),
        tuple(_heading(dossier, source, language) for source in matrix.sources),
        tuple(_line(dossier, row, matrix.sources, language) for row in matrix.rows),
    )


def _heading(dossier: Dossier, source: Source, language: str) -> str:
    """Return place and day of a source, below each other; its title where neither is known."""
    day = day_in_words(source.dated, language) if source.dated else ""
    # A source names its place in its own language; where a round was held there, we know what we call it.
    cities = (one.city for one in dossier.rounds if any(wording.words == source.place for wording in one.city))
    place = next((city.read(language, "en") for city in cities), source.place)
    return "\n".join(filter(None, (place, day))) or source.title.read(language, "en")


def _line(dossier: Dossier, row: SilenceRow, sources: Sequence[Source], language: str) -> SilenceLine:
    subject = row.subject
    number = subject.code if isinstance(subject, Commitment) else str(subject.number)
    return SilenceLine(
        id=subject.id,
        kind=kind_name(type(subject).__name__),
        title=f"{number} {row.title.read(language, 'en')}",
        cells=tuple(SilenceCell(row.words.get(one.id), _place(dossier, row, one)) for one in sources),
    )


def _place(dossier: Dossier, row: SilenceRow, source: Source) -> str:
    """Return where to look: the commitment that takes a subject up, else the subject itself in this source."""
    later = () if isinstance(row.subject, Topic) else taking_up(dossier, row.subject, source)
    return in_source(source.id, later[0].id if later else row.subject.id)
