"""A list whose lines the user puts into order, by dragging them or with Alt and the arrow keys."""

from __future__ import annotations

from typing import Any, TypeVar

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent
from PySide6.QtWidgets import QListView, QWidget

from dialogue_prep.gui.kit.table_model import Row, TableModel

R = TypeVar("R", bound=Row)


class OrderedModel(TableModel[R]):
    """Lines that can be dragged, and dropped between others."""

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def supportedDropActions(self) -> Qt.DropAction:  # noqa: N802 - Qt's name
        return Qt.DropAction.MoveAction


class OrderedList(QListView):
    """Shows an OrderedModel. `moved` carries the identifier of a line and the place it is to have, counted from 0.

    `chosen` carries the identifier of the line that became the current one, empty where none is.
    """

    moved = Signal(str, int)
    chosen = Signal(str)

    def __init__(self, name: str, model: OrderedModel[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ordered")
        self.setAccessibleName(name)
        self._lines = model
        self.setModel(model)
        self.setDragDropMode(QListView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._when_current)

    def chosen_id(self) -> str:
        """Return the identifier of the line that is chosen, empty where none is."""
        index = self.currentIndex()
        return str(self._lines.row_at(index).id) if index.isValid() else ""

    def choose(self, id_: str) -> None:
        """Choose a line by its identifier; none where there is no such line."""
        places = [place for place, line in enumerate(self._lines.rows()) if line.id == id_]
        if not places:
            self.setCurrentIndex(QModelIndex())
            self.clearSelection()
            return
        index = self._lines.index(places[0], 0)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in steps:
            self.move_chosen(steps[Qt.Key(event.key())])
            return
        super().keyPressEvent(event)

    def move_chosen(self, by: int) -> None:
        """Ask for the chosen line to be so many places further down."""
        index = self.currentIndex()
        if index.isValid() and 0 <= index.row() + by < self._lines.rowCount():
            self.moved.emit(self.chosen_id(), index.row() + by)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        dragged = self.currentIndex()
        if event.source() is not self or not dragged.isValid():
            event.ignore()
            return
        before = self.place_at(event.position().toPoint())
        place = before - 1 if before > dragged.row() else before
        # Nothing is moved here: the order comes back from the store.
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        self.setState(QListView.State.NoState)
        if place != dragged.row():
            self.moved.emit(self.chosen_id(), place)

    def place_at(self, point: QPoint) -> int:
        """Return before which line something dropped at a point of the view is to stand."""
        index = self.indexAt(point)
        if not index.isValid():
            return self._lines.rowCount()
        return index.row() + int(point.y() > self.visualRect(index).center().y())

    def _when_current(self, index: QModelIndex) -> None:
        self.chosen.emit(str(self._lines.row_at(index).id) if index.isValid() else "")
