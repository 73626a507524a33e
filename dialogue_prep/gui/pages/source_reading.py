"""Reading sources in from files, beside the window: one after the other, each to be reviewed before the next."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from dialogue_prep.domain.errors import Problem
from dialogue_prep.gui.context import Context
from dialogue_prep.gui.jobs import LongJob
from dialogue_prep.gui.words import _, sentence_in_words

if TYPE_CHECKING:
    from dialogue_prep.reading.review import ReadAs
    from dialogue_prep.services.sources import ReadSource

Reader = Callable[[Callable[[], bool]], "ReadSource"]


class SourceReading(QObject):
    """`read` carries a source that was read, `read_anew` one that was read again, `refused` why one could not be.

    `busy` says that one is being read. Files that wait are read as soon as nothing else is running.
    """

    read = Signal(object)
    read_anew = Signal(object)
    refused = Signal(str)

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._waiting: list[Path] = []
        self._held = self.busy = False
        context.jobs.progress.connect(self._when_progress)

    def begin(self, paths: Sequence[Path]) -> None:
        """Read files; while another long job runs, say so instead."""
        if self._is_free():
            self._waiting = list(paths)
            self.go_on()

    def begin_pasted(self, words: str) -> None:
        """Read words that were copied elsewhere."""
        self._run(_("Reading pasted text"), lambda cancelled: _read_pasted(words, cancelled))

    def read_again(self, source: ReadSource, read_as: ReadAs) -> None:
        """Read a source again as the reviewer says."""
        title = _("Reading {file}").format(file=source.path.name)
        self._run(title, lambda cancelled: _read_again(source, read_as, cancelled), again=True)

    def go_on(self) -> bool:
        """Read the next file, if one is waiting and nothing else is running; say whether one is being read."""
        self._held = bool(self._waiting) and not self._is_free()
        if self._held or not self._waiting:
            return False
        path = self._waiting.pop(0)
        title = _("Reading {file}").format(file=path.name)
        self._run(title, lambda cancelled: _read_file(path, cancelled))
        return True

    def _is_free(self) -> bool:
        running = self._context.jobs.running
        if running is not None:
            self.refused.emit(_("Wait until this has ended: {title}.").format(title=running.title))
        return running is None

    def _run(self, title: str, read: Reader, *, again: bool = False) -> None:
        if self._is_free():
            self.busy = True
            self._context.jobs.run_long(title, 1, lambda: self._steps(read), partial(self._when_read, again))

    def _steps(self, read: Reader) -> Iterator[ReadSource | Problem]:
        """Yield the source, or what stands in the way: cancelling and a file that cannot be read are no failures."""
        job = self._context.jobs.running
        try:
            yield read(lambda: job is not None and job.cancelled)
        except Problem as problem:
            yield problem

    def _when_progress(self, job: LongJob[object] | None) -> None:
        if job is None:
            self.busy = False
            if self._held:
                self.go_on()

    def _when_read(self, again: bool, job: LongJob[ReadSource | Problem]) -> None:
        for result in job.results:
            if isinstance(result, Problem):
                if not again:
                    self.go_on()
                self.refused.emit(sentence_in_words(result.sentence))
            else:
                (self.read_anew if again else self.read).emit(result)


# Imported below: what reads sources takes long to import, and is needed only once there is one.
def _read_file(path: Path, cancelled: Callable[[], bool]) -> ReadSource:
    from dialogue_prep.services.sources import read_for_review

    return read_for_review(path, cancelled=cancelled)


def _read_pasted(words: str, cancelled: Callable[[], bool]) -> ReadSource:
    from dialogue_prep.services.sources import read_pasted_for_review

    return read_pasted_for_review(words, cancelled=cancelled)


def _read_again(source: ReadSource, read_as: ReadAs, cancelled: Callable[[], bool]) -> ReadSource:
    from dialogue_prep.services.sources import read_again

    return read_again(source, read_as, cancelled)
