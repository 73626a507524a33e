"""Every uncaught exception ends in one funnel: written down without store text, told once, the program stays usable."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QRunnable, QThreadPool, QTimer
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from dialogue_prep.domain.errors import UserError
from dialogue_prep.gui.boxes.failure_box import FailureBox
from dialogue_prep.gui.failures import Failures
from dialogue_prep.gui.jobs import Jobs
from dialogue_prep.gui.kit.labels import PlainLabel
from tests.conftest import Tally

pytestmark = pytest.mark.qt_no_exception_capture

CANARY = "canary-of-the-store"


class Written:
    """Stands for the log: what was written down."""

    def __init__(self) -> None:
        self.errors: list[BaseException] = []

    def write(self, error: BaseException | None) -> Path:
        if error is not None:
            self.errors.append(error)
        return Path("log")


@pytest.fixture
def written() -> Written:
    return Written()


@pytest.fixture
def failures(qtbot: QtBot, written: Written) -> Iterator[Failures]:
    failures = Failures(written.write, FailureBox)
    failures.take_over()
    yield failures
    if (box := failures.box()) is not None:
        box.close()
    failures.hand_back()


def fail() -> None:
    raise ValueError(CANARY)


class Clumsy(QWidget):
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.User:
            fail()
        if event.type() == QEvent.Type.MaxUser:
            int(CANARY)
        return super().event(event)


def in_a_slot(_owner: QWidget) -> None:
    button = QPushButton()
    button.clicked.connect(fail)
    button.click()


def in_a_virtual_method(owner: QWidget) -> None:
    QCoreApplication.postEvent(Clumsy(owner), QEvent(QEvent.Type.User))


def in_what_python_itself_does_in_a_virtual_method(owner: QWidget) -> None:
    QCoreApplication.postEvent(Clumsy(owner), QEvent(QEvent.Type.MaxUser))


def in_a_timer(_owner: QWidget) -> None:
    QTimer.singleShot(0, fail)


def in_a_thread(_owner: QWidget) -> None:
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()


class Going:
    def __del__(self) -> None:
        fail()


def in_an_object_that_goes(_owner: QWidget) -> None:
    Going()


def in_a_pool(owner: QWidget) -> None:
    class Task(QRunnable):
        def run(self) -> None:
            fail()

    task = Task()
    task.setAutoDelete(False)
    pool = QThreadPool(owner)
    pool.start(task)
    pool.waitForDone()


@pytest.mark.parametrize(
    "happen",
    [
        in_a_slot,
        in_a_virtual_method,
        in_what_python_itself_does_in_a_virtual_method,
        in_a_timer,
        in_a_thread,
        in_a_pool,
        in_an_object_that_goes,
    ],
)
def test_an_exception_is_told_wherever_it_happens(
    qtbot: QtBot, failures: Failures, written: Written, happen: Callable[[QWidget], None], tally: Tally
) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    happen(owner)
    qtbot.waitUntil(lambda: failures.box() is not None)
    tally("P1 exceptions told, wherever they happen", tries=1, lost=int(len(written.errors) != 1))
    assert [type(error) for error in written.errors] == [ValueError]


def test_an_exception_in_a_job_is_told(qtbot: QtBot, failures: Failures) -> None:
    jobs = Jobs(failures.tell)
    jobs.run(fail)
    qtbot.waitUntil(lambda: failures.box() is not None)
    jobs.close()


def test_one_box_at_a_time_and_another_after_it(qtbot: QtBot, failures: Failures, written: Written) -> None:
    with ThreadPoolExecutor() as pool:
        for _number in range(5):
            pool.submit(failures.tell, ValueError(CANARY))
    qtbot.waitUntil(lambda: len(written.errors) == 5)
    box = failures.box()
    assert box is not None
    box.close()
    assert failures.box() is None
    failures.tell(ValueError())
    qtbot.waitUntil(lambda: failures.box() is not None)


def test_the_report_says_where_it_failed_and_nothing_of_the_store(qtbot: QtBot, failures: Failures) -> None:
    QTimer.singleShot(0, fail)
    qtbot.waitUntil(lambda: failures.box() is not None)
    box = failures.box()
    assert box is not None
    report = box.findChild(QPlainTextEdit)
    assert report is not None
    assert "ValueError" in report.toPlainText()
    assert "fail" in report.toPlainText()
    assert CANARY not in report.toPlainText() + " ".join(label.text() for label in box.findChildren(PlainLabel))


def test_a_problem_is_told_in_its_own_sentence(qtbot: QtBot, failures: Failures) -> None:
    failures.tell(UserError("{city} is no place.", city="<b>Nowhere</b>"))
    qtbot.waitUntil(lambda: failures.box() is not None)
    box = failures.box()
    assert box is not None
    assert "<b>Nowhere</b> is no place." in [label.text() for label in box.findChildren(PlainLabel)]
    assert box.findChild(QPlainTextEdit) is None


def test_handing_back_leaves_errors_to_whoever_had_them(qtbot: QtBot, written: Written) -> None:
    before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
    failures = Failures(written.write, FailureBox)
    failures.take_over()
    assert sys.excepthook is not before[0]
    failures.hand_back()
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == before
