"""The arrow of the window's own family at the end of what opens a list or a menu."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from dialogue_prep.gui.colours import colours_now
from dialogue_prep.gui.icons import Icon, pixmap
from dialogue_prep.gui.kit.letters import scaled

_SIZE = 14


def arrow_width(widget: QWidget) -> int:
    """Return how wide the arrow of a widget is, in pixels."""
    return scaled(_SIZE, widget)


def paint_arrow(painter: QPainter, widget: QWidget, aside: int) -> None:
    """Paint the arrow so many pixels from the right edge of its widget."""
    size = arrow_width(widget)
    drawn = pixmap(Icon.CHEVRON, colours_now().muted, size, widget.devicePixelRatioF())
    painter.drawPixmap(QPoint(widget.width() - aside - size, (widget.height() - size) // 2), drawn)
