"""How large letters are against the usual ones: who needs large letters needs parts below each other sooner."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

_USUAL_PIXELS = 12


def scaled(pixels: int, widget: QWidget) -> int:
    """Return a width that is meant for the usual letters as it is needed for those of a widget, never less."""
    return max(pixels, round(pixels * widget.fontInfo().pixelSize() / _USUAL_PIXELS))
