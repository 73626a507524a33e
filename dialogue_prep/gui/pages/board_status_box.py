"""The box that asks for the status entry by which a card comes into another column of the board."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QWidget

from dialogue_prep.domain.commitment import CommitmentState
from dialogue_prep.gui.context import Context
from dialogue_prep.gui.kit.box_column import box_column
from dialogue_prep.gui.pages.board_lines import BoardColumn
from dialogue_prep.gui.pages.commitments_lines import CommitmentRow
from dialogue_prep.gui.pages.status_form import StatusForm
from dialogue_prep.gui.terms import commitment_state_name
from dialogue_prep.gui.words import _

_WIDTH = 520


class BoardStatusBox(QDialog):
    """Offers the states of the column alone; it stays open, with what is wrong at its field, until one is kept."""

    def __init__(
        self,
        context: Context,
        card: CommitmentRow,
        to: BoardColumn,
        states: Sequence[CommitmentState],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Move {code}").format(code=card.code))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.form = StatusForm(context)
        self.form.show_commitment(card.commitment, [(state, commitment_state_name(state)) for state in states])
        self.form.state.choose(states[0])
        self.form.add.setProperty("main", "true")
        self.form.added.connect(self.accept)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setAutoDefault(False)  # Enter in a line adds
        buttons.rejected.connect(self.reject)
        title = _("{code} to “{column}”").format(code=card.code, column=to.words)
        layout = box_column(self, title, card.action, width=_WIDTH)
        layout.addWidget(self.form)
        layout.addWidget(buttons)
        self.form.evidence.setFocus()
