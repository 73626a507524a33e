"""The boxes in which the user chooses a bundle, or where one is to be written."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from dialogue_prep.gui.words import _
from dialogue_prep.store.bundle_file import SUFFIX


def ask_for_bundle(parent: QWidget) -> Path | None:
    """Return the bundle that the user chooses; None where he or she thinks better of it."""
    kinds = _("Bundles (*{suffix})").format(suffix=SUFFIX)
    named, _kind = QFileDialog.getOpenFileName(parent, _("Take a bundle in"), "", kinds)
    return Path(named) if named else None


def ask_for_new_bundle(parent: QWidget) -> Path | None:
    """Return where a bundle is to be written; None where the user thinks better of it."""
    kinds = _("Bundles (*{suffix})").format(suffix=SUFFIX)
    named, _kind = QFileDialog.getSaveFileName(parent, _("Write a bundle"), f"dialogues{SUFFIX}", kinds)
    if not named:
        return None
    path = Path(named)
    return path if path.suffix else path.with_suffix(SUFFIX)
