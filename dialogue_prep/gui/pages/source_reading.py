"""Reading sources in from files, beside the window: one after the other, each to be reviewed before the next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from dialogue_prep.domain.errors import Problem
from dialogue_prep.gui.context import Context
from dialogue_prep.gui.jobs import LongJob
from dialogue_prep.gui.words import _

if TYPE_CHECKING:
    from dialogue_prep.services.sources import ReadSource


class SourceReading(QObject):
    """`read` carries a source that was read, `refused` the sentence for one that could not be.

    `busy` says that one is being read.
    """

    read = Signal(object)
    refused = Signal(str)

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._waiting: list[Path] = []
        self.busy = False

    def begin(self, paths: Sequence[Path]) -> None:
        """Read files; while another long job runs, say so instead."""
        running = self._context.jobs.running
        if running is not None:
            self.refused.emit(_("Wait until this has ended: {title}.").format(title=running.title))
            return
        self._waiting = list(paths)
        self.go_on()

    def go_on(self) -> bool:
        """Read the next file, if one is waiting; say whether there is one."""
        if not self._waiting:
            return False
        path, self.busy = self._waiting.pop(0), True
        title = _("Reading {file}").format(file=path.name)
        self._context.jobs.run_long(title, 1, lambda: self._steps(path), self._when_read)
        return True

    def _steps(self, path: Path) -> Iterator[ReadSource | Problem]:
        """Yield the source, or what stands in the way: cancelling and a file that cannot be read are no failures."""
        # Imported here: what reads sources takes long to import, and is needed only once there is one.
        from dialogue_prep.services.sources import read_for_review

        job = self._context.jobs.running
        try:
            yield read_for_review(path, cancelled=lambda: job is not None and job.cancelled)
        except Problem as problem:
            yield problem

    def _when_read(self, job: LongJob[ReadSource | Problem]) -> None:
        self.busy = False
        for result in job.results:
            if isinstance(result, Problem):
                self.go_on()
                self.refused.emit(result.sentence.read(translate=_))
            else:
                self.read.emit(result)
