"""The box that says what something would bring about before it is done."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QWidget

from dialogue_prep.gui.kit.box_column import box_column
from dialogue_prep.gui.kit.labels import PlainLabel
from dialogue_prep.gui.words import _

_WIDTH = 480


class QuestionBox(QDialog):
    """A heading, sentences, and one thing to do or to leave; Enter leaves it."""

    def __init__(self, heading: str, sentences: Sequence[str], do: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(do)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        layout = box_column(self, heading, width=_WIDTH)
        for sentence in sentences:
            layout.addWidget(PlainLabel(sentence, wrap=True))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.do = buttons.addButton(do, QDialogButtonBox.ButtonRole.AcceptRole)
        self.do.setAutoDefault(False)
        self.leave = buttons.button(QDialogButtonBox.StandardButton.Cancel)
        self.leave.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)


def leave_unkept(parent: QWidget, go_on: Callable[[], None]) -> None:
    """Ask whether what was changed in a box and is not kept yet is to be left; go on if it is."""
    said = _("What you have changed here is not kept yet.")
    box = QuestionBox(_("Leave the changes?"), [said], _("Leave them"), parent)
    box.accepted.connect(go_on)
    box.open()
