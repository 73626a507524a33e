"""What can be done in any table of a page: copying what is selected, and a menu of its own."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QMenu, QTableView, QWidget

from dialogue_prep.gui.kit.copied_rows import copied_rows
from dialogue_prep.gui.words import _

_TAUGHT = "taught"
Texts = tuple[list[str], list[list[str]]]
"""The headings of a table, and its rows as words."""


def teach_tables(page: QWidget, show_history: Callable[[], object]) -> None:
    """Have every table of a page copied by keys, and give those a menu that have none."""
    for table in page.findChildren(QTableView):
        if not table.property(_TAUGHT):
            table.setProperty(_TAUGHT, True)
            TableWays(table, show_history)


class TableWays(QObject):
    """Follows one table; `show_history` shows what was done to the record that is selected on its page."""

    def __init__(self, table: QTableView, show_history: Callable[[], object]) -> None:
        super().__init__(table)
        self._table = table
        self._show_history = show_history
        table.installEventFilter(self)
        table.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if isinstance(event, QKeyEvent) and watched is self._table and event.matches(QKeySequence.StandardKey.Copy):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
            elif event.type() == QEvent.Type.KeyPress:
                self.copy_rows()
                return True
        # Only events of these kinds touch the table: others come while it is taken apart, too.
        if isinstance(event, QContextMenuEvent) and self._has_no_menu():
            self._make_menu().popup(event.globalPos())
            return True
        return False

    def copy_rows(self) -> None:
        """Put the rows that are selected on the clipboard, as a table."""
        headings, rows = table_texts(self._table, selected=True)
        if rows:
            QGuiApplication.clipboard().setMimeData(copied_rows(headings, rows))

    def _has_no_menu(self) -> bool:
        return self._table.contextMenuPolicy() == Qt.ContextMenuPolicy.DefaultContextMenu

    def _make_menu(self) -> QMenu:
        table, menu = self._table, QMenu(self._table)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        index = table.currentIndex()
        there = index.isValid()
        for words, run, allowed in (
            (_("Open"), lambda: table.activated.emit(index), there),
            (_("Copy"), lambda: QGuiApplication.clipboard().setText(_words(index)), there),
            (_("Copy as a table"), self.copy_rows, there),
            (_("History of the record …"), self._show_history, there),
            (_("Select all"), table.selectAll, _takes_several(table)),
        ):
            action = menu.addAction(words)
            action.setEnabled(allowed)
            action.triggered.connect(lambda _checked=False, run=run: run())
        return menu


def table_texts(table: QTableView, *, selected: bool) -> Texts:
    """Return the words of a table as it is shown: of its selected rows, or of all."""
    model = table.model()
    columns = [place for place in range(model.columnCount()) if not table.isColumnHidden(place)]
    places = sorted({index.row() for index in table.selectionModel().selectedIndexes()})
    rows = places if selected else [place for place in range(model.rowCount()) if not table.isRowHidden(place)]
    across = Qt.Orientation.Horizontal
    headings = [str(model.headerData(place, across, Qt.ItemDataRole.DisplayRole) or "") for place in columns]
    return headings, [[_words(model.index(row, column)) for column in columns] for row in rows]


def _words(index: QModelIndex) -> str:
    said = index.data(Qt.ItemDataRole.DisplayRole)
    return str(said if said is not None else index.data(Qt.ItemDataRole.AccessibleTextRole) or "")


def _takes_several(table: QTableView) -> bool:
    return table.selectionMode() == QAbstractItemView.SelectionMode.ExtendedSelection
