"""The card of the overview that says how the papers stand and writes them all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from dialogue_prep.gui.kit.cards import Card, row
from dialogue_prep.gui.kit.pairs import Pair, Pairs
from dialogue_prep.gui.terms import language_name, paper_name, state_name, state_tone
from dialogue_prep.gui.words import _

if TYPE_CHECKING:
    from dialogue_prep.services.papers import PaperLine


class PapersCard(Card):
    """One line a paper with the state of its file; `write_chosen` asks for all of them."""

    write_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Papers"), parent=parent)
        self.states = Pairs()
        self.write = QPushButton(_("Write all papers"))
        self.write.setProperty("main", "true")
        self.write.clicked.connect(self.write_chosen)
        self.body.addWidget(self.states)
        self.body.addStretch(1)
        self.body.addLayout(row(None, self.write))

    def show_lines(self, lines: Sequence[PaperLine]) -> None:
        """Show how each paper stands."""
        self.states.show_pairs(
            [
                Pair(
                    f"{paper_name(line.kind)} · {language_name(line.language)}",
                    state_name(line.state),
                    state_tone(line.state),
                )
                for line in lines
            ]
        )
