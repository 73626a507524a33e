"""Light lines between two lists: who faces whom across the table."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractItemView, QWidget

from dialogue_prep.gui.colours import colours_now
from dialogue_prep.gui.words import _

_WIDTH = 40


class FacingPairs(QWidget):
    """Joins the first line of the left list with the first of the right one, and so on, as far as both are in sight."""

    def __init__(self, left: QAbstractItemView, right: QAbstractItemView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lists = (left, right)
        self.setFixedWidth(_WIDTH)
        self.setAccessibleName(_("Who faces whom"))
        for view in self._lists:
            view.verticalScrollBar().valueChanged.connect(self.update)
            view.viewport().installEventFilter(self)
            for changed in (view.model().rowsInserted, view.model().rowsRemoved, view.model().layoutChanged):
                changed.connect(self.update)

    def pairs(self) -> tuple[tuple[float, float], ...]:
        """Return the heights at which lines begin and end, in pixels from the top."""
        rows = [view.model().rowCount() for view in self._lists]
        found = []
        for row in range(min(rows)):
            ends = [self._height(view, row) for view in self._lists]
            if all(end is not None for end in ends):
                found.append((ends[0] or 0.0, ends[1] or 0.0))
        return tuple(found)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Paint):
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        colours = colours_now()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.edge), 1.5))
        painter.setBrush(QColor(colours.edge))
        for left, right in self.pairs():
            painter.drawLine(QPointF(4, left), QPointF(self.width() - 4, right))
            for point in (QPointF(4, left), QPointF(self.width() - 4, right)):
                painter.drawEllipse(point, 2.5, 2.5)
        painter.end()

    def _height(self, view: QAbstractItemView, row: int) -> float | None:
        room = view.visualRect(view.model().index(row, 0))
        if not view.viewport().rect().intersects(room):
            return None
        return float(self.mapFromGlobal(view.viewport().mapToGlobal(room.center())).y())
