"""The box in which the user chooses edited copies to bring back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from dialogue_prep.gui.words import _


def ask_for_copies(parent: QWidget, folder: Path) -> list[Path]:
    """Return the files that the user chooses, beginning in a folder; none where he or she thinks better of it."""
    kinds = _("Word files (*.docx)")
    named, _kind = QFileDialog.getOpenFileNames(parent, _("Bring edited copies back"), str(folder), kinds)
    return [Path(name) for name in named]
