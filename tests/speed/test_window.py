"""The window against a bare one of Qt: when it is seen, and when one can work with it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Generic, TypeVar

import pytest

from dialogue_prep.services.dialogues import Dialogues
from dialogue_prep.services.opening import Opening, open_to_write
from dialogue_prep.services.rounds import Plan, Rounds
from dialogue_prep.system.folders import user_folders

# Each child writes seconds since it was started, as a clock that all processes share tells them.
_BARE = """
import time, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

class Bare(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        print(time.monotonic() - float(sys.argv[1]))
        QTimer.singleShot(0, application.quit)

application = QApplication([])
window = Bare()
window.show()
application.exec()
"""

# The program as it is started by its name; only what is measured is hung onto it.
_OURS = """
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
        watch(self.program, self.parts.interior)

    Frame.paintEvent, Start._when_imported = paint, join
    return run

def watch(program, interior):
    from PySide6.QtWidgets import QApplication
    from PySide6.QtTest import QTest
    from dialogue_prep.gui.pages.overview_page import OverviewPage

    def use():
        search = interior.header.search
        search.setFocus()
        QTest.keyClicks(search, "x")
        assert search.text() == "x" and OverviewPage.shown
        tell("usable")
        QApplication.quit()

    program.ready.connect(use)

app._load_window = load_and_watch
app.main(["--store", sys.argv[2]])
print(json.dumps(told))
"""

T = TypeVar("T")
Told = dict[str, tuple[float, list[str]]]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("started") / "starter.store"
    with open_to_write(Opening(store=path, named=True, folders=user_folders())) as workspace:
        Rounds(workspace).plan(Dialogues(workspace).begin_with_starter().id, Plan())
    return path


@pytest.fixture(scope="module")
def run_child(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., str]:
    """Return a function that runs a program in a child, with modules compiled as they are for a user."""
    compiled = str(tmp_path_factory.mktemp("compiled"))
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": compiled, "QT_QPA_PLATFORM": "offscreen"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)

    def run(program: str, *arguments: object) -> str:
        command = [sys.executable, "-c", program, str(time.monotonic()), *map(str, arguments)]
        ended = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)
        assert ended.returncode == 0, ended.stderr
        return ended.stdout

    return run


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


@pytest.fixture(scope="module")
def _bare_starts(run_child: Callable[..., str]) -> Starts[float]:
    return Starts(lambda: float(run_child(_BARE)))


@pytest.fixture(scope="module")
def _our_starts(run_child: Callable[..., str], store: Path) -> Starts[Told]:
    return Starts(lambda: json.loads(run_child(_OURS, store)))


@pytest.fixture
def bare(_bare_starts: Starts[float]) -> Callable[[], float]:
    return _bare_starts.from_the_first()


@pytest.fixture
def ours(_our_starts: Starts[Told]) -> Callable[[], Told]:
    return _our_starts.from_the_first()


def test_the_window_is_seen_nearly_as_soon_as_a_bare_one(
    race: Callable[..., None], bare: Callable[[], float], ours: Callable[[], Told]
) -> None:
    race("first paint of the window against a bare one", limit=1.6, ours=lambda: ours()["painted"][0], floor=bare)


def test_one_can_work_within_six_times_a_bare_window(
    race: Callable[..., None], bare: Callable[[], float], ours: Callable[[], Told]
) -> None:
    race(
        "overview shown and a key handled against a bare window", limit=6, ours=lambda: ours()["usable"][0], floor=bare
    )


def test_nothing_is_imported_before_it_is_needed(ours: Callable[[], Told]) -> None:
    told = ours()
    assert told["painted"][1] == []
    assert told["usable"][1] == ["sqlalchemy"]
