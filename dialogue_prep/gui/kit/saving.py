"""Keeps what a field holds as the user goes along, and shows what is in the store when nobody is typing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from dialogue_prep.domain.errors import Conflict, MachineError, Problem
from dialogue_prep.domain.sentence import Sentence
from dialogue_prep.gui.jobs import Jobs
from dialogue_prep.gui.words import sentence_in_words

if TYPE_CHECKING:
    from dialogue_prep.gui.kit.conflict_box import ConflictBox

V = TypeVar("V")

Keep = Callable[[V, V, str], object]
"""Keeps what an editor holds: that, what the user had seen there before, the visit to the field."""

_WAIT_MILLISECONDS = 1500


@dataclass(slots=True)
class _Seen(Generic[V]):
    """What the user last saw kept of a field, read or by an own doing: nobody's words but these are written over."""

    value: V


class Saving(QObject, Generic[V]):
    """Joins one editor with the store.

    `value` and `put` read and fill the editor. `touched` is to be called when the user changed something; what the
    editor holds is then kept after a short while, and at once when it loses the focus or is no longer seen. Until that
    is done, nothing that was read takes its place, nor does it count as seen. `problem` carries why something was
    refused, empty once it is kept. Where somebody else has written other words than were seen, both are shown, and the
    user says which are to stand. What makes no sense before it is whole is kept on leaving it only (`while_typing`
    False).
    """

    problem = Signal(str)

    def __init__(
        self,
        editor: QWidget,
        jobs: Jobs,
        new_visit: Callable[[], str],
        value: Callable[[], V],
        put: Callable[[V], None],
        *,
        while_typing: bool = True,
    ) -> None:
        super().__init__(editor)
        self._editor = editor
        self._jobs = jobs
        self._new_visit = new_visit
        self._value = value
        self._put = put
        self._while_typing = while_typing
        self._subject = ""
        self._keep: Keep[V] | None = None
        self._seen = _Seen(value())
        self._visit = ""
        self._putting = self._unsaved = self._refused = self._contested = False
        self._on_its_way: list[object] = []
        self._read_meanwhile: list[V] = []
        self._timer = QTimer(self, interval=_WAIT_MILLISECONDS, singleShot=True)
        self._timer.timeout.connect(self.flush)
        jobs.recovered.connect(self.flush)
        editor.installEventFilter(self)

    def show_value(self, subject: str, value: V, keep: Keep[V]) -> None:
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
            self._read_meanwhile = [value]
            if self._contested:
                self._know_theirs()
            return
        self._keep = keep
        self._fill(value)

    def touched(self) -> None:
        """Note that the user changed something."""
        if self._putting:
            return
        self._unsaved = True
        if self._while_typing and not self._timer.isActive():
            self._timer.start()

    def flush(self) -> None:
        """Keep now what is not kept yet."""
        self._timer.stop()
        if not self._unsaved or self._keep is None:
            return
        self._unsaved = False
        keep, value, seen, visit, token = self._keep, self._value(), self._seen, self._visit, object()
        self._on_its_way.append(token)

        def kept() -> None:
            keep(value, seen.value, visit)
            seen.value = value

        self._jobs.run(
            kept,
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

    def _fill(self, value: V) -> None:
        self._read_meanwhile = []
        self._seen = _Seen(value)
        if value != self._value():
            self._putting = True
            self._put(value)
            self._putting = False

    def _when_kept(self, token: object) -> None:
        if token in self._on_its_way:
            self._on_its_way.remove(token)
            self._refuse("")

    def _when_refused(self, token: object, error: BaseException) -> None:
        here = token in self._on_its_way
        if here:
            self._on_its_way.remove(token)
        if here and isinstance(error, MachineError):
            self._unsaved = True  # it can be kept as it is, as soon as nothing stands in the way
        if here and isinstance(error, Problem):
            self._refuse(sentence_in_words(error.sentence))
            if isinstance(error, Conflict):
                self._contested = True
                self._know_theirs()
                self._show_both(error)
        else:
            self._jobs.refuse(error)

    def _know_theirs(self) -> None:
        """Count what was read meanwhile as seen, for the user is told of it."""
        for value in self._read_meanwhile:
            self._seen = _Seen(value)

    def _show_both(self, conflict: Conflict) -> None:
        """Show what two people wrote; of a choice both are seen in its sentence, and it is made anew."""
        ours = self._value()
        words = ours if isinstance(ours, str) else "\n".join(ours) if isinstance(ours, tuple) else ""
        if not words:
            return
        # Imported here: two people seldom write in one place.
        from dialogue_prep.gui.kit.conflict_box import ConflictBox

        found, said = conflict.found, Sentence("{words}", conflict.sentence.values)
        theirs = "\n".join(map(str, found)) if isinstance(found, list) else sentence_in_words(said)
        box = ConflictBox(self._editor.accessibleName(), words, theirs, self._editor.window())
        box.finished.connect(lambda _result: self._when_decided(box))
        box.open()

    def _when_decided(self, box: ConflictBox) -> None:
        if box.ours_stand:
            self._unsaved = True
            self.flush()
        elif box.theirs_taken:
            self._unsaved = False
            self._refuse("")
            for value in self._read_meanwhile:
                self._fill(value)

    def _refuse(self, sentence: str) -> None:
        self._refused, self._contested = bool(sentence), False
        self.problem.emit(sentence)
