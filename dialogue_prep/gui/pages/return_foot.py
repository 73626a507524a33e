"""The foot of a review of edited copies: what taking them in would do, and the decision."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from dialogue_prep.gui.colours import Tone
from dialogue_prep.gui.kit.cards import Card, row
from dialogue_prep.gui.kit.labels import OptionalLabel, PlainLabel
from dialogue_prep.gui.words import _


class ReturnFoot(Card):
    """`take_chosen` and `leave_chosen` are the decision."""

    take_chosen = Signal()
    leave_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.body.setContentsMargins(20, 12, 20, 12)
        self.summary = PlainLabel(wrap=True)
        self.problem = OptionalLabel(tone=Tone.BAD, wrap=True)
        self.leave = QPushButton(_("Leave them"))
        self.take = QPushButton(_("Take in"))
        self.take.setProperty("main", "true")
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self.summary)
        words.addWidget(self.problem)
        across = row(spacing=16)
        across.addLayout(words, 1)
        across.addWidget(self.leave)
        across.addWidget(self.take)
        self.body.addLayout(across)
        self.leave.clicked.connect(self.leave_chosen)
        self.take.clicked.connect(self.take_chosen)

    def show_summary(self, sentence: str, *, can_be_taken: bool) -> None:
        """Say what taking them in would do, and whether there is anything to take."""
        self.summary.say(sentence)
        self.take.setEnabled(can_be_taken)

    def say_problem(self, sentence: str) -> None:
        """Say what was not possible; an empty sentence says that nothing stands in the way."""
        self.problem.say(sentence)
