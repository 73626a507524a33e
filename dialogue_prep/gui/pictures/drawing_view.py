"""A drawing on the window whose spots are walked with the keys, read aloud, clicked, and dragged to another day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

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
        self._dragged: tuple[Spot, float] | None = None
        self._turned = 0
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
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and self._drawing:
            event.accept()
            self._turned += event.angleDelta().y()  # a fine wheel comes to a notch in many small turns
            steps = int(self._turned / _NOTCH)
            if not steps:
                return
            self._turned -= steps * _NOTCH
            scale = self._drawing.scale
            at = (event.position().x() - scale.left) / (scale.right - scale.left)
            self.turned.emit(steps, min(max(at, 0.0), 1.0))
        else:
            event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        if self._drawing is None:
            return
        painter = QPainter(self)
        painter.setFont(self._type_font())
        paint(painter, self._drawing, colours_now())
        if (to := self.dragged_to()) is not None:
            self._paint_dragged(painter, self._drawing, *to)
        painter.end()

    def drag(self, spot: Spot, x: float) -> None:
        """Show a spot as it is dragged so many pixels to the right."""
        self._dragged = (spot, x)
        self.update()

    def drop(self, *, kept: bool) -> None:
        """Let a spot go where it was dragged to, or where it came from."""
        dragged, self._dragged = self._dragged, None
        self.update()
        if kept and dragged is not None and (days := self._days(dragged[1])):
            self.shifted.emit(dragged[0].id, days)

    def dragged_to(self) -> tuple[date, int] | None:
        """Return the day to which a spot is dragged now, and by how many days; None while none is."""
        if self._dragged is None or (day := self._dragged[0].day) is None:
            return None
        days = self._days(self._dragged[1])
        return day + timedelta(days=days), days

    def _days(self, x: float) -> int:
        assert self._drawing is not None
        scale = self._drawing.scale
        return round(x / (scale.right - scale.left) * scale.days)

    def _paint_dragged(self, painter: QPainter, drawing: Drawing, day: date, days: int) -> None:
        """Paint where a spot would go, and by how many days that is."""
        colours = colours_now()
        at = drawing.scale.place(day)
        painter.setPen(QPen(colours.of(Tone.ACCENT), 2))
        painter.drawLine(QPointF(at, 0), QPointF(at, drawing.height))
        painter.setPen(colours.of(Tone.TEXT))
        words = with_remark(day_in_words(day, self._language), _("{days} d").format(days=f"{days:+d}"))
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
        if self._dragged is not None and self._dragged[0].id in gone:
            self._dragged = None
        # What is walked to lies above mere hints, a later one above an earlier one, as they are painted.
        for spot in sorted(spots, key=lambda spot: not spot.hint):
            button = self._buttons.get(spot.id) or SpotButton(self)
            self._buttons[spot.id] = button
            button.show_spot(spot)
            button.raise_()
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
        self.clicked.connect(self._take)

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
        key, held = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if self._dragging and key == Qt.Key.Key_Escape:
            self._let_go(kept=False)
        elif held == Qt.KeyboardModifier.ShiftModifier and key in _DAYS and self.spot.movable:
            self._view.shifted.emit(self.spot.id, _DAYS[key])
        elif held:
            event.ignore()
        elif key in _WALK:
            self._view.walk(_WALK[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._view.walk(-9999 if key == Qt.Key.Key_Home else 9999)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._take()
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
            self._view.drag(self.spot, by)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if self._dragging and self._pressed is not None:
            self._view.drag(self.spot, event.position().x() - self._pressed)
            self._let_go(kept=True)
        self._pressed = None

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        self._take()

    def _take(self) -> None:
        """Take this spot: by Enter, by two clicks, or as a screen reader presses it, which may not be here yet."""
        if self.spot.hint:
            return
        if self._view.here() != self.spot.id:
            self._view.go(self.spot.id)
        self._view.taken.emit(self.spot.id)

    def _let_go(self, *, kept: bool) -> None:
        self._dragging, self._pressed = False, None
        self._view.drop(kept=kept)
