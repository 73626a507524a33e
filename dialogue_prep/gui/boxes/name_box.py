"""The box that asks for a name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QWidget

from dialogue_prep.domain.errors import Conflict
from dialogue_prep.gui.context import Context
from dialogue_prep.gui.kit.box_column import box_column
from dialogue_prep.gui.kit.refusals import at_field
from dialogue_prep.gui.kit.saved_fields import Field
from dialogue_prep.gui.words import _

V = TypeVar("V")

_WIDTH = 400


class NameBox(QDialog, Generic[V]):
    """Stays open, with the sentence below the name, until `send` has been carried out in a job.

    It is called with what the user has seen and with the name; what somebody else has made of that counts as seen once
    the sentence has told of it.
    """

    def __init__(
        self,
        context: Context,
        title: str,
        name: str,
        seen: V,
        send: Callable[[V, str], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._seen = seen
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
        send, seen, name = self._send, self._seen, self.name.text()
        self._context.jobs.run(lambda: send(seen, name), lambda _done: self.accept(), self._when_refused, by=self)

    def _when_refused(self, error: BaseException) -> None:
        if isinstance(error, Conflict) and isinstance(error.found, type(self._seen)):
            self._seen = error.found
        at_field(self._context, lambda _field, sentence: self.field.refuse(sentence))(error)
