"""What holds the window up for a tenth of a second, a search through all that was imported, is spared it."""

from __future__ import annotations

import gc
import json
import weakref
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from dialogue_prep.gui.garbage import Garbage
from tests.speed.starts import run_in_child

# The program as it is started by its name; it tells what there is to be searched once its pages were imported.
PROGRAM = """
import gc, json, sys
from dialogue_prep import app

PAGES = [f"dialogue_prep.gui.pages.{name}_page" for name in ("agenda", "commitments", "delegations", "dialogue",
    "hosting", "papers", "sources")]
told = {}
load = app._load_window

def load_and_watch():
    run = load()
    from dialogue_prep.gui.start import Start

    imported = Start._when_imported

    def join(self, program):
        imported(self, program)
        self.program.ready.connect(lambda: told.setdefault("aside at first", gc.get_freeze_count()))
        watch(self.parts)

    Start._when_imported = join
    return run

def watch(parts):
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    def tell(_done):
        told.update(searched=len(gc.get_objects()), aside=gc.get_freeze_count())
        QApplication.quit()

    def look():
        if all(name in sys.modules for name in PAGES):
            timer.stop()
            parts.jobs.run(lambda: None, tell)

    timer = QTimer(parts.interior, interval=50)
    timer.timeout.connect(look)
    timer.start()

app._load_window = load_and_watch
app.main(["--store", sys.argv[2]])
print(json.dumps({**told, "aside afterwards": gc.get_freeze_count(), "enabled afterwards": gc.isenabled()}))
"""


class Cycle:
    def __init__(self) -> None:
        self.itself = self


def test_what_was_imported_is_not_searched_while_the_window_is_open(tmp_path: Path) -> None:
    told = json.loads(run_in_child(PROGRAM, tmp_path / "new.store"))
    assert 50_000 < told["aside at first"] < told["aside"]
    assert told["searched"] < told["aside"] / 20
    assert (told["aside afterwards"], told["enabled afterwards"]) == (0, True)


def test_what_refers_to_itself_is_collected_from_time_to_time(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dialogue_prep.gui.garbage._EVERY_MILLISECONDS", 10)
    garbage = Garbage()
    garbage.take_over()
    try:
        garbage.begin()
        dropped = weakref.ref(Cycle())
        piled_up = [[] for _ in range(2 * gc.get_threshold()[0])]
        qtbot.waitUntil(lambda: dropped() is None)
        assert len(piled_up) == 2 * gc.get_threshold()[0]
    finally:
        garbage.hand_back()


def test_what_somebody_else_has_set_aside_stays_there() -> None:
    aside, garbage = gc.get_freeze_count(), Garbage()
    assert aside > 0
    garbage.take_over()
    garbage.set_aside()
    garbage.hand_back()
    assert gc.get_freeze_count() == aside
