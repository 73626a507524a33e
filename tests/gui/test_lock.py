"""The window locks after so many minutes without use, not before, and boxes that open meanwhile wait."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from dialogue_prep.gui.lock import Lock
from dialogue_prep.gui.window.frame import Frame
from dialogue_prep.gui.window.lock_cover import LockCover


def test_it_locks_when_nobody_used_it_for_so_long(qtbot: QtBot) -> None:
    frame, minutes = Frame(), [0.0]
    line = QLineEdit("as it was typed")
    frame.setCentralWidget(line)
    qtbot.addWidget(frame)
    lock = Lock(frame, lambda: 60 * minutes[0])
    frame.show()
    lock.watch(10)
    minutes[0] = 9.9
    qtbot.keyClick(line, Qt.Key.Key_End)
    for minutes[0] in (10.1, 19.8):
        lock.look()
        assert not lock.locked
    minutes[0] = 20
    lock.look()
    assert lock.locked
    assert not line.isVisible()
    box = QDialog(frame)
    box.open()
    qtbot.waitUntil(lambda: not box.isVisible())
    typed: list[str] = []
    lock.answered.connect(typed.append)
    cover = frame.findChild(LockCover)
    qtbot.keyClicks(cover.line, "words")
    qtbot.keyClick(cover.line, Qt.Key.Key_Return)
    assert typed == ["words"]
    lock.refuse("These are not the words.")
    assert cover.field.problem() == "These are not the words."
    lock.unlock()
    assert (line.isVisible(), line.text(), box.isVisible()) == (True, "as it was typed", True)
    lock.watch(0)
    minutes[0] = 999
    lock.look()
    assert not lock.locked
