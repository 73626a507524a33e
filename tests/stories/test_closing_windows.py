"""Windows are closed in any order, whatever they and the thread that they share are at: the process goes on."""

from __future__ import annotations

import gc
import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from dialogue_prep.gui.further_window import FurtherWindow
from dialogue_prep.gui.window.frame import Frame
from dialogue_prep.gui.window.interior import OVERVIEW, places
from dialogue_prep.gui.working_window import WorkingWindow
from tests.conftest import Tally
from tests.stories.conftest import Story

Tell = Callable[[Path], Story]


def frames() -> list[Frame]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, Frame) and one.isVisible()]


def windows_of(story: Story) -> Iterator[WorkingWindow]:
    """Return the windows that are open, the first one among them."""
    assert story.started.program is not None
    for frame in frames():
        yield story.started.program if frame is story.frame else frame.findChild(FurtherWindow)


def begin_something(window: WorkingWindow, chance: random.Random) -> None:
    """Begin what has not ended yet when the window goes: a page, a paper, a change, all of it read anew."""
    assert window.context is not None
    assert window.desk is not None
    begin = chance.choice(
        (
            lambda: window.go(chance.choice(places()).name),
            window.context.undo,
            window.context.redo,
            window.context.look_again_now,
            window.desk.write_every if window.idle() else window.look_anew,
            window.interior.header.search.begin,
        )
    )
    begin()


def let_go_on(story: Story, window: WorkingWindow, answers: int) -> None:
    """Let the window come so far that so many times what it had asked for by then has been answered."""
    assert window.context is not None
    answered: list[bool] = []
    for answer in range(answers):
        window.context.jobs.run(lambda: True, answered.append)
        story.wait(lambda answer=answer: len(answered) > answer)  # type: ignore[misc]


@pytest.mark.parametrize(("at_once", "times"), [(2, 1), pytest.param(5, 40, marks=pytest.mark.torture)])
def test_windows_are_closed_whatever_they_are_at(
    tell: Tell, store: Path, few_papers: None, at_once: int, times: int, tally: Tally
) -> None:
    chance, closed = random.Random(20180113), 0
    for time in range(times):
        story = tell(Path(shutil.copy(store, store.with_name(f"{time}.store"))))
        story.wait(lambda story=story: story.interior.here() == OVERVIEW and story.action("New window").isEnabled())  # type: ignore[misc]
        for _more in range(at_once - 1):
            story.action("New window").trigger()
        story.wait(lambda: len(frames()) == at_once)
        for _turn in range(chance.randrange(3)):
            QCoreApplication.processEvents()
        windows = list(windows_of(story))
        chance.shuffle(windows)
        for window in windows:
            for _beginning in range(chance.randrange(1, 4)):
                begin_something(window, chance)
            let_go_on(story, window, answers=chance.choice((0, 0, 1, 2, 5)))
            window.frame.close()
            closed += 1
        story.end()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
        assert frames() == []
    tally("P1 windows closed whatever they are at", tries=closed, lost=0)
