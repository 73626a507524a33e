"""The items of an agenda as a table: numbered, with the hours that follow, edited in place and put in order by hand."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QAction, QColor, QFontMetrics, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from dialogue_prep.gui.colours import Tone, colours_now
from dialogue_prep.gui.kit.labels import Size, plain_hint, sized
from dialogue_prep.gui.kit.note_delegate import NOTE_ROLE
from dialogue_prep.gui.kit.ordered_table import OrderedTable
from dialogue_prep.gui.kit.table_model import Column, Role, TableModel
from dialogue_prep.gui.pages.agenda_lines import ItemRow
from dialogue_prep.gui.words import _

TITLE, MINUTES = 2, 3
_LEADS = 4
_LEADS_WIDTH, _GAP, _ABOVE = 108, 8, 6
_WRAPPED = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
Index = QModelIndex | QPersistentModelIndex


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
        self.setItemDelegate(_LineDelegate(self))
        self.setItemDelegateForColumn(TITLE, _TitleDelegate(self))
        heads = self.horizontalHeader()
        heads.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        heads.setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)
        heads.setSectionResizeMode(_LEADS, QHeaderView.ResizeMode.Fixed)
        heads.setMinimumSectionSize(24)
        self.setColumnWidth(_LEADS, _LEADS_WIDTH)
        self._fitting = QTimer(self, interval=0, singleShot=True)
        self._fitting.timeout.connect(self.resizeRowsToContents)
        heads.sectionResized.connect(self._fitting.start)
        model.edited.connect(self._when_edited)
        self._add_actions()

    def show_rows(self, rows: tuple[ItemRow, ...]) -> None:
        """Show other items, or the same as they are now; the current one stays."""
        self._model.show_rows(rows)
        self._fitting.start()

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

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fitting.start()

    def _add_actions(self) -> None:
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        for text, keys, run in (
            (_("Change the title"), "F2", lambda: self.edit_cell(TITLE)),
            (_("Change the minutes"), "Ctrl+M", lambda: self.edit_cell(MINUTES)),
            (_("Move up"), "Alt+Up", lambda: self.move_chosen(-1)),
            (_("Move down"), "Alt+Down", lambda: self.move_chosen(1)),
            (_("Park"), "Ctrl+Shift+P", self.park_wanted.emit),
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


class _LineDelegate(QStyledItemDelegate):
    """Edits the words of a cell in a line that fills it."""

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: N802
        line = QLineEdit(parent)
        line.setObjectName("cell")
        model = index.model()
        line.setAccessibleName(str(model.headerData(index.column(), Qt.Orientation.Horizontal)))
        line.setPlaceholderText(str(index.data()))
        return line

    def setEditorData(self, editor: QWidget, index: Index) -> None:  # noqa: N802 - Qt's name
        assert isinstance(editor, QLineEdit)
        editor.setText(str(index.data(Role.EditRole)))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:  # noqa: N802
        assert isinstance(editor, QLineEdit)
        model.setData(model.index(index.row(), index.column()), editor.text().strip())


class _TitleDelegate(_LineDelegate):
    """Paints a title in as many lines as it needs and, smaller below it, the codes of what is followed up."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 - Qt's name
        table = option.widget
        width = table.columnWidth(index.column()) if isinstance(table, OrderedTable) else option.rect.width()
        height = self._title_height(option, index, width - 2 * _GAP)
        note = QFontMetrics(sized(option.font, Size.SMALL)).height() if index.data(NOTE_ROLE) else 0
        return QSize(width, height + note + 2 * _ABOVE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        widget = option.widget
        widget.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, widget)
        room = option.rect.adjusted(_GAP, 0, -_GAP, 0)
        note, small = str(index.data(NOTE_ROLE) or ""), sized(option.font, Size.SMALL)
        title = self._title_height(option, index, room.width())
        below = QFontMetrics(small).height() if note else 0
        top = room.y() + (room.height() - title - below) // 2
        painter.save()
        painter.setPen(index.data(Role.ForegroundRole))
        painter.drawText(QRect(room.x(), top, room.width(), title), _WRAPPED, str(index.data()))
        painter.setFont(small)
        painter.setPen(_colour(Tone.MUTED))
        words = QFontMetrics(small).elidedText(note, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(QRect(room.x(), top + title, room.width(), below), _WRAPPED, words)
        painter.restore()

    def _title_height(self, option: QStyleOptionViewItem, index: Index, width: int) -> int:
        room = QRect(0, 0, max(width, 1), 10_000)
        return option.fontMetrics.boundingRect(room, _WRAPPED, str(index.data())).height()


def _columns() -> list[Column[ItemRow]]:
    right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    quiet: dict[int, Callable[[ItemRow], object]] = {Role.ForegroundRole: lambda _row: _colour(Tone.MUTED)}
    return [
        Column("", lambda row: row.number, {Role.TextAlignmentRole: lambda _row: right, **quiet}),
        Column(_("Start"), lambda row: row.begins, {Role.TextAlignmentRole: lambda _row: right, **quiet}),
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
            lambda row: str(row.item.minutes),
            {Role.TextAlignmentRole: lambda _row: right, **quiet},
            edit=lambda row: str(row.item.minutes),
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
