"""The box in which the user chooses a list of people to import."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from dialogue_prep.gui.words import _


def ask_for_people(parent: QWidget) -> Path | None:
    """Return the file that the user chooses, None where he or she thinks better of it."""
    kinds = _("Excel, CSV and vCard files (*.xlsx *.csv *.tsv *.txt *.vcf);;All files (*)")
    named, _kind = QFileDialog.getOpenFileName(parent, _("Import delegates"), "", kinds)
    return Path(named) if named else None
