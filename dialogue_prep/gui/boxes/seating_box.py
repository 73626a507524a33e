"""The box that shows who sits where at the table of a round."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from dialogue_prep.documents.pictures.seating_table import SeatingTable, seating_table
from dialogue_prep.gui.colours import Tone
from dialogue_prep.gui.context import Context
from dialogue_prep.gui.following import Following
from dialogue_prep.gui.kit.labels import PlainLabel, Size
from dialogue_prep.gui.pictures.seating_view import SeatingView
from dialogue_prep.gui.words import _

_WIDTH, _HEIGHT = 1000, 460


class SeatingBox(QDialog):
    """Shows the table as the order of precedence makes it; it follows the lists while it is open."""

    def __init__(self, context: Context, round_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._round_id = round_id
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Seating"))
        about = _(
            "The heads face each other in the middle, the others sit by rank at the right and the left hand in turn, "
            "an interpreter at the left hand of the head. The guests face the door."
        )
        self.view = SeatingView()
        self.resize(_WIDTH, _HEIGHT)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(16)
        layout.addWidget(PlainLabel(_("Seating"), size=Size.LARGE))
        layout.addWidget(PlainLabel(about, tone=Tone.MUTED, wrap=True))
        layout.addWidget(self.view, 1)
        layout.addWidget(buttons)
        self._following = Following(self, context, self._read, self.view.show_table)

    def _read(self) -> Callable[[], SeatingTable]:
        context, round_id = self._context, self._round_id
        return lambda: seating_table(context.dossiers.of(round_id), context.language)
