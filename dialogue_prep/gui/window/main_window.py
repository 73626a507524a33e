"""The frame of the window: head, side, page and foot. It stands before anything is read."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from dialogue_prep.gui.icons import Icon
from dialogue_prep.gui.kit.notice import Notice
from dialogue_prep.gui.window.header import Header
from dialogue_prep.gui.window.inspector import Inspector
from dialogue_prep.gui.window.navigation import Navigation, Place
from dialogue_prep.gui.window.status_line import StatusLine
from dialogue_prep.gui.words import _

OVERVIEW, PAPERS = "overview", "papers"


def places() -> tuple[Place, ...]:
    """Return the pages there are, in the order of the side."""
    return (
        Place(OVERVIEW, lambda: _("Overview"), Icon.OVERVIEW),
        Place(PAPERS, lambda: _("Papers"), Icon.PAPERS),
    )


class MainWindow(QMainWindow):
    """The parts of the frame and where pages are put.

    `painted` is emitted once, after the frame was seen for the first time; `woken` whenever the user comes back to it.
    """

    painted = Signal()
    woken = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle(_("Dialogue Prep"))
        self.resize(1280, 800)
        self.setMinimumSize(800, 520)
        self.header = Header()
        self.navigation = Navigation(places())
        self.status = StatusLine()
        self.notice = Notice()
        self.inspector = Inspector()
        self._pages = QStackedWidget()
        self._pages.addWidget(QWidget())  # what is seen until the first page is there
        self._by_name: dict[str, QWidget] = {}
        self._was_painted = False
        self._before_close: Callable[[], bool] = lambda: True
        self.setCentralWidget(self._laid_out())
        self.navigation.chosen.connect(self.go)

    def add_page(self, name: str, page: QWidget) -> None:
        """Give a place its page; one that was there goes."""
        self.remove_page(name)
        self._by_name[name] = page
        self._pages.addWidget(page)

    def remove_page(self, name: str) -> None:
        """Take a page away, if it is there."""
        if (page := self._by_name.pop(name, None)) is not None:
            self._pages.removeWidget(page)
            page.deleteLater()

    def go(self, name: str) -> None:
        """Show the page of a place."""
        page = self._by_name[name]
        if any(place.name == name for place in places()):
            self.navigation.show_place(name)
        self._pages.setCurrentWidget(page)

    def page(self, name: str) -> QWidget:
        """Return the page of a place."""
        return self._by_name[name]

    def here(self) -> str:
        """Return the name of the place where the user is."""
        return next((name for name, page in self._by_name.items() if page is self._pages.currentWidget()), "")

    def before_close(self, may_close: Callable[[], bool]) -> None:
        """Have a function asked before the window closes; it can say no."""
        self._before_close = may_close

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            self.painted.emit()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        event.setAccepted(self._before_close())

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.woken.emit()

    def _laid_out(self) -> QWidget:
        main = QWidget()
        main.setObjectName("page")
        main.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(main)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        held = QVBoxLayout()
        held.setContentsMargins(24, 16, 24, 0)
        held.addWidget(self.notice)
        column.addLayout(held)
        column.addWidget(self._pages, 1)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.navigation)
        middle.addWidget(main, 1)
        middle.addWidget(self.inspector)
        frame = QWidget()
        rows = QVBoxLayout(frame)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.header)
        rows.addLayout(middle, 1)
        rows.addWidget(self.status)
        return frame
