"""Keeps what a field holds as the user goes along, and shows what is in the store when nobody is typing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from dialogue_prep.domain.errors import Problem
from dialogue_prep.gui.jobs import Jobs
from dialogue_prep.gui.words import _

V = TypeVar("V")

_WAIT_MILLISECONDS = 1500


class Saving(QObject, Generic[V]):
    """Joins one editor with the store.

    `value` and `put` read and fill the editor. `touched` is to be called when the user changed something; what the
    editor holds is then kept after a short while, and at once when it loses the focus or is no longer seen. Until that
    is done, nothing that was read takes its place. `problem` carries why something was refused, empty once it is kept.
    """

    problem = Signal(str)

    def __init__(
        self,
        editor: QWidget,
        jobs: Jobs,
        new_visit: Callable[[], str],
        value: Callable[[], V],
        put: Callable[[V], None],
    ) -> None:
        super().__init__(editor)
        self._editor = editor
        self._jobs = jobs
        self._new_visit = new_visit
        self._value = value
        self._put = put
        self._subject = ""
        self._keep: Callable[[V, str], object] | None = None
        self._visit = ""
        self._putting = self._unsaved = self._refused = False
        self._on_its_way: list[object] = []
        self._timer = QTimer(self, interval=_WAIT_MILLISECONDS, singleShot=True)
        self._timer.timeout.connect(self.flush)
        editor.installEventFilter(self)

    def show_value(self, subject: str, value: V, keep: Callable[[V, str], object]) -> None:
        """Show what is kept of a subject; `keep`, called in a job, keeps a value that the user gave in a visit.

        What the user has not finished typing on this subject stays; on another subject it is kept first.
        """
        if subject != self._subject:
            self.flush()
            self._subject, self._on_its_way = subject, []
            self._visit = self._new_visit()
            self._refuse("")
        elif self._unsaved or self._refused or self._on_its_way:
            self._keep = keep
            return
        self._keep = keep
        if value != self._value():
            self._putting = True
            self._put(value)
            self._putting = False

    def touched(self) -> None:
        """Note that the user changed something."""
        if self._putting:
            return
        self._unsaved = True
        if not self._timer.isActive():
            self._timer.start()

    def flush(self) -> None:
        """Keep now what is not kept yet."""
        self._timer.stop()
        if not self._unsaved or self._keep is None:
            return
        self._unsaved = False
        keep, value, visit, token = self._keep, self._value(), self._visit, object()
        self._on_its_way.append(token)
        self._jobs.run(
            lambda: keep(value, visit),
            lambda _kept: self._when_kept(token),
            lambda error: self._when_refused(token, error),
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if watched is self._editor:
            if event.type() == QEvent.Type.FocusIn:
                self._visit = self._new_visit()
            elif event.type() in (QEvent.Type.FocusOut, QEvent.Type.Hide):
                self.flush()
        return False

    def _when_kept(self, token: object) -> None:
        if token in self._on_its_way:
            self._on_its_way.remove(token)
            self._refuse("")

    def _when_refused(self, token: object, error: BaseException) -> None:
        here = token in self._on_its_way
        if here:
            self._on_its_way.remove(token)
        if here and isinstance(error, Problem):
            self._refuse(error.sentence.read(translate=_))
        else:
            self._jobs.refuse(error)

    def _refuse(self, sentence: str) -> None:
        self._refused = bool(sentence)
        self.problem.emit(sentence)
