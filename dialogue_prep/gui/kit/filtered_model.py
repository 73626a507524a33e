"""A table of many rows of which those that pass a filter are shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt

from dialogue_prep.gui.kit.table_model import Column, Row, TableModel

R = TypeVar("R", bound=Row)


@dataclass(frozen=True, slots=True, kw_only=True)
class SortedColumn(Column[R]):
    """A column, and by what of it rows are put in order."""

    order: Callable[[R], Any]


class FilteredModel(TableModel[R]):
    """Keeps all rows and shows those that pass; filtering and putting in order make one list and one reset.

    A reset costs Qt the same however many rows come and go, which removing them one by one does not.
    """

    def __init__(self, columns: Sequence[SortedColumn[R]], parent: QObject | None = None) -> None:
        super().__init__(columns, parent)
        self._orders = tuple(column.order for column in columns)
        self._all: tuple[R, ...] = ()
        self._passes: Callable[[R], bool] = _everything
        self._order: tuple[int, bool] = (0, False)

    def show_rows(self, rows: Sequence[R]) -> None:
        """Keep other rows; where the same ones are to be seen in the same order, tell Qt only which of them differ."""
        self._all = tuple(rows)
        wanted = self._wanted()
        if [row.id for row in wanted] == [row.id for row in self._rows]:
            super().show_rows(wanted)
        else:
            self._show(wanted)

    def filter_rows(self, passes: Callable[[R], bool]) -> None:
        """Show the rows that pass."""
        self._passes = passes
        wanted = self._wanted()
        if len(wanted) != len(self._rows) or any(a is not b for a, b in zip(wanted, self._rows, strict=True)):
            self._show(wanted)

    def all_rows(self) -> tuple[R, ...]:
        """Return all rows, shown or not."""
        return self._all

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Put the rows in order by a column."""
        self._order = (max(column, 0), order == Qt.SortOrder.DescendingOrder)
        self._show(self._wanted())

    def _wanted(self) -> list[R]:
        column, backwards = self._order
        return sorted(filter(self._passes, self._all), key=self._orders[column], reverse=backwards)

    def _show(self, rows: list[R]) -> None:
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()


def _everything(_row: object) -> bool:
    return True
