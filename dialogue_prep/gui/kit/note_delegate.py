"""A cell of a table with a note below its words."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from dialogue_prep.gui.colours import Tone, colours_now
from dialogue_prep.gui.kit.labels import Size, sized
from dialogue_prep.gui.kit.table_model import Role
from dialogue_prep.gui.kit.wrapping import wrapped

NOTE_ROLE = Role.UserRole + 1
_GAP = 8


class NoteDelegate(QStyledItemDelegate):
    """Paints the words of a cell, in so many lines at most, and quieter below them the note that its model gives."""

    def __init__(self, parent: QObject, *, lines: int = 1, size: Size = Size.STRONG) -> None:
        super().__init__(parent)
        self._lines = lines
        self._size = size

    def sizeHint(  # noqa: N802 - Qt's name
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        said = [str(index.data(role) or "") for role in (_WORDS, NOTE_ROLE)]
        width = max(option.fontMetrics.horizontalAdvance(words) for words in said)
        return QSize(width + 2 * _GAP, (self._lines + 1) * option.fontMetrics.height() + 2 * _GAP)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        widget = option.widget
        widget.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, widget)
        colours, line = colours_now(), option.fontMetrics.height()
        width = option.rect.width() - 2 * _GAP
        said, font = str(index.data(_WORDS) or ""), sized(option.font, self._size)
        note, small = str(index.data(NOTE_ROLE) or ""), sized(option.font, Size.SMALL)
        shown = [(words, font, Tone.TEXT) for words in wrapped(said, font, width, self._lines)]
        if note:
            shown += [(words, small, Tone.MUTED) for words in wrapped(note, small, width, 1)]
        top = option.rect.y() + (option.rect.height() - len(shown) * line) // 2
        painter.save()
        for words, worn, tone in shown:
            painter.setFont(worn)
            painter.setPen(colours.of(tone))
            painter.drawText(QRect(option.rect.x() + _GAP, top, width, line), _LEFT, words)
            top += line
        painter.restore()


_WORDS = Role.DisplayRole
_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
