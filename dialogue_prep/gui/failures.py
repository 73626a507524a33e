"""Whatever goes wrong ends up here, is written down without a word of the store, and leaves the program usable."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from dialogue_prep.domain.errors import Problem

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog

Boxes = Callable[["BaseException", Path], "QDialog"]


class Failures(QObject):
    """The one funnel for errors of slots, virtual methods, timers, jobs and threads.

    `begin_log` makes the log and returns its path when there is something to write for the first time; `box` makes the
    box that tells the user. While one box is open, further failures are only written down.
    """

    _failed = Signal(object)

    def __init__(self, begin_log: Callable[[], Path], box: Boxes, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._begin_log = begin_log
        self._make_box = box
        self._log: Path | None = None
        self._open: QDialog | None = None
        self._before = (sys.excepthook, threading.excepthook)
        self._failed.connect(self._when_failed, Qt.ConnectionType.QueuedConnection)

    def take_over(self) -> None:
        """Receive every exception that nobody catches, on any thread."""
        self._before = (sys.excepthook, threading.excepthook)
        sys.excepthook = self._when_uncaught
        threading.excepthook = lambda ended: self.tell(ended.exc_value or ended.exc_type())

    def hand_back(self) -> None:
        """Leave exceptions to who received them before."""
        sys.excepthook, threading.excepthook = self._before

    def tell(self, error: BaseException) -> None:
        """Write an error down and tell the user; may be called on any thread."""
        self._failed.emit(error)

    def log(self) -> Path:
        """Return the path of the log, which is begun if it was not."""
        if self._log is None:
            self._log = self._begin_log()
        return self._log

    def _when_uncaught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        else:
            self.tell(error)

    def _when_failed(self, error: BaseException) -> None:
        log = self.log()
        if not isinstance(error, Problem):
            # Imported when needed: the module brings the handlers of the log, and a good start needs none of them.
            from dialogue_prep.system.logs import where_it_failed

            logging.getLogger("dialogue_prep").error("%s", where_it_failed(error))
        if self._open is None:
            self._open = self._make_box(error, log)
            self._open.finished.connect(self._when_told)
            self._open.open()

    def _when_told(self) -> None:
        if self._open is not None:
            self._open.deleteLater()
        self._open = None
