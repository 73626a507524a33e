"""The hosting strip, painted."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from dialogue_prep.documents.pictures.hosting_strip import HostingStrip, Mark, MarkState
from dialogue_prep.gui.colours import Colours, Tone, colours_now
from dialogue_prep.gui.kit.labels import Size, sized
from dialogue_prep.gui.words import _

_LANE_TONES = (Tone.OURS, Tone.THEIRS)
_GAP, _RADIUS = 8, 6


class HostingStripView(QWidget):
    """Two lanes to scale: rounds held are filled, the one looked at is larger, those to come are outlined.

    What a mark is can be told without its colour: by its lane, its filling and its label.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._strip: HostingStrip | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Who hosts when"))

    def show_strip(self, strip: HostingStrip) -> None:
        """Show another strip."""
        self._strip = strip
        self.setAccessibleDescription("; ".join(self._in_words(mark) for mark in strip.marks))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        lanes = len(self._strip.lanes) if self._strip else len(_LANE_TONES)
        line = self._line()
        return QSize(480, line + lanes * self._lane_height() + line + _GAP)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(320, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        if self._strip is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(sized(self.font(), Size.SMALL))
        self._paint(painter, self._strip, colours_now())
        painter.end()

    def _paint(self, painter: QPainter, strip: HostingStrip, colours: Colours) -> None:
        bottom = self._lane_at(len(strip.lanes) - 1) + 2 * _GAP
        self._paint_years(painter, strip, colours, bottom)
        for lane, name in enumerate(strip.lanes):
            y = self._lane_at(lane)
            painter.setPen(QPen(QColor(colours.border), 2))
            painter.drawLine(QPointF(self._left(), y), QPointF(self._right(), y))
            painter.setPen(QColor(colours.muted))
            room = QRectF(0, y - self._line() / 2, self._left() - 2 * _GAP, self._line())
            words = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, int(room.width()))
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), words)
        self._paint_today(painter, strip, colours, bottom)
        ends = [0.0] * len(strip.lanes)
        for mark in strip.marks:
            ends[mark.lane] = self._paint_mark(painter, mark, colours, ends[mark.lane])

    def _paint_years(self, painter: QPainter, strip: HostingStrip, colours: Colours, bottom: float) -> None:
        end = 0.0
        for year, at in strip.years:
            x, width = self._x(at), painter.fontMetrics().horizontalAdvance(str(year))
            painter.setPen(QPen(QColor(colours.border), 1))
            painter.drawLine(QPointF(x, bottom - _GAP / 2), QPointF(x, bottom))
            left = min(max(x - width / 2, 0.0), self.width() - width)
            if left >= end:
                painter.setPen(QColor(colours.muted))
                painter.drawText(
                    QRectF(left, bottom, width + 1, self._line()), int(Qt.AlignmentFlag.AlignCenter), str(year)
                )
                end = left + width + _GAP

    def _paint_today(self, painter: QPainter, strip: HostingStrip, colours: Colours, bottom: float) -> None:
        x = self._x(strip.today)
        painter.setPen(QPen(QColor(colours.bad), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(x, 0), QPointF(x, bottom))
        words = _("today")
        width = painter.fontMetrics().horizontalAdvance(words)
        left = x + 6 if x + 6 + width <= self.width() else x - 6 - width
        painter.setPen(QColor(colours.bad))
        painter.drawText(QRectF(left, 0, width + 1, self._line()), int(Qt.AlignmentFlag.AlignVCenter), words)

    def _paint_mark(self, painter: QPainter, mark: Mark, colours: Colours, end: float) -> float:
        """Paint a mark and return where its label ends; a label that would touch the one before is left shorter."""
        colour = colours.of(_LANE_TONES[mark.lane % len(_LANE_TONES)])
        centre = QPointF(self._x(mark.at), self._lane_at(mark.lane))
        filled = mark.state is MarkState.HELD or mark.chosen
        radius = _RADIUS + 2 if mark.chosen else _RADIUS
        painter.setPen(QPen(colour, 2))
        painter.setBrush(QBrush(colour if filled else QColor(colours.surface)))
        painter.drawEllipse(centre, radius, radius)
        if mark.state is MarkState.DROPPED:
            painter.drawLine(centre - QPointF(4, 4), centre + QPointF(4, 4))
        strong = filled or mark.state is MarkState.PLANNED
        painter.setPen(QColor(colours.text if strong else colours.muted))
        for words in (f"{mark.ordinal} {mark.place}".strip(), str(mark.ordinal)):
            width = painter.fontMetrics().horizontalAdvance(words)
            left = min(max(centre.x() - width / 2, self._left()), self.width() - width - 1)
            if left >= end:
                top = centre.y() - radius - self._line() - 1
                painter.drawText(QRectF(left, top, width + 1, self._line()), int(Qt.AlignmentFlag.AlignCenter), words)
                return left + width + _GAP
        return end

    def _in_words(self, mark: Mark) -> str:
        assert self._strip is not None
        said = {
            MarkState.HELD: _("round {number}, {year}, hosted by {side}"),
            MarkState.PLANNED: _("round {number}, {year}, {side} hosts, planned"),
            MarkState.BY_RULE: _("round {number}, {year}, {side} hosts by the rule"),
            MarkState.DROPPED: _("round {number}, {year}, {side}, did not take place"),
        }[mark.state]
        return said.format(number=mark.ordinal, year=mark.year, side=self._strip.lanes[mark.lane])

    def _line(self) -> int:
        return self.fontMetrics().height()

    def _lane_height(self) -> int:
        return self._line() + 2 * _GAP + _GAP // 2

    def _lane_at(self, lane: int) -> float:
        return self._line() * 1.5 + (lane + 0.5) * self._lane_height()

    def _left(self) -> float:
        names = self._strip.lanes if self._strip else ()
        widest = max((self.fontMetrics().horizontalAdvance(name) for name in names), default=0)
        return min(widest, self.width() // 5) + 3 * _GAP

    def _right(self) -> float:
        return self.width() - 2.0 * _GAP

    def _x(self, at: float) -> float:
        return self._left() + at * (self._right() - self._left())
