"""A table whose rows the user puts in order: by dragging them, or with Alt+Up and Alt+Down."""

from __future__ import annotations

from typing import Generic, TypeVar

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractItemView, QApplication, QTableView, QWidget

from dialogue_prep.gui.colours import Tone, colours_now
from dialogue_prep.gui.kit.table_model import Row, TableModel

R = TypeVar("R", bound=Row)

_EDGE, _STEP, _SCROLL_MILLISECONDS = 24, 8, 30


class OrderedTable(QTableView, Generic[R]):
    """Shows a model of rows, one of which is current. `moved` carries an identifier and its new place, from 0.

    While a row is dragged, a line shows where it would go; Esc leaves it where it was. The order of the model changes
    only when other rows are shown. `chosen` carries the identifier of the row that became current, or nothing.
    `carried` carries the identifier of a row that was dropped on the widget of `lead_into`, and the point there.
    """

    moved = Signal(str, int)
    chosen = Signal(str)
    carried = Signal(str, QPoint)

    def __init__(self, name: str, model: TableModel[R], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = model
        self._pressed: QPoint | None = None
        self._dragged: str | None = None
        self._target = -1
        self._beyond: QWidget | None = None
        self._scrolling = QTimer(self, interval=_SCROLL_MILLISECONDS)
        self._scrolling.timeout.connect(self._scroll_on)
        self.setModel(model)
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.selectionModel().currentRowChanged.connect(lambda _now, _before: self.chosen.emit(self.chosen_id()))

    def chosen_id(self) -> str:
        """Return the identifier of the current row, empty where there is none."""
        index = self.currentIndex()
        return self._rows.row_at(index).id if index.isValid() else ""

    def choose(self, id_: str) -> bool:
        """Make the row of an identifier the current one; return whether there is such a row."""
        for place, row in enumerate(self._rows.rows()):
            if row.id == id_:
                column = max(self.currentIndex().column(), 0)
                self.setCurrentIndex(self._rows.index(place, column))
                self.scrollTo(self.currentIndex())
                return True
        return False

    def choose_nothing(self) -> None:
        """Make no row the current one."""
        self.clearSelection()
        self.setCurrentIndex(QModelIndex())

    def lead_into(self, other: QWidget) -> None:
        """Let rows be dropped on another widget too."""
        self._beyond = other

    def move_chosen(self, by: int) -> None:
        """Ask for the current row to be moved up (-1) or down (1)."""
        place = self.currentIndex().row()
        if self.currentIndex().isValid() and 0 <= place + by < self._rows.rowCount():
            self.moved.emit(self.chosen_id(), place + by)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Escape and self._dragged is not None:
            self._let_go()
        elif event.modifiers() == Qt.KeyboardModifier.AltModifier and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.move_chosen(-1 if event.key() == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        super().mousePressEvent(event)
        at = event.position().toPoint()
        if event.button() == Qt.MouseButton.LeftButton and self.indexAt(at).isValid():
            self._pressed = at

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        at = event.position().toPoint()
        if self._pressed is None:
            super().mouseMoveEvent(event)
            return
        far = (at - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        if self._dragged is None and far:
            self._dragged = self._rows.row_at(self.indexAt(self._pressed)).id
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            self._scrolling.start()
        if self._dragged is not None:
            self._aim(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        super().mouseReleaseEvent(event)
        dragged, target = self._dragged, self._target
        self._let_go()
        if dragged is None:
            return
        if (point := self._point_beyond(event.globalPosition().toPoint())) is not None:
            self.carried.emit(dragged, point)
            return
        if target < 0:
            return
        before = next((place for place, row in enumerate(self._rows.rows()) if row.id == dragged), -1)
        place = target - 1 if target > before else target
        if before not in (-1, place):
            self.moved.emit(dragged, place)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        super().paintEvent(event)
        if self._dragged is None or self._target < 0:
            return
        painter = QPainter(self.viewport())
        painter.setPen(QPen(colours_now().of(Tone.ACCENT), 3))
        at = self._line_at(self._target)
        painter.drawLine(0, at, self.viewport().width(), at)
        painter.end()

    def _aim(self, at: QPoint) -> None:
        """Find the line between two rows that is nearest to the mouse; none while it is over the other widget."""
        if self._point_beyond(self.viewport().mapToGlobal(at)) is not None:
            self._target = -1
            self.viewport().update()
            return
        place = self.rowAt(min(max(at.y(), 0), self.viewport().height() - 1))
        if place < 0:
            self._target = self._rows.rowCount()
        else:
            middle = self.rowViewportPosition(place) + self.rowHeight(place) / 2
            self._target = place + (at.y() > middle)
        self.viewport().update()

    def _point_beyond(self, at: QPoint) -> QPoint | None:
        """Return where a point of the screen is in the other widget, None where it is not in it."""
        point = self._beyond.mapFromGlobal(at) if self._beyond is not None else QPoint(-1, -1)
        return point if self._beyond is not None and self._beyond.rect().contains(point) else None

    def _line_at(self, place: int) -> int:
        if place < self._rows.rowCount():
            return max(self.rowViewportPosition(place), 1)
        last = self._rows.rowCount() - 1
        return min(self.rowViewportPosition(last) + self.rowHeight(last), self.viewport().height() - 2)

    def _scroll_on(self) -> None:
        """Scroll while a row is held near the upper or the lower edge."""
        at = self.viewport().mapFromGlobal(self.cursor().pos())
        bar = self.verticalScrollBar()
        if at.y() < _EDGE:
            bar.setValue(bar.value() - _STEP)
        elif at.y() > self.viewport().height() - _EDGE:
            bar.setValue(bar.value() + _STEP)

    def _let_go(self) -> None:
        self._pressed, self._dragged, self._target = None, None, -1
        self._scrolling.stop()
        self.viewport().unsetCursor()
        self.viewport().update()
