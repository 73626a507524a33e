"""Starts of a bare window of Qt and of ours, in children that are measured."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from itertools import count
from typing import Any, Generic, TypeVar

from tests.conftest import REPOSITORY

# Each child writes seconds since it was started, as a clock that all processes share tells them, and the most kilobytes
# that it had of its own, as Linux alone tells them: `ru_maxrss` would hand on those of the process that started it.
_MOST_MEMORY = """
import sys

def most_kilobytes():
    if sys.platform != "linux":
        return 0
    with open("/proc/self/status") as told:
        return next(int(line.split()[1]) for line in told if line.startswith("VmHWM:"))
"""

BARE = """
import json, sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

class Bare(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        print(json.dumps([time.monotonic() - float(sys.argv[1]), most_kilobytes()]))
        QTimer.singleShot(0, application.quit)

application = QApplication([])
window = Bare()
window.show()
application.exec()
"""

# The program as it is started by its name, what is measured hung onto it; with one more argument, every page is seen.
OURS = """
import json, sys, time
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

# The key is sent as Qt sends it: to import Qt's own tests would be a part of what is measured.
def watch(program, parts):
    from PySide6.QtCore import QEvent, Qt
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QApplication

    def use():
        search = parts.interior.header.search
        search.setFocus()
        pressed = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_X, Qt.KeyboardModifier.NoModifier, "x")
        QApplication.sendEvent(search, pressed)
        assert search.text() == "x"
        tell("usable")
        if sys.argv[3:]:
            see_every_page(parts)
        QApplication.quit()

    program.ready.connect(use)

def see_every_page(parts):
    from dialogue_prep.gui.window.interior import places
    from tests.waiting import wait_until

    def wait(until):
        wait_until(until, 10_000)

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
print(json.dumps({**told, "kilobytes": most_kilobytes()}))
"""

T = TypeVar("T")
Bare = tuple[float, int]
Told = dict[str, Any]


def run_in_child(program: str, *arguments: object) -> str:
    """Run a program in a child, its modules compiled once and kept, as they are for a user; return what it said."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, "-c", _MOST_MEMORY + program, str(time.monotonic()), *map(str, arguments)]
    ended = subprocess.run(
        command, env=environment, cwd=REPOSITORY, capture_output=True, text=True, timeout=100, check=False
    )
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
