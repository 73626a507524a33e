"""The real window off screen, on a store of its own, used with keys and clicks."""

from __future__ import annotations

import gettext
import shutil
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import TypeVar

import pytest
from docx import Document
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from dialogue_prep.gui.boxes.failure_box import FailureBox
from dialogue_prep.gui.dress import speak
from dialogue_prep.gui.further_window import FurtherWindow
from dialogue_prep.gui.pages.overview_page import OverviewPage
from dialogue_prep.gui.pages.papers_page import PapersPage
from dialogue_prep.gui.pages.start_page import StartPage
from dialogue_prep.gui.start import Start
from dialogue_prep.gui.window.header import Header
from dialogue_prep.gui.window.interior import Interior, places
from dialogue_prep.services import papers as papers_service
from dialogue_prep.services.opening import Opening, open_to_write
from dialogue_prep.services.paper import papers_of
from dialogue_prep.services.workspace import Workspace
from dialogue_prep.system import office as office_module
from dialogue_prep.system.folders import user_folders
from tests.waiting import wait_until

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
SECONDS = 60_000

P = TypeVar("P", bound=QWidget)


class Story:
    """A window in use. Whatever it asks for, it waits for what the user would see."""

    def __init__(self, qtbot: QtBot, application: QApplication, store: Path | str) -> None:
        self.bot = qtbot
        self.store = store
        self.ended = False
        self.started = Start(application, self._opening, None)
        self.frame = self.started.frame
        self.frame.resize(1280, 800)

    def begin(self, until: Callable[[Story], bool] | None = None) -> None:
        """Show the window and wait for the first page, or for something else."""
        self.frame.show()
        self.frame.activateWindow()
        if until is not None:
            self.wait(lambda: until(self))
            return
        self.wait(lambda: self.started.parts is not None and bool(self.interior.here()))
        self.look_at()

    def look_at(self) -> None:
        """Come back to the window, as after a box was closed."""
        self.frame.activateWindow()
        with self.bot.waitActive(self.frame):
            pass

    @property
    def interior(self) -> Interior:
        assert self.started.parts is not None
        return self.started.parts.interior

    @property
    def header(self) -> Header:
        return self.interior.header

    @property
    def overview(self) -> OverviewPage:
        return self.page(OverviewPage)

    @property
    def papers(self) -> PapersPage:
        return self.page(PapersPage)

    @property
    def welcome(self) -> StartPage:
        return self.page(StartPage)

    @property
    def box(self) -> FailureBox | None:
        """The box that tells of a failure, if it is open."""
        assert self.started.parts is not None
        box = self.started.parts.failures.box()
        assert box is None or isinstance(box, FailureBox)
        return box

    @property
    def notice(self) -> str:
        return self.interior.notice.words()

    def page(self, kind: type[P]) -> P:
        pages = self.interior.pages().values()
        return next((page for page in pages if isinstance(page, kind)), None) or self.interior.findChildren(kind)[0]

    def opened_box(self, kind: type[P]) -> P:
        """Return the box of a kind, once it is open."""
        self.wait(lambda: any(box.isVisible() for box in self.frame.findChildren(kind)))
        return next(box for box in self.frame.findChildren(kind) if box.isVisible())

    def wait(self, until: Callable[[], bool]) -> None:
        wait_until(until, SECONDS)

    def press(self, key: Qt.Key, *modifiers: Qt.KeyboardModifier, on: QWidget | None = None) -> None:
        """Press a key, on what has the focus unless a widget is named."""
        held = Qt.KeyboardModifier.NoModifier
        for modifier in modifiers:
            held |= modifier
        self.bot.keyClick(on or QApplication.focusWidget() or self.frame, key, held)

    def go(self, place: str) -> None:
        """Go to a page by its shortcut."""
        number = next(number for number, one in enumerate(places(), start=1) if one.name == place)
        self.press(Qt.Key(Qt.Key.Key_0 + number), CONTROL)

    def click(self, button: QAbstractButton) -> None:
        self.wait(lambda: button.isVisible() and button.isEnabled())
        self.bot.mouseClick(button, Qt.MouseButton.LeftButton)

    def action(self, beginning: str) -> QAction:
        """Return the entry of a menu whose text begins so, after its menu was opened."""
        menus = [action.menu() for action in self.frame.menuBar().actions()]
        while menus:
            menu = menus.pop(0)
            menu.aboutToShow.emit()
            for action in menu.actions():
                if action.text().startswith(beginning) and action.menu() is None:
                    return action
                menus += [action.menu()] if action.menu() is not None else []
        pytest.fail(f"no menu has an entry {beginning}")

    def labels(self) -> list[str]:
        """Return all words that labels show now."""
        return [label.text() for label in self.frame.findChildren(QLabel) if label.isVisible()]

    def gaps(self) -> str:
        return "\n".join(line.sentence for line in self.overview.gaps.lines())

    def end(self) -> None:
        """Close the window and those beside it, once."""
        if self.ended:
            return
        self.ended = True
        for frame in QApplication.topLevelWidgets():
            if frame.findChild(FurtherWindow) is not None:
                frame.close()
        self.started.close()
        self.frame.close()
        self.frame.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def _opening(self) -> Opening:
        folders = user_folders()
        opening = Opening(store=folders.default_store, named=False, folders=folders)
        return opening.elsewhere(str(self.store)) if self.store else opening


def failure_in(box: FailureBox) -> str:
    """Return what a box tells of a failure, which is gone with its window."""
    said = [label.text() for label in box.findChildren(QLabel)]
    return "\n".join([*said, *(report.toPlainText() for report in box.findChildren(QPlainTextEdit))])


@pytest.fixture(autouse=True)
def _without_office(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have no LibreOffice found: it takes seconds to count the pages of a book, and has tests of its own."""
    monkeypatch.setattr(office_module, "_places", lambda: iter(()))


@pytest.fixture(autouse=True)
def _without_detours(without_detours: None) -> None:
    """Keep to what is tested here."""


@pytest.fixture
def tell(qtbot: QtBot, qapp: QApplication) -> Iterator[Callable[[Path], Story]]:
    """Return a function that begins a story on a store; at its end, nothing may have failed that was not looked at."""
    speak(qapp, gettext.NullTranslations(), "en")
    stories: list[Story] = []

    def begin(store: Path | str, until: Callable[[Story], bool] | None = None) -> Story:
        stories.append(Story(qtbot, qapp, store))
        stories[-1].begin(until)
        return stories[-1]

    yield begin
    failed = [failure_in(story.box) for story in stories if story.box is not None and not story.ended]
    for story in stories:
        story.end()
    assert failed == []


@pytest.fixture
def store(planned_store: Path, tmp_path: Path) -> Path:
    """Return the path of a store with the starter dialogue, its next round planned."""
    folder = tmp_path / "work"
    folder.mkdir(mode=0o700)
    return Path(shutil.copy(planned_store, folder))


@pytest.fixture
def few_papers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a round have its first papers only, for stories in which it does not matter how many are written."""
    monkeypatch.setattr(papers_service, "papers_of", lambda *asked, **named: islice(papers_of(*asked, **named), 6))


def change(store: Path, request: Callable[[Workspace], object]) -> None:
    """Change a store that no window has open."""
    with open_to_write(Opening(store=store, named=True, folders=user_folders())) as workspace:
        request(workspace)


def words_of(paper: Path) -> str:
    """Return all words of a Word file."""
    document = Document(str(paper))
    return "\n".join(node.text or "" for node in document.element.iter() if node.tag.endswith("}t"))
