"""An open store as pages see it, without a window around them."""

from __future__ import annotations

import gettext
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from dialogue_prep.gui.application import wear
from dialogue_prep.gui.colours import LIGHT, Tone
from dialogue_prep.gui.context import Context
from dialogue_prep.gui.dress import speak
from dialogue_prep.gui.jobs import Jobs
from dialogue_prep.gui.kit.labels import OptionalLabel
from dialogue_prep.gui.pages.page import Page
from dialogue_prep.gui.style import style_sheet
from dialogue_prep.store.database import Database
from tests.invented import NOON, workspace_of
from tests.waiting import wait_until

SECONDS = 10_000

P = TypeVar("P", bound=Page)


def problems(form: QWidget) -> tuple[str, ...]:
    """Return what a form says is wrong, at its fields and below them."""
    said = (label for label in form.findChildren(OptionalLabel) if label.property("tone") == Tone.BAD.value)
    return tuple(label.text() for label in said if label.text())


class Open:
    """An open store with the starter dialogue, its next round planned, and a page on it, used with keys and clicks."""

    def __init__(self, bot: QtBot, context: Context) -> None:
        self.bot = bot
        self.context = context
        self.workspace = context.workspace
        self.said: list[str] = []

    def show(self, page: P) -> P:
        """Show a page and wait until it has read the store."""
        page.said.connect(self.said.append)
        self.bot.addWidget(page)
        page.setStyleSheet(style_sheet(LIGHT))
        page.resize(1096, 680)
        with self.bot.waitSignal(page.shown, timeout=SECONDS):
            page.show()
        return page

    def wait(self, until: Callable[[], bool]) -> None:
        wait_until(until, SECONDS)

    def settle(self) -> None:
        """Wait until everything that was asked for is done and shown."""
        done: list[bool] = []
        # A request leads to reading what can be chosen, and that to reading what the page shows: each one job further.
        for turn in range(5):
            self.context.jobs.run(lambda: True, done.append)
            self.wait(lambda turns=turn + 1: len(done) == turns)  # type: ignore[misc]

    def undo(self) -> None:
        self.context.undo()
        self.settle()

    def type(self, widget: QWidget, words: str) -> None:
        """Type words in the place of what a line holds."""
        widget.setFocus()
        self.bot.keyClick(widget, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        self.bot.keyClicks(widget, words)


@pytest.fixture(autouse=True)
def _in_english(qapp: QApplication) -> None:
    """Have the window speak English, whatever it spoke in a test before."""
    speak(qapp, gettext.NullTranslations(), "en")


@pytest.fixture(autouse=True)
def _without_detours(without_detours: None) -> None:
    """Keep to what is tested here."""


@pytest.fixture
def opened(qtbot: QtBot, qapp: QApplication, tmp_path: Path, planned_store: Path) -> Iterator[Open]:
    """Yield an open store; at the end, nothing may have failed that a page did not say itself."""
    wear(qapp, LIGHT)
    errors: list[BaseException] = []
    database = Database(Path(shutil.copy(planned_store, tmp_path / "dialogues.store")))
    workspace = workspace_of(database, today=None)
    jobs = Jobs(errors.append)
    context = Context(workspace, jobs, _no_papers, "en", lambda: NOON)
    with qtbot.waitSignal(context.changed, timeout=SECONDS):
        context.look_again()
    yield Open(qtbot, context)
    jobs.close()
    database.close()
    assert errors == []


def _no_papers() -> None:
    pytest.fail("no page but that of the papers writes any")
