"""A line of a list of people: the place in the order, the name, what he or she is, and at the right the role."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from dialogue_prep.gui.colours import Tone, colours_now
from dialogue_prep.gui.kit.alignment import LEFT, RIGHT
from dialogue_prep.gui.kit.item_ground import paint_ground
from dialogue_prep.gui.kit.labels import Size, sized
from dialogue_prep.gui.kit.note_delegate import NOTE_ROLE
from dialogue_prep.gui.kit.table_model import Role

NUMBER_ROLE, ASIDE_ROLE = Role.UserRole + 2, Role.UserRole + 3
_GAP, _NUMBER = 8, 20


class PersonDelegate(QStyledItemDelegate):
    """Paints two lines a person."""

    def sizeHint(  # noqa: N802 - Qt's name
        self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(160, 2 * option.fontMetrics.height() + 2 * _GAP)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        paint_ground(painter, option)
        colours = colours_now()
        line = option.fontMetrics.height()
        room = option.rect.adjusted(_GAP, _GAP, -_GAP, -_GAP)
        left = room.x() + _NUMBER + _GAP // 2
        painter.save()
        painter.setPen(colours.of(Tone.MUTED))
        painter.drawText(QRect(room.x(), room.y(), _NUMBER, line), LEFT, str(index.data(NUMBER_ROLE) or ""))
        painter.setFont(sized(option.font, Size.SMALL))
        aside = str(index.data(ASIDE_ROLE) or "")
        wide = painter.fontMetrics().horizontalAdvance(aside) + 2
        painter.drawText(QRect(room.right() - wide, room.y(), wide, line), RIGHT, aside)
        note = QRect(left, room.y() + line, room.right() - left, line)
        painter.drawText(note, LEFT, _elided(painter, index, NOTE_ROLE, note.width()))
        painter.setFont(sized(option.font, Size.STRONG))
        painter.setPen(colours.of(Tone.TEXT))
        name = QRect(left, room.y(), room.right() - wide - _GAP - left, line)
        painter.drawText(name, LEFT, _elided(painter, index, Role.DisplayRole, name.width()))
        painter.restore()


def _elided(painter: QPainter, index: QModelIndex | QPersistentModelIndex, role: int, width: int) -> str:
    return painter.fontMetrics().elidedText(str(index.data(role) or ""), Qt.TextElideMode.ElideRight, width)
