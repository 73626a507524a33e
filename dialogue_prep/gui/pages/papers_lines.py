"""The list of papers as the page shows it: the lines of a round, and what is said after writing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from dialogue_prep.documents.compose.markings import paper_marking
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.draft import DraftState, PaperKind
from dialogue_prep.domain.errors import UserError
from dialogue_prep.gui.terms import audience_name, language_name, paper_name
from dialogue_prep.gui.words import _, count, in_a_row, listed, together

if TYPE_CHECKING:
    from dialogue_prep.services.paper import Paper, PaperLine, Written


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateOffers:
    """Which templates a paper can be written into, the one first that is taken unless one is chosen.

    Each is an identifier and a name; `chosen` is an identifier, OUR_TEMPLATE, or empty where none was chosen.
    """

    serving: tuple[tuple[str, str], ...] = ()
    chosen: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperRow:
    """One row of the table; `path` is the last file, None where the paper was never written."""

    id: str
    name: str
    note: str
    version: str
    state: DraftState | None
    path: Path | None
    line: PaperLine
    offers: TemplateOffers = TemplateOffers()


def paper_rows(
    dossier: Dossier, lines: Sequence[PaperLine], language: str, templates: Mapping[str, str] | None = None
) -> tuple[PaperRow, ...]:
    """Return the rows for these lines, in the language of the window; `templates` are names by identifier."""
    return tuple(
        PaperRow(
            id=row_id(line),
            name=name_of(line),
            note=" · ".join(dict.fromkeys(filter(None, _note(dossier, line, language, templates or {})))),
            version=str(line.draft.version) if line.draft else "–",
            state=line.state,
            path=Path(line.draft.path) if line.draft else None,
            line=line,
        )
        for line in lines
    )


def row_id(paper: Paper) -> str:
    """Return what a row is known by: the same paper in another language or copy keeps its place."""
    return f"{paper.kind}/{paper.audience}/{paper.own_id}"


def name_of(paper: Paper) -> str:
    """Return what a paper is called in the list."""
    return paper.own_name if paper.kind is PaperKind.OWN else paper_name(paper.kind)


def languages_of(paper: Paper) -> str:
    """Return the languages of a paper in words."""
    return listed(language_name(language) for language in paper.languages)


def _note(dossier: Dossier, line: PaperLine, language: str, templates: Mapping[str, str]) -> tuple[str, ...]:
    """Return for whom a paper is, how it is marked (or would be, were it written now), in which language it is."""
    marking = line.draft.marking if line.draft else _marking_now(dossier, line, language)
    template = templates.get(line.draft.template_id or "", "") if line.draft and line.kind is not PaperKind.OWN else ""
    copy = _("copy for {side}").format(side=dossier.away.name.read(language, "en")) if line.their_copy else ""
    return audience_name(line.audience), marking, languages_of(line), copy, template


def _marking_now(dossier: Dossier, line: PaperLine, language: str) -> str:
    try:
        return paper_marking(dossier, line.audience).read(line.language, language)
    except UserError:  # said where the paper is looked at or written
        return _("above what may be written here")


def writing_folder(lines: Sequence[PaperLine], usual: Path) -> Path:
    """Return where papers go unless the user says otherwise: where the last one went, else to the usual folder."""
    drafts = [line.draft for line in lines if line.draft]
    if drafts:
        return Path(max(drafts, key=lambda draft: (draft.written_on, draft.version)).path).parent
    return usual


def after_writing(written: Sequence[Written], folder: Path, *, cancelled: bool) -> str:
    """Return what is said when papers were written; files that somebody edited are named, for they were kept."""
    kept = [paper.path.name for paper in written if paper.kept]
    number = len(written) - len(kept)
    if cancelled and not written:
        return _("Nothing was written, as you cancelled.")
    parts = [
        count("{number} paper is in {{folder}}.", "{number} papers are in {{folder}}.", number).format(folder=folder)
    ]
    if kept:
        said = _("Edited since it was written, and kept as it is: {names}.")
        parts.append(said.format(names=in_a_row(kept)))
    if aside := [paper.aside.name for paper in written if paper.aside]:
        said = _("The edited file, whose edits were taken in, is kept beside it as {names}.")
        parts.append(said.format(names=in_a_row(aside)))
    if cancelled:
        parts.append(_("The others were not written, as you cancelled."))
    return together(parts if number or not kept else parts[1:])


def state_sign(state: DraftState | None) -> str:
    """Return a sign for a state, so that it is known by more than its colour."""
    return {
        None: "–",
        DraftState.IN_STEP: "✓",
        DraftState.DATA_CHANGED: "↻",
        DraftState.EDITED_OUTSIDE: "✎",
        DraftState.BOTH: "↻✎",
        DraftState.MISSING: "✕",
    }[state]


def state_means(state: DraftState | None) -> str:
    """Return what the state of a paper means for the user, where it is not plain."""
    return {
        None: "",
        DraftState.IN_STEP: "",
        DraftState.EDITED_OUTSIDE: _("The file was edited since it was written. It is kept: writing leaves it alone."),
        DraftState.BOTH: _("The file was edited, and what it should say has changed. It is kept as it is."),
        DraftState.DATA_CHANGED: _("What it should say has changed since it was written; write it again."),
        DraftState.MISSING: _("The file is no longer where it was written; write it again."),
    }[state]
