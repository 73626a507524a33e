"""The box in which the user chooses a draft of the other side."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from dialogue_prep.gui.words import _


def ask_for_their_draft(parent: QWidget) -> Path | None:
    """Return the file that the user chooses; None where he or she thinks better of it."""
    kinds = _("Word, PDF, text and HTML files (*.docx *.pdf *.txt *.html *.htm);;All files (*)")
    named, _kind = QFileDialog.getOpenFileName(parent, _("Their draft of the joint communiqué"), "", kinds)
    return Path(named) if named else None
