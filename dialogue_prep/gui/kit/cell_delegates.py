"""Cells of tables that are edited in a line, and cells whose words are wrapped."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from dialogue_prep.gui.colours import Tone, colours_now
from dialogue_prep.gui.kit.item_ground import paint_ground
from dialogue_prep.gui.kit.labels import Size, sized
from dialogue_prep.gui.kit.note_delegate import NOTE_ROLE
from dialogue_prep.gui.kit.table_model import Role, TableModel

Index = QModelIndex | QPersistentModelIndex

_GAP, _ABOVE = 8, 6
_WRAPPED = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)


class _CellLine(QLineEdit):
    """The line in a cell, and the row as it was when the user began to type there."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("cell")
        self.row: Any = None


class LineDelegate(QStyledItemDelegate):
    """Edits the words of a cell of a TableModel in a line that fills it; what is typed stays, whatever is shown."""

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: N802
        line = _CellLine(parent)
        model = index.model()
        line.setAccessibleName(str(model.headerData(index.column(), Qt.Orientation.Horizontal)))
        line.setPlaceholderText(str(index.data()))
        return line

    def setEditorData(self, editor: QWidget, index: Index) -> None:  # noqa: N802 - Qt's name
        assert isinstance(editor, _CellLine)
        model = index.model()
        assert isinstance(model, TableModel)
        # Qt asks for this whenever anything of the row is shown anew.
        if not editor.isModified():
            editor.row = model.row_at(index)
            editor.setText(str(index.data(Role.EditRole)))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:  # noqa: N802
        assert isinstance(editor, _CellLine)
        assert isinstance(model, TableModel)
        model.give(editor.row, index.column(), editor.text().strip())


class WrappedDelegate(LineDelegate):
    """Paints the words of a cell in as many lines as they need and, smaller below them, the note of its model."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 - Qt's name
        table = option.widget
        width = table.columnWidth(index.column()) if isinstance(table, QTableView) else option.rect.width()
        height = self._words_height(option, index, width - 2 * _GAP)
        note = QFontMetrics(sized(option.font, Size.SMALL)).height() if index.data(NOTE_ROLE) else 0
        return QSize(width, height + note + 2 * _ABOVE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        paint_ground(painter, option)
        room = option.rect.adjusted(_GAP, 0, -_GAP, 0)
        note, small = str(index.data(NOTE_ROLE) or ""), sized(option.font, Size.SMALL)
        words_high = self._words_height(option, index, room.width())
        below = QFontMetrics(small).height() if note else 0
        top = room.y() + (room.height() - words_high - below) // 2
        painter.save()
        painter.setPen(index.data(Role.ForegroundRole) or colours_now().of(Tone.TEXT))
        painter.drawText(QRect(room.x(), top, room.width(), words_high), _WRAPPED, str(index.data()))
        painter.setFont(small)
        painter.setPen(colours_now().of(Tone.MUTED))
        words = QFontMetrics(small).elidedText(note, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(QRect(room.x(), top + words_high, room.width(), below), _WRAPPED, words)
        painter.restore()

    def _words_height(self, option: QStyleOptionViewItem, index: Index, width: int) -> int:
        room = QRect(0, 0, max(width, 1), 10_000)
        return option.fontMetrics.boundingRect(room, _WRAPPED, str(index.data())).height()
