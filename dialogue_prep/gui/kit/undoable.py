"""What is done in a part of the window before any of it is stored: each act can be taken back there, and done again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Undoable(Generic[V]):
    """A value as it is now, as it was before each act, and what was taken back."""

    now: V
    before: tuple[V, ...] = ()
    taken_back: tuple[V, ...] = ()

    def acted(self, value: V) -> Undoable[V]:
        """Return this with one more act; an act that changes nothing is none."""
        return self if value == self.now else Undoable(value, (*self.before, self.now))

    def undone(self) -> Undoable[V]:
        """Return this without the last act, if there is one."""
        if not self.before:
            return self
        return Undoable(self.before[-1], self.before[:-1], (*self.taken_back, self.now))

    def redone(self) -> Undoable[V]:
        """Return this with the act again that was taken back last, if there is one."""
        if not self.taken_back:
            return self
        return Undoable(self.taken_back[-1], (*self.before, self.now), self.taken_back[:-1])


def asks_to_redo(event: QKeyEvent) -> bool:
    """Say whether a key is that of redo: the system's own, or Word's where the system has another one."""
    return event.matches(QKeySequence.StandardKey.Redo) or (
        event.key() == Qt.Key.Key_Y and event.modifiers() == Qt.KeyboardModifier.ControlModifier
    )


class OwnUndo(QObject):
    """Has the keys of undo and redo mean the acts in a widget, and not those of the whole program."""

    def __init__(self, widget: QWidget, undo: Callable[[], None], redo: Callable[[], None]) -> None:
        super().__init__(widget)
        self._undo, self._redo = undo, redo
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() not in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress) or not isinstance(event, QKeyEvent):
            return False
        back, again = event.matches(QKeySequence.StandardKey.Undo), asks_to_redo(event)
        if not back and not again:
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            (self._undo if back else self._redo)()
        return True
