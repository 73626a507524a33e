"""The panel at the right: one record, its words in all languages, what was done to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from dialogue_prep.gui.colours import Tone, colours_now
from dialogue_prep.gui.icons import Icon, line_icon
from dialogue_prep.gui.kit.labels import PlainLabel, Size
from dialogue_prep.gui.words import _

_WIDTH = 320


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordShown:
    """What the panel shows: the kind, a title, paragraphs each under a heading of its own, lines of history."""

    kind: str
    title: str
    paragraphs: Sequence[tuple[str, str]]
    history: Sequence[str]


class Inspector(QFrame):
    """Shows one record until it is put away; `closed` tells that the user did so."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inspector")
        self.setFixedWidth(_WIDTH)
        self.setAccessibleName(_("What is selected"))
        self._kind = PlainLabel(size=Size.SMALL, tone=Tone.MUTED)
        self._title = PlainLabel(size=Size.LARGE, wrap=True)
        self.close_button = QPushButton()
        self.close_button.setObjectName("quiet")
        self.close_button.setAccessibleName(_("Put this panel away"))
        self.close_button.clicked.connect(self._when_closed)
        QShortcut(QKeySequence("Esc"), self, self._when_closed)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setAccessibleName(_("Record"))
        head = QHBoxLayout()
        head.addWidget(self._kind, 1)
        head.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 12, 16)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self._title)
        layout.addWidget(self._scroll, 1)
        self.hide()
        self._draw_icon()

    def show_record(self, shown: RecordShown) -> None:
        """Come into sight with a record, in place of the one that was shown."""
        self._kind.say(shown.kind)
        self._title.say(shown.title)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 8, 8, 8)
        column.setSpacing(4)
        for heading, words in shown.paragraphs:
            column.addWidget(PlainLabel(heading, size=Size.SMALL, tone=Tone.MUTED))
            column.addWidget(PlainLabel(words, wrap=True))
            column.addSpacing(8)
        column.addWidget(PlainLabel(_("History", "of a record"), size=Size.HEADING))
        for line in shown.history:
            column.addWidget(PlainLabel(line, size=Size.SMALL, tone=Tone.MUTED, wrap=True))
        column.addStretch(1)
        self._scroll.setWidget(body)
        self.show()

    def title(self) -> str:
        """Return the title that is shown."""
        return self._title.text()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw_icon()

    def _when_closed(self) -> None:
        self.hide()
        self.closed.emit()

    def _draw_icon(self) -> None:
        self.close_button.setIcon(line_icon(Icon.CLOSE, colours_now()))
