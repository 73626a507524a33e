"""The box that says what this program is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QWidget

from dialogue_prep.gui.kit.box_column import box_column
from dialogue_prep.gui.words import _
from dialogue_prep.system.version import VERSION

_WIDTH = 440


class AboutBox(QDialog):
    """Name, version and purpose of the program."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("About Dialogue Prep"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        said = _("Dialogue Prep {version}\n\nPrepare the next round of a dialogue between two governments, offline.")
        name, _gap, purpose = said.format(version=VERSION).partition("\n\n")
        layout = box_column(self, name, purpose, width=_WIDTH)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
