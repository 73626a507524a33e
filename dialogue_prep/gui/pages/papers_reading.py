"""Reads how the papers of a round stand: it composes each that was written, so it is done beside the window."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from dialogue_prep.documents.languages import LANGUAGES
from dialogue_prep.gui.context import Context
from dialogue_prep.gui.pages.papers_lines import PaperRow, paper_rows, writing_folder

if TYPE_CHECKING:
    from dialogue_prep.services.paper import PaperLine


@dataclass(frozen=True, slots=True, kw_only=True)
class PapersRead:
    """What was read of the papers of a round: rows by language, and the folder for new files."""

    rows: Mapping[str, tuple[PaperRow, ...]]
    folder: Path

    @property
    def lines(self) -> tuple[PaperLine, ...]:
        """The lines of all languages."""
        return tuple(row.line for rows in self.rows.values() for row in rows)


def read_papers(context: Context) -> Callable[[], PapersRead | None]:
    """Return a job that reads the papers of the round that is looked at now, in all languages."""
    round_id = context.choices.round_id

    def read() -> PapersRead | None:
        if not round_id:
            return None
        papers, dossier = context.papers(), context.rounds.dossier(round_id)
        rows = {
            language: paper_rows(dossier, papers.lines(round_id, papers.available(language)), context.language)
            for language in LANGUAGES
        }
        lines = [shown.line for own in rows.values() for shown in own]
        return PapersRead(rows=rows, folder=writing_folder(lines, context.workspace.database.path))

    return read
