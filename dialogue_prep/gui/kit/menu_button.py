"""A button that opens a menu of things to do."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent, QPalette
from PySide6.QtWidgets import QMenu, QPushButton, QStyle, QStyleOptionButton, QStylePainter, QWidget

from dialogue_prep.gui.kit.arrow import arrow_width, paint_arrow
from dialogue_prep.gui.kit.labels import plain_action


class MenuButton(QPushButton):
    """Shows its name and an arrow of the window's own family."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(plain_action(words), parent)
        self.setObjectName("menu")
        self.setAccessibleName(words)
        self.setMenu(QMenu(self))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        words = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(words + 2 * 16 + arrow_width(self) + 8, super().sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        painter.setPen(option.palette.color(QPalette.ColorRole.ButtonText))
        room = self.rect().adjusted(16, 0, -16 - arrow_width(self), 0)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextShowMnemonic), self.text())
        paint_arrow(painter, self, 12)
        painter.end()
