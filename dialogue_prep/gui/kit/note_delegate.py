"""A cell of a table with a note below its words."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView

from dialogue_prep.gui.colours import Tone, colours_now
from dialogue_prep.gui.kit.alignment import LEFT
from dialogue_prep.gui.kit.item_ground import paint_ground
from dialogue_prep.gui.kit.labels import Size, sized
from dialogue_prep.gui.kit.table_model import Role
from dialogue_prep.gui.kit.wrapping import wrapped

NOTE_ROLE = Role.UserRole + 1
_GAP = 8


class NoteDelegate(QStyledItemDelegate):
    """Paints the words of a cell, in so many lines at most, and quieter below them the note that its model gives.

    What the words leave of their lines is for the note, which has one at least.
    """

    def __init__(self, parent: QObject, *, lines: int = 1, size: Size = Size.STRONG) -> None:
        super().__init__(parent)
        self._lines = lines
        self._size = size

    def sizeHint(  # noqa: N802 - Qt's name
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        said = [str(index.data(role) or "") for role in (_WORDS, NOTE_ROLE)]
        width = max(option.fontMetrics.horizontalAdvance(words) for words in said) + 2 * _GAP
        table = option.widget
        room = table.columnWidth(index.column()) if isinstance(table, QTableView) else width
        return QSize(width, len(self._shown(option.font, index, room)) * option.fontMetrics.height() + 2 * _GAP + 4)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        paint_ground(painter, option)
        colours, line = colours_now(), option.fontMetrics.height()
        shown = self._shown(option.font, index, option.rect.width())
        top = option.rect.y() + (option.rect.height() - len(shown) * line) // 2
        painter.save()
        for words, worn, tone in shown:
            painter.setFont(worn)
            painter.setPen(colours.of(tone))
            painter.drawText(QRect(option.rect.x() + _GAP, top, option.rect.width() - 2 * _GAP, line), LEFT, words)
            top += line
        painter.restore()

    def _shown(
        self, font: QFont, index: QModelIndex | QPersistentModelIndex, width: int
    ) -> list[tuple[str, QFont, Tone]]:
        """Return the lines that a cell of a width in pixels has, each with its font and its tone."""
        worn, small, room = sized(font, self._size), sized(font, Size.SMALL), width - 2 * _GAP
        said = wrapped(str(index.data(_WORDS) or ""), worn, room, self._lines)
        note = str(index.data(NOTE_ROLE) or "")
        noted = wrapped(note, small, room, self._lines + 1 - len(said)) if note else []
        return [*((words, worn, Tone.TEXT) for words in said), *((words, small, Tone.MUTED) for words in noted)]


_WORDS = Role.DisplayRole
