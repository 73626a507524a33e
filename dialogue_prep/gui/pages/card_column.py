"""One column of the board: cards below each other, which the user drags, or moves with Alt and the arrows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QApplication,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from dialogue_prep.gui.colours import Tone, colours_now
from dialogue_prep.gui.kit.alignment import LEFT, RIGHT
from dialogue_prep.gui.kit.cards import row as in_a_row
from dialogue_prep.gui.kit.filtered_model import FilteredModel, SortedColumn
from dialogue_prep.gui.kit.labels import ElidedLabel, PlainLabel, Size, plain_hint, sized
from dialogue_prep.gui.kit.table_model import Role
from dialogue_prep.gui.kit.wrapping import wrapped
from dialogue_prep.gui.pages.board_lines import BoardColumn
from dialogue_prep.gui.pages.commitments_lines import CommitmentRow
from dialogue_prep.gui.terms import commitment_state_tone
from dialogue_prep.gui.words import _, with_commas

_ROW_ROLE = Role.UserRole
_GAP, _LINES, _CORNER = 8, 3, 8
_SIDEWAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class CardList(QListView):
    """`stepped` asks to go to the column beside it, `moved` for the card to be moved there (-1 left, 1 right).

    While a card is dragged, `dragged` carries where the mouse is on the screen; at the end comes `dropped`, or
    `let_go` where Esc ended it.
    """

    stepped = Signal(int)
    moved = Signal(int)
    dragged = Signal(QPoint)
    dropped = Signal(QPoint)
    let_go = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("cards")
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_CardDelegate(self))
        self._pressed: QPoint | None = None
        self._dragging = False

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        by = _SIDEWAYS.get(Qt.Key(event.key()), 0)
        if self._dragging and event.key() == Qt.Key.Key_Escape:
            self._end_drag()
            self.let_go.emit()
        elif by and event.modifiers() == Qt.KeyboardModifier.AltModifier:
            self.moved.emit(by)
        elif by and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.stepped.emit(by)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        super().mousePressEvent(event)
        at = event.position().toPoint()
        if event.button() == Qt.MouseButton.LeftButton and self.indexAt(at).isValid():
            self._pressed = at

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if self._pressed is None:
            super().mouseMoveEvent(event)
            return
        at = event.position().toPoint()
        if not self._dragging and (at - self._pressed).manhattanLength() >= QApplication.startDragDistance():
            self._dragging = True
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        if self._dragging:
            self.dragged.emit(self.viewport().mapToGlobal(at))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        super().mouseReleaseEvent(event)
        dragging = self._dragging
        self._end_drag()
        if dragging:
            self.dropped.emit(self.viewport().mapToGlobal(event.position().toPoint()))

    def _end_drag(self) -> None:
        self._pressed, self._dragging = None, False
        self.viewport().unsetCursor()


class CardColumn(QWidget):
    """A heading with a number, and the cards below it; a frame round them says that a card would come here."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column: BoardColumn | None = None
        self._aimed = False
        self.heading = ElidedLabel(size=Size.STRONG)
        self.number = PlainLabel(size=Size.SMALL, tone=Tone.MUTED)
        self.list = CardList()
        column: SortedColumn[CommitmentRow] = SortedColumn(
            "", _words, {_ROW_ROLE: _itself, Role.AccessibleTextRole: _aloud, Role.ToolTipRole: _hint}, order=_order
        )
        self.cards: FilteredModel[CommitmentRow] = FilteredModel([column], self.list)
        self.list.setModel(self.cards)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_GAP, _GAP, _GAP, _GAP)
        layout.setSpacing(_GAP)
        head = in_a_row()
        head.addWidget(self.heading, 1)
        head.addWidget(self.number)
        layout.addLayout(head)
        layout.addWidget(self.list, 1)

    def show_cards(self, column: BoardColumn, rows: Sequence[CommitmentRow]) -> None:
        """Show the commitments that stand in a column."""
        self.column = column
        self.heading.say(column.words[:1].upper() + column.words[1:], column.tone)
        self.number.say(str(len(rows)))
        self.list.setAccessibleName(_("{column}: {number}").format(column=column.words, number=len(rows)))
        here = self.here()
        self.cards.show_rows(rows)
        if not self.list.currentIndex().isValid():
            self.choose(here.id if here else "")

    def here(self) -> CommitmentRow | None:
        """Return the card that the user is at."""
        index = self.list.currentIndex()
        return self.cards.row_at(index) if index.isValid() else None

    def choose(self, id_: str) -> bool:
        """Go to a card; say whether it is here."""
        for place, shown in enumerate(self.cards.rows()):
            if shown.id == id_:
                self.list.setCurrentIndex(self.cards.index(place, 0))
                return True
        return False

    def go_to(self, place: int) -> None:
        """Take the focus at the card of this place, or at the last one."""
        self.list.setFocus()
        if last := self.cards.rowCount():
            self.list.setCurrentIndex(self.cards.index(max(0, min(place, last - 1)), 0))

    def aim(self, *, here: bool) -> None:
        """Show, or no longer, that a card would come here."""
        if here != self._aimed:
            self._aimed = here
            self.setProperty("aimed", "true" if here else "false")
            self.style().unpolish(self)
            self.style().polish(self)


