"""Reads the papers of a round for their page: it composes each that was written, so it is done beside the window."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from dialogue_prep.documents.languages import LANGUAGES
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.draft import PaperKind
from dialogue_prep.domain.template import Template
from dialogue_prep.gui.context import Context
from dialogue_prep.gui.pages.papers_lines import PaperRow, TemplateOffers, paper_rows, writing_folder
from dialogue_prep.system.folders import folder_for_papers

if TYPE_CHECKING:
    from dialogue_prep.services.paper import Paper


@dataclass(frozen=True, slots=True)
class Variation:
    """In which language or two a paper is, and whether it is the copy of the other side."""

    language: str = next(iter(LANGUAGES))
    second_language: str = ""
    their_copy: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PapersRead:
    """What was read of the papers of a round for its page: rows of one variation, and the folder for new files."""

    dossier: Dossier
    variation: Variation
    rows: tuple[PaperRow, ...]
    folder: Path


def read_papers(context: Context, variation: Variation) -> Callable[[], PapersRead | None]:
    """Return a job that reads the papers of the round that is looked at now, in one variation."""
    round_id = context.choices.round_id

    def read() -> PapersRead | None:
        if not round_id:
            return None
        from dialogue_prep.services.templates import Templates

        kept = Templates(context.workspace)
        papers, dossier = context.papers(), context.dossiers.of(round_id)
        available = papers.available(variation.language, variation.second_language, their_copy=variation.their_copy)
        templates, chosen = kept.all(), kept.chosen()
        usual = Path(context.settings.papers_folder or folder_for_papers(context.workspace.database.path))
        names: dict[str, str] = {one.id: one.name for one in templates}
        rows = paper_rows(dossier, papers.lines(round_id, available), context.language, names)
        return PapersRead(
            dossier=dossier,
            variation=variation,
            rows=tuple(replace(row, offers=_offers(row.line, templates, chosen)) for row in rows),
            folder=writing_folder(papers.written(round_id), usual),
        )

    return read


def _offers(paper: Paper, templates: Sequence[Template], chosen: Mapping[PaperKind, str]) -> TemplateOffers:
    from dialogue_prep.services.staff_papers import templates_serving

    serving = templates_serving(templates, paper.kind, paper.audience, paper.language)
    return TemplateOffers(
        serving=tuple((one.id, one.name) for one in serving), chosen=chosen.get(paper.kind, "") if serving else ""
    )
