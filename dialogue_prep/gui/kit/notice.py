"""A line above the page that tells the user something until it is put away, or the page it is about is left."""

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
    """One message at a time; a new one takes the place of the old.

    What holds stays until it is put away. What was done or refused on a page is told for as long as the page is seen;
    then what held before is shown again.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._words = PlainLabel(wrap=True)
        self.offer = QPushButton()
        self.offer.setObjectName("quiet")
        self.offer.clicked.connect(self._when_taken)
        self._run: Callable[[], object] = bool
        self._holds: tuple[str, Offer | None] = ("", None)
        self._passes = False
        self._close = QPushButton()
        self._close.setObjectName("quiet")
        self._close.setAccessibleName(_("Put this message away"))
        self._close.clicked.connect(self._put_away)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 4, 8, 4)
        layout.addWidget(self._words, 1)
        layout.addWidget(self.offer)
        layout.addWidget(self._close)
        self.hide()
        self._draw_icon()

    def say(self, words: str, offer: Offer | None = None) -> None:
        """Show what holds, with a button for what can be done about it; nothing puts the old one away."""
        self._holds = (words, offer)
        self._passes = False
        self._show(words, offer)

    def tell(self, words: str) -> None:
        """Tell what was done or refused on the page that is seen; nothing puts away what was told before."""
        if words:
            self._passes = True
            self._show(words, None)
        else:
            self.pass_on()

    def pass_on(self) -> None:
        """Put away what was told of a page: it is left, or what was done there is undone."""
        if self._passes:
            self._passes = False
            self._show(*self._holds)

    def _show(self, words: str, offer: Offer | None) -> None:
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
        run = self._run
        self._put_away()
        run()

    def _put_away(self) -> None:
        if self._passes:
            self.pass_on()
        else:
            self.say("")

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw_icon()

    def _draw_icon(self) -> None:
        self._close.setIcon(line_icon(Icon.CLOSE, colours_now()))
