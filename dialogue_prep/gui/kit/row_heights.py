"""Rows of a table as high as what they say, whatever the widths of the columns."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QTableView


class RowHeights(QObject):
    """Fits the rows of a table, of a few dozen at most, after its columns, its rows or its font have changed.

    The table itself would count the hidden heads of its rows in.
    """

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table
        self._timer = QTimer(self, interval=0, singleShot=True)
        self._timer.timeout.connect(self._fit)
        table.horizontalHeader().sectionResized.connect(self._timer.start)
        model = table.model()
        for signal in (model.rowsInserted, model.dataChanged, model.layoutChanged):
            signal.connect(self._timer.start)
        table.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._timer.start()
        return False

    def _fit(self) -> None:
        for place in range(self._table.model().rowCount()):
            self._table.setRowHeight(place, self._table.sizeHintForRow(place))
