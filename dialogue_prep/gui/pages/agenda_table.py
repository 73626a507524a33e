"""The items of an agenda as a table: numbered, with the hours that follow, edited in place and put in order by hand."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QColor, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from dialogue_prep.gui.colours import Tone, colours_now
from dialogue_prep.gui.kit.cell_delegates import LineDelegate, WrappedDelegate
from dialogue_prep.gui.kit.labels import plain_hint
from dialogue_prep.gui.kit.note_delegate import NOTE_ROLE
from dialogue_prep.gui.kit.ordered_table import OrderedTable
from dialogue_prep.gui.kit.row_heights import RowHeights
from dialogue_prep.gui.kit.table_model import Column, Role, TableModel
from dialogue_prep.gui.pages.agenda_lines import ItemRow
from dialogue_prep.gui.words import _

TITLE, MINUTES = 3, 4
_DAY, _LEADS = 1, 5
_LEADS_WIDTH = 108


class AgendaTable(OrderedTable[ItemRow]):
    """Shows the items. `titled` and `timed` carry a row and the words that the user gave for its title or minutes.

    `park_wanted` and `remove_wanted` are about the current item.
    """

    titled = Signal(object, str)
    timed = Signal(object, str)
    park_wanted = Signal()
    remove_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        model: TableModel[ItemRow] = TableModel(_columns())
        super().__init__(_("Agenda"), model, parent)
        model.setParent(self)
        self._model = model
        self.setWordWrap(True)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.setItemDelegate(LineDelegate(self))
        self.setItemDelegateForColumn(TITLE, WrappedDelegate(self))
        heads = self.horizontalHeader()
        heads.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        heads.setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)
        heads.setSectionResizeMode(_LEADS, QHeaderView.ResizeMode.Fixed)
        heads.setMinimumSectionSize(24)
        self.setColumnWidth(_LEADS, max(_LEADS_WIDTH, heads.sectionSizeHint(_LEADS)))
        self._heights = RowHeights(self)
        model.edited.connect(self._when_edited)
        self._add_actions()

    def show_rows(self, rows: tuple[ItemRow, ...]) -> None:
        """Show other items, or the same as they are now; the current one stays."""
        self.setColumnHidden(_DAY, not any(row.day for row in rows))
        self._model.show_rows(rows)

    def rows(self) -> tuple[ItemRow, ...]:
        """Return the items in their order."""
        return self._model.rows()

    def chosen_row(self) -> ItemRow | None:
        """Return the current item."""
        index = self.currentIndex()
        return self._model.row_at(index) if index.isValid() else None

    def edit_cell(self, column: int) -> None:
        """Open the editor in a cell of the current row."""
        if self.currentIndex().isValid():
            self.setCurrentIndex(self._model.index(self.currentIndex().row(), column))
            self.edit(self.currentIndex())

    def _add_actions(self) -> None:
        for text, keys, run in (
            (_("Change the title"), "F2", lambda: self.edit_cell(TITLE)),
            (_("Change the minutes"), "Ctrl+M", lambda: self.edit_cell(MINUTES)),
            (_("Move up"), "Alt+Up", lambda: self.move_chosen(-1)),
            (_("Move down"), "Alt+Down", lambda: self.move_chosen(1)),
            (_("Park"), "Ctrl+Shift+K", self.park_wanted.emit),
            (_("Remove"), "Del", self.remove_wanted.emit),
        ):
            action = QAction(text, self)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.setShortcutVisibleInContextMenu(True)
            action.triggered.connect(lambda _checked=False, run=run: run())
            self.addAction(action)

    def _when_edited(self, row: ItemRow, column: int, words: str) -> None:
        (self.titled if column == TITLE else self.timed).emit(row, words)


def _columns() -> list[Column[ItemRow]]:
    quiet: dict[int, Callable[[ItemRow], object]] = {Role.ForegroundRole: lambda _row: _colour(Tone.MUTED)}
    return [
        Column("", lambda row: row.number, quiet, right=True),
        Column(_("Day"), lambda row: row.day, quiet, right=True),
        Column(_("Start"), lambda row: row.begins, quiet, right=True),
        Column(
            _("Item"),
            lambda row: row.title,
            {
                Role.ForegroundRole: lambda row: _colour(Tone.MUTED if row.quiet else Tone.TEXT),
                Role.ToolTipRole: lambda row: plain_hint(row.commitments_in_full),
                NOTE_ROLE: lambda row: row.commitments,
            },
            edit=lambda row: row.words,
        ),
        Column(
            _("Min"),
            lambda row: row.minutes,
            quiet,
            edit=lambda row: str(row.item.minutes),
            right=True,
        ),
        Column(
            _("Leads"),
            lambda row: row.leads,
            {
                Role.ForegroundRole: lambda row: _colour(Tone.WARN if row.unled else Tone.MUTED),
                Role.ToolTipRole: lambda row: plain_hint(row.leads_in_full),
            },
        ),
    ]


def _colour(tone: Tone) -> QColor:
    return colours_now().of(tone)
