"""A line that finds words in a text that is shown: how often they are there, the next one and the one before."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QKeyEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QTextEdit, QWidget

from dialogue_prep.gui.colours import Tone, colours_now
from dialogue_prep.gui.kit.keyed_button import keyed_button
from dialogue_prep.gui.kit.keys import on_keys
from dialogue_prep.gui.kit.labels import PlainLabel, Size
from dialogue_prep.gui.words import _

_GROUND, _HERE = 40, 110


class FindBar(QWidget):
    """Marks all places and shows one after the other. Enter goes on, Shift+Enter back, Esc puts the line away."""

    def __init__(self, text: QTextEdit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self._found: list[QTextCursor] = []
        self._at = -1
        self.words = QLineEdit()
        self.words.setPlaceholderText(_("Find in the paper"))
        self.words.setAccessibleName(_("Find in the paper"))
        self.words.setClearButtonEnabled(True)
        self.said = PlainLabel(size=Size.SMALL, tone=Tone.MUTED)
        self.back = keyed_button("‹", _("Previous place"), "Shift+F3")
        self.on = keyed_button("›", _("Next place"), "F3")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.words, 1)
        for widget in (self.said, self.back, self.on):
            layout.addWidget(widget)
        self.words.textEdited.connect(self._search)
        self.words.returnPressed.connect(self.next)
        self.back.clicked.connect(self.previous)
        self.on.clicked.connect(self.next)
        on_keys(self, "Shift+Return", self.previous)
        self.hide()

    def begin(self) -> None:
        """Let the user type what to find."""
        self.show()
        self.words.setFocus()
        self.words.selectAll()
        self._search()

    def search_again(self) -> None:
        """Find the same words in a text that has changed; what is seen stays."""
        if self.isVisible():
            self._collect()
            self._show()

    def next(self) -> None:
        """Show the next place, after the last the first."""
        self._step(1)

    def previous(self) -> None:
        """Show the place before, before the first the last."""
        self._step(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self._text.setExtraSelections([])
            self._text.setFocus()
        else:
            super().keyPressEvent(event)

    def _search(self) -> None:
        self._collect()
        self._at = 0 if self._found else -1
        self._show()
        self._bring()

    def _step(self, by: int) -> None:
        if not self.isVisible():
            self.begin()
        elif self._found:
            self._at = (self._at + by) % len(self._found)
            self._show()
            self._bring()

    def _collect(self) -> None:
        words, document = self.words.text(), self._text.document()
        self._found = []
        if not words.strip():
            return
        cursor = document.find(words, 0, QTextDocument.FindFlag(0))
        while not cursor.isNull():
            self._found.append(cursor)
            cursor = document.find(words, cursor, QTextDocument.FindFlag(0))
        self._at = min(self._at, len(self._found) - 1)

    def _show(self) -> None:
        asked = bool(self.words.text().strip())
        said = _("{place} of {number}").format(place=self._at + 1, number=len(self._found))
        self.said.say(said if self._found else _("not there") if asked else "")
        for button in (self.back, self.on):
            button.setEnabled(bool(self._found))
        marked = []
        for place, cursor in enumerate(self._found):
            selection = QTextEdit.ExtraSelection()
            ground = QColor(colours_now().of(Tone.WARN if place == self._at else Tone.ACCENT))
            ground.setAlpha(_HERE if place == self._at else _GROUND)
            selection.cursor = cursor
            selection.format.setBackground(ground)
            marked.append(selection)
        self._text.setExtraSelections(marked)

    def _bring(self) -> None:
        if 0 <= self._at < len(self._found):
            place = QTextCursor(self._found[self._at])
            place.setPosition(place.selectionStart())
            self._text.setTextCursor(place)
            self._text.ensureCursorVisible()
