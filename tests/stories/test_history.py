"""What was done to a record is shown, and former values and removed records come back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

from dialogue_prep.gui.boxes.history_box import HistoryBox, RemovedBox
from dialogue_prep.gui.boxes.question_box import QuestionBox
from dialogue_prep.gui.boxes.usages_box import UsagesBox
from dialogue_prep.gui.pages.agenda_page import AgendaPage
from dialogue_prep.gui.pages.dialogue_page import DialoguePage
from dialogue_prep.gui.window.interior import AGENDA, DIALOGUE
from tests.stories.conftest import CONTROL, SHIFT, Story

Tell = Callable[[Path], Story]


def opened(tell: Tell, store: Path) -> Story:
    story = tell(store)
    story.wait(lambda: bool(story.gaps()))
    story.go(DIALOGUE)
    story.wait(lambda: story.interior.here() == DIALOGUE and bool(story.page(DialoguePage).outline.lines()))
    story.look_at()
    return story


def titles(story: Story) -> list[str]:
    return [line.words for line in story.page(DialoguePage).outline.lines()]


def choose(story: Story, beginning: str) -> None:
    page = story.page(DialoguePage)
    page.outline.choose(next(line.id for line in page.outline.lines() if line.words.startswith(beginning)))


def test_a_former_value_is_put_back_from_the_history_of_the_record(tell: Tell, store: Path) -> None:
    story = opened(tell, store)
    before = next(title for title in titles(story) if title.startswith("1  "))
    choose(story, "1  ")
    title = story.page(DialoguePage).detail.form.editor("title")
    title.setFocus()
    title.selectAll()
    story.bot.keyClicks(title, "Another title")
    story.press(Qt.Key.Key_Tab)
    story.wait(lambda: "1  Another title" in titles(story))
    story.press(Qt.Key.Key_H, CONTROL)
    story.wait(lambda: bool(story.frame.findChildren(HistoryBox)) and history(story).model.rowCount() > 1)
    box = history(story)
    line = next(line for line in box.model.rows() if line.field == "title.en")
    assert (line.field_words, line.what) == ("Title (English)", "Change a topic")
    assert (f"1  {line.before}", line.after) == (before, "Another title")
    box.table.selectRow(box.model.rows().index(line))
    story.click(box.do)
    story.wait(lambda: before in titles(story))
    story.wait(lambda: box.model.rows()[0].what == "Put a former value back")


def test_what_was_added_or_removed_has_no_former_value_to_put_back(tell: Tell, store: Path) -> None:
    story = opened(tell, store)
    choose(story, "1  ")
    story.press(Qt.Key.Key_H, CONTROL)
    story.wait(lambda: bool(story.frame.findChildren(HistoryBox)) and history(story).model.rowCount() == 1)
    box = history(story)
    assert box.model.rows()[0].field_words == "added"
    box.table.selectRow(0)
    assert not box.do.isEnabled()


def test_a_removed_record_comes_back_and_that_can_be_undone(tell: Tell, store: Path) -> None:
    story = opened(tell, store)
    before = titles(story)
    choose(story, "Canada Border Services Agency")
    story.page(DialoguePage).outline.setFocus()
    story.page(DialoguePage).detail.remove_asked.emit()
    story.wait(lambda: bool(story.frame.findChildren(QuestionBox)))
    story.click(story.frame.findChildren(QuestionBox)[0].do)
    story.wait(lambda: "Canada Border Services Agency" not in titles(story))
    story.look_at()
    story.press(Qt.Key.Key_H, CONTROL, SHIFT)
    story.wait(lambda: bool(story.frame.findChildren(RemovedBox)) and removed(story).model.rowCount() == 1)
    box = removed(story)
    assert box.model.rows()[0].title == "Canada Border Services Agency"
    assert "with 1 that belongs to it" in box.model.rows()[0].note
    box.table.selectRow(0)
    for _time in range(2):
        story.bot.mouseClick(box.do, Qt.MouseButton.LeftButton)
    story.wait(lambda: titles(story) == before and box.model.rowCount() == 0)
    assert not box.problem.isVisible(), "it came back once"
    assert "Nothing that was removed is gone now." in story.labels()
    story.wait(lambda: story.action("Undo").text() == "Undo: Put a removed record back")


def test_without_a_record_the_program_says_that_one_is_to_be_selected(tell: Tell, store: Path) -> None:
    story = tell(store)
    story.wait(lambda: bool(story.gaps()))
    story.press(Qt.Key.Key_H, CONTROL)
    story.wait(lambda: story.notice == "Select a record first: its history can then be shown.")


def history(story: Story) -> HistoryBox:
    return story.frame.findChildren(HistoryBox)[0]


def removed(story: Story) -> RemovedBox:
    return story.frame.findChildren(RemovedBox)[0]


def test_where_a_record_is_used_is_one_menu_away_and_leads_there(tell: Tell, store: Path) -> None:
    story = opened(tell, store)
    outline = story.page(DialoguePage).outline
    topic = next(line for line in outline.lines() if "Counter-terrorism" in line.words)
    outline.choose(topic.id)
    at = outline.visualRect(outline.currentIndex()).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, outline.viewport().mapToGlobal(at))
    QApplication.sendEvent(outline.viewport(), event)
    menu = outline.findChild(QMenu)
    next(act for act in menu.actions() if act.text() == "Where it is used …").trigger()
    menu.close()
    story.wait(lambda: any(box.do.isEnabled() for box in story.frame.findChildren(UsagesBox)))
    box = story.frame.findChild(UsagesBox)
    assert "Counter-terrorism" in box.heading.text()
    kinds = [line.kind for line in box.model.rows()]
    assert {"Agenda item", "Commitment"} <= set(kinds)
    box.table.selectRow(kinds.index("Agenda item"))
    story.click(box.do)
    story.wait(lambda: story.interior.here() == AGENDA)
    story.wait(lambda: "Counter-terrorism" in story.page(AgendaPage).panel.heading.text())
