"""Widgets of which one is seen, and no more room is taken than that one needs."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget, QWidget


class SnugStack(QStackedWidget):
    """A stack as large as what is seen of it; Qt's own is as large as its largest widget."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.currentChanged.connect(lambda _place: self.updateGeometry())

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        seen = self.currentWidget()
        if seen is None:
            return super().heightForWidth(width)
        return seen.heightForWidth(width) if seen.hasHeightForWidth() else seen.minimumSizeHint().height()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        seen = self.currentWidget()
        return seen.sizeHint() if seen else super().sizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        seen = self.currentWidget()
        return seen.minimumSizeHint() if seen else super().minimumSizeHint()
