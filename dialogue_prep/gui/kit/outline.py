"""A list under headings: the headings are read and passed over, the lines below them can be chosen."""

from __future__ import annotations

from typing import Any, Protocol

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from dialogue_prep.gui.colours import Tone, colours_now
from dialogue_prep.gui.kit.alignment import LEFT
from dialogue_prep.gui.kit.item_ground import paint_ground
from dialogue_prep.gui.kit.labels import Size, plain_hint, sized
from dialogue_prep.gui.kit.table_model import Column, Role, TableModel
from dialogue_prep.gui.words import _, with_commas

_LINE_ROLE = Role.UserRole
_GAP = 8


class OutlineEntry(Protocol):
    """What an outline shows."""

    @property
    def id(self) -> str: ...
    @property
    def words(self) -> str: ...
    @property
    def note(self) -> str: ...
    @property
    def heading(self) -> bool: ...
    @property
    def outdated(self) -> bool: ...


class _OutlineModel(TableModel[Any]):
    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        if index.isValid() and self.row_at(index).heading:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)


class Outline(QListView):
    """Shows lines under headings; `chosen` carries the identifier of the line that became the current one."""

    chosen = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("outline")
        self.setAccessibleName(name)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._lines = _OutlineModel(
            [
                Column(
                    name,
                    lambda line: line.words,
                    {
                        _LINE_ROLE: lambda line: line,
                        Role.AccessibleTextRole: _aloud,
                        Role.ToolTipRole: lambda line: "" if line.heading else plain_hint(_aloud(line)),
                    },
                )
            ],
            self,
        )
        self.setModel(self._lines)
        self.setItemDelegate(_OutlineDelegate(self))
        self.selectionModel().currentChanged.connect(self._when_current)

    def show_lines(self, lines: tuple[Any, ...]) -> None:
        """Show other lines; what is chosen stays chosen."""
        self._lines.show_rows(lines)

    def lines(self) -> tuple[Any, ...]:
        """Return what is shown."""
        return self._lines.rows()

    def chosen_id(self) -> str:
        """Return the identifier of the line that is chosen, empty where none is."""
        index = self.currentIndex()
        return str(self._lines.row_at(index).id) if index.isValid() else ""

    def choose(self, id_: str) -> None:
        """Choose a line by its identifier, if it is there."""
        for place, line in enumerate(self._lines.rows()):
            if line.id == id_:
                index = self._lines.index(place, 0)
                self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
                self.scrollTo(index)

    def _when_current(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(str(self._lines.row_at(index).id))


class _OutlineDelegate(QStyledItemDelegate):
    """Paints the words with the note at the right; a heading smaller and quieter, with room above it."""

    def sizeHint(  # noqa: N802 - Qt's name
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        line: OutlineEntry = index.data(_LINE_ROLE)
        return QSize(120, option.fontMetrics.height() + (3 * _GAP if line.heading and index.row() else 2 * _GAP - 2))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        line: OutlineEntry = index.data(_LINE_ROLE)
        colours = colours_now()
        painter.save()
        if line.heading:
            painter.setFont(sized(option.font, Size.SMALL))
            painter.setPen(colours.of(Tone.MUTED))
            room = option.rect.adjusted(_GAP, 0, -_GAP, -2)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft), line.words)
            painter.restore()
            return
        paint_ground(painter, option)
        room = option.rect.adjusted(2 * _GAP, 0, -_GAP, 0)
        painter.setFont(sized(option.font, Size.SMALL))
        painter.setPen(colours.of(Tone.WARN if line.outdated else Tone.MUTED))
        note = painter.fontMetrics().elidedText(_note(line), Qt.TextElideMode.ElideRight, room.width() // 2)
        wide = painter.fontMetrics().horizontalAdvance(note)
        painter.drawText(QRect(room.right() - wide, room.y(), wide + 1, room.height()), LEFT, note)
        painter.setFont(option.font)
        painter.setPen(colours.of(Tone.TEXT))
        left = room.width() - wide - (2 * _GAP if wide else 0)
        words = painter.fontMetrics().elidedText(" ".join(line.words.split()), Qt.TextElideMode.ElideRight, left)
        painter.drawText(room, LEFT, words)
        painter.restore()


def _note(line: OutlineEntry) -> str:
    return " · ".join(filter(None, (line.note, _("outdated") if line.outdated else "")))


def _aloud(line: OutlineEntry) -> str:
    return with_commas((line.words, _note(line)))
