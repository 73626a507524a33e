"""What is in the frame: head, side, page and foot."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from dialogue_prep.gui.icons import Icon
from dialogue_prep.gui.kit.notice import Notice
from dialogue_prep.gui.window.header import Header
from dialogue_prep.gui.window.inspector import Inspector
from dialogue_prep.gui.window.navigation import Navigation, Place
from dialogue_prep.gui.window.reading_order import go_on
from dialogue_prep.gui.window.status_line import StatusLine
from dialogue_prep.gui.words import _

OVERVIEW, AGENDA, DELEGATIONS, PAPERS, DIALOGUE = "overview", "agenda", "delegations", "papers", "dialogue"
HOSTING, SOURCES, COMMITMENTS = "hosting", "sources", "commitments"


def places() -> tuple[Place, ...]:
    """Return the pages there are, in the order of the side."""
    return (
        Place(OVERVIEW, lambda: _("Overview"), Icon.OVERVIEW),
        Place(AGENDA, lambda: _("Agenda"), Icon.AGENDA),
        Place(DELEGATIONS, lambda: _("Delegations"), Icon.DELEGATIONS),
        Place(COMMITMENTS, lambda: _("Commitments"), Icon.COMMITMENTS),
        Place(HOSTING, lambda: _("Hosting"), Icon.HOSTING),
        Place(PAPERS, lambda: _("Papers"), Icon.PAPERS),
        Place(SOURCES, lambda: _("Sources"), Icon.SOURCES),
        Place(DIALOGUE, lambda: _("Dialogue"), Icon.DIALOGUE),
    )


class Interior(QWidget):
    """The parts of the window, and where pages are put.

    `wanted` carries the name of a place where the user wants to go and that has no page yet, `dropped` the paths of
    files that were dropped on the window. `added` and `leaving` carry the name of a place and its page, `arrived` the
    name of the place that is seen from now on.
    """

    wanted = Signal(str)
    added = Signal(str, object)
    leaving = Signal(str, object)
    arrived = Signal(str)
    dropped = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.header = Header()
        self.navigation = Navigation(places())
        self.status = StatusLine()
        self.notice = Notice()
        self.inspector = Inspector()
        self._pages = QStackedWidget()
        self._pages.addWidget(QWidget())  # what is seen until the first page is there
        self._by_name: dict[str, QWidget] = {}
        self._lay_out()
        self.setAcceptDrops(True)
        self.navigation.chosen.connect(self.go)

    def add_page(self, name: str, page: QWidget) -> None:
        """Give a place its page; one that was there goes."""
        self.remove_page(name)
        self._by_name[name] = page
        self._pages.addWidget(page)
        self.added.emit(name, page)

    def remove_page(self, name: str) -> None:
        """Take a page away, if it is there."""
        if (page := self._by_name.pop(name, None)) is not None:
            self.leaving.emit(name, page)
            self._pages.removeWidget(page)
            page.deleteLater()

    def go(self, name: str) -> None:
        """Show the page of a place, or ask for it."""
        if (page := self._by_name.get(name)) is None:
            self.wanted.emit(name)
            return
        if any(place.name == name for place in places()):
            self.navigation.show_place(name)
        if name != self.here():
            self.notice.pass_on()
        self._pages.setCurrentWidget(page)
        self.arrived.emit(name)

    def pages(self) -> dict[str, QWidget]:
        """Return the pages that are there, by the name of their place."""
        return dict(self._by_name)

    def here(self) -> str:
        """Return the name of the place where the user is, empty while no page is there."""
        return next((name for name, page in self._by_name.items() if page is self._pages.currentWidget()), "")

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802 - Qt's name
        return go_on(self, forward=forward)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        if _files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        if paths := _files(event.mimeData()):
            event.acceptProposedAction()
            self.dropped.emit(paths)

    def _lay_out(self) -> None:
        main = QWidget()
        main.setObjectName("page")
        main.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(main)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notice)
        column.addWidget(self._pages, 1)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.navigation)
        middle.addWidget(main, 1)
        middle.addWidget(self.inspector)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.header)
        rows.addLayout(middle, 1)
        rows.addWidget(self.status)


def _files(data: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
