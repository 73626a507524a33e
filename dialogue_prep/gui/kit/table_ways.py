"""What can be done in any table or list of a page: copying what is selected, and a menu of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QMetaMethod, QModelIndex, QObject, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QMenu, QTableView, QWidget

from dialogue_prep.gui.kit.copied_rows import copied_rows
from dialogue_prep.gui.kit.menu_acts import MenuAct, fill_menu
from dialogue_prep.gui.kit.table_model import TableModel
from dialogue_prep.gui.words import _

_TAUGHT = "taught"
Texts = tuple[list[str], list[list[str]]]
"""The headings of a table, and its rows as words."""
ActsOn = Callable[[QAbstractItemView], Sequence[MenuAct]]
"""Says what a page can do with the line that the user is at in one of its views."""
ActsOnRecord = Callable[[str], Sequence[MenuAct]]
"""Says what can be done with the record of a line, whatever its kind; the line is named by its identifier."""


def teach_views(page: QWidget, acts_on: ActsOn, acts_on_record: ActsOnRecord) -> None:
    """Have every table and list of a page copied by keys, and give those a menu that have none."""
    for view in page.findChildren(QAbstractItemView):
        if view.window() is page.window() and not view.property(_TAUGHT):  # lists that pop up are windows of their own
            view.setProperty(_TAUGHT, True)
            ViewWays(view, acts_on, acts_on_record)


class ViewWays(QObject):
    """Follows one table or list; in its menu is what the view itself can do, what its page can, what any record can."""

    def __init__(self, view: QAbstractItemView, acts_on: ActsOn, acts_on_record: ActsOnRecord) -> None:
        super().__init__(view)
        self._view = view
        self._acts_on = acts_on
        self._acts_on_record = acts_on_record
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if isinstance(event, QKeyEvent) and watched is self._view and event.matches(QKeySequence.StandardKey.Copy):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
            elif event.type() == QEvent.Type.KeyPress:
                self.copy_rows()
                return True
        # Only events of these kinds touch the view: others come while it is taken apart, too.
        if isinstance(event, QContextMenuEvent) and self._has_no_menu():
            self._make_menu().popup(event.globalPos())
            return True
        return False

    def copy_rows(self) -> None:
        """Put the rows that are selected on the clipboard, as a table."""
        headings, rows = view_texts(self._view, selected=True)
        if rows:
            QGuiApplication.clipboard().setMimeData(copied_rows(headings, rows))

    def _has_no_menu(self) -> bool:
        return self._view.contextMenuPolicy() == Qt.ContextMenuPolicy.DefaultContextMenu

    def _make_menu(self) -> QMenu:
        view, menu = self._view, QMenu(self._view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        index = view.currentIndex()
        there = index.isValid()
        if view.isSignalConnected(QMetaMethod.fromSignal(view.activated)):
            fill_menu(menu, [MenuAct(_("Open"), lambda: view.activated.emit(index), "Return", there)])
        if there:
            menu.addActions(view.actions())
            fill_menu(menu, self._acts_on(view))
        menu.addSeparator()
        fill_menu(menu, self._acts_on_record(_row_id(index)))
        menu.addSeparator()
        several = view.selectionMode() == QAbstractItemView.SelectionMode.ExtendedSelection
        copying = (
            MenuAct(_("Copy"), lambda: QGuiApplication.clipboard().setText(_words(index)), allowed=there),
            MenuAct(_("Copy as a table"), self.copy_rows, "Ctrl+C", there),
            MenuAct(_("Select all"), view.selectAll, "Ctrl+A", several),
        )
        fill_menu(menu, copying)
        return menu


def view_texts(view: QAbstractItemView, *, selected: bool) -> Texts:
    """Return the words of a table or list as it is shown: of its selected rows, or of all."""
    model, table = view.model(), view if isinstance(view, QTableView) else None
    columns = [place for place in range(model.columnCount()) if table is None or not table.isColumnHidden(place)]
    places = sorted({index.row() for index in view.selectionModel().selectedIndexes()})
    shown = [place for place in range(model.rowCount()) if table is None or not table.isRowHidden(place)]
    across = Qt.Orientation.Horizontal
    headings = [str(model.headerData(place, across, Qt.ItemDataRole.DisplayRole) or "") for place in columns]
    rows = places if selected else shown
    return headings, [[_words(model.index(row, column)) for column in columns] for row in rows]


def _row_id(index: QModelIndex) -> str:
    model = index.model()
    return str(model.row_at(index).id) if isinstance(model, TableModel) else ""


def _words(index: QModelIndex) -> str:
    said = index.data(Qt.ItemDataRole.DisplayRole)
    return str(said if said is not None else index.data(Qt.ItemDataRole.AccessibleTextRole) or "")
