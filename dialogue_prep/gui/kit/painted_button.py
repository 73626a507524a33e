"""Buttons whose words are painted on them, since Qt's own would not give way where there is little room."""

from __future__ import annotations

from abc import abstractmethod

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton

_LEAST = 96


class PaintedButton(QPushButton):
    """A button of the style's look, which has no words of its own; `paint_words` paints what stands on it."""

    @abstractmethod
    def paint_words(self, painter: QPainter) -> None:
        """Paint what stands on the button."""

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(_LEAST, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        super().paintEvent(event)
        painter = QPainter(self)
        self.paint_words(painter)
        painter.end()
