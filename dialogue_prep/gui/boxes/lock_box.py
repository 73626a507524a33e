"""The box in which the user says after how many minutes without use the window locks."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QWidget

from dialogue_prep.gui.kit.box_column import box_column
from dialogue_prep.gui.kit.choice_box import ChoiceBox
from dialogue_prep.gui.kit.saved_fields import Field
from dialogue_prep.gui.words import _, count

_WIDTH, _MINUTES = 440, (2, 5, 10, 15, 30, 60)


class LockBox(QDialog):
    """Asks for minutes: one of the usual numbers, the one that is set, or never."""

    def __init__(self, minutes: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Lock after a while"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        offered = sorted({*_MINUTES, minutes} - {0})
        self.minutes = ChoiceBox(_("Without key or mouse for"))
        self.minutes.offer(
            [*((one, count("{number} minute", "{number} minutes", one)) for one in offered), (0, _("never"))]
        )
        self.minutes.choose(minutes)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.keep = buttons.addButton(_("Keep"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.keep.setProperty("main", "true")
        self.keep.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        about = _("A locked window shows nothing of the store until the passphrase is typed; what you typed stays.")
        layout = box_column(self, _("Lock after a while"), about, width=_WIDTH)
        layout.addWidget(Field(_("Without key or mouse for"), self.minutes))
        layout.addSpacing(8)
        layout.addWidget(buttons)

    def chosen(self) -> int:
        """Return the minutes, 0 for never."""
        return int(self.minutes.thing() or 0)
