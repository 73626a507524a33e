"""What a unit is to say: edited in place while copies are reviewed, and kept as the reviewer leaves the line."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from dialogue_prep.gui.colours import Tone
from dialogue_prep.gui.kit.labels import PlainLabel, Size
from dialogue_prep.gui.words import _

_LINES = 4


class ReturnEditor(QWidget):
    """Shows words and lets them be reworded. `reworded` carries other words, `left` tells that the reviewer is done.

    Enter keeps what is typed and leaves, Shift+Enter begins a new line. Esc leaves too: what was typed is kept all the
    same, and a proposal of which nothing was typed is put away.
    """

    reworded = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(_("What it is to say"))
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(_LINES * self.text.fontMetrics().lineSpacing() + 24)
        self.text.installEventFilter(self)
        self.standing = PlainLabel(size=Size.SMALL, tone=Tone.MUTED, wrap=True)
        self._name = PlainLabel(_("What it is to say"), size=Size.SMALL, tone=Tone.MUTED)
        self._shown = self._proposed = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (self._name, self.text, self.standing):
            column.addWidget(widget)

    def show_words(self, words: str | None, standing: str) -> None:
        """Show what something comes to; None where it is not about words."""
        self._shown = self._proposed = words or ""
        if self.text.toPlainText() != self._shown:
            self.text.setPlainText(self._shown)
        self._name.setVisible(words is not None)
        self.text.setVisible(words is not None)
        self.standing.say(standing)

    def edit(self) -> None:
        """Let the words be reworded."""
        self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.text.moveCursor(QTextCursor.MoveOperation.End)

    def propose(self, words: str) -> None:
        """Let words be reworded that somebody has yet to finish; they count once they are left with Enter."""
        self._proposed = words
        self.text.setPlainText(words)
        self.edit()

    @property
    def typed(self) -> bool:
        """Whether there are words that the reviewer typed and that are not kept yet."""
        return not self.text.isHidden() and self.text.toPlainText() not in (self._shown, self._proposed)

    def flush(self) -> None:
        """Keep what was typed; a proposal of which nothing was typed is put away."""
        if self.typed:
            self._keep()
        elif self._proposed != self._shown:
            self.show_words(self._shown, self.standing.text())

    def hand_over(self) -> str:
        """Return what was typed and is not kept yet, and show what stood there before it."""
        words = self.text.toPlainText() if self.typed else ""
        if words:
            self.text.setPlainText(self._shown)
        return words

    def put_back(self, words: str) -> None:
        """Show words again that were handed over; they are kept as they are left."""
        self.text.setPlainText(words)
        self.text.moveCursor(QTextCursor.MoveOperation.End)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.FocusOut:
            self.flush()
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._keep()
        elif event.key() == Qt.Key.Key_Escape:
            self.flush()
        else:
            return False
        self.left.emit()
        return True

    def _keep(self) -> None:
        words = self.text.toPlainText().strip()
        if words != self._shown:
            self._shown = self._proposed = words
            self.reworded.emit(words)
