"""The box in which the user chooses sources to read in."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from dialogue_prep.gui.words import _


def ask_for_sources(parent: QWidget) -> list[Path]:
    """Return the files that the user chooses; none where he or she thinks better of it."""
    kinds = _("Text, Word, PDF and HTML files (*.txt *.docx *.pdf *.html *.htm);;All files (*)")
    named, _kind = QFileDialog.getOpenFileNames(parent, _("Read in"), "", kinds)
    return [Path(name) for name in named]