class _CardDelegate(QStyledItemDelegate):
    """Paints a card: its code and status, what is to be done in a few lines, and its topic."""

    def sizeHint(  # noqa: N802 - Qt's name
        self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(96, (_LINES + 2) * option.fontMetrics.height() + 3 * _GAP + 4)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        shown: CommitmentRow = index.data(_ROW_ROLE)
        colours, line = colours_now(), option.fontMetrics.height()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = chosen and bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = colours.of(Tone.ACCENT) if focused else QColor(colours.border)
        painter.setPen(QPen(edge, 2 if focused else 1))
        painter.setBrush(_ground(chosen=chosen))
        painter.drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -_GAP + 1), _CORNER, _CORNER)
        room = option.rect.adjusted(_GAP + 2, _GAP, -_GAP - 2, -2 * _GAP)
        small = sized(option.font, Size.SMALL)
        painter.setFont(small)
        painter.setPen(colours.of(Tone.MUTED))
        painter.drawText(QRect(room.x(), room.y(), room.width(), line), LEFT, shown.code)
        wide = painter.fontMetrics().horizontalAdvance(shown.code) + _GAP
        status = painter.fontMetrics().elidedText(shown.status, Qt.TextElideMode.ElideRight, room.width() - wide)
        painter.setPen(colours.of(commitment_state_tone(shown.state)))
        painter.drawText(QRect(room.x() + wide, room.y(), room.width() - wide, line), RIGHT, status)
        painter.setPen(colours.of(Tone.TEXT))
        painter.setFont(option.font)
        for place, words in enumerate(wrapped(shown.action, option.font, room.width(), _LINES), start=1):
            painter.drawText(QRect(room.x(), room.y() + place * line + 2, room.width(), line), LEFT, words)
        painter.setFont(small)
        painter.setPen(colours.of(Tone.MUTED))
        (topic,) = wrapped(shown.topic, small, room.width(), 1)
        below = room.y() + (_LINES + 1) * line + 4
        painter.drawText(QRect(room.x(), below, room.width(), line), LEFT, topic)
        painter.restore()


def _ground(*, chosen: bool) -> QColor:
    colours = colours_now()
    return QColor(colours.soft if chosen else colours.raised)


def _words(shown: CommitmentRow) -> str:
    return shown.action


def _itself(shown: CommitmentRow) -> CommitmentRow:
    return shown


def _aloud(shown: CommitmentRow) -> str:
    return with_commas((shown.code, shown.action, shown.status, shown.topic))


def _hint(shown: CommitmentRow) -> str:
    return plain_hint(shown.action)


def _order(shown: CommitmentRow) -> tuple[int, str]:
    return shown.order
