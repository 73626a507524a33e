"""A short list of names, each with what can be done with it, and a line to add one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from dialogue_prep.gui.colours import Tone
from dialogue_prep.gui.kit.labels import PlainLabel, Size
from dialogue_prep.gui.words import labelled


@dataclass(frozen=True, slots=True)
class NamedLine:
    """One line: its words, and what can be done with it, as pairs of a name and words for it."""

    id: str
    words: str
    ways: tuple[tuple[str, str], ...] = ()


class NamedLines(QWidget):
    """Shows lines under a heading; `taken` carries a line and a way, `added` the words of a new one."""

    taken = Signal(str, str)
    added = Signal(str)

    def __init__(self, heading: str, *, adding: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[NamedLine, ...] = ()
        self._buttons: dict[tuple[str, str], QPushButton] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(PlainLabel(heading, size=Size.SMALL, tone=Tone.MUTED))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        self._column.addLayout(self._rows)
        self.line = QLineEdit()
        self.line.setPlaceholderText(adding)
        self.line.setAccessibleName(adding)
        self.line.setVisible(bool(adding))
        self.line.returnPressed.connect(self._when_entered)
        self._column.addWidget(self.line)

    def show_lines(self, lines: Sequence[NamedLine]) -> None:
        """Show other lines; nothing is made anew where they are the same."""
        if tuple(lines) == self._lines:
            return
        self._lines = tuple(lines)
        self._buttons.clear()
        while (item := self._rows.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for line in lines:
            self._rows.addWidget(self._row(line))

    def lines(self) -> tuple[NamedLine, ...]:
        """Return what is shown."""
        return self._lines

    def button(self, id_: str, way: str) -> QPushButton:
        """Return the button of a line."""
        return self._buttons[id_, way]

    def first_button(self) -> QPushButton | None:
        """Return the first button that there is, None where no line has any."""
        return next(iter(self._buttons.values()), None)

    def _row(self, line: NamedLine) -> QWidget:
        made = QWidget()
        layout = QHBoxLayout(made)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(PlainLabel(line.words, wrap=True), 1)
        for way, words in line.ways:
            button = QPushButton(words)
            button.setObjectName("quiet")
            button.setAccessibleName(labelled(words, line.words))
            button.clicked.connect(partial(self.taken.emit, line.id, way))
            layout.addWidget(button)
            self._buttons[line.id, way] = button
        return made

    def _when_entered(self) -> None:
        if words := self.line.text().strip():
            self.added.emit(words)

    def empty(self, words: str) -> None:
        """Empty the line of words that were added, unless the user has gone on writing."""
        if self.line.text().strip() == words:
            self.line.clear()
