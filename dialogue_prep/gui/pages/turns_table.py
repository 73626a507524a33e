"""The rounds of a dialogue as a table, one of which is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from dialogue_prep.gui.kit.cell_delegates import WrappedDelegate
from dialogue_prep.gui.kit.chip_delegate import TONE_ROLE, ChipDelegate
from dialogue_prep.gui.kit.labels import plain_hint
from dialogue_prep.gui.kit.row_heights import RowHeights
from dialogue_prep.gui.kit.table_model import Column, Role, TableModel
from dialogue_prep.gui.pages.hosting_lines import TurnRow
from dialogue_prep.gui.words import _

_HEIGHT = 160
_STATUS, _REASON = 4, 5


class TurnsTable(QTableView):
    """Shows rounds with host, place, status and reason; `chosen_changed` tells that another one was chosen."""

    chosen_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        columns: list[Column[TurnRow]] = [
            Column(_("Round"), lambda shown: shown.number),
            Column(_("When"), lambda shown: shown.when),
            Column(_("Host"), lambda shown: shown.host),
            Column(_("Place"), lambda shown: shown.place),
            Column(_("Status"), lambda shown: shown.status, {TONE_ROLE: lambda shown: shown.tone}),
            Column(_("Reason"), lambda shown: shown.reason, {Role.ToolTipRole: lambda shown: plain_hint(shown.reason)}),
        ]
        self._rows = TableModel(columns, self)
        self.setModel(self._rows)
        self.setAccessibleName(_("Rounds"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setMinimumHeight(_HEIGHT)
        self.verticalHeader().hide()
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        heads = self.horizontalHeader()
        heads.setHighlightSections(False)
        heads.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        heads.setSectionResizeMode(_REASON, QHeaderView.ResizeMode.Stretch)
        self.setItemDelegateForColumn(_STATUS, ChipDelegate(self))
        self.setItemDelegateForColumn(_REASON, WrappedDelegate(self))
        RowHeights(self)
        self.selectionModel().currentRowChanged.connect(lambda _now, _before: self.chosen_changed.emit())
        self.clicked.connect(lambda _index: self.chosen_changed.emit())

    def show_rows(self, rows: Sequence[TurnRow]) -> None:
        """Show other rows; only what differs changes."""
        self._rows.show_rows(rows)

    def rows(self) -> tuple[TurnRow, ...]:
        """Return all rows."""
        return self._rows.rows()

    def choose(self, id_: str) -> bool:
        """Choose a row; return whether there is such a row."""
        for place, shown in enumerate(self._rows.rows()):
            if shown.id == id_:
                if place != self.currentIndex().row():
                    self.selectRow(place)
                self.scrollTo(self._rows.index(place, 0))
                return True
        return False

    def chosen(self) -> TurnRow | None:
        """Return the row that is chosen."""
        index = self.currentIndex()
        return self._rows.row_at(index) if index.isValid() else None
