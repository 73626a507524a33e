"""The ground of an item in a list or table: whether it is chosen, and whether the pointer is on it."""

from __future__ import annotations

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem


def paint_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    """Paint what the style puts below the words of an item."""
    # Imported here: its six hundred names are made with it, and nothing is painted before the first page is there.
    from PySide6.QtWidgets import QStyle

    widget = option.widget
    widget.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, widget)
