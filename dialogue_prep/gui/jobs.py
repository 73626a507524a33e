"""Work that would hold up the window, done beside it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from itertools import count
from types import BuiltinMethodType, CellType, FunctionType, MethodType
from typing import Any, Generic, NamedTuple, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from dialogue_prep.domain.errors import Conflict

T = TypeVar("T")
Refusal = Callable[[BaseException], None]

# Python lets a thread compute for 5 ms before another has its turn, and the window's asks for one after every call of
# Qt: beside a job it would wait most of its time.
_TURN_SECONDS = 0.0005

_END = object()
_FUNCTIONS = (FunctionType, MethodType, BuiltinMethodType)
_EMPTY = CellType()


class _Asked(NamedTuple):
    """Who hears what becomes of a task, and who asked for it."""

    then: Callable[[Any], None] | None
    refused: Refusal
    by: QObject | None


@dataclass(eq=False)
class LongJob(Generic[T]):
    """Work of many steps that the user sees and can cancel between two of them; `of` is how many steps there are."""

    title: str
    of: int
    then: Callable[[LongJob[T]], None]
    steps: Iterator[T] | None = None
    results: list[T] = field(default_factory=list)
    cancelled: bool = False

    @property
    def done(self) -> int:
        """How many steps are behind."""
        return len(self.results)


class Jobs(QObject):
    """Runs functions on one worker thread, in order, and answers on the GUI thread.

    `progress` carries the long job that is running, or None once it has ended. Other work is done between the steps
    of a long job, so that pages can be read meanwhile. `conflicted` tells that somebody else has changed what a task
    was to change, so that what is shown is no longer what is kept. `recovered` is emitted by whoever sees that what
    stood in the way of tasks is gone. `asked` and `answered` carry the box or the form that has asked for something,
    until it is answered.
    """

    progress = Signal(object)
    conflicted = Signal()
    recovered = Signal()
    asked = Signal(object)
    answered = Signal(object)
    _ended = Signal(object)

    def __init__(self, refused: Refusal, parent: QObject | None = None, first: Jobs | None = None) -> None:
        super().__init__(parent)
        self._refused = refused
        # The thread tells the first of those who share it, which lives as long as it: another may go at any moment.
        self._first = first or self
        self._executor: ThreadPoolExecutor = first._executor if first else _worker()
        self._running: LongJob[Any] | None = None
        self._closed = False
        self._numbers = count()
        # Kept here and not with the thread: a widget must not go by what another thread drops last.
        self._waiting: dict[int, _Asked] = {}
        self._ended.connect(self._answer, Qt.ConnectionType.QueuedConnection)

    @property
    def running(self) -> LongJob[Any] | None:
        """The long job that is running."""
        return self._running

    def run(
        self,
        task: Callable[[], T],
        then: Callable[[T], None] | None = None,
        refused: Refusal | None = None,
        by: QObject | None = None,
    ) -> None:
        """Do the task beside the window; call `then` with what it returned, or `refused` with what it raised.

        Nothing is done any more once the window has closed, and a box or a page that is gone is not called. `by` is the
        box or the form that asks for one thing at a time: what it asks for before it has been answered, as by a double
        click, is not done.
        """
        first, number = self._first, next(self._numbers)
        already = by is not None and any(asked.by is by for asked in self._waiting.values())
        if self._closed or first._closed or already:
            return
        self._waiting[number] = _Asked(then, refused or self._refused, by)
        if by is not None:
            self.asked.emit(by)
        future = self._executor.submit(task)
        future.add_done_callback(lambda done: first._ended.emit((self, number, done)))

    def run_long(
        self, title: str, of: int, steps: Callable[[], Iterator[T]], then: Callable[[LongJob[T]], None]
    ) -> None:
        """Take the steps one after the other; call `then` at the end, also of a job that was cancelled.

        There is one long job at a time: whoever offers one offers it only while none is running.
        """
        assert self._running is None, "a long job is running"
        job: LongJob[T] = LongJob(title, of, then)
        self._running = job

        def begin() -> object:
            job.steps = steps()
            return next(job.steps, _END)

        self.progress.emit(job)
        self._take(job, begin)

    def beside(self, parent: QObject) -> Jobs:
        """Return jobs that are done on the same thread and answered to somebody else, such as another window."""
        return Jobs(self._refused, parent, self._first)

    def refuse(self, error: BaseException) -> None:
        """Tell whoever is told of failed jobs about an error."""
        self._refused(error)

    def cancel(self) -> None:
        """End the long job after the step it is at; what it has done stays."""
        if self._running is not None:
            self._running.cancelled = True

    def forget(self) -> None:
        """Answer nobody who has asked so far, for they are gone; what was asked is done all the same."""
        for asked in self._waiting.values():
            if asked.by is not None:
                self.answered.emit(asked.by)
        self._waiting.clear()
        if self._running is not None:
            self._end(self._running)

    def close(self) -> None:
        """Wait for what was asked for to be done; a long job ends with the step it is at.

        Where the thread is that of others, nothing is waited for, and only nobody is answered any more.
        """
        self.forget()
        self._closed = True
        if self._first is self:
            self._executor.shutdown(wait=True)

    def _take(self, job: LongJob[Any], step: Callable[[], object]) -> None:
        self.run(step, lambda result: self._when_step_taken(job, result), lambda error: self._when_broken(job, error))

    def _when_step_taken(self, job: LongJob[Any], result: object) -> None:
        if result is not _END:
            job.results.append(result)
        if result is _END or job.cancelled:
            self._end(job)
            job.then(job)
            return
        steps = job.steps
        assert steps is not None
        self.progress.emit(job)
        self._take(job, lambda: next(steps, _END))

    def _when_broken(self, job: LongJob[Any], error: BaseException) -> None:
        self._end(job)
        self._refused(error)

    def _end(self, job: LongJob[Any]) -> None:
        job.steps = None
        self._running = None
        self.progress.emit(None)

    def _answer(self, ended: tuple[Jobs, int, Future[Any]]) -> None:
        jobs, number, future = ended
        if isValid(jobs):
            jobs._when_ended(number, future)

    def _when_ended(self, number: int, future: Future[Any]) -> None:
        if number not in self._waiting:
            return
        asked = self._waiting.pop(number)
        gone = asked.by is not None and not isValid(asked.by)
        if asked.by is not None:
            self.answered.emit(asked.by)
        if (error := future.exception()) is not None:
            told = self._refused if gone or _is_gone(asked.refused) else asked.refused
            told(error)
            if isinstance(error, Conflict):
                self.conflicted.emit()
        elif asked.then is not None and not gone and not _is_gone(asked.then):
            asked.then(future.result())


def _worker() -> ThreadPoolExecutor:
    """Return the thread on which jobs are done; it gives way to the window's as soon as that wants to go on."""
    return ThreadPoolExecutor(1, "job", initializer=sys.setswitchinterval, initargs=(_TURN_SECONDS,))


def _is_gone(answered: Callable[..., object] | None) -> bool:
    """Say whether what would be answered belongs to a box or a page that was closed while the job ran.

    It belongs to one as its method, or as a function made within it, which holds it or another such function.
    """
    looked: set[int] = set()
    held: list[object] = [answered]
    while held:
        one = held.pop()
        one = one.func if isinstance(one, partial) else one
        if isinstance(one, QObject) and not isValid(one):
            return True
        if isinstance(one, _FUNCTIONS) and id(one) not in looked:
            looked.add(id(one))  # a function may hold itself
            cells = getattr(one, "__closure__", None) or ()
            held += [getattr(one, "__self__", None), *(cell.cell_contents for cell in cells if cell != _EMPTY)]
    return False
