"""A drawing on the window whose spots are walked with the keys, read aloud, clicked, and dragged to another day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QSizePolicy, QWidget

from dialogue_prep.documents.pictures.drawing import Drawing, Spot, Type
from dialogue_prep.gui.colours import Tone, colours_now
from dialogue_prep.gui.days import day_in_words
from dialogue_prep.gui.kit.labels import Size, plain_hint, sized
from dialogue_prep.gui.pictures.drawing_painter import paint, type_of
from dialogue_prep.gui.words import _, with_remark

_NOTCH = 120
_WALK = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}
_DAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}

Draw = Callable[[float, Type], Drawing]


class DrawingView(QWidget):
    """Shows what `draw` makes for the width there is.

    `chosen` carries the spot that was clicked or come to, `taken` the one on which Enter was pressed or that was
    clicked twice, `shifted` a movable one and by how many days it was dragged, or moved with Shift and the arrows (a
    day left and right, a week up and down). `turned` carries how often the wheel was turned with Ctrl held down, and
    where, from 0 to 1.
    """

    chosen = Signal(str)
    taken = Signal(str)
    shifted = Signal(str, int)
    turned = Signal(int, float)

    def __init__(self, name: str, language: str = "en", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._draw: Draw | None = None
        self._drawing: Drawing | None = None
        self._buttons: dict[str, SpotButton] = {}
        self._here = ""
        self._dragged: tuple[SpotButton, float] | None = None
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_drawing(self, draw: Draw | None) -> None:
        """Show what this draws, now and whenever the width changes."""
        self._draw = draw
        self._lay_out()

    def drawing(self) -> Drawing | None:
        """Return the drawing as it is shown."""
        return self._drawing

    def choose(self, id_: str) -> None:
        """Make a spot the one that the keys begin at; the focus stays where it is."""
        self._here = id_ if id_ in self._buttons else self._here
        for button in self._buttons.values():
            button.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if button.spot.id == self._here else Qt.FocusPolicy.NoFocus
            )

    def here(self) -> str:
        """Return the spot that the keys begin at."""
        return self._here

    def spot(self, id_: str) -> SpotButton | None:
        """Return what stands for a spot."""
        return self._buttons.get(id_)

    def walk(self, by: int) -> None:
        """Go so many spots on, as far as there are any."""
        order = [spot.id for spot in self._drawing.spots if not spot.hint] if self._drawing else []
        if order:
            place = order.index(self._here) + by if self._here in order else 0
            self.go(order[max(0, min(place, len(order) - 1))])

    def go(self, id_: str) -> None:
        """Come to a spot: it has the focus and is chosen."""
        self.choose(id_)
        self._buttons[id_].setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.chosen.emit(id_)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(480, round(self._drawing.height) if self._drawing else 120)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(320, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        if event.size().width() != event.oldSize().width():
            self._lay_out()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._lay_out()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        steps = event.angleDelta().y() // _NOTCH
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and steps and self._drawing:
            scale = self._drawing.scale
            at = (event.position().x() - scale.left) / (scale.right - scale.left)
            self.turned.emit(steps, min(max(at, 0.0), 1.0))
            event.accept()
        else:
            event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        if self._drawing is None:
            return
        painter = QPainter(self)
        painter.setFont(self._type_font())
        paint(painter, self._drawing, colours_now())
        if self._dragged is not None:
            self._paint_dragged(painter, self._drawing, *self._dragged)
        painter.end()

    def drag(self, button: SpotButton, x: float) -> None:
        """Show a spot as it is dragged so many pixels to the right."""
        self._dragged = (button, x)
        self.update()

    def drop(self, button: SpotButton, x: float, *, kept: bool) -> None:
        """Let a spot go where it was dragged to, or where it came from."""
        self._dragged = None
        self.update()
        if kept and (days := self._days(x)):
            self.shifted.emit(button.spot.id, days)

    def _days(self, x: float) -> int:
        assert self._drawing is not None
        scale = self._drawing.scale
        return round(x / (scale.right - scale.left) * scale.days)

    def _paint_dragged(self, painter: QPainter, drawing: Drawing, button: SpotButton, x: float) -> None:
        """Paint where a spot would go, and by how many days that is."""
        colours = colours_now()
        middle = drawing.scale.left if button.width() > self.width() / 2 else button.geometry().center().x()
        at = middle + x
        painter.setPen(QPen(colours.of(Tone.ACCENT), 2))
        painter.drawLine(QPointF(at, 0), QPointF(at, drawing.height))
        painter.setPen(colours.of(Tone.TEXT))
        words = _("{days} d").format(days=f"{self._days(x):+d}")
        day: date | None = drawing.scale.day(at) if button.width() <= self.width() / 2 else None
        if day is not None:
            words = with_remark(day_in_words(day, self._language), words)
        wide = painter.fontMetrics().horizontalAdvance(words)
        left = min(max(at + 6, 0), self.width() - wide)
        line = painter.fontMetrics().height()
        painter.fillRect(QRect(round(left) - 2, 0, wide + 4, line), colours.surface)
        painter.drawText(QPointF(left, painter.fontMetrics().ascent()), words)

    def _type_font(self) -> QFont:
        return sized(self.font(), Size.SMALL)

    def _lay_out(self) -> None:
        self._drawing = self._draw(float(self.width()), type_of(self._type_font())) if self._draw else None
        spots = self._drawing.spots if self._drawing else ()
        self.setAccessibleDescription(self._drawing.description if self._drawing else "")
        gone = self._buttons.keys() - {spot.id for spot in spots}
        for id_ in gone:
            self._buttons.pop(id_).deleteLater()
        before: QWidget | None = None
        for spot in reversed(spots):  # what is walked to lies above mere hints
            button = self._buttons.get(spot.id) or SpotButton(self)
            self._buttons[spot.id] = button
            button.show_spot(spot)
            button.raise_()
            before = before or button
        if self._here not in self._buttons:
            self._here = next((spot.id for spot in spots if not spot.hint), "")
        self.choose(self._here)
        self.updateGeometry()
        self.update()


class SpotButton(QAbstractButton):
    """One spot: seen only while it has the focus, for the drawing below it is what is seen."""

    def __init__(self, view: DrawingView) -> None:
        super().__init__(view)
        self._view = view
        self.spot = Spot(id="", x=0, y=0, width=0, height=0, label="")
        self._pressed: float | None = None
        self._dragging = False

    def show_spot(self, spot: Spot) -> None:
        """Stand for another spot, or for the same in another place."""
        self.spot = spot
        self.setGeometry(round(spot.x), round(spot.y), round(spot.width), round(spot.height))
        self.setAccessibleName(spot.label)
        self.setToolTip(plain_hint(spot.label))
        self.setCursor(Qt.CursorShape.SizeHorCursor if spot.movable else Qt.CursorShape.ArrowCursor)
        self.setVisible(True)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(round(self.spot.width), round(self.spot.height))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(colours_now().of(Tone.ACCENT), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 4, 4)
            painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        key, shift = Qt.Key(event.key()), event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        if self._dragging and key == Qt.Key.Key_Escape:
            self._let_go(0, kept=False)
        elif shift and key in _DAYS and self.spot.movable:
            self._view.shifted.emit(self.spot.id, _DAYS[key])
        elif event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
        elif key in _WALK:
            self._view.walk(_WALK[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._view.walk(-9999 if key == Qt.Key.Key_Home else 9999)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._view.taken.emit(self.spot.id)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if event.button() == Qt.MouseButton.LeftButton and not self.spot.hint:
            self._pressed = event.position().x()
            self._view.go(self.spot.id)
        else:
            event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if self._pressed is None or not self.spot.movable:
            return
        by = event.position().x() - self._pressed
        if self._dragging or abs(by) >= QApplication.startDragDistance():
            self._dragging = True
            self._view.drag(self, by)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if self._dragging and self._pressed is not None:
            self._let_go(event.position().x() - self._pressed, kept=True)
        self._pressed = None

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if not self.spot.hint:
            self._view.taken.emit(self.spot.id)

    def _let_go(self, by: float, *, kept: bool) -> None:
        self._dragging, self._pressed = False, None
        self._view.drop(self, by, kept=kept)
