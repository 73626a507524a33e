"""The first thing that is seen: the grounds of the window, painted before any of its parts are made.

Making the parts imports much of Qt, and opening a store more than that. What this module imports is what the time from
the click to something on the screen is made of, so it imports next to nothing.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QColor, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from dialogue_prep.gui.colours import colours_now

HEAD, SIDE, FOOT = 92, 184, 36
"""Height of menus and head, width of the side, height of the foot, in pixels."""


class Frame(QMainWindow):
    """The window of the system, without what is in it.

    `painted` is emitted once, after it was seen for the first time; `woken` whenever the user comes back to it;
    `closed` when it was closed.
    """

    painted = Signal()
    woken = Signal()
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("Dialogue Prep")
        self.resize(1280, 800)
        self.setMinimumSize(640, 400)
        self.setCentralWidget(_grounds())
        self._was_painted = False
        self._may_close: Callable[[], bool] = lambda: True

    def before_close(self, may_close: Callable[[], bool]) -> None:
        """Have a function asked before the window closes; it can say no."""
        self._may_close = may_close

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        event.setAccepted(self._may_close())
        if event.isAccepted():
            self.closed.emit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.woken.emit()


def _grounds() -> QWidget:
    """Return the grounds of head, side, page and foot, each with its line, where the parts will be.

    They are plain widgets with a ground, as painting here by hand would bring in all of Qt's names of lines and keys.
    """
    colours = colours_now()
    whole = QWidget()
    rows = QVBoxLayout(whole)
    middle = QHBoxLayout()
    for layout in (rows, middle):
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
    rows.addWidget(_ground(colours.surface, high=HEAD - 1))
    rows.addWidget(_ground(colours.border, high=1))
    rows.addLayout(middle, 1)
    middle.addWidget(_ground(colours.surface, wide=SIDE - 1))
    middle.addWidget(_ground(colours.border, wide=1))
    middle.addStretch(1)  # the ground of the window itself: the event of its painting comes only where it is seen
    rows.addWidget(_ground(colours.border, high=1))
    rows.addWidget(_ground(colours.surface, high=FOOT - 1))
    return whole


def _ground(colour: str, *, wide: int = 0, high: int = 0) -> QWidget:
    widget, palette = QWidget(), QPalette()
    palette.setColor(QPalette.ColorRole.Window, QColor(colour))
    widget.setPalette(palette)
    widget.setAutoFillBackground(True)
    if wide:
        widget.setFixedWidth(wide)
    if high:
        widget.setFixedHeight(high)
    return widget
