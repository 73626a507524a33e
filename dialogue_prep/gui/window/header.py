"""The head of the window: which dialogue, which round, which day, the tools and the search."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from dialogue_prep.gui.kit.labels import Chip, plain_hint
from dialogue_prep.gui.kit.letters import scaled
from dialogue_prep.gui.kit.picker import Picker
from dialogue_prep.gui.window.search_box import SearchBox
from dialogue_prep.gui.window.tools import Tools
from dialogue_prep.gui.words import _

_HEIGHT, _AROUND, _ROUND = 60, 8, 120


class Header(QFrame):
    """Shows what is looked at and lets the user look at something else."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        # A page that needs more height than there is takes none of the head's.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.dialogue = Picker(_("Dialogue"), 432)
        self.round = Picker(_("Round"), 320)
        self.round.setMinimumWidth(scaled(_ROUND, self))
        self.today = Chip()
        self.today.hide()
        self.tools = Tools()
        self.search = SearchBox()
        self.search.setEnabled(False)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, _AROUND, 16, _AROUND)
        layout.setSpacing(8)
        layout.addStrut(_HEIGHT - 2 * _AROUND)
        layout.addWidget(self.dialogue)
        layout.addWidget(self.round)
        layout.addWidget(self.today)
        layout.addStretch(0)
        layout.addWidget(self.tools)
        layout.addWidget(self.search, 8)

    def show_today(self, day: date | None, words: str) -> None:
        """Say which day stands for today, where that is not the day of the clock."""
        self.today.setVisible(day is not None)
        self.today.say(words)
        self.today.setToolTip(plain_hint(_("The program takes this day for today, as the store says")))
