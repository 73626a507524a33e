"""The boxes in which the user chooses another store, or the place of a copy."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from dialogue_prep.gui.words import _
from dialogue_prep.system.folders import STORE_SUFFIX


def ask_for_copy(parent: QWidget) -> Path | None:
    """Return where a copy of a store is to be written; None where the user thinks better of it."""
    kinds = _("Stores (*{suffix})").format(suffix=STORE_SUFFIX)
    named, _kind = QFileDialog.getSaveFileName(parent, _("Save a copy that anybody can read"), "", kinds)
    return Path(named) if named else None


def ask_for_place(parent: QWidget, title: str, proposed: Path) -> Path | None:
    """Return under which name a store is to be kept that is not there yet; None where the user gives it up."""
    kinds = _("Stores (*{suffix})").format(suffix=STORE_SUFFIX)
    named, _kind = QFileDialog.getSaveFileName(parent, title, str(proposed), kinds)
    return Path(named) if named else None


def ask_for_store(parent: QWidget, folder: Path | None) -> Path | None:
    """Return the store that the user chooses, looking first in a folder; None where he or she thinks better of it."""
    kinds = _("Stores (*{suffix});;All files (*)").format(suffix=STORE_SUFFIX)
    named, _kind = QFileDialog.getOpenFileName(parent, _("Open another store"), str(folder or ""), kinds)
    return Path(named) if named else None
