"""A cell of a table that shows its words as a chip."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from dialogue_prep.gui.colours import Tone, colours_now
from dialogue_prep.gui.kit.item_ground import paint_ground
from dialogue_prep.gui.kit.table_model import Role

TONE_ROLE = Role.UserRole
_GAP, _GROUND, _EDGE = 8, 28, 96


class ChipDelegate(QStyledItemDelegate):
    """Paints the words of a cell in the tone that its model gives, on a ground of the same tone."""

    def sizeHint(  # noqa: N802 - Qt's name
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        width = option.fontMetrics.horizontalAdvance(str(index.data()))
        return QSize(width + 5 * _GAP, option.fontMetrics.height() + 2 * _GAP)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        paint_ground(painter, option)
        tone = index.data(TONE_ROLE) or Tone.MUTED
        colour = colours_now().of(Tone(tone))
        metrics = option.fontMetrics
        room = QRectF(option.rect.adjusted(_GAP, 0, -_GAP, -1))
        words = metrics.elidedText(str(index.data()), Qt.TextElideMode.ElideRight, int(room.width()) - 2 * _GAP)
        height = metrics.height() + 4
        chip = QRectF(room.x(), room.center().y() - height / 2, metrics.horizontalAdvance(words) + 2 * _GAP, height)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = colour.toRgb()
        ground.setAlpha(_GROUND)
        painter.setPen(Qt.PenStyle.NoPen)
        # The ground is laid on that of the table, also where the line is chosen: words would else be too faint there.
        for brush in (QColor(colours_now().surface), ground):
            painter.setBrush(brush)
            painter.drawRoundedRect(chip, height / 2, height / 2)
        if option.state & QStyle.StateFlag.State_Selected:
            edge = colour.toRgb()
            edge.setAlpha(_EDGE)
            painter.setPen(edge)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(chip.adjusted(0.5, 0.5, -0.5, -0.5), height / 2, height / 2)
        painter.setPen(colour)
        painter.drawText(chip, int(Qt.AlignmentFlag.AlignCenter), words)
        painter.restore()
