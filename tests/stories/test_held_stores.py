"""A store that somebody else holds: its window is called forward, or it is taken from a machine that left."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from dialogue_prep.gui import held_store
from dialogue_prep.gui.boxes.question_box import QuestionBox
from dialogue_prep.gui.window.interior import OVERVIEW
from dialogue_prep.services.opening import Opening, open_to_write
from dialogue_prep.system.calling import call, hear_call
from dialogue_prep.system.folders import user_folders
from tests.stories.conftest import Story

Tell = Callable[[Path], Story]
ELSEWHERE = {"host": "another-machine.example", "process": 7, "since": "2032-02-06T11:00:00+00:00"}


def test_who_calls_the_window_that_has_the_store_is_not_needed_any_longer(
    tell: Tell, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    quits: list[bool] = []
    monkeypatch.setattr(QApplication, "quit", lambda: quits.append(True))
    with open_to_write(Opening(store=store, named=True, folders=user_folders())):
        story = tell(store)
        story.click(story.welcome.call)
        story.wait(lambda: hear_call(store))
        story.wait(lambda: quits == [True])


def test_a_call_that_nobody_answers_is_told(tell: Tell, store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(held_store, "call", partial(call, patience=0))
    with open_to_write(Opening(store=store, named=True, folders=user_folders())):
        story = tell(store)
        story.click(story.welcome.call)
        story.wait(lambda: any("Nobody answers" in words for words in story.labels()))
        assert story.welcome.call.isVisible()


def test_a_window_that_is_called_is_no_longer_minimized(tell: Tell, store: Path) -> None:
    story = tell(store)
    story.wait(lambda: story.interior.here() == OVERVIEW)
    story.frame.showMinimized()
    heard: list[bool] = []
    assert story.started.parts is not None
    story.started.parts.jobs.run(lambda: call(store), heard.append)
    story.wait(lambda: bool(heard))
    assert heard == [True]
    assert not story.frame.isMinimized()


def test_a_store_that_another_machine_left_is_taken_when_the_user_says_so(tell: Tell, store: Path) -> None:
    note = store.with_name(f".{store.name}.holder")
    note.write_text(json.dumps(ELSEWHERE), encoding="utf-8")
    story = tell(store)
    assert any("another-machine.example" in words for words in story.labels())
    assert not story.welcome.call.isVisible()
    story.click(story.welcome.take)
    box = story.frame.findChild(QuestionBox)
    box.leave.click()
    assert json.loads(note.read_text(encoding="utf-8")) == ELSEWHERE
    story.look_at()
    story.click(story.welcome.take)
    story.wait(lambda: any(box.isVisible() for box in story.frame.findChildren(QuestionBox)))
    next(box for box in story.frame.findChildren(QuestionBox) if box.isVisible()).do.click()
    story.wait(lambda: story.interior.here() == OVERVIEW)
