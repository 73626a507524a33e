"""A table that is read: rows are chosen whole, and one column takes the space that is left."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TypeVar

from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from dialogue_prep.gui.kit.table_model import Column, Row, TableModel

R = TypeVar("R", bound=Row)


def plain_table(name: str, columns: Sequence[Column[R]], wide: int) -> tuple[QTableView, TableModel[R]]:
    """Return a table and its model; `wide` is the place of the column that takes what is left."""
    table = QTableView()
    model: TableModel[R] = TableModel(columns, table)
    table.setModel(model)
    table.setAccessibleName(name)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(table.fontMetrics().height() + 16)
    heads = table.horizontalHeader()
    heads.setHighlightSections(False)
    heads.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    heads.setSectionResizeMode(wide, QHeaderView.ResizeMode.Stretch)
    # Qt measures the columns of a table that is shown, not those of rows that are read in afterwards.
    for changed in (model.rowsInserted, model.dataChanged):
        changed.connect(partial(_measure, table, wide))
    return table, model


def _measure(table: QTableView, wide: int, *_changed: object) -> None:
    for column in range(table.model().columnCount()):
        if column != wide:
            table.resizeColumnToContents(column)
