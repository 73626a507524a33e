"""The table of a round, painted: who sits where on both edges, who behind, and where the door is."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QTextOption
from PySide6.QtWidgets import QWidget

from dialogue_prep.documents.pictures.seating_table import Edge, Seat, SeatingTable
from dialogue_prep.gui.colours import Colours, Tone, colours_now
from dialogue_prep.gui.kit.labels import Size, sized
from dialogue_prep.gui.words import _, in_a_row, labelled

_GAP, _TABLE_HIGH, _GROUND, _WIDEST = 8, 40, 44, 148
_LINE = 1
_LINES_OF_A_SEAT, _LETTERS_OF_A_SEAT = 4, 13


class SeatingView(QWidget):
    """Shows a table; whose edge it is, is told by words and by the colour of its seats."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table: SeatingTable | None = None
        self.setAccessibleName(_("Who sits where"))

    def show_table(self, table: SeatingTable) -> None:
        """Show another table."""
        self._table = table
        self.setAccessibleDescription("\n".join(told(edge) for edge in (table.across, table.near)))
        self.setMinimumWidth((table.last - table.first + 1) * (self._narrowest() + _GAP))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(880, self._height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(480, self._height())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        if self._table is None:
            return
        colours, line = colours_now(), self.fontMetrics().height()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = float(2 * line + _GAP)
        self._paint_words(painter, self._at_the_heads(0, line), self._table.across.side, colours.text)
        self._paint_words(painter, QRectF(0, line, self.width(), line), _behind(self._table.across), colours.muted)
        self._paint_edge(painter, self._table.across, top, colours)
        top += self._seat_high() + _GAP
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.soft))
        painter.drawRoundedRect(QRectF(0, top, self.width(), _TABLE_HIGH), 8, 8)
        top += _TABLE_HIGH + _GAP
        self._paint_edge(painter, self._table.near, top, colours)
        top += self._seat_high() + _GAP
        self._paint_words(painter, self._at_the_heads(top, line), self._table.near.side, colours.text)
        self._paint_words(painter, QRectF(0, top + line, self.width(), line), _behind(self._table.near), colours.muted)
        top += 2 * line + _GAP
        self._paint_words(painter, self._place(self._table.door, top, line), "▭  " + _("Door"), colours.muted)
        painter.end()

    def _paint_edge(self, painter: QPainter, edge: Edge, top: float, colours: Colours) -> None:
        tone = colours.of(Tone.OURS if edge.ours else Tone.THEIRS)
        for seat in edge.seats:
            room = self._place(seat.offset, top, self._seat_high())
            ground = QColor(tone)
            ground.setAlpha(_GROUND)
            painter.setBrush(QColor(colours.surface) if seat.interpreter else ground)
            painter.setPen(QPen(tone, 2 if seat.head else 1))
            painter.drawRoundedRect(room, 6, 6)
            painter.setFont(sized(self.font(), Size.STRONG if seat.head else Size.SMALL))
            painter.setPen(QColor(colours.text))
            how = QTextOption(Qt.AlignmentFlag.AlignCenter)
            how.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
            painter.drawText(room.adjusted(4, 2, -4, -2), _said(seat), how)

    def _place(self, offset: int, top: float, high: float) -> QRectF:
        """Return the room of one place; all places together are in the middle."""
        assert self._table is not None
        places = self._table.last - self._table.first + 1
        room = self.width() - 2 * _LINE
        wide = min((room + _GAP) / places, _WIDEST + _GAP)
        left = _LINE + (room + _GAP - places * wide) / 2
        return QRectF(left + (offset - self._table.first) * wide, top, wide - _GAP, high)

    def _at_the_heads(self, top: float, high: float) -> QRectF:
        """Return the room for the name of a side: as wide as three places, as far as these are there."""
        head = self._place(0, top, high)
        return head.adjusted(-head.width(), 0, head.width(), 0).intersected(QRectF(self.rect()))

    def _paint_words(self, painter: QPainter, room: QRectF, words: str, colour: str) -> None:
        painter.setFont(self.font())
        painter.setPen(QColor(colour))
        fitted = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter), fitted)

    def _narrowest(self) -> int:
        return _LETTERS_OF_A_SEAT * self.fontMetrics().averageCharWidth()

    def _seat_high(self) -> int:
        return _LINES_OF_A_SEAT * self.fontMetrics().height() + _GAP

    def _height(self) -> int:
        return 5 * self.fontMetrics().height() + 2 * self._seat_high() + _TABLE_HIGH + 6 * _GAP


def told(edge: Edge) -> str:
    """Return who sits at an edge in words, from left to right."""
    seats = in_a_row(_said(seat).replace("\n", " ") for seat in edge.seats) or _("nobody yet")
    return " · ".join(filter(None, (labelled(edge.side, seats), _behind(edge))))


def _said(seat: Seat) -> str:
    return f"{seat.name}\n{_('interpreter')}" if seat.interpreter else seat.name


def _behind(edge: Edge) -> str:
    return _("behind: {names}").format(names=in_a_row(edge.behind)) if edge.behind else ""
