"""Two windows of one store, each at a place of its own: what is done in one is seen in the other."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dialogue_prep.gui.further_window import FurtherWindow
from dialogue_prep.gui.window.frame import Frame
from dialogue_prep.gui.window.interior import HOSTING, OVERVIEW
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
    story.wait(lambda: story.interior.here() == OVERVIEW and story.action("Hosting").isEnabled())
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
