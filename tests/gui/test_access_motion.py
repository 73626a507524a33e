"""Nothing in the window moves by itself: who wants less motion has it already, so there is no setting to be found.

That nothing moves on any page is told by tests/stories/test_every_page.py, and of every box by test_access_boxes.py.
"""

from __future__ import annotations

import ast
from pathlib import Path

from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from dialogue_prep import gui
from dialogue_prep.gui.jobs import LongJob
from dialogue_prep.gui.window.status_line import StatusLine
from tests.gui.accessible import moving

# What makes something move; effects of menus are those of the system, which asks its users whether they want them.
MOVING = {
    "QGraphicsOpacityEffect",
    "QMovie",
    "QParallelAnimationGroup",
    "QPropertyAnimation",
    "QScroller",
    "QSequentialAnimationGroup",
    "QTimeLine",
    "QVariantAnimation",
    "setAnimated",
    "setEffectEnabled",
}


def test_no_part_of_the_window_makes_anything_move() -> None:
    (package,) = map(Path, gui.__path__)
    named = {
        (path.name, getattr(node, "id", getattr(node, "attr", "")))
        for path in package.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_bytes()))
        if isinstance(node, ast.Name | ast.Attribute)
    }
    assert {(path, name) for path, name in named if name in MOVING} == set()


def test_a_bar_stands_still_whatever_a_job_knows_of_its_steps(qtbot: QtBot) -> None:
    line = StatusLine()
    qtbot.addWidget(line)
    line.show()
    for steps in (0, 3):
        line.show_job(LongJob("Writing the papers", steps, lambda _job: None))
        line.repaint()
        assert moving(line) == []


def test_a_bar_that_would_move_without_end_is_seen_by_those_who_look_for_it(qtbot: QtBot) -> None:
    whole, bar = QWidget(), QProgressBar()
    qtbot.addWidget(whole)
    QVBoxLayout(whole).addWidget(bar)
    bar.setRange(0, 0)
    whole.show()
    qtbot.waitUntil(lambda: len(moving(whole)) == 2)
