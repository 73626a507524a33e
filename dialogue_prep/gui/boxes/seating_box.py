"""The box in which it is said by which rules people sit at the table of a round, and seen who sits where by them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFrame, QHBoxLayout, QScrollArea, QWidget

from dialogue_prep.documents.pictures.seating_table import SeatingTable, seating_table
from dialogue_prep.domain.identity import Identified
from dialogue_prep.domain.round import Round
from dialogue_prep.gui.context import Context
from dialogue_prep.gui.following import Following
from dialogue_prep.gui.kit.box_column import box_column
from dialogue_prep.gui.kit.record_form import FieldKind, FieldShape, RecordForm
from dialogue_prep.gui.pictures.seating_view import SeatingView
from dialogue_prep.gui.seating_terms import SEATING_CHOICES, seating_choice_name, seating_field_names
from dialogue_prep.gui.words import _
from dialogue_prep.services.records import Records

_WIDTH, _LINES, _LETTERS_OF_THE_FORM = 1160, 33, 38


@dataclass(frozen=True, slots=True)
class SeatingRead:
    """What was read: the round with its rules, and the table that they make."""

    round: Round
    table: SeatingTable


class SeatingBox(QDialog):
    """Shows the rules of a round beside the table as they make it of the lists; it follows both while it is open."""

    def __init__(self, context: Context, round_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._round_id = round_id
        self._records = Records(context.workspace)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Seating"))
        self.resize(_WIDTH, _LINES * self.fontMetrics().lineSpacing())
        self.rules = RecordForm(context.jobs, context.workspace.new_id, self._keep)
        self.rules.setFixedWidth(_LETTERS_OF_THE_FORM * self.fontMetrics().averageCharWidth())
        self.view = SeatingView()
        self._lay_out()
        self._following = Following(self, context, self._read, self._show)

    def _lay_out(self) -> None:
        about = _("The heads face each other. The rules are those of this round; the next one begins with them.")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        room = QScrollArea()
        room.setAccessibleName(_("Table"))
        room.setFrameShape(QFrame.Shape.NoFrame)
        room.setWidgetResizable(True)
        room.setWidget(self.view)
        across = QHBoxLayout()
        across.setSpacing(24)
        across.addWidget(self.rules, 0, Qt.AlignmentFlag.AlignTop)
        across.addWidget(room, 1)
        layout = box_column(self, _("Seating"), about)
        layout.addLayout(across, 1)
        layout.addWidget(buttons)

    def _read(self) -> Callable[[], SeatingRead]:
        context, round_id = self._context, self._round_id

        def read() -> SeatingRead:
            dossier = context.dossiers.of(round_id)
            return SeatingRead(dossier.round, seating_table(dossier, context.language))

        return read

    def _show(self, read: SeatingRead) -> None:
        self.rules.show_record(read.round, _shapes(), self._context.language)
        self.view.show_table(read.table)

    def _keep(self, record: Identified, change: Callable[[Any], Any], visit: str) -> object:
        return self._records.edit(record, change, label="Change the seating of a round", visit=visit)


def _shapes() -> tuple[FieldShape, ...]:
    names = seating_field_names()
    chosen = (
        FieldShape(
            name=name,
            label=names[name],
            kind=FieldKind.CHOICE,
            choices=tuple((one, seating_choice_name(one)) for one in choices),
        )
        for name, choices in SEATING_CHOICES.items()
    )
    return (*chosen, FieldShape(name="seats_a_side", label=names["seats_a_side"], kind=FieldKind.NUMBER))
