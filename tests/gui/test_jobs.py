"""Work beside the window: answers come on the GUI thread, long work can be cancelled between two steps."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from dialogue_prep.gui.jobs import Jobs, LongJob


class Heard:
    def __init__(self) -> None:
        self.errors: list[BaseException] = []
        self.jobs = Jobs(self.errors.append)


@pytest.fixture
def heard(qtbot: QtBot) -> Iterator[Heard]:
    heard = Heard()
    yield heard
    heard.jobs.close()


def test_a_task_runs_beside_the_window_and_is_answered_on_its_thread(qtbot: QtBot, heard: Heard) -> None:
    threads: list[bool] = []
    here = threading.get_ident()
    heard.jobs.run(
        lambda: threads.append(threading.get_ident() == here), lambda _: threads.append(threading.get_ident() == here)
    )
    qtbot.waitUntil(lambda: len(threads) == 2)
    assert threads == [False, True]


def test_what_a_task_raises_reaches_who_asked_else_everybody(qtbot: QtBot, heard: Heard) -> None:
    own: list[BaseException] = []
    heard.jobs.run(lambda: 1 / 0, refused=own.append)
    heard.jobs.run(lambda: {}["missing"])
    qtbot.waitUntil(lambda: bool(own and heard.errors))
    assert [type(error) for error in (*own, *heard.errors)] == [ZeroDivisionError, KeyError]


def test_a_box_that_was_closed_meanwhile_is_not_answered(qtbot: QtBot, heard: Heard) -> None:
    box, done = QLabel(), threading.Event()
    heard.jobs.run(done.wait, box.setDisabled)
    heard.jobs.run(done.wait, partial(box.setDisabled))
    delete(box)
    done.set()
    answered: list[bool] = []
    heard.jobs.run(lambda: True, answered.append)
    qtbot.waitUntil(lambda: bool(answered))
    assert heard.errors == []


def test_a_long_job_tells_each_step_and_its_results(qtbot: QtBot, heard: Heard) -> None:
    told: list[tuple[int, int] | None] = []
    ended: list[LongJob[int]] = []
    heard.jobs.progress.connect(lambda job: told.append((job.done, job.of) if job else None))
    heard.jobs.run_long("Counting", 3, lambda: iter(range(3)), ended.append)
    qtbot.waitUntil(lambda: bool(ended))
    assert told == [(0, 3), (1, 3), (2, 3), (3, 3), None]
    assert (ended[0].results, ended[0].cancelled) == ([0, 1, 2], False)


def test_a_cancelled_job_keeps_what_it_has_done_and_others_can_follow(qtbot: QtBot, heard: Heard) -> None:
    ended: list[LongJob[int]] = []

    def cancel(job: LongJob[Any] | None) -> None:
        if job is not None and job.done == 2:
            heard.jobs.cancel()

    heard.jobs.progress.connect(cancel)
    heard.jobs.run_long("Counting", 100, lambda: iter(range(100)), ended.append)
    qtbot.waitUntil(lambda: bool(ended))
    assert ended[0].cancelled
    assert ended[0].results == [0, 1, 2]
    assert heard.jobs.running is None
    heard.jobs.run_long("Again", 1, lambda: iter([7]), ended.append)
    qtbot.waitUntil(lambda: len(ended) == 2)
    assert ended[1].results == [7]


def test_a_step_that_fails_ends_the_job_and_is_told(qtbot: QtBot, heard: Heard) -> None:
    def steps() -> Iterator[int]:
        yield 1
        raise OSError

    heard.jobs.run_long("Failing", 2, steps, lambda _job: pytest.fail("it did not end well"))
    qtbot.waitUntil(lambda: bool(heard.errors))
    assert heard.jobs.running is None


def test_pages_are_read_between_the_steps_of_a_long_job(qtbot: QtBot, heard: Heard) -> None:
    order: list[str] = []
    ended: list[LongJob[None]] = []

    def steps() -> Iterator[None]:
        for _number in range(3):
            order.append("step")
            yield

    heard.jobs.run_long("Stepping", 3, steps, ended.append)
    heard.jobs.run(lambda: order.append("page"))
    qtbot.waitUntil(lambda: bool(ended))
    assert order.index("page") < 3


def test_closing_does_what_was_asked_for_first(qtbot: QtBot) -> None:
    done: list[int] = []
    jobs = Jobs(lambda error: pytest.fail(str(error)))
    for number in range(20):
        jobs.run(lambda number=number: done.append(number))  # type: ignore[misc]
    jobs.close()
    assert done == list(range(20))


def test_a_window_can_go_while_the_thread_that_it_shares_works_for_it(
    qtbot: QtBot, heard: Heard, caplog: pytest.LogCaptureFixture
) -> None:
    go_on = threading.Event()
    answered: list[bool] = []
    window = QWidget()
    beside = heard.jobs.beside(window)
    beside.run(go_on.wait, lambda _: pytest.fail("nobody is there"))
    beside.close()
    delete(window)
    go_on.set()
    heard.jobs.run(lambda: True, answered.append)
    qtbot.waitUntil(lambda: bool(answered))
    assert (heard.errors, caplog.records) == ([], [])


def test_a_function_that_begins_again_by_itself_is_answered(qtbot: QtBot, heard: Heard) -> None:
    numbers = iter(range(3))
    answered: list[int] = []

    def begin(number: int = -1) -> None:
        answered.append(number)
        heard.jobs.run(lambda: next(numbers, None), again)

    def again(number: int | None) -> None:
        if number is not None:
            begin(number)

    begin()
    qtbot.waitUntil(lambda: answered == [-1, 0, 1, 2])
    assert heard.errors == []


def test_who_is_gone_gets_no_answer(qtbot: QtBot, heard: Heard) -> None:
    done: list[str] = []
    heard.jobs.run(lambda: done.append("asked before"), lambda _: pytest.fail("nobody is there"))
    heard.jobs.run(lambda: 1 / 0)
    heard.jobs.run_long("Counting", 9, lambda: iter(range(9)), lambda _: pytest.fail("nobody is there"))
    heard.jobs.forget()
    assert heard.jobs.running is None
    heard.jobs.run(lambda: None, lambda _: done.append("asked afterwards"))
    qtbot.waitUntil(lambda: len(done) == 2)
    assert (done, heard.errors) == (["asked before", "asked afterwards"], [])
