"""A cell of a table with a note below its words."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from dialogue_prep.gui.colours import Tone, colours_now
from dialogue_prep.gui.kit.labels import Size, sized
from dialogue_prep.gui.kit.table_model import Role

NOTE_ROLE = Role.UserRole + 1
_GAP = 8


class NoteDelegate(QStyledItemDelegate):
    """Paints the words of a cell and, smaller and quieter below them, the note that its model gives."""

    def sizeHint(  # noqa: N802 - Qt's name
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        width = max(option.fontMetrics.horizontalAdvance(str(index.data(role))) for role in (_WORDS, NOTE_ROLE))
        return QSize(width + 2 * _GAP, 2 * option.fontMetrics.height() + 2 * _GAP)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        widget = option.widget
        widget.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, widget)
        colours = colours_now()
        line = option.fontMetrics.height()
        top = option.rect.center().y() - line
        painter.save()
        for role, size, tone in ((_WORDS, Size.STRONG, Tone.TEXT), (NOTE_ROLE, Size.SMALL, Tone.MUTED)):
            room = QRect(option.rect.x() + _GAP, top, option.rect.width() - 2 * _GAP, line)
            painter.setFont(sized(option.font, size))
            painter.setPen(colours.of(tone))
            words = painter.fontMetrics().elidedText(str(index.data(role)), Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), words)
            top += line
        painter.restore()


_WORDS = Role.DisplayRole
