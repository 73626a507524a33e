"""Reading files that may be edited copies, beside the window: one after the other, each through the guard."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from dialogue_prep.domain.errors import UserError
from dialogue_prep.gui.context import Context
from dialogue_prep.gui.jobs import LongJob
from dialogue_prep.gui.words import _, count

if TYPE_CHECKING:
    from dialogue_prep.gui.pages.returning import Returning
    from dialogue_prep.services.returned_copies import Arrived


class ReturnReading(QObject):
    """`read` carries what became of the files: each as it arrived, or a UserError that says why it cannot be read.

    `refused` carries a sentence where nothing was read at all: something else is running, or the user cancelled.
    """

    read = Signal(object)
    refused = Signal(str)

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context

    def begin(self, paths: Sequence[Path]) -> None:
        """Read files; while another long job runs, say so instead."""
        jobs = self._context.jobs
        if jobs.running is not None:
            self.refused.emit(_("Wait until this has ended: {title}.").format(title=jobs.running.title))
            return
        title = count("Reading {number} edited file", "Reading {number} edited files", len(paths))
        jobs.run_long(title, len(paths), lambda: self._files(paths), self._when_read)

    def _files(self, paths: Sequence[Path]) -> Iterator[Arrived | UserError]:
        # Imported here: what composes papers takes long to import, and is needed only once copies came back.
        from dialogue_prep.services.returns import Returns

        job = self._context.jobs.running
        return Returns(self._context.workspace).read(paths, lambda: job is not None and job.cancelled)

    def _when_read(self, job: LongJob[Arrived | UserError]) -> None:
        if job.cancelled:
            self.refused.emit(_("Reading the edited files was cancelled; nothing was changed."))
        else:
            self.read.emit(tuple(job.results))


def review_of(context: Context, arrived: Sequence[Arrived]) -> Callable[[], Returning]:
    """Return a job that says what copies come to together, and where their units stand."""

    def read() -> Returning:
        from dialogue_prep.gui.pages.returning import Returning
        from dialogue_prep.services.returned_places import places_in
        from dialogue_prep.services.returns import Returns

        report = Returns(context.workspace).report_of(arrived)
        return Returning.begun(report, places_in(report))

    return read
