"""A widget that follows: it reads when it is in sight, and once for many changes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from dialogue_prep.domain.errors import NotFound, UserError
from dialogue_prep.gui.following import Following
from dialogue_prep.gui.jobs import Jobs


class Changing(QObject):
    """Stands for the context: something that changes, and jobs."""

    changed = Signal(object)

    def __init__(self, jobs: Jobs) -> None:
        super().__init__()
        self.jobs = jobs


@dataclass
class Followed:
    context: Changing
    widget: QWidget
    refused: list[BaseException]
    read: int = 0
    shown: list[int] = field(default_factory=list)
    error: Exception | None = None

    def follow(self) -> None:
        Following(self.widget, self.context, self._read, self.shown.append)  # type: ignore[arg-type]

    def _read(self) -> Callable[[], int]:
        self.read += 1
        number, error = self.read, self.error

        def read() -> int:
            if error is not None:
                raise error
            return number

        return read


@pytest.fixture
def followed(qtbot: QtBot) -> Iterator[Followed]:
    refused: list[BaseException] = []
    jobs = Jobs(refused.append)
    widget = QWidget()
    qtbot.addWidget(widget)
    followed = Followed(Changing(jobs), widget, refused)
    followed.follow()
    yield followed
    jobs.close()


def test_it_reads_when_it_comes_into_sight_and_not_before(qtbot: QtBot, followed: Followed) -> None:
    with qtbot.waitSignal(followed.context.changed):
        followed.context.changed.emit(None)
    assert followed.read == 0
    followed.widget.show()
    qtbot.waitUntil(lambda: bool(followed.shown))


def test_many_changes_are_read_once_more(qtbot: QtBot, followed: Followed) -> None:
    followed.widget.show()
    for _change in range(20):
        followed.context.changed.emit(None)
    qtbot.waitUntil(lambda: followed.shown[-1:] == [followed.read] and followed.read > 1)
    assert followed.read <= 3


def test_what_a_change_brings_into_sight_is_read_once(qtbot: QtBot, followed: Followed) -> None:
    followed.context.changed.connect(lambda _step: followed.widget.show())
    followed.context.changed.emit(None)
    qtbot.waitUntil(lambda: bool(followed.shown))
    answered: list[bool] = []
    followed.context.jobs.run(lambda: True, answered.append)
    qtbot.waitUntil(lambda: bool(answered))
    assert followed.read == 1


def test_a_change_while_out_of_sight_is_read_on_coming_back(qtbot: QtBot, followed: Followed) -> None:
    followed.widget.show()
    qtbot.waitUntil(lambda: followed.shown == [1])
    followed.widget.hide()
    with qtbot.waitSignal(followed.context.changed):
        followed.context.changed.emit(None)
    followed.widget.show()
    qtbot.waitUntil(lambda: followed.shown == [1, 2])


def test_what_was_removed_while_it_was_read_is_no_failure(qtbot: QtBot, followed: Followed) -> None:
    followed.error = NotFound("It is gone.")
    followed.widget.show()
    qtbot.waitUntil(lambda: followed.read == 1)
    followed.error = None
    followed.context.changed.emit(None)
    qtbot.waitUntil(lambda: bool(followed.shown))
    assert followed.refused == []


def test_any_other_error_is_told(qtbot: QtBot, followed: Followed) -> None:
    followed.error = UserError("It cannot be.")
    followed.widget.show()
    qtbot.waitUntil(lambda: followed.refused == [followed.error])
