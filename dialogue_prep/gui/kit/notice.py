"""A line above the page that tells the user something until it is put away."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from dialogue_prep.gui.colours import colours_now
from dialogue_prep.gui.icons import Icon, line_icon
from dialogue_prep.gui.kit.labels import PlainLabel, plain_action
from dialogue_prep.gui.words import _

Offer = tuple[str, Callable[[], object]]
"""What can be done about a message: the words on its button, and what that does."""


class Notice(QFrame):
    """One message at a time; a new one takes the place of the old."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._words = PlainLabel(wrap=True)
        self.offer = QPushButton()
        self.offer.setObjectName("quiet")
        self.offer.clicked.connect(self._when_taken)
        self._run: Callable[[], object] = bool
        self._close = QPushButton()
        self._close.setObjectName("quiet")
        self._close.setAccessibleName(_("Put this message away"))
        self._close.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 4, 8, 4)
        layout.addWidget(self._words, 1)
        layout.addWidget(self.offer)
        layout.addWidget(self._close)
        self.hide()
        self._draw_icon()

    def say(self, words: str, offer: Offer | None = None) -> None:
        """Show a message, with a button for what can be done about it; nothing puts the old one away."""
        self._words.say(words)
        name, self._run = offer or ("", bool)
        self.offer.setText(plain_action(name))
        self.offer.setVisible(bool(name))
        self._words.setAccessibleName(words)
        self.setVisible(bool(words))

    def words(self) -> str:
        """Return the message that is shown."""
        return self._words.text() if not self.isHidden() else ""

    def _when_taken(self) -> None:
        self.hide()
        self._run()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw_icon()

    def _draw_icon(self) -> None:
        self._close.setIcon(line_icon(Icon.CLOSE, colours_now()))
