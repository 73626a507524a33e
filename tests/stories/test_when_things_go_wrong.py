"""Damaged stores, stores in use, faults of the program, words that look like markup."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QWidget

from dialogue_prep.domain.dialogue import Dialogue, Side
from dialogue_prep.domain.text import in_english
from dialogue_prep.domain.topic import Topic
from dialogue_prep.gui.window.interior import OVERVIEW, PAPERS
from dialogue_prep.services.opening import Opening, open_to_write
from dialogue_prep.services.workspace import Workspace
from dialogue_prep.system.folders import user_folders
from tests.stories.at_the_agenda import second_item
from tests.stories.conftest import Story, change

Tell = Callable[[Path], Story]

MARKUP = '<img src="x.png"><b>bold</b> & co'


@pytest.mark.qt_no_exception_capture
def test_a_fault_in_a_slot_is_told_once_and_the_window_still_works(tell: Tell, store: Path, user_folder: Path) -> None:
    story = tell(store)
    story.wait(lambda: story.interior.here() == OVERVIEW)

    def fail() -> None:
        raise ValueError("canary-of-the-store")

    story.overview.write.clicked.disconnect()
    story.overview.write.clicked.connect(fail)
    story.click(story.overview.write)
    story.wait(lambda: story.box is not None)
    QTimer.singleShot(0, fail)
    box = story.box
    assert box is not None
    assert any("Nothing was lost" in label.text() for label in box.findChildren(QLabel))
    logs = list(user_folders().logs.glob("*.log"))
    story.wait(lambda: logs[0].read_text(encoding="utf-8").count("ValueError") == 2)
    assert "canary" not in logs[0].read_text(encoding="utf-8")
    assert story.box is box
    story.press(Qt.Key.Key_Escape, on=box)
    assert story.box is None
    story.look_at()
    story.go(PAPERS)
    story.wait(lambda: story.interior.here() == PAPERS)


@pytest.mark.shows("P1 words being typed when something fails, kept")
@pytest.mark.qt_no_exception_capture
def test_what_is_being_typed_outlasts_a_fault_and_is_kept(tell: Tell, store: Path) -> None:
    story = tell(store)
    item, form = second_item(story)
    editor = form.field("objective").editor
    editor.setFocus()
    story.bot.keyClicks(editor, "Agree")

    def fail() -> None:
        raise ValueError

    QTimer.singleShot(0, fail)
    story.wait(lambda: story.box is not None)
    assert editor.paragraphs() == ("Agree",)
    story.press(Qt.Key.Key_Escape, on=story.box)
    story.look_at()
    assert QApplication.focusWidget() is editor
    story.wait(lambda: form.record() != item)
    story.bot.keyClicks(editor, " on dates")
    story.go(OVERVIEW)
    assert story.started.program is not None
    workspace = story.started.program.store()
    assert workspace is not None
    story.wait(lambda: "Agree on dates" in str(workspace.history(item.id)[0].after))


def test_a_file_that_is_no_store_is_named_left_alone_and_another_can_be_opened(
    tell: Tell, store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "letter.store"
    other.write_bytes(b"Dear colleague, " * 20)
    story = tell(other)
    assert "The store could not be opened" in story.labels()
    assert any("letter.store is not a store of this program" in words for words in story.labels())
    assert other.read_bytes() == b"Dear colleague, " * 20
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(store), ""))
    story.click(story.welcome.open)
    story.wait(lambda: story.interior.here() == OVERVIEW)


def test_a_store_in_use_elsewhere_can_be_tried_again(tell: Tell, store: Path) -> None:
    with open_to_write(Opening(store=store, named=True, folders=user_folders())):
        story = tell(store)
        assert any("is in use by" in words for words in story.labels())
        story.click(story.welcome.retry)
        story.wait(lambda: any("is in use by" in words for words in story.labels()))
    story.click(story.welcome.retry)
    story.wait(lambda: story.interior.here() == OVERVIEW)


def with_markup(workspace: Workspace) -> None:
    with workspace.request("Rename everything") as work:
        for kind, field in ((Topic, "title"), (Dialogue, "designation"), (Side, "name")):
            for value in work.find(kind):
                work.put(replace(value, **{field: in_english(MARKUP)}))


def test_words_that_look_like_markup_are_shown_as_they_are(tell: Tell, store: Path) -> None:
    change(store, with_markup)
    story = tell(store)
    story.wait(lambda: story.interior.here() == OVERVIEW and MARKUP in story.gaps())
    assert story.header.dialogue.words() == MARKUP
    story.go(PAPERS)
    story.wait(lambda: story.interior.here() == PAPERS and MARKUP in story.papers.preview.toPlainText())
    for label in story.frame.findChildren(QLabel):
        assert label.textFormat() == Qt.TextFormat.PlainText
    for widget in story.frame.findChildren(QWidget):
        assert "<img" not in widget.toolTip()


def test_another_store_that_cannot_be_opened_leaves_one_where_one_was(
    tell: Tell, store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "letter.store"
    other.write_bytes(b"Dear colleague, " * 20)
    story = tell(store)
    story.wait(lambda: story.interior.here() == OVERVIEW)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(other), ""))
    story.action("Open another store").trigger()
    story.wait(lambda: "letter.store is not a store of this program" in story.notice)
    story.wait(lambda: story.interior.here() == OVERVIEW and bool(story.gaps()))


def test_on_a_small_screen_the_cards_stand_below_each_other(tell: Tell, store: Path) -> None:
    story = tell(store)
    story.wait(lambda: story.interior.here() == OVERVIEW and bool(story.gaps()))
    story.frame.resize(640, 400)
    corner = QPoint(0, 0)
    story.wait(lambda: story.overview.steps.mapTo(story.overview, corner).x() < 100)
    assert story.overview.gaps.mapTo(story.overview, corner).x() < 100
    assert story.overview.width() + story.interior.navigation.width() == 640
