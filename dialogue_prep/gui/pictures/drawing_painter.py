"""Paints drawings that are values."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPen

from dialogue_prep.documents.pictures.drawing import Anchor, Box, Disc, Drawing, Ink, Line, Part, Type, Words
from dialogue_prep.gui.colours import Colours

_WIDE = 4000.0
_SIDES = {
    Anchor.START: Qt.AlignmentFlag.AlignLeft,
    Anchor.MIDDLE: Qt.AlignmentFlag.AlignHCenter,
    Anchor.END: Qt.AlignmentFlag.AlignRight,
}


def type_of(font: QFont) -> Type:
    """Return how large words are in a font."""
    metrics = QFontMetricsF(font)
    return Type(line=metrics.height(), width=metrics.horizontalAdvance)


def paint(painter: QPainter, drawing: Drawing, colours: Colours) -> None:
    """Paint a drawing in the font that the painter has."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    usual = painter.font()
    strong = QFont(usual)
    strong.setWeight(QFont.Weight.DemiBold)
    for part in drawing.parts:
        painter.setFont(strong if isinstance(part, Words) and part.strong else usual)
        _paint_part(painter, part, colours)
    painter.setFont(usual)


def image_of(drawing: Drawing, colours: Colours, font: QFont, scale: float) -> QImage:
    """Return a drawing as an image with so many pixels for each of its own."""
    image = QImage(round(drawing.width * scale), round(drawing.height * scale), QImage.Format.Format_RGB32)
    image.fill(QColor(colours.surface))
    painter = QPainter(image)
    painter.scale(scale, scale)
    painter.setFont(font)
    paint(painter, drawing, colours)
    painter.end()
    return image


def ink(colours: Colours, name: Ink) -> QColor:
    """Return the colour of an ink."""
    return QColor(getattr(colours, name.value))


def _paint_part(painter: QPainter, part: Part, colours: Colours) -> None:
    colour = ink(colours, part.ink)
    match part:
        case Line():
            style = Qt.PenStyle.DashLine if part.dashed else Qt.PenStyle.SolidLine
            painter.setPen(QPen(colour, part.width, style))
            painter.drawLine(QPointF(part.x1, part.y1), QPointF(part.x2, part.y2))
        case Box():
            _paint_box(painter, part, colour)
        case Disc():
            painter.setPen(QPen(colour, 2, Qt.PenStyle.DotLine if part.dashed else Qt.PenStyle.SolidLine))
            painter.setBrush(colour if part.filled else ink(colours, Ink.SURFACE))
            painter.drawEllipse(QPointF(part.x, part.y), part.radius, part.radius)
            if part.dot:
                painter.setBrush(colour)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.drawEllipse(QPointF(part.x, part.y), part.radius / 2, part.radius / 2)
        case Words():
            painter.setPen(colour)
            left = {Anchor.START: part.x, Anchor.MIDDLE: part.x - _WIDE / 2, Anchor.END: part.x - _WIDE}[part.anchor]
            room = QRectF(left, part.y - _WIDE / 2, _WIDE, _WIDE)
            painter.drawText(room, int(_SIDES[part.anchor] | Qt.AlignmentFlag.AlignVCenter), part.words)


def _paint_box(painter: QPainter, box: Box, colour: QColor) -> None:
    if box.edge:
        painter.setPen(QPen(colour, 1, Qt.PenStyle.DashLine if box.dashed else Qt.PenStyle.SolidLine))
    else:
        painter.setPen(Qt.PenStyle.NoPen)
    ground = QColor(colour)
    ground.setAlphaF(box.ground)
    painter.setBrush(ground)
    painter.drawRoundedRect(QRectF(box.x, box.y, box.width, box.height), 2, 2)
