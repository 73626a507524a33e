"""Two windows of one store, each at a place of its own: what is done in one is seen in the other."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from dialogue_prep.gui.boxes.question_box import QuestionBox
from dialogue_prep.gui.further_window import FurtherWindow
from dialogue_prep.gui.pages.agenda_page import AgendaPage
from dialogue_prep.gui.pages.sources_page import SourcesPage
from dialogue_prep.gui.window.frame import Frame
from dialogue_prep.gui.window.interior import AGENDA, HOSTING, OVERVIEW
from dialogue_prep.system.lock import holder_of
from tests.stories.conftest import CONTROL, Story

Tell = Callable[[Path], Story]


def second_of(story: Story) -> Frame:
    frames = [one for one in QApplication.topLevelWidgets() if isinstance(one, Frame) and one.isVisible()]
    return next(frame for frame in frames if frame is not story.frame)


def windows(story: Story) -> int:
    return sum(isinstance(one, Frame) and one.isVisible() for one in QApplication.topLevelWidgets())


def test_two_windows_look_at_different_things_of_one_store(tell: Tell, store: Path) -> None:
    story = tell(store)
    story.wait(lambda: story.interior.here() == OVERVIEW and story.action("Hosting").isEnabled())
    story.press(Qt.Key.Key_N, CONTROL, Qt.KeyboardModifier.AltModifier, on=story.frame)
    story.wait(lambda: windows(story) == 2)
    frame = second_of(story)
    second = frame.findChild(FurtherWindow)
    story.wait(lambda: second.interior.here() == OVERVIEW)
    with story.bot.waitActive(frame):
        frame.activateWindow()
    story.press(Qt.Key.Key_5, CONTROL, on=frame)
    story.wait(lambda: second.interior.here() == HOSTING)
    assert story.interior.here() == OVERVIEW
    assert second.context is not None
    done = story.action("Undo").text()
    second.context.undo()
    story.wait(lambda: story.action("Undo").text() != done)
    second.context.redo()
    story.wait(lambda: story.action("Undo").text() == done)
    story.press(Qt.Key.Key_W, CONTROL, on=frame)
    story.wait(lambda: windows(story) == 1)
    assert holder_of(store) is not None, "the first window has it still"
    story.look_at()
    story.go(HOSTING)
    story.wait(lambda: story.interior.here() == HOSTING)


def test_the_last_window_closes_the_store(tell: Tell, store: Path) -> None:
    story = tell(store)
    story.wait(lambda: story.interior.here() == OVERVIEW and story.action("New window").isEnabled())
    story.action("New window").trigger()
    story.wait(lambda: windows(story) == 2)
    frame = second_of(story)
    second = frame.findChild(FurtherWindow)
    story.wait(lambda: second.interior.here() == OVERVIEW)
    assert story.frame.close()
    second.go(HOSTING)
    story.wait(lambda: second.interior.here() == HOSTING)
    assert holder_of(store) is not None
    assert frame.close()
    story.end()
    assert holder_of(store) is None


def test_what_is_typed_in_a_window_is_kept_when_that_is_closed(tell: Tell, store: Path) -> None:
    story = tell(store)
    story.wait(lambda: story.interior.here() == OVERVIEW and story.action("New window").isEnabled())
    story.action("New window").trigger()
    story.wait(lambda: windows(story) == 2)
    frame = second_of(story)
    second = frame.findChild(FurtherWindow)
    story.wait(lambda: second.interior.here() == OVERVIEW)
    with story.bot.waitActive(frame):
        frame.activateWindow()
    second.go(AGENDA)
    story.wait(lambda: second.interior.here() == AGENDA)
    page = second.interior.pages()[AGENDA]
    assert isinstance(page, AgendaPage)
    story.wait(lambda: bool(page.card.table.rows()) and page.card.table.isVisible())
    page.card.table.selectRow(1)
    item, form = page.card.table.rows()[1].item, page.panel.form
    story.wait(lambda: form.record() == item)
    form.field("objective").editor.setFocus()
    QTest.keyClicks(form.field("objective").editor, "Written and left")
    story.press(Qt.Key.Key_W, CONTROL, on=frame)
    story.wait(lambda: windows(story) == 1)
    assert story.started.program is not None
    workspace = story.started.program.store()
    assert workspace is not None
    story.wait(lambda: "Written and left" in str(workspace.history(item.id)[0].after))


def test_a_window_that_comes_back_asks_again_before_a_review_is_lost(tell: Tell, store: Path, tmp_path: Path) -> None:
    story = tell(store)
    story.wait(lambda: story.interior.here() == OVERVIEW and story.action("New window").isEnabled())
    story.action("New window").trigger()
    story.wait(lambda: windows(story) == 2)
    story.look_at()
    source = tmp_path / "statement.txt"
    source.write_text("Joint Statement\n\nThe two sides agreed to share the results of surveys.", encoding="utf-8")
    assert story.started.program is not None
    story.started.program.read_in([source])
    story.wait(lambda: story.started.program is not None and story.started.program.in_use)
    story.wait(lambda: story.page(SourcesPage).reviewing)
    for _time in range(2):
        assert not story.frame.close()
        story.wait(lambda: bool(story.frame.findChildren(QuestionBox)))
        story.click(story.frame.findChild(QuestionBox).do)
        story.wait(lambda: windows(story) == 1 and not story.frame.findChildren(QuestionBox))
        story.started.program.come_forward()
        story.look_at()
