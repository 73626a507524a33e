"""Starts of a bare window of Qt and of ours, in children that are measured."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from itertools import count
from typing import Any, Generic, TypeVar

# Each child writes seconds since it was started, as a clock that all processes share tells them.
BARE = """
import json, resource, sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

class Bare(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        seconds, kilobytes = time.monotonic() - float(sys.argv[1]), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        print(json.dumps([seconds, kilobytes]))
        QTimer.singleShot(0, application.quit)

application = QApplication([])
window = Bare()
window.show()
application.exec()
"""

# The program as it is started by its name, what is measured hung onto it; with one more argument, every page is seen.
OURS = """
import json, resource, sys, time
from dialogue_prep import app

HEAVY = ("sqlalchemy", "alembic", "docx", "lxml", "babel", "dialogue_prep.reading", "dialogue_prep.services.papers")
told = {}

def tell(what):
    if what not in told:
        told[what] = (time.monotonic() - float(sys.argv[1]), [name for name in HEAVY if name in sys.modules])

load = app._load_window

def load_and_watch():
    run = load()
    from dialogue_prep.gui.start import Start
    from dialogue_prep.gui.window.frame import Frame

    painted, imported = Frame.paintEvent, Start._when_imported

    def paint(self, event):
        painted(self, event)
        tell("painted")

    def join(self, program):
        imported(self, program)
        watch(self.program, self.parts)

    Frame.paintEvent, Start._when_imported = paint, join
    return run

def watch(program, parts):
    from PySide6.QtWidgets import QApplication
    from PySide6.QtTest import QTest
    from dialogue_prep.gui.pages.overview_page import OverviewPage

    def use():
        search = parts.interior.header.search
        search.setFocus()
        QTest.keyClicks(search, "x")
        assert search.text() == "x" and OverviewPage.shown
        tell("usable")
        if sys.argv[3:]:
            see_every_page(parts)
        QApplication.quit()

    program.ready.connect(use)

def see_every_page(parts):
    from PySide6.QtTest import QTest
    from dialogue_prep.gui.window.interior import places

    def wait(until):
        while not until():
            QTest.qWait(1)

    for place in places():
        parts.interior.go(place.name)
        wait(lambda: parts.interior.here() == place.name)
        done = []
        # What a page asks for leads to further jobs, one after the other.
        for turn in range(1, 6):
            parts.jobs.run(lambda: True, done.append)
            wait(lambda: len(done) == turn)

app._load_window = load_and_watch
app.main(["--store", sys.argv[2]])
print(json.dumps({**told, "kilobytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss}))
"""

T = TypeVar("T")
Bare = tuple[float, int]
Told = dict[str, Any]


def run_in_child(program: str, *arguments: object) -> str:
    """Run a program in a child, its modules compiled once and kept, as they are for a user; return what it said."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, "-c", program, str(time.monotonic()), *map(str, arguments)]
    ended = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=100, check=False)
    assert ended.returncode == 0, ended.stderr
    return ended.stdout


class Starts(Generic[T]):
    """Starts of one program, each told to every test: what a start takes is measured once for all of them."""

    def __init__(self, start: Callable[[], T]) -> None:
        self._start = start
        self._told: list[T] = []

    def from_the_first(self) -> Callable[[], T]:
        """Return a function that tells one start after the other, and makes those that nobody has asked for yet."""
        numbers = count()

        def tell() -> T:
            number = next(numbers)
            while len(self._told) <= number:
                self._told.append(self._start())
            return self._told[number]

        return tell
