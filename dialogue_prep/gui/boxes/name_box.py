"""The box that asks for a name."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QWidget

from dialogue_prep.gui.context import Context
from dialogue_prep.gui.kit.box_column import box_column
from dialogue_prep.gui.kit.refusals import at_field
from dialogue_prep.gui.kit.saved_fields import Field
from dialogue_prep.gui.words import _

_WIDTH = 400


class NameBox(QDialog):
    """Stays open, with the sentence below the name, until `send` has been carried out in a job with it."""

    def __init__(
        self, context: Context, title: str, name: str, send: Callable[[str], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._send = send
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.name = QLineEdit(name)
        self.name.selectAll()
        self.field = Field(_("Name"), self.name)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.button(QDialogButtonBox.StandardButton.Ok).setProperty("main", "true")
        buttons.accepted.connect(self.send)
        buttons.rejected.connect(self.reject)
        layout = box_column(self, title, width=_WIDTH)
        layout.addWidget(self.field)
        layout.addWidget(buttons)

    def send(self) -> None:
        """Have the name taken; where it is refused, say why."""
        name = self.name.text()
        refused = at_field(self._context, lambda _field, sentence: self.field.refuse(sentence))
        self._context.jobs.run(lambda: self._send(name), lambda _done: self.accept(), refused, by=self)
