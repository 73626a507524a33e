"""Locks the window after a while without use, and on request, while a protected store is open."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from dialogue_prep.gui.window.frame import Frame

if TYPE_CHECKING:
    from dialogue_prep.gui.window.lock_cover import LockCover

_LOOK_MILLISECONDS = 5_000
_USED = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.InputMethod,
}
# Menus and hints are of the moment: they go, and do not come back.
_LASTING = {Qt.WindowType.Window, Qt.WindowType.Dialog, Qt.WindowType.Sheet, Qt.WindowType.Tool}


class Lock(QObject):
    """Puts a cover in the place of all that is in the window, and hides its boxes; nothing of it is lost.

    `answered` carries what was typed on the cover. It guards who can see the screen, not the memory of the computer:
    the store stays open, so that what was typed can still be kept.
    """

    answered = Signal(str)

    def __init__(self, frame: Frame, now: Callable[[], float] = time.monotonic) -> None:
        super().__init__(frame)
        self._frame, self._now = frame, now
        self._minutes = 0
        self._used_at = now()
        self._cover: LockCover | None = None
        self._interior: QWidget | None = None
        self._hidden: list[QWidget] = []
        self._focus: QWidget | None = None
        self._timer = QTimer(self, interval=_LOOK_MILLISECONDS)
        self._timer.timeout.connect(self.look)

    @property
    def locked(self) -> bool:
        """Whether the window is locked."""
        return self._cover is not None

    def watch(self, minutes: int) -> None:
        """Lock after so many minutes without use; never for none."""
        self._minutes = minutes
        self._used_at = self._now()
        application = QApplication.instance()
        assert application is not None
        application.removeEventFilter(self)
        self._timer.stop()
        if minutes:
            # Only now: every event of the program passes here.
            application.installEventFilter(self)
            self._timer.start()

    def look(self) -> None:
        """Lock if it is time."""
        if self._minutes and not self.locked and self._now() - self._used_at >= 60 * self._minutes:
            self.lock()

    def lock(self) -> None:
        """Cover everything."""
        # Imported here: only a protected store is ever locked.
        from dialogue_prep.gui.window.lock_cover import LockCover

        if self.locked:
            return
        self._focus = QApplication.focusWidget()
        windows = [one for one in QApplication.topLevelWidgets() if one is not self._frame and one.isVisible()]
        for one in windows:
            one.hide()
        self._hidden = [one for one in windows if one.windowType() in _LASTING]
        self._interior = self._frame.takeCentralWidget()
        self._frame.menuBar().hide()
        self._frame.menuBar().setEnabled(False)
        self._cover = LockCover()
        self._cover.answered.connect(self.answered)
        self._frame.setCentralWidget(self._cover)
        self._cover.show()
        self._frame.activateWindow()
        self._cover.line.setFocus()
        self._watch_windows()

    def refuse(self, sentence: str) -> None:
        """Say why the window stays locked."""
        if self._cover is not None:
            self._cover.refuse(sentence)

    def unlock(self) -> None:
        """Show everything as it was."""
        if not self.locked:
            return
        assert self._interior is not None
        self._cover = None
        self._frame.setCentralWidget(self._interior)  # the cover goes with that
        self._interior.show()
        self._frame.menuBar().setEnabled(True)
        self._frame.menuBar().show()
        for one in filter(isValid, self._hidden):
            one.show()
        if self._focus is not None and isValid(self._focus):
            self._focus.setFocus()
        self._interior, self._hidden, self._focus = None, [], None
        self.watch(self._minutes)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        kind = event.type()
        if kind in _USED:
            self._used_at = self._now()
        elif self.locked and kind == QEvent.Type.Show and isinstance(watched, QWidget):
            self._keep_hidden(watched)
        return False

    def _watch_windows(self) -> None:
        """See boxes that open while the window is locked, even where it never locks by itself."""
        application = QApplication.instance()
        assert application is not None
        application.removeEventFilter(self)
        application.installEventFilter(self)

    def _keep_hidden(self, shown: QWidget) -> None:
        """Hide a box that opens while the window is locked, as soon as it has opened."""
        if shown.isWindow() and shown is not self._frame and shown.windowType() in _LASTING:
            self._hidden.append(shown)
            QTimer.singleShot(0, shown, shown.hide)
