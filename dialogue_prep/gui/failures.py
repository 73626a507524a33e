"""Whatever goes wrong ends up here, is written down without a word of the store, and leaves the program usable."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from dialogue_prep.gui.whole_errors import keep_errors_whole

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog

WriteDown = Callable[["BaseException | None"], Path]
MakeBox = Callable[[BaseException, Path], "QDialog"]
Examine = Callable[[BaseException, Callable[[], object]], None]


class Failures(QObject):
    """The one funnel for errors of slots, virtual methods, timers, jobs, threads and of objects that go.

    `write_down` writes an error into the log and returns the path of the log; `make_box` makes the box that tells the
    user. While one box is open, further failures are only written down.
    """

    _failed = Signal(object)

    def __init__(self, write_down: WriteDown, make_box: MakeBox, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._write_down = write_down
        self._make_box = make_box
        self._box: QDialog | None = None
        self._examine: Examine | None = None
        self._before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
        self._failed.connect(self._when_failed, Qt.ConnectionType.QueuedConnection)

    def take_over(self) -> None:
        """Receive every exception that nobody catches, on any thread."""
        keep_errors_whole()
        self._before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
        sys.excepthook = self._when_uncaught
        threading.excepthook = lambda ended: self.tell(ended.exc_value or ended.exc_type())
        sys.unraisablehook = lambda raised: self.tell(raised.exc_value or raised.exc_type())

    def hand_back(self) -> None:
        """Leave exceptions to who received them before."""
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._before

    def tell(self, error: BaseException) -> None:
        """Write an error down and tell the user; may be called on any thread."""
        self._failed.emit(error)

    def log(self) -> Path:
        """Return the path of the log."""
        return self._write_down(None)

    def examine_first(self, examine: Examine) -> None:
        """Have an error looked at before it is told: `examine` says what can be done about it, or has it told."""
        self._examine = examine

    def box(self) -> QDialog | None:
        """Return the box that is open, if one is."""
        return self._box

    def _when_uncaught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        else:
            self.tell(error)

    def _when_failed(self, error: BaseException) -> None:
        log = self._write_down(error)
        if self._examine is not None:
            self._examine(error, lambda: self._show(error, log))
        else:
            self._show(error, log)

    def _show(self, error: BaseException, log: Path) -> None:
        if self._box is None:
            self._box = self._make_box(error, log)
            self._box.finished.connect(self._when_told)
            self._box.open()

    def _when_told(self) -> None:
        if self._box is not None:
            self._box.deleteLater()
        self._box = None
