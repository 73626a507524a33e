"""Two parts of a page with a border between them that the user moves."""

from __future__ import annotations

from PySide6.QtWidgets import QSplitter, QWidget

_BORDER = 16


def side_by_side(left: QWidget, right: QWidget, widths: tuple[int, int]) -> QSplitter:
    """Return both beside each other, of these widths in pixels at first; neither can be pushed out of sight."""
    split = QSplitter()
    split.setHandleWidth(_BORDER)
    split.setChildrenCollapsible(False)
    split.addWidget(left)
    split.addWidget(right)
    split.setSizes(widths)
    return split
