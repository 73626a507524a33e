"""Comparing two texts of a paper beside the window, and finding which texts there are."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from dialogue_prep.domain.draft import DraftState
from dialogue_prep.domain.errors import Problem
from dialogue_prep.gui.context import Context
from dialogue_prep.gui.pages.redline_lines import ComparedText, file_text, text_now, version_text
from dialogue_prep.gui.words import _

if TYPE_CHECKING:
    from pathlib import Path

    from dialogue_prep.documents.redline import Redline
    from dialogue_prep.gui.pages.papers_lines import PaperRow
    from dialogue_prep.services.redlines import Redlines, WordFile

_EDITED = (DraftState.EDITED_OUTSIDE, DraftState.BOTH)


def read_texts(context: Context, round_id: str, shown: PaperRow) -> Callable[[], tuple[ComparedText, ...]]:
    """Return a job that finds the texts of a paper: its versions, its file where that was edited, and as it is now."""

    def read() -> tuple[ComparedText, ...]:
        drafts = context.papers().versions(round_id, shown.line)
        edited = [file_text(drafts[0], shown.path)] if shown.path and shown.state in _EDITED else []
        return (*(version_text(draft) for draft in drafts), *edited, text_now(drafts[0]))

    return read


def compare(context: Context, old: ComparedText, new: ComparedText, done: Callable[[Redline | Problem], None]) -> None:
    """Compare two texts as a job that can be cancelled; `done` hears what came of it. None other may be running."""
    jobs = context.jobs

    def steps() -> Iterator[Redline | Problem]:
        # Imported here: what composes and compares takes long to import, and is needed only once somebody compares.
        from dialogue_prep.services.redlines import Redlines

        redlines, job = Redlines(context.workspace), jobs.running
        try:
            before, after = (_word(context, redlines, text) for text in (old, new))
            yield redlines.of_files(before, after, lambda: job is not None and job.cancelled)
        except Problem as problem:
            yield problem

    jobs.run_long(_("Comparing"), 1, steps, lambda job: done(job.results[0]))


def save(redline: Redline, out: Path) -> Path:
    """Write a redline to a Word file and return where it is."""
    from dialogue_prep.services.redlines import save_redline

    save_redline(redline, out)
    return out


def _word(context: Context, redlines: Redlines, text: ComparedText) -> WordFile:
    from dialogue_prep.services.redlines import word_file

    if text.path is not None and not text.now:
        return word_file(text.path)
    made = redlines.as_of_now if text.now else redlines.of_draft
    return made(text.draft, context.papers().drafter)
