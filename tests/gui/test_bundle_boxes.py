"""Bundles in the window: what goes in is shown before it is written, and what both changed before it is taken in."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.text import in_english
from dialogue_prep.domain.topic import Topic
from dialogue_prep.gui.boxes.bundle_make_box import BundleMakeBox
from dialogue_prep.gui.boxes.bundle_take_box import BundleTakeBox
from dialogue_prep.gui.jobs import Jobs
from dialogue_prep.services.bundles import Bundles, Recipient
from dialogue_prep.services.workspace import Workspace
from dialogue_prep.store.database import Database
from tests.invented import made_store, workspace_of
from tests.invented_dialogue import invented_dialogue

Copies = tuple[Workspace, Workspace]


@pytest.fixture
def copies(tmp_path: Path) -> Iterator[Copies]:
    """Yield the store of a desk and that of a laptop, which has taken in all of it and changed a topic since."""
    desk = workspace_of(Database(made_store(tmp_path / "desk.store", invented_dialogue())))
    laptop = workspace_of(Database(made_store(tmp_path / "laptop.store")))
    Bundles(desk).make(Recipient(), tmp_path / "first.bundle")
    there = Bundles(laptop)
    there.take(there.report(tmp_path / "first.bundle"), trusted=True)
    for workspace, title in ((desk, "Ours"), (laptop, "Theirs")):
        with workspace.request("Rename") as work:
            work.put(replace(work.get(Topic, "water"), title=in_english(title)))
    there.make(there.recipient(), tmp_path / "back.bundle")
    yield desk, laptop
    for workspace in (desk, laptop):
        workspace.database.close()


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """Return what the boxes belong to; they go with it, or when they are closed."""
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def jobs() -> Iterator[Jobs]:
    errors: list[BaseException] = []
    jobs = Jobs(errors.append)
    yield jobs
    jobs.close()
    assert errors == []


def test_what_goes_in_and_what_does_not_is_shown_before_it_is_written(
    qtbot: QtBot, window: QWidget, jobs: Jobs, copies: Copies, tmp_path: Path
) -> None:
    box = BundleMakeBox(jobs, Bundles(copies[0]), "en", parent=window)
    box.show()
    qtbot.waitUntil(box.do.isEnabled)
    assert box.whom.currentText() == "Office of Courts"
    assert "Biography" not in box.inside.text()
    assert "Biography" in box.outside.text()
    with qtbot.waitSignal(box.made) as said:
        box.write(tmp_path / "courts.bundle")
    assert (tmp_path / "courts.bundle").is_file()
    assert Bundles(copies[0]).own().fingerprint in said.args[0]


def test_what_both_changed_is_chosen_side_by_side(
    qtbot: QtBot, window: QWidget, jobs: Jobs, copies: Copies, tmp_path: Path
) -> None:
    box = BundleTakeBox(jobs, Bundles(copies[0]), tmp_path / "back.bundle", "en", window)
    box.show()
    qtbot.waitUntil(lambda: box.report is not None)
    assert not box.do.isEnabled()
    box.compared.setChecked(True)
    (choice,) = box.choices
    other = choice.ours if choice.theirs.isChecked() else choice.theirs
    words = "Ours" if other is choice.ours else "Theirs"
    other.setChecked(True)
    with qtbot.waitSignal(box.taken):
        box.take()
    with copies[0].look() as work:
        assert work.get(Topic, "water").title == in_english(words)


def test_which_side_stands_cannot_be_chosen_while_the_bundle_is_being_taken_in(
    qtbot: QtBot, window: QWidget, jobs: Jobs, copies: Copies, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def take(*_asked: object, **_choices: object) -> None:
        held.wait(10)
        raise UserError("Not today.")

    held = threading.Event()
    monkeypatch.setattr(Bundles, "take", take)
    box = BundleTakeBox(jobs, Bundles(copies[0]), tmp_path / "back.bundle", "en", window)
    box.show()
    qtbot.waitUntil(lambda: box.report is not None)
    press(qtbot, box.compared)
    (choice,) = box.choices
    other, chosen = (choice.ours, choice.theirs) if choice.theirs.isChecked() else (choice.theirs, choice.ours)
    qtbot.mouseClick(box.do, Qt.MouseButton.LeftButton)
    press(qtbot, other)
    press(qtbot, box.compared)
    qtbot.keyClick(box.focusWidget() or box, Qt.Key.Key_Space)
    assert (chosen.isChecked(), box.compared.isChecked(), box.isVisible()) == (True, True, True)
    held.set()
    qtbot.waitUntil(lambda: box.verdict.text() == "Not today.")
    assert box.focusWidget() is box.do
    assert box.do.isEnabled()
    press(qtbot, other)
    assert other.isChecked()


def press(qtbot: QtBot, button: QAbstractButton) -> None:
    """Press a button that is wider than its words, on its mark."""
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(8, button.height() // 2))


def test_a_file_that_is_no_bundle_is_refused_in_the_box(
    qtbot: QtBot, window: QWidget, jobs: Jobs, copies: Copies, tmp_path: Path
) -> None:
    (tmp_path / "letter.bundle").write_bytes(b"Dear colleague")
    box = BundleTakeBox(jobs, Bundles(copies[0]), tmp_path / "letter.bundle", "en", window)
    qtbot.waitUntil(lambda: "no bundle of this program" in box.verdict.text())
    assert not box.do.isEnabled()
