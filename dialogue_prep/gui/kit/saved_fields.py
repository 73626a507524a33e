"""Fields of forms: an editor with its name above it and, below it, what is wrong with what it holds."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QTextEdit, QVBoxLayout, QWidget

from dialogue_prep.gui.colours import Tone
from dialogue_prep.gui.jobs import Jobs
from dialogue_prep.gui.kit.labels import OptionalLabel, PlainLabel, Size, plain_action
from dialogue_prep.gui.kit.saving import Saving
from dialogue_prep.gui.kit.undoable import asks_to_redo

_LONG = 144


class Field(QWidget):
    """An editor between its name, with what stands aside of that, and the sentence that says what is wrong with it."""

    def __init__(
        self, name: str, editor: QWidget, *, aside: QWidget | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.editor = editor
        self._name = PlainLabel(size=Size.SMALL, tone=Tone.MUTED, wrap=True)
        self._name.setBuddy(editor)
        self._problem = OptionalLabel(size=Size.SMALL, tone=Tone.BAD, wrap=True)
        self.rename(name)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        head = QHBoxLayout()
        head.addWidget(self._name, 1)
        if aside is not None:
            head.addWidget(aside)
        layout.addLayout(head)
        layout.addWidget(editor)
        layout.addWidget(self._problem)

    def rename(self, name: str) -> None:
        """Give the field another name."""
        self._name.say(plain_action(name))  # a label with an editor reads & as the mark of a letter
        # A short name stays in one line; a long one may take more, so that it makes no form wider.
        self._name.setMinimumWidth(min(self._name.fontMetrics().horizontalAdvance(name) + 2, _LONG))
        self.editor.setAccessibleName(name)

    def refuse(self, sentence: str) -> None:
        """Say what is wrong; an empty sentence says that nothing is."""
        self._problem.say(sentence)
        self.editor.setAccessibleDescription(sentence)

    def problem(self) -> str:
        """Return what is wrong, empty where nothing is."""
        return self._problem.text()


class SavedLine(QLineEdit):
    """One line of words, kept on Enter and on leaving it; `while_typing` after a short while, too."""

    def __init__(
        self,
        jobs: Jobs,
        new_visit: Callable[[], str],
        *,
        while_typing: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.saving: Saving[str] = Saving(self, jobs, new_visit, self.text, self._put, while_typing=while_typing)
        self.textEdited.connect(lambda _words: self.saving.touched())
        self.editingFinished.connect(self.saving.flush)

    def _put(self, words: str) -> None:
        self.setText(words)
        self.setCursorPosition(0)  # else of words that are too long only the end would be seen


class SavedText(QTextEdit):
    """Paragraphs without any form, kept at most two seconds after they were typed.

    A paragraph may have several lines (Shift+Enter). Tab leads on to the next field.
    """

    def __init__(self, jobs: Jobs, new_visit: Callable[[], str], lines: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("words")
        self._lines = lines
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumHeight(self.sizeHint().height())
        self.saving: Saving[tuple[str, ...]] = Saving(self, jobs, new_visit, self.paragraphs, self.put_paragraphs)
        self.textChanged.connect(self.saving.touched)

    def paragraphs(self) -> tuple[str, ...]:
        """Return what is written, without the paragraphs that say nothing."""
        document = self.document()
        blocks = (document.findBlockByNumber(number).text() for number in range(document.blockCount()))
        written = (block.replace("\N{LINE SEPARATOR}", "\n").strip() for block in blocks)
        return tuple(block for block in written if block)

    def put_paragraphs(self, paragraphs: tuple[str, ...]) -> None:
        """Show other paragraphs; the cursor stays where it was, as far as there is such a place."""
        at = self.textCursor().position()
        self.setPlainText("\n".join(words.replace("\n", "\N{LINE SEPARATOR}") for words in paragraphs))
        self._space_out()
        cursor = self.textCursor()
        cursor.setPosition(min(at, self.document().characterCount() - 1))
        self.setTextCursor(cursor)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(240, self._lines * self.fontMetrics().lineSpacing() + 24)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return self.sizeHint()  # Qt's own leaves room for scroll bars that are not there

    def event(self, event: QEvent) -> bool:
        # Where nothing is left to take back in the field itself, the keys are those of the whole program.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            back, again, document = event.matches(QKeySequence.StandardKey.Undo), asks_to_redo(event), self.document()
            if (back and not document.isUndoAvailable()) or (again and not document.isRedoAvailable()):
                event.ignore()
                return True
            if again:
                event.accept()
                return True
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and asks_to_redo(event):
            self.redo()
            return True
        return super().event(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:  # noqa: N802 - Qt's name
        super().inputMethodEvent(event)
        if event.commitString():
            self.saving.touched()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.setMinimumHeight(self.sizeHint().height())

    def _space_out(self) -> None:
        """Part the paragraphs by a little space, as they are points of their own."""
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        form = cursor.blockFormat()
        form.setBottomMargin(8)
        cursor.setBlockFormat(form)
        self.document().clearUndoRedoStacks()
