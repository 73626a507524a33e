"""What a locked window shows: nothing of the store, and a field for its passphrase."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from dialogue_prep.gui.colours import Tone
from dialogue_prep.gui.kit.cards import Card
from dialogue_prep.gui.kit.labels import PlainLabel, Size
from dialogue_prep.gui.kit.saved_fields import Field
from dialogue_prep.gui.words import _

_WIDTH = 440


class LockCover(QWidget):
    """`answered` carries what was typed: the passphrase or the recovery code."""

    answered = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.line = QLineEdit()
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.field = Field(_("Passphrase, or the recovery code"), self.line)
        self.unlock = QPushButton(_("Unlock"))
        self.unlock.setProperty("main", "true")
        self.unlock.clicked.connect(self._answer)
        self.line.returnPressed.connect(self._answer)
        card = Card()
        card.setMaximumWidth(_WIDTH)
        card.body.setContentsMargins(32, 32, 32, 32)
        card.body.setSpacing(12)
        card.body.addWidget(PlainLabel(_("Locked"), size=Size.TITLE))
        said = _("Everything is as you left it.")
        card.body.addWidget(PlainLabel(said, tone=Tone.MUTED, wrap=True))
        card.body.addWidget(self.field)
        card.body.addWidget(self.unlock, 0, Qt.AlignmentFlag.AlignRight)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(card, 8)
        across.addStretch(1)
        layout = QVBoxLayout(self)
        layout.addStretch(1)
        layout.addLayout(across)
        layout.addStretch(2)

    def refuse(self, sentence: str) -> None:
        """Say why the window stays locked."""
        self.unlock.setEnabled(True)
        self.field.refuse(sentence)
        self.line.selectAll()
        self.line.setFocus()

    def _answer(self) -> None:
        if self.line.text() and self.unlock.isEnabled():
            self.unlock.setEnabled(False)
            self.answered.emit(self.line.text())
