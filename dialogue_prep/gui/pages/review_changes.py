"""What taking a source in would do to the store: a list, and below it what differs of the record one is at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dialogue_prep.gui.kit.cards import row, rule
from dialogue_prep.gui.kit.difference_text import DifferenceText
from dialogue_prep.gui.kit.finding_list import FindingList
from dialogue_prep.gui.kit.key_acts import KeyAct, KeyActs
from dialogue_prep.gui.pages.change_lines import change_lines, compared, other_name
from dialogue_prep.gui.words import _

if TYPE_CHECKING:
    from dialogue_prep.services.joining.join import Proposal


class ReviewChanges(QWidget):
    """`name_decided` carries another name of something, and whether it is to be kept."""

    name_decided = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._proposal: Proposal | None = None
        self._language = "en"
        self.list = FindingList(_("Changes"))
        self.differences = DifferenceText(_("What differs"))
        acts = (
            KeyAct(_("Keep the name"), (Qt.Key.Key_A,), lambda: self._decide(kept=True)),
            KeyAct(_("Refuse the name"), (Qt.Key.Key_R,), lambda: self._decide(kept=False)),
        )
        self.acts = KeyActs(acts, (self.list,), lambda: bool(self._name()), self)
        self._buttons = self.acts.buttons()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.list, 2)
        layout.addLayout(row(*self._buttons, None, spacing=4))
        layout.addWidget(rule())
        layout.addWidget(self.differences, 1)
        self.list.chosen.connect(lambda _id: self._show_here())
        self._show_here()

    def show_proposal(self, proposal: Proposal | None, language: str) -> None:
        """Show what a proposal would do; None: nothing can be said."""
        self._proposal, self._language = proposal, language
        self.list.show_findings(change_lines(proposal, language) if proposal else ())
        self._show_here()

    def _show_here(self) -> None:
        here = self.list.here()
        shown = compared(self._proposal, here, self._language) if self._proposal else ()
        self.differences.show_differences(shown)
        self.differences.setVisible(bool(shown))
        for button in self._buttons:
            button.setVisible(bool(self._name()))

    def _name(self) -> str:
        return other_name(self._proposal, self.list.here()) if self._proposal else ""

    def _decide(self, *, kept: bool) -> None:
        self.name_decided.emit(self._name(), kept)
        self.list.step(1)
