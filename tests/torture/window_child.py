"""A window off screen in a process of its own: says when the store is open, then types and says what it has typed."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest

from dialogue_prep.gui.application import make_application
from dialogue_prep.gui.pages.agenda_page import AgendaPage
from dialogue_prep.gui.start import Start
from dialogue_prep.gui.window.interior import AGENDA
from dialogue_prep.services.opening import Opening
from dialogue_prep.system.folders import user_folders

PAUSE_MILLISECONDS = 25
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


class Typist:
    """Goes to the agenda once the store is open, and types into the points of an item, letter by letter."""

    def __init__(self, started: Start) -> None:
        self._started = started
        self._next: Callable[[], None] = self._open_agenda
        self._typed = 0
        self._timer = QTimer(interval=PAUSE_MILLISECONDS)
        self._timer.timeout.connect(self._act)
        self._timer.start()

    def _act(self) -> None:
        self._next()

    def _page(self) -> AgendaPage | None:
        return next(iter(self._started.frame.findChildren(AgendaPage)), None)

    def _open_agenda(self) -> None:
        program = self._started.program
        if program is not None and program.store() is not None:
            program.go(AGENDA)
            self._next = self._choose_item

    def _choose_item(self) -> None:
        page = self._page()
        if page is not None and page.card.table.rows():
            page.card.table.selectRow(len(page.card.table.rows()) - 1)
            self._next = self._begin_to_type

    def _begin_to_type(self) -> None:
        page = self._page()
        if page is not None and page.panel.points.text.isVisible():
            page.panel.points.text.setFocus()
            page.panel.points.text.selectAll()
            say("open")
            self._next = self._type

    def _type(self) -> None:
        page = self._page()
        assert page is not None
        QTest.keyClick(page.panel.points.text, LETTERS[self._typed % len(LETTERS)])
        self._typed += 1
        say(f"typed {self._typed} {monotonic()}")


def main(store: Path) -> None:
    """Show the window until somebody ends the process."""
    application = make_application()
    started = Start(application, lambda: Opening(store=store, named=True, folders=user_folders()), None)
    typist = Typist(started)
    started.frame.show()
    application.exec()
    del typist


if __name__ == "__main__":
    main(Path(sys.argv[1]))
