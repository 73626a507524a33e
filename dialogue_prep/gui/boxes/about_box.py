"""The box that says what this program is."""

from __future__ import annotations

from PySide6.QtWidgets import QMessageBox, QWidget

from dialogue_prep.gui.words import _
from dialogue_prep.system.version import VERSION


class AboutBox(QMessageBox):
    """Name, version and purpose of the program."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("About Dialogue Prep"))
        said = _("Dialogue Prep {version}\n\nPrepare the next round of a dialogue between two governments, offline.")
        self.setText(said.format(version=VERSION))
