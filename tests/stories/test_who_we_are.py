"""The first run asks once who we are; it can be skipped, and said later."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from dialogue_prep.domain.dialogue import Side
from dialogue_prep.gui.boxes.who_box import WhoBox
from dialogue_prep.gui.pages.overview_page import OverviewPage
from dialogue_prep.gui.window.interior import OVERVIEW
from dialogue_prep.services.records import Records
from dialogue_prep.services.workspace import Workspace
from dialogue_prep.system.folders import user_folders
from dialogue_prep.system.settings import Settings, has_settings, read_settings
from tests.stories.conftest import Story, change

Tell = Callable[[Path], Story]


def asked(story: Story) -> WhoBox:
    story.wait(lambda: bool(story.frame.findChildren(WhoBox)))
    return story.frame.findChildren(WhoBox)[0]


def begun(tell: Tell, store: Path) -> Story:
    story = tell(store)
    story.press(Qt.Key.Key_Space)
    return story


def test_name_and_entity_are_asked_when_a_store_is_begun_and_stand_in_the_history(tell: Tell, tmp_path: Path) -> None:
    story = begun(tell, tmp_path / "new" / "dialogues.store")
    box = asked(story)
    assert not box.side_box.isVisible()
    story.bot.keyClicks(box.name, "Ada Example")
    story.bot.keyClicks(box.entity, "Office of Examples")
    story.click(box.keep)
    story.wait(lambda: has_settings(user_folders().settings))
    assert read_settings(user_folders().settings) == Settings(name="Ada Example", entity="Office of Examples")
    story.wait(lambda: workspace(story).who == "Ada Example")


def test_what_cannot_be_kept_stays_written_in_the_box_that_says_why(tell: Tell, tmp_path: Path) -> None:
    story = begun(tell, tmp_path / "new" / "dialogues.store")
    box = asked(story)
    # How the papers stand is told last, and asks the settings too, which have to be there until then.
    story.wait(lambda: any("not written" in words for words in story.labels()))
    in_the_way = user_folders().settings
    in_the_way.parent.mkdir(parents=True, exist_ok=True)
    in_the_way.write_text("where the folder of the settings would be")
    story.bot.keyClicks(box.name, "Ada Example")
    story.click(box.keep)
    story.wait(lambda: bool(box.problem.text()))
    assert box.name.text() == "Ada Example"
    in_the_way.unlink()
    story.click(box.keep)
    story.wait(lambda: has_settings(user_folders().settings))
    assert read_settings(user_folders().settings).name == "Ada Example"


def test_what_was_skipped_is_not_asked_again_and_can_be_said_from_the_menu(tell: Tell, tmp_path: Path) -> None:
    story = begun(tell, tmp_path / "new" / "dialogues.store")
    story.click(asked(story).skip)
    story.wait(lambda: has_settings(user_folders().settings))
    story.started.close()
    again = begun(tell, tmp_path / "other" / "dialogues.store")
    again.wait(lambda: again.interior.here() == OVERVIEW and bool(again.gaps()))
    assert again.frame.findChildren(WhoBox) == []
    again.action("Who we are").trigger()
    box = asked(again)
    story.bot.keyClicks(box.name, "Bo Sample")
    again.click(box.keep)
    again.wait(lambda: read_settings(user_folders().settings).name == "Bo Sample")


def test_nobody_is_asked_when_a_store_that_is_there_is_opened(tell: Tell, store: Path) -> None:
    story = tell(store)
    story.wait(lambda: bool(story.gaps()))
    assert story.frame.findChildren(WhoBox) == []


def test_nobody_is_asked_again_for_another_store_that_is_there(
    tell: Tell, store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    change(store, disown)
    story = begun(tell, tmp_path / "new" / "dialogues.store")
    box = asked(story)
    story.click(box.keep)
    story.wait(lambda: has_settings(user_folders().settings) and not story.frame.findChildren(WhoBox))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_arguments: (str(store), ""))
    story.action("Open another store").trigger()
    story.wait(lambda: bool(story.interior.findChildren(OverviewPage)) and "Nobody has said" in story.gaps())
    assert story.frame.findChildren(WhoBox) == []


def test_the_side_is_asked_where_nobody_has_said_which_is_ours(tell: Tell, store: Path) -> None:
    change(store, disown)
    story = tell(store)
    story.wait(lambda: "Nobody has said which side is ours" in story.gaps())
    story.action("Who we are").trigger()
    box = asked(story)
    assert box.side_box.isVisible()
    box.side_box.setCurrentIndex(2)
    chosen = box.side_box.currentText()
    story.click(box.keep)
    story.wait(lambda: "Nobody has said which side is ours" not in story.gaps())
    with workspace(story).look() as work:
        (side,) = work.find(Side, home=True)
    assert side.name.read("en") == chosen


def disown(workspace: Workspace) -> None:
    with workspace.look() as work:
        sides = work.find(Side)
    for side in sides:
        Records(workspace).change(side, replace(side, home=False), label="Forget")


def workspace(story: Story) -> Workspace:
    program = story.started.program
    assert program is not None
    store = program.store()
    assert store is not None
    return store
