"""A list of sentences, each with an icon that says how much it matters and a way to where it is mended."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from dialogue_prep.gui.colours import Tone, colours_now
from dialogue_prep.gui.icons import Icon, pixmap
from dialogue_prep.gui.kit.item_ground import paint_ground
from dialogue_prep.gui.kit.letters import scaled
from dialogue_prep.gui.kit.table_model import Column, Role, TableModel
from dialogue_prep.gui.words import labelled

_ICON, _GAP, _EDGE = 18, 8, 2
_UNKNOWN_ROOM = 400
_ROW_ROLE = Role.UserRole
_FLAGS = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap)


@dataclass(frozen=True, slots=True)
class SentenceLine:
    """One sentence; `way` is what stands at its end where it leads somewhere, empty where it does not."""

    id: str
    sentence: str
    icon: Icon
    tone: Tone
    weight: str
    way: str = ""


class GapList(QListView):
    """Shows sentences as long as they are; `taken` carries the identifier of one that the user follows."""

    taken = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("gaps")
        self.setAccessibleName(name)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setWordWrap(True)
        self.setUniformItemSizes(False)
        self.setMinimumHeight(120)
        self._room = _UNKNOWN_ROOM
        self._lines: TableModel[SentenceLine] = TableModel(
            [Column(name, _sentence, {_ROW_ROLE: _itself, Role.AccessibleTextRole: _aloud})], self
        )
        self.setModel(self._lines)
        self.setItemDelegate(_SentenceDelegate(self))
        self.activated.connect(self._when_activated)
        self.clicked.connect(self._when_clicked)

    def show_lines(self, lines: Sequence[SentenceLine]) -> None:
        """Show other sentences."""
        self._lines.show_rows(lines)

    def lines(self) -> tuple[SentenceLine, ...]:
        """Return what is shown."""
        return self._lines.rows()

    @property
    def room(self) -> int:
        """How wide a line can be, in pixels."""
        return self._room

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        # Kept, for to ask the viewport itself would bring in all of Qt's widgets before the first page is seen.
        self._room = event.size().width()
        self.scheduleDelayedItemsLayout()

    def _when_activated(self, index: QModelIndex) -> None:
        line = self._lines.row_at(index)
        if line.way:
            self.taken.emit(line.id)

    def _when_clicked(self, index: QModelIndex) -> None:
        # A click on the words selects; only one on the way at the end of the line leads there.
        line = self._lines.row_at(index)
        at = self.viewport().mapFromGlobal(self.cursor().pos())
        if line.way and _way_room(self.visualRect(index), line, self.fontMetrics().horizontalAdvance).contains(at):
            self.taken.emit(line.id)


class _SentenceDelegate(QStyledItemDelegate):
    def sizeHint(  # noqa: N802 - Qt's name
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        line: SentenceLine = index.data(_ROW_ROLE)
        view = option.widget
        whole = QRect(0, 0, view.room if isinstance(view, GapList) else _UNKNOWN_ROOM, 10_000)
        icon = scaled(_ICON, view)
        room = _sentence_room(whole, line, icon, option.fontMetrics.horizontalAdvance)
        height = option.fontMetrics.boundingRect(room, _FLAGS, line.sentence).height()
        return QSize(whole.width(), max(height, icon) + 2 * _GAP)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        line: SentenceLine = index.data(_ROW_ROLE)
        widget = option.widget
        paint_ground(painter, option)
        colours = colours_now()
        size = scaled(_ICON, widget)
        icon = pixmap(line.icon, colours.of(line.tone).name(), size, widget.devicePixelRatioF())
        painter.save()
        painter.drawPixmap(option.rect.x() + _EDGE, option.rect.center().y() - size // 2 + 1, icon)
        advance = option.fontMetrics.horizontalAdvance
        painter.setPen(colours.of(Tone.TEXT))
        painter.drawText(_sentence_room(option.rect, line, size, advance), _FLAGS, line.sentence)
        if line.way:
            painter.setPen(colours.of(Tone.ACCENT))
            painter.drawText(_way_room(option.rect, line, advance), int(Qt.AlignmentFlag.AlignCenter), line.way)
        painter.restore()


def _way_room(whole: QRect, line: SentenceLine, advance: Callable[[str], int]) -> QRect:
    width = advance(line.way) + 2 * _GAP
    return QRect(whole.right() - width, whole.y(), width, whole.height())


def _sentence_room(whole: QRect, line: SentenceLine, icon: int, advance: Callable[[str], int]) -> QRect:
    left = _EDGE + icon + _GAP
    right = _way_room(whole, line, advance).width() + _GAP if line.way else _GAP
    return whole.adjusted(left, 0, -right, 0)


def _sentence(line: SentenceLine) -> str:
    return line.sentence


def _itself(line: SentenceLine) -> SentenceLine:
    return line


def _aloud(line: SentenceLine) -> str:
    return labelled(line.weight, line.sentence)
