"""What is to be said on an item is typed, taken back and done again; the page follows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.stories.at_the_agenda import agenda_of
from tests.stories.conftest import CONTROL, SHIFT, Story

Tell = Callable[[Path], Story]
SAID = "We thank you for the visit of your experts."


def test_undo_takes_the_points_back_at_once_and_the_page_follows(tell: Tell, store: Path) -> None:
    story = tell(store)
    page = agenda_of(story)
    text = page.panel.points.text
    text.setFocus()
    QTest.keyClicks(text, SAID)
    page.card.table.setFocus()
    story.wait(lambda: story.action("Undo").text() == "Undo: Change speaking points")
    story.press(Qt.Key.Key_Z, CONTROL, on=page.card.table)
    story.wait(lambda: text.paragraphs() == ())
    story.wait(lambda: story.action("Redo").text() == "Redo: Change speaking points")
    story.press(Qt.Key.Key_Z, CONTROL, SHIFT, on=page.card.table)
    story.wait(lambda: text.paragraphs() == (SAID,))
