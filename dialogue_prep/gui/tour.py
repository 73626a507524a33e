"""The tour of the window: a card that points at one part after the other and says what it is for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenuBar, QPushButton, QVBoxLayout, QWidget

from dialogue_prep.gui.colours import Tone, colours_now
from dialogue_prep.gui.kit.keys import on_keys
from dialogue_prep.gui.kit.labels import PlainLabel, Size
from dialogue_prep.gui.window.reading_order import go_on
from dialogue_prep.gui.words import _, in_one_sentence, together

_WIDTH, _GAP, _RING = 360, 16, 4


@dataclass(frozen=True, slots=True)
class Stop:
    """One part of the window: what is said of it, and the page that is shown behind, where it matters.

    Of a bar of menus, `menu` is the one that is meant.
    """

    part: QWidget
    title: str
    words: str
    place: str = ""
    menu: QAction | None = None

    def around(self) -> QRect:
        """Return where it stands in its part."""
        if self.menu is not None and isinstance(self.part, QMenuBar):
            return self.part.actionGeometry(self.menu)
        return self.part.rect()


class Tour(QObject):
    """Leads from stop to stop. `place_wanted` carries the page to go to, `ended` tells that the user is done with it.

    Enter or the right arrow goes on, the left arrow back, Esc ends the tour at any stop. It ends by itself where what
    is `inside` of the window is seen no longer, as when that locks.
    """

    place_wanted = Signal(str)
    ended = Signal()

    def __init__(self, stops: Sequence[Stop], window: QWidget, inside: QWidget) -> None:
        super().__init__(window)
        self._stops = tuple(stops)
        self._window, self._inside = window, inside
        self._at = 0
        self._ring = _Ring(window)
        self.card = TourCard(window)
        for signal, do in (
            (self.card.on_wanted, self.go_on),
            (self.card.back_wanted, self.go_back),
            (self.card.end_wanted, self.end),
        ):
            signal.connect(do)

    def begin(self) -> None:
        """Show the first stop."""
        for watched in (self._window, self._inside):
            watched.installEventFilter(self)
        self._show()

    @property
    def title(self) -> str:
        """The title of the stop that is shown."""
        return self._stops[self._at].title

    def go_on(self) -> None:
        """Show the next stop; after the last one the tour is over."""
        if self._at + 1 == len(self._stops):
            self.end()
        else:
            self._at += 1
            self._show()

    def go_back(self) -> None:
        """Show the stop before."""
        if self._at:
            self._at -= 1
            self._show()

    def end(self) -> None:
        """Take the tour off the window."""
        for watched in (self._window, self._inside):
            watched.removeEventFilter(self)
        for widget in (self._ring, self.card):
            widget.hide()
            widget.deleteLater()
        self.ended.emit()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self._place()
        elif watched is self._inside and event.type() == QEvent.Type.Hide and not event.spontaneous():
            self.end()
        return super().eventFilter(watched, event)

    def _show(self) -> None:
        stop = self._stops[self._at]
        if stop.place:
            self.place_wanted.emit(stop.place)
        self.card.show_stop(stop, self._at + 1, len(self._stops))
        self._place()

    def _place(self) -> None:
        stop = self._stops[self._at]
        around = stop.around().translated(stop.part.mapTo(self._window, QPoint(0, 0)))
        self._ring.setGeometry(around.adjusted(-_RING, -_RING, _RING, _RING).intersected(self._window.rect()))
        wide = max(_WIDTH, self.card.minimumSizeHint().width())
        self.card.resize(wide, self.card.heightForWidth(wide))
        self.card.move(_beside(around, self.card.size().width(), self.card.size().height(), self._window.rect()))
        for widget in (self._ring, self.card):
            widget.show()
            widget.raise_()


class TourCard(QFrame):
    """What is said at a stop, with buttons to go on, back, and away."""

    on_wanted = Signal()
    back_wanted = Signal()
    end_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("tour")
        self.title = PlainLabel(size=Size.LARGE, wrap=True)
        self.words = PlainLabel(wrap=True)
        self.count = PlainLabel(size=Size.SMALL, tone=Tone.MUTED)
        self.skip, self.back, self.on = QPushButton(_("Skip the tour")), QPushButton(_("Back")), QPushButton()
        self.skip.setObjectName("quiet")
        self.on.setProperty("main", "true")
        self._lay_out()
        for button, signal in ((self.skip, self.end_wanted), (self.back, self.back_wanted), (self.on, self.on_wanted)):
            button.clicked.connect(signal)
        acts: tuple[tuple[str, Callable[[], None]], ...] = (
            ("Esc", self.end_wanted.emit),
            ("Left", self.back_wanted.emit),
            ("Right", self.on_wanted.emit),
            ("Return", self._press),
        )
        for keys, do in acts:
            on_keys(self, keys, do)

    def show_stop(self, stop: Stop, number: int, of: int) -> None:
        """Say what a stop is about; the button that goes on takes the focus and tells it to a screen reader."""
        self.title.say(stop.title)
        self.words.say(stop.words)
        self.count.say(_("{number} of {of}").format(number=number, of=of))
        self.setAccessibleName(stop.title)
        self.on.setText(_("Next") if number < of else _("Done"))
        self.on.setAccessibleDescription(together((in_one_sentence((stop.title,)), stop.words)))
        self.back.setEnabled(number > 1)
        self.skip.setVisible(number < of)
        self.show()
        self.on.setFocus()

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802 - Qt's name
        return go_on(self, forward=forward)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(8)
        layout.addWidget(self.title)
        layout.addWidget(self.words)
        layout.addSpacing(8)
        below = QHBoxLayout()
        for widget in (self.count, self.skip):
            below.addWidget(widget)
        below.addStretch(1)
        for button in (self.back, self.on):
            below.addWidget(button)
        layout.addLayout(below)

    def _press(self) -> None:
        here = self.focusWidget()
        if isinstance(here, QPushButton):
            here.click()


class _Ring(QWidget):
    """A line around the part that is spoken of; clicks and keys go through it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colours_now().of(Tone.ACCENT), 3))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), 8, 8)
        painter.end()


def _beside(around: QRect, width: int, height: int, room: QRect) -> QPoint:
    """Return where a card goes: beside what is on the left, else below a part, else above it, always inside."""
    if around.center().x() < room.width() // 4 and around.right() + _GAP + width <= room.right():
        left, top = around.right() + _GAP, around.top()
    elif around.bottom() + _GAP + height <= room.bottom():
        left, top = around.left(), around.bottom() + _GAP
    else:
        left, top = around.left(), around.top() - _GAP - height
    return QPoint(max(_GAP, min(left, room.right() - width - _GAP)), max(_GAP, min(top, room.bottom() - height - _GAP)))
