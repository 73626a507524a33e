"""The days of an agenda, painted."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from dialogue_prep.documents.pictures.day_plan import BlockTone, DayBlock, DayPlan
from dialogue_prep.gui.colours import Colours, Tone, colours_now
from dialogue_prep.gui.kit.labels import Size, plain_hint, sized
from dialogue_prep.gui.words import _, with_commas

_TONES = {
    BlockTone.OURS: Tone.OURS,
    BlockTone.THEIRS: Tone.THEIRS,
    BlockTone.BOTH: Tone.QUIET,
    BlockTone.PAUSE: Tone.QUIET,
}
_GAP, _EDGE, _GROUND, _CHOSEN, _LEAST_MINUTE, _LEAST_OF_DAYS = 8, 3, 44, 92, 0.6, 460


class DayView(QWidget):
    """Items as blocks beside the hours, to scale; `chosen` carries the identifier of one that was clicked.

    Who speaks first is told by the colour and, to those who cannot see it, in the description and the hint; what is
    chosen has an outline.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan: DayPlan | None = None
        self._chosen = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(_("The day"))

    def show_plan(self, plan: DayPlan | None) -> None:
        """Show another day."""
        self._plan = plan
        blocks = plan.blocks if plan else ()
        self.setAccessibleDescription(_("; ").join(map(_told, blocks)))
        self.updateGeometry()
        self.update()

    def plan(self) -> DayPlan | None:
        """Return the day that is shown."""
        return self._plan

    def choose(self, id_: str) -> None:
        """Outline the block of an item."""
        self._chosen = id_
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(136, 400)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        if self._plan is None:
            return QSize(120, 0)
        least = round(self._plan.minutes * _LEAST_MINUTE)
        return QSize(120, min(least, _LEAST_OF_DAYS) if len(self._plan.times_up) > 1 else least)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if (block := self._block_at(event.position())) is not None:
            self.chosen.emit(block.id)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            block = self._block_at(event.pos().toPointF())
            QToolTip.showText(event.globalPos(), plain_hint(_told(block) if block else ""), self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        if self._plan is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(sized(self.font(), Size.SMALL))
        colours = colours_now()
        self._paint_hours(painter, self._plan, colours)
        for block in self._plan.blocks:
            self._paint_block(painter, block, colours)
        painter.setPen(QPen(colours.of(Tone.BAD), 1, Qt.PenStyle.DashLine))
        for at in map(self._y, self._plan.times_up):
            painter.drawLine(round(self._left() - _GAP / 2), round(at), self.width(), round(at))
        self._paint_days(painter, self._plan, colours)
        painter.end()

    def _paint_days(self, painter: QPainter, plan: DayPlan, colours: Colours) -> None:
        line = painter.fontMetrics().height()
        painter.setPen(QColor(colours.text))
        for name, at in plan.days:
            room = QRectF(self._left(), self._y(at) - line / 2, self.width() - self._left(), line)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), name)

    def _paint_hours(self, painter: QPainter, plan: DayPlan, colours: Colours) -> None:
        line, free = painter.fontMetrics().height(), 0.0
        for hour, at in plan.hours:
            y = self._y(at)
            painter.setPen(QPen(QColor(colours.border), 1))
            painter.drawLine(round(self._left()), round(y), self.width(), round(y))
            if y - line / 2 >= free or not hour:
                painter.setPen(QColor(colours.muted))
                room = QRectF(0, y - line / 2, self._left() - _GAP, line)
                painter.drawText(room, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), f"{hour}:00")
                free = y + line / 2

    def _paint_block(self, painter: QPainter, block: DayBlock, colours: Colours) -> None:
        room = self._room(block)
        tone = colours.of(_TONES[block.tone])
        ground = QColor(tone)
        ground.setAlpha(_CHOSEN if block.id == self._chosen else _GROUND)
        painter.setPen(QPen(tone, 1.5) if block.id == self._chosen else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.surface))
        painter.drawRoundedRect(room, 4, 4)
        painter.setBrush(ground)
        painter.drawRoundedRect(room, 4, 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tone)
        painter.drawRoundedRect(QRectF(room.x(), room.y(), _EDGE, room.height()), 1, 1)
        metrics = painter.fontMetrics()
        if room.height() < metrics.height() - 4:
            return
        painter.setPen(QColor(colours.muted if block.tone is BlockTone.PAUSE else colours.text))
        inner = room.adjusted(_EDGE + 6, 0, -4, 0)
        words = metrics.elidedText(block.label, Qt.TextElideMode.ElideRight, int(inner.width()))
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignVCenter), words)

    def _block_at(self, at: QPointF) -> DayBlock | None:
        blocks = self._plan.blocks if self._plan else ()
        return next((block for block in blocks if self._room(block).contains(at)), None)

    def _room(self, block: DayBlock) -> QRectF:
        top, bottom = self._y(block.begins) + 1, self._y(block.ends) - 1
        return QRectF(self._left(), top, self.width() - self._left() - 1, max(bottom - top, 2))

    def _left(self) -> float:
        return self.fontMetrics().horizontalAdvance("00:00") + _GAP

    def _y(self, at: float) -> float:
        """Return where a moment is; half a line stays free above and below for the hours."""
        margin = self.fontMetrics().height() / 2
        return margin + at * (self.height() - 2 * margin)


def _told(block: DayBlock) -> str:
    """Return what a block says, and what its colour tells."""
    return with_commas((block.label, _("{side} speaks first").format(side=block.first) if block.first else ""))
