"""The tour lies over the window only as long as what it speaks of is there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from dialogue_prep.gui.lock import Lock
from dialogue_prep.gui.tour import Stop, Tour, TourCard
from dialogue_prep.gui.window.frame import Frame


@pytest.fixture
def frame(qtbot: QtBot) -> Frame:
    """Return a window with two parts."""
    made = Frame()
    inside = QWidget()
    layout = QVBoxLayout(inside)
    for name in ("first", "second"):
        layout.addWidget(QLabel(name))
    made.setCentralWidget(inside)
    qtbot.addWidget(made)
    made.show()
    return made


def tour(frame: Frame) -> Tour:
    stops = [Stop(part, part.text(), "Words.", part.text()) for part in frame.findChildren(QLabel)]
    return Tour(stops, frame, frame.centralWidget())


def test_every_stop_leads_to_its_page_the_first_one_too(frame: Frame) -> None:
    led: list[str] = []
    taken = tour(frame)
    taken.place_wanted.connect(led.append)
    taken.begin()
    QTest.keyClick(taken.card.on, Qt.Key.Key_Right)
    QTest.keyClick(taken.card.on, Qt.Key.Key_Left)
    assert led == ["first", "second", "first"]


def test_nothing_of_the_tour_is_seen_on_a_locked_window(frame: Frame, qtbot: QtBot) -> None:
    ended: list[bool] = []
    taken, lock = tour(frame), Lock(frame)
    taken.ended.connect(lambda: ended.append(True))
    taken.begin()
    lock.lock()
    frame.resize(900, 600)
    qtbot.wait(0)
    assert lock.locked
    assert [card for card in frame.findChildren(TourCard) if card.isVisible()] == []
    lock.unlock()
    assert ended == [True]
    assert [card for card in frame.findChildren(TourCard) if card.isVisible()] == []
