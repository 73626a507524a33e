"""From an empty folder to an agenda that is sent and worded in Word, with keys."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from dialogue_prep.gui.boxes.who_box import WhoBox
from dialogue_prep.gui.pages.agenda_page import AgendaPage
from dialogue_prep.gui.window.interior import AGENDA, OVERVIEW, PAPERS
from tests.stories.conftest import CONTROL, SHIFT, Story
from tests.stories.test_preparing_an_item import words_of

Tell = Callable[[Path], Story]
ALT = Qt.KeyboardModifier.AltModifier


def titles(page: AgendaPage) -> list[str]:
    return [row.title for row in page.card.table.rows()]


def type_in_cell(story: Story, page: AgendaPage, words: str) -> None:
    editor = page.card.table.findChild(QLineEdit, "cell")
    assert editor is not None
    editor.selectAll()
    story.bot.keyClicks(editor, words)
    story.press(Qt.Key.Key_Return, on=editor)


def test_an_agenda_is_drafted_sent_and_written_by_keyboard(tell: Tell, tmp_path: Path, few_papers: None) -> None:
    store = tmp_path / "mine" / "dialogues.store"
    story = tell(store)
    assert QApplication.focusWidget() is story.welcome.starter
    story.press(Qt.Key.Key_Space)
    story.wait(lambda: story.interior.here() == OVERVIEW and bool(story.frame.findChildren(WhoBox)))
    story.press(Qt.Key.Key_Escape, on=story.frame.findChild(WhoBox))
    story.look_at()
    story.go(AGENDA)
    story.wait(lambda: story.interior.here() == AGENDA)
    page = story.page(AgendaPage)
    table = page.card.table
    story.wait(lambda: bool(table.rows()) and table.isVisible())
    table.setFocus()

    story.press(Qt.Key.Key_Home, CONTROL, on=table)
    for _step in range(3):
        story.press(Qt.Key.Key_Down, on=table)
    assert table.chosen_row() is not None
    title = table.rows()[3].title
    assert table.chosen_row().title == title
    story.press(Qt.Key.Key_Down, ALT, on=table)
    story.wait(lambda: titles(page)[4] == title)
    story.press(Qt.Key.Key_M, CONTROL, on=table)
    type_in_cell(story, page, "60")
    story.wait(lambda: page.card.total.text().endswith("20 minutes over"))
    story.press(Qt.Key.Key_F2, on=table)
    type_in_cell(story, page, "Terrorism and its money")
    story.wait(lambda: titles(page)[4] == "Terrorism and its money")

    table.selectRow(titles(page).index("Working lunch"))
    story.press(Qt.Key.Key_K, CONTROL, SHIFT, on=table)
    story.wait(lambda: [row.title for row in page.card.parked_rows()] == ["Working lunch"])

    menu = page.card.versions.menu()
    next(entry for entry in menu.actions() if entry.text() == "Record as sent").trigger()
    story.wait(lambda: page.card.versions.text() == "Version 1, sent")

    story.press(Qt.Key.Key_W, CONTROL, SHIFT, on=story.frame)
    story.wait(lambda: story.interior.here() == PAPERS and "papers are in" in story.notice)
    written = words_of(store.parent / "drafts" / "round-3-agenda-shared-en.docx")
    assert "Terrorism and its money" in written
    assert "Working lunch" not in written
