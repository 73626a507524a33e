"""Who needs large letters can read what is always in sight."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dialogue_prep.gui.colours import LIGHT
from dialogue_prep.gui.style import style_sheet
from dialogue_prep.gui.window.interior import places
from dialogue_prep.gui.window.navigation import WIDTH, Navigation
from tests.gui.accessible import cut_off


@pytest.fixture(params=[1.0, 1.5, 2.0], ids=["usual", "half as large again", "twice as large"])
def larger(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[float]:
    usual = qapp.font()
    font = QFont(usual)
    font.setPointSizeF(usual.pointSizeF() * request.param)
    qapp.setFont(font)
    yield request.param
    qapp.setFont(usual)


def test_the_names_of_the_pages_are_whole_at_any_size_of_letters(qtbot: QtBot, larger: float) -> None:
    side = Navigation(places())
    qtbot.addWidget(side)
    side.setStyleSheet(style_sheet(LIGHT))
    side.show()
    for place in places():
        side.show_place(place.name)
        assert cut_off(side) == []
    assert (side.width() == WIDTH) == (larger == 1.0)
