"""The application of Qt and its colours."""

from __future__ import annotations

import sys

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from dialogue_prep.gui.colours import DARK, LIGHT, Colours, palette_of


def make_application() -> QApplication:
    """Return the application in the colours of the system, light or dark; its style sheet comes with its parts."""
    # The style is named as an argument: setting it by a call would bring in all that styles know, for nothing.
    application = QApplication([*sys.argv[:1], "-style", "Fusion"])
    application.setApplicationName("dialogue-prep")
    application.setDesktopFileName("dialogue-prep")
    ground = application.palette().color(QPalette.ColorRole.Window)
    wear(application, DARK if ground.lightness() < 128 else LIGHT)
    return application


def wear(application: QApplication, colours: Colours) -> None:
    """Give the application its palette."""
    application.setPalette(palette_of(colours))
