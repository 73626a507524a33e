"""A table that shows a filtered model; what is selected stays so while it is in sight."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from dialogue_prep.gui.kit.copied_rows import copied_rows
from dialogue_prep.gui.kit.filtered_model import FilteredModel, SortedColumn
from dialogue_prep.gui.kit.table_model import Row

R = TypeVar("R", bound=Row)


class FilteredTable(QTableView, Generic[R]):
    """Rows can be selected in any number; `selected` tells that other ones are, once for whatever happened at once."""

    selected = Signal()

    def __init__(self, name: str, columns: Sequence[SortedColumn[R]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: FilteredModel[R] = FilteredModel(columns, self)
        self._kept: tuple[frozenset[str], str] = (frozenset(), "")
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self.selected)
        self.setModel(self.rows)
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSortingEnabled(True)
        self.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.rows.modelAboutToBeReset.connect(self._keep)
        self.rows.modelReset.connect(self._restore)
        self.selectionModel().selectionChanged.connect(lambda _new, _old: self._soon.start())

    def chosen(self) -> tuple[R, ...]:
        """Return the rows that are selected, in their order."""
        places = sorted(index.row() for index in self.selectionModel().selectedRows())
        shown = self.rows.rows()
        return tuple(shown[place] for place in places)

    def here(self) -> str:
        """Return the identifier of the row that the user is at, empty where there is none."""
        index = self.currentIndex()
        return self.rows.row_at(index).id if index.isValid() else ""

    def choose(self, id_: str) -> bool:
        """Select one row alone and bring it into sight; say whether it is shown."""
        for place, row in enumerate(self.rows.rows()):
            if row.id == id_:
                flags = QItemSelectionModel.SelectionFlag
                index = self.rows.index(place, 0)
                self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
                self.scrollTo(index)
                return True
        return False

    def copy_chosen(self) -> None:
        """Put the rows that are selected on the clipboard, as a table."""
        if chosen := self.chosen():
            QGuiApplication.clipboard().setMimeData(copied_rows(*self.rows.as_texts(chosen)))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_chosen()
        else:
            super().keyPressEvent(event)

    def _keep(self) -> None:
        self._kept = (frozenset(row.id for row in self.chosen()), self.here())

    def _restore(self) -> None:
        ids, here = self._kept
        places = [place for place, row in enumerate(self.rows.rows()) if row.id in ids] if ids else []
        flags = QItemSelectionModel.SelectionFlag
        for place in places:
            if self.rows.rows()[place].id == here:
                self.selectionModel().setCurrentIndex(self.rows.index(place, 0), flags.NoUpdate)
                self.scrollTo(self.rows.index(place, 0))
        self.selectionModel().select(self._ranges(places), flags.ClearAndSelect | flags.Rows)
        self._soon.start()

    def _ranges(self, places: Iterable[int]) -> QItemSelection:
        """Return a selection of these places, which are in order, as few ranges."""
        selection = QItemSelection()
        begin = end = -1
        for place in (*places, -1):
            if begin >= 0 and place != end + 1:
                selection.select(self.rows.index(begin, 0), self.rows.index(end, 0))
                begin = -1
            begin, end = (place if begin < 0 else begin), place
        return selection
