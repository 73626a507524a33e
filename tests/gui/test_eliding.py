"""Names that have too little room can still be told from those beside them."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dialogue_prep.gui.colours import Tone
from dialogue_prep.gui.icons import Icon
from dialogue_prep.gui.kit.eliding import told_apart
from dialogue_prep.gui.kit.state_chip import StateChip

INTERIOR, FINANCE, POLICE = "Ministry of the Interior", "Ministry of Finance and Trade", "National Police Service"


@pytest.mark.parametrize(
    ("words", "begins", "ends"),
    [(INTERIOR, "Minis", "rior"), (FINANCE, "Minis", "rade"), (POLICE, "National P", "…")],
)
def test_a_name_is_cut_where_it_does_not_differ(words: str, begins: str, ends: str, qapp: QApplication) -> None:
    metrics = QFontMetrics(qapp.font())
    room = metrics.horizontalAdvance("Ministry of tX…")
    shown = told_apart(words, (INTERIOR, FINANCE, POLICE), metrics, room)
    assert shown.startswith(begins)
    assert shown.endswith(ends)
    assert metrics.horizontalAdvance(shown) <= room


def test_what_has_room_is_whole(qapp: QApplication) -> None:
    assert told_apart(INTERIOR, (FINANCE,), QFontMetrics(qapp.font()), 1000) == INTERIOR


def test_a_chip_goes_on_in_a_second_line_where_its_name_has_too_little_room(qtbot: QtBot) -> None:
    chip = StateChip()
    qtbot.addWidget(chip)
    chip.show_state(FINANCE, "nobody yet", Icon.MISSING, Tone.WARN, FINANCE)
    whole = chip.sizeHint()
    assert chip.heightForWidth(whole.width()) == whole.height()
    assert chip.heightForWidth(whole.width() - 40) > whole.height()
