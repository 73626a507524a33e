"""The list of papers as the page shows it: the lines of a round, and what is said after writing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from dialogue_prep.documents.compose.markings import paper_marking
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.draft import DraftState
from dialogue_prep.gui.terms import audience_name, language_name, paper_name, state_name
from dialogue_prep.gui.words import _, count

if TYPE_CHECKING:
    from dialogue_prep.services.paper import PaperLine, Written


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


def paper_rows(dossier: Dossier, lines: Sequence[PaperLine], language: str) -> tuple[PaperRow, ...]:
    """Return the rows for these lines, in the language of the window."""
    return tuple(
        PaperRow(
            id=f"{line.kind}/{line.audience}/{line.language}",
            name=paper_name(line.kind),
            note=" · ".join(filter(None, _note(dossier, line, language))),
            version=str(line.draft.version) if line.draft else "–",
            state=line.state,
            path=Path(line.draft.path) if line.draft else None,
            line=line,
        )
        for line in lines
    )


def _note(dossier: Dossier, line: PaperLine, language: str) -> tuple[str, ...]:
    """Return for whom a paper is, how it is marked (or would be, were it written now), in which language it is."""
    marking = line.draft.marking if line.draft else paper_marking(dossier, line.audience).read(line.language, language)
    return audience_name(line.audience), marking, language_name(line.language)


def papers_in_words(lines: Sequence[PaperLine]) -> str:
    """Return how many papers stand how: "Papers: 2 in step, 2 not written"."""
    found = Counter(line.state for line in lines)
    parts = [f"{found[state]} {state_name(state).lower()}" for state in (None, *DraftState) if found[state]]
    return _("Papers: {states}").format(states=", ".join(parts)) if parts else ""


def out_for_editing(lines: Sequence[PaperLine]) -> int:
    """Return how many papers were changed outside the program since they were written."""
    return sum(line.state in (DraftState.EDITED_OUTSIDE, DraftState.BOTH) for line in lines)


def writing_folder(lines: Sequence[PaperLine], store: Path) -> Path:
    """Return where papers go unless the user says otherwise: where the last one went, else beside the store."""
    drafts = [line.draft for line in lines if line.draft]
    if drafts:
        return Path(max(drafts, key=lambda draft: (draft.written_on, draft.version)).path).parent
    return store.parent / "drafts"


def after_writing(written: Sequence[Written], folder: Path, *, cancelled: bool) -> str:
    """Return what is said when papers were written; files that somebody edited are named, for they were kept."""
    kept = [paper.path.name for paper in written if paper.kept]
    number = len(written) - len(kept)
    parts = [
        count("{number} paper is in {{folder}}.", "{number} papers are in {{folder}}.", number).format(folder=folder)
    ]
    if kept:
        said = _("Edited since it was written, and kept as it is: {names}.")
        parts.append(said.format(names=", ".join(kept)))
    if cancelled:
        parts.append(_("The others were not written, as you cancelled."))
    return " ".join(parts if number or not kept else parts[1:])
