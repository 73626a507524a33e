"""What is shown while no dialogue is open: how to begin, or what stands in the way."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from dialogue_prep.gui.colours import Tone, colours_now
from dialogue_prep.gui.icons import Icon, line_icon
from dialogue_prep.gui.kit.cards import Card
from dialogue_prep.gui.kit.labels import PlainLabel, Size, plain_action
from dialogue_prep.gui.kit.notice import Offer
from dialogue_prep.gui.words import _

_WIDTH, _MOST = 640, 4


class StartPage(QWidget):
    """Offers the ways to begin; after a problem it says the sentence and offers to try again."""

    starter_chosen = Signal()
    source_chosen = Signal()
    open_chosen = Signal()
    retry_chosen = Signal()
    call_chosen = Signal()
    take_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = PlainLabel(size=Size.TITLE)
        self._about = PlainLabel(tone=Tone.MUTED, wrap=True)
        self.starter = _choice(_("Open the starter dialogue"))
        self.source = _choice(_("Begin with terms of reference …"))
        self.open = _choice(_("Open another store …"))
        self.retry = _choice(_("Try again"))
        self.call = _choice(_("Bring the other window forward"))
        self.take = _choice(_("Take it from that machine …"))
        self.starter.clicked.connect(self.starter_chosen)
        self.source.clicked.connect(self.source_chosen)
        self.open.clicked.connect(self.open_chosen)
        self.retry.clicked.connect(self.retry_chosen)
        self.call.clicked.connect(self.call_chosen)
        self.take.clicked.connect(self.take_chosen)
        self._starter_about = PlainLabel(
            _("A real dialogue between two states, with what it agreed last: to look around and to learn."),
            tone=Tone.MUTED,
            wrap=True,
        )
        self._source_about = PlainLabel(
            _("A dialogue of your own, read from its terms of reference; you see everything before it is kept."),
            tone=Tone.MUTED,
            wrap=True,
        )
        self._open_about = PlainLabel(
            _("A file in which this program keeps dialogues, such as one that a colleague has given you."),
            tone=Tone.MUTED,
            wrap=True,
        )
        self._recent = PlainLabel(_("Opened before"), size=Size.SMALL, tone=Tone.MUTED)
        self._recent.hide()
        self.recent: list[QPushButton] = []
        self._lay_out()
        self._draw_icons()
        self.welcome("")

    def welcome(self, store: str) -> None:
        """Offer the ways to begin; `store` is where it will all be kept."""
        self._heading.say(_("Prepare the next round"))
        kept = _("What you enter is kept on this computer, in {store}").format(store=store) if store else ""
        self._about.say(kept)
        self._show(begins=True)
        self.starter.setFocus()

    def ask(self) -> None:
        """Ask which store to open."""
        self._heading.say(_("Which store?"))
        self._about.say("")
        self._show(begins=False)
        self.retry.hide()
        (self.recent or [self.open])[0].setFocus()

    def protected(self, store: str) -> None:
        """Say that a store is protected, behind the box that asks for its passphrase."""
        self.problem(_("{store} is opened by its passphrase.").format(store=store))
        self._heading.say(_("This store is protected"))

    def problem(self, sentence: str, *, calls: bool = False, takes: bool = False) -> None:
        """Say why the store could not be opened; who holds it can be called, or it can be taken from a machine."""
        self._heading.say(_("The store could not be opened"))
        self._about.say(sentence)
        self._show(begins=False)
        self.call.setVisible(calls)
        self.take.setVisible(takes)
        (self.call if calls else self.retry).setFocus()

    def offer(self, offers: Sequence[Offer]) -> None:
        """Offer to open stores that were opened before."""
        for button in self.recent:
            self._column.removeWidget(button)
            button.deleteLater()
        self.recent = [QPushButton(plain_action(name)) for name, _run in offers[:_MOST]]
        for button, (name, run) in zip(self.recent, offers, strict=False):
            button.setObjectName("link")
            button.setAccessibleName(name)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.clicked.connect(lambda _checked=False, run=run: run())
            self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self._recent.setVisible(bool(offers))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw_icons()

    def _show(self, *, begins: bool) -> None:
        self.starter.setVisible(begins)
        self._starter_about.setVisible(begins)
        self.source.setVisible(begins)
        self._source_about.setVisible(begins)
        self.retry.setVisible(not begins)
        self.call.hide()
        self.take.hide()

    def _lay_out(self) -> None:
        card = Card()
        card.setMaximumWidth(_WIDTH)
        card.body.setContentsMargins(32, 32, 32, 32)
        card.body.setSpacing(8)
        card.body.addWidget(self._heading)
        card.body.addWidget(self._about)
        card.body.addSpacing(16)
        for button, about in (
            (self.starter, self._starter_about),
            (self.source, self._source_about),
            (self.call, None),
            (self.retry, None),
            (self.take, None),
            (self.open, self._open_about),
        ):
            card.body.addWidget(button)
            if about is not None:
                about.setContentsMargins(16, 0, 16, 8)
                card.body.addWidget(about)
        self._recent.setContentsMargins(16, 8, 16, 0)
        card.body.addWidget(self._recent)
        self._column = QVBoxLayout()
        self._column.setContentsMargins(16, 0, 16, 0)
        self._column.setSpacing(0)
        card.body.addLayout(self._column)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(card, 8)
        across.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.addStretch(1)
        layout.addLayout(across)
        layout.addStretch(2)

    def _draw_icons(self) -> None:
        colours = colours_now()
        for button, icon in (
            (self.starter, Icon.STARTER),
            (self.source, Icon.SOURCES),
            (self.open, Icon.FOLDER),
            (self.retry, Icon.OPEN),
            (self.call, Icon.OPEN),
            (self.take, Icon.FOLDER),
        ):
            button.setIcon(line_icon(icon, colours))


def _choice(words: str) -> QPushButton:
    button = QPushButton(f"  {words}")
    button.setObjectName("choice")
    button.setAccessibleName(words)
    button.setIconSize(QSize(20, 20))
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    return button
