"""Widgets that follow each other as words do, and fields that stay in line."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from dialogue_prep.gui.kit.cards import fields_beside
from dialogue_prep.gui.kit.flow import Flow
from dialogue_prep.gui.kit.saved_fields import Field
from tests.gui.accessible import cut_off

NAMES = ("Add …", "Absence …", "Import …")


def shown(qtbot: QtBot, flow: Flow, share: float) -> QWidget:
    """Return a window whose only part is a flow, with a share of the width that one line needs."""
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addLayout(flow)
    window.show()
    width = round(flow.sizeHint().width() * share)
    window.resize(width, flow.heightForWidth(width))
    return window


@pytest.mark.parametrize(("share", "lines"), [(1.0, 1), (0.99, 2), (0.4, 3)])
def test_what_has_no_room_in_a_line_stands_in_the_next_and_is_whole(qtbot: QtBot, share: float, lines: int) -> None:
    buttons = [QPushButton(name) for name in NAMES]
    window = shown(qtbot, Flow(*buttons), share)
    assert len({button.y() for button in buttons}) == lines
    assert cut_off(window) == []


def test_what_is_apart_stands_at_both_ends_of_a_line(qtbot: QtBot) -> None:
    heading, number = QLabel("Before the papers can go"), QLabel("13 open")
    window = shown(qtbot, Flow(heading, number, apart=True), 2)
    assert (heading.x(), number.geometry().right()) == (0, window.width() - 1)


def test_what_is_hidden_takes_no_room(qtbot: QtBot) -> None:
    buttons = [QPushButton(name) for name in NAMES]
    window = shown(qtbot, Flow(*buttons), 1)
    buttons[0].hide()
    layout = window.layout()
    assert layout is not None
    layout.activate()
    assert buttons[1].x() == 0


def test_fields_beside_each_other_stay_in_line_where_one_is_refused(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    first, last = Field("First day", QLineEdit()), Field("Last day", QLineEdit())
    window.setLayout(fields_beside(first, last))
    window.resize(320, 160)
    window.show()
    last.refuse("The last day is before the first one; write a later day, or leave it empty.")
    layout = window.layout()
    assert layout is not None
    layout.activate()
    assert first.y() == last.y()
    assert first.width() == last.width()
