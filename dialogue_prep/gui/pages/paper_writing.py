"""Writing papers from their page: one, all, the book, as PDF files, and late changes; each job can be cancelled."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from dialogue_prep.domain.draft import Audience, PaperKind, Profile
from dialogue_prep.domain.errors import Problem, UserError
from dialogue_prep.gui.context import Context
from dialogue_prep.gui.jobs import LongJob
from dialogue_prep.gui.pages.papers_lines import after_writing
from dialogue_prep.gui.pages.papers_reading import PapersRead, Variation
from dialogue_prep.gui.words import _

if TYPE_CHECKING:
    from dialogue_prep.services.paper import Paper, Written


class PaperWriting:
    """Sends the requests; `say` is told what came of them. While a long job runs, no other begins."""

    def __init__(self, context: Context, say: Callable[[str], None]) -> None:
        self._context = context
        self._say = say

    @property
    def idle(self) -> bool:
        """Whether no long job is running."""
        return self._context.jobs.running is None

    def write(self, round_id: str, paper: Paper, path: Path, profile: Profile) -> None:
        """Write one paper; for a PDF file LibreOffice is asked, which takes a few seconds."""
        pdf = path.suffix == ".pdf"
        title = _("Making the PDF") if pdf else _("Writing the paper")
        self._run(title, lambda: self._one(round_id, paper, path, profile), 1, path.parent)

    def write_book(self, round_id: str, variation: Variation, folder: Path, ordinal: int) -> None:
        """Write the briefing book, with the pages of its contents where LibreOffice can count them."""
        from dialogue_prep.services.paper import Paper

        book = Paper(
            kind=PaperKind.BOOK,
            audience=Audience.INTERNAL,
            language=variation.language,
            second_language=variation.second_language,
        )
        path = folder / book.file_name(ordinal)
        title = _("Writing the briefing book")
        self._run(title, lambda: self._one(round_id, book, path, Profile.READING), 1, folder)

    def write_all(self, round_id: str, read: PapersRead, folder: Path, profile: Profile) -> None:
        """Write every paper of a variation."""
        papers = [shown.line for shown in read.rows]

        def steps() -> Iterator[Written]:
            return self._context.papers().write_all(round_id, papers, folder, profile, self._cancelled)

        self._run(_("Writing the papers"), steps, len(papers), folder)

    def write_addendum(self, round_id: str, paper: Paper, path: Path, profile: Profile) -> None:
        """Write what has changed in a paper since it went out, as the next numbered addendum."""
        context = self._context

        def write() -> Written:
            from dialogue_prep.services.addenda import Addenda

            papers = context.papers()
            return Addenda(context.workspace, papers.drafter, papers.office).write(round_id, paper, path, profile)

        context.jobs.run(write, lambda written: self._say(_("Written: {path}.").format(path=written.path)))

    def make_pages(
        self, round_id: str, paper: Paper, then: Callable[[tuple[bytes, int] | Problem | None], None]
    ) -> None:
        """Have LibreOffice lay out the pages of a paper, and hand on its PDF file and how many pages that has.

        Where it could not be made, why; None when it was cancelled.
        """
        if self.idle:
            self._context.jobs.run_long(
                _("Laying out the pages"),
                1,
                lambda: self._pages(round_id, paper),
                lambda job: then(None if job.cancelled or not job.results else job.results[0]),
            )

    def _pages(self, round_id: str, paper: Paper) -> Iterator[tuple[bytes, int] | Problem]:
        from dialogue_prep.documents.page_pictures import number_of_pages

        try:
            pdf = self._context.papers().pages(round_id, paper, self._cancelled)
        except Problem as problem:
            yield problem
        else:
            yield pdf, number_of_pages(pdf)

    def _one(self, round_id: str, paper: Paper, path: Path, profile: Profile) -> Iterator[Written]:
        try:
            yield self._context.papers().write(round_id, paper, path, profile, self._cancelled)
        except UserError:
            if not self._cancelled():
                raise

    def _cancelled(self) -> bool:
        running = self._context.jobs.running
        return running is None or running.cancelled

    def _run(self, title: str, steps: Callable[[], Iterator[Written]], of: int, folder: Path) -> None:
        if self.idle:
            self._context.jobs.run_long(title, of, steps, lambda job: self._when_written(job, folder))

    def _when_written(self, job: LongJob[Written], folder: Path) -> None:
        written: Sequence[Written] = job.results
        self._say(after_writing(written, folder, cancelled=job.cancelled and len(written) < job.of))
