"""A button that shows the several things that are chosen and opens a list in which to tick them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPainter, QPalette, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from dialogue_prep.gui.colours import Tone, colours_now
from dialogue_prep.gui.kit.alignment import LEFT
from dialogue_prep.gui.kit.arrow import arrow_width, paint_arrow
from dialogue_prep.gui.kit.eliding import told_apart
from dialogue_prep.gui.kit.labels import plain_hint
from dialogue_prep.gui.kit.painted_button import PaintedButton
from dialogue_prep.gui.words import in_a_row

_LINES, _WIDEST = 10, 560


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose: its name in the list, and the short one that the button shows."""

    id: str
    name: str
    short: str


class SeveralPicker(PaintedButton):
    """Offers choices of which any number may be ticked.

    Once the list is closed, `picked` carries the identifiers of all that are ticked, and `turned` of those that the
    user has ticked and of those that the user has unticked; neither tells anything where the user changed nothing. In
    the list, the arrows move, Space ticks, Enter and Esc close.
    """

    picked = Signal(tuple)
    turned = Signal(tuple, tuple)

    def __init__(self, name: str, nothing: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("picker")
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._nothing = nothing
        self._choices: tuple[Choice, ...] = ()
        self._chosen: tuple[str, ...] = ()
        self._ticked_before: tuple[str, ...] = ()
        self.popup = _Popup(name, self)
        self.popup.closed.connect(self._when_closed)
        self.clicked.connect(self.open)
        self.offer((), ())

    def offer(self, choices: Sequence[Choice], chosen: Sequence[str]) -> None:
        """Offer these, some of them chosen; a list that is open stays as the user has it."""
        self._choices, self._chosen = tuple(choices), tuple(chosen)
        names = in_a_row(choice.name for choice in choices if choice.id in self._chosen)
        self.setAccessibleDescription(names)
        self.setToolTip(plain_hint(names))
        self.setEnabled(bool(choices))
        self.updateGeometry()
        self.update()

    def offers(self) -> bool:
        """Say whether there is anything to choose."""
        return bool(self._choices)

    def words(self) -> str:
        """Return what the button shows."""
        shorts = [choice.short for choice in self._choices if choice.id in self._chosen]
        return " · ".join(shorts) or self._nothing

    def open(self) -> None:
        """Open the list below the button."""
        self.popup.show_choices(self._choices, self._chosen)
        self._ticked_before = self.popup.ticked()
        self.popup.setMinimumWidth(self.width())
        self.popup.adjustSize()
        self.popup.place_below(self)
        self.popup.show()
        self.popup.shown.setFocus()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(160, self.fontMetrics().height() + 16)

    def paint_words(self, painter: QPainter) -> None:
        """Paint the words that fit, and what belongs beside them."""
        room = self.rect().adjusted(11, 0, -16 - arrow_width(self) - 8, 0)
        text = self.palette().color(QPalette.ColorRole.ButtonText)
        painter.setPen(text if self._chosen else colours_now().of(Tone.MUTED))
        others = (choice.short for choice in self._choices if choice.id not in self._chosen)
        words = told_apart(self.words(), others, self.fontMetrics(), room.width() + 1)
        painter.drawText(room, LEFT, words)
        paint_arrow(painter, self, 10)

    def _when_closed(self) -> None:
        before, ticked = self._ticked_before, self.popup.ticked()
        self.window().activateWindow()
        self.setFocus()
        if ticked != before:
            self.picked.emit(ticked)
            self.turned.emit(_without(ticked, before), _without(before, ticked))


def _without(ids: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(id_ for id_ in ids if id_ not in others)


class _Popup(QFrame):
    """The list that is opened; `closed` tells that the user is done with it."""

    closed = Signal()

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("popup")
        self.shown = QListView()
        self.shown.setAccessibleName(name)
        self.shown.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.shown.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.shown.installEventFilter(self)
        self.shown.clicked.connect(self._turn)
        self._items = QStandardItemModel(self.shown)
        self.shown.setModel(self._items)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(self.shown)

    def show_choices(self, choices: Sequence[Choice], chosen: Sequence[str]) -> None:
        """Show these, the chosen ones ticked."""
        self._items.clear()
        for choice in choices:
            item = QStandardItem(choice.name)
            item.setData(choice.id)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)  # ticked here, not by the view
            item.setToolTip(plain_hint(choice.name))
            item.setCheckState(Qt.CheckState.Checked if choice.id in chosen else Qt.CheckState.Unchecked)
            self._items.appendRow(item)
        lines = min(max(len(choices), 1), _LINES)
        self.shown.setFixedHeight(lines * (self.shown.sizeHintForRow(0) if choices else 32) + 16)
        self.shown.setMinimumWidth(min(self.shown.sizeHintForColumn(0) + 48, _WIDEST))
        self.shown.setCurrentIndex(self._items.index(0, 0))

    def ticked(self) -> tuple[str, ...]:
        """Return the identifiers of what is ticked, in the order of the list."""
        items = (self._items.item(place) for place in range(self._items.rowCount()))
        return tuple(str(item.data()) for item in items if item.checkState() == Qt.CheckState.Checked)

    def place_below(self, button: QWidget) -> None:
        """Go below a button, as far as the screen has room there."""
        room = button.screen().availableGeometry()
        at = button.mapToGlobal(QPoint(0, button.height() + 4))
        left = min(at.x(), room.right() - self.width())
        top = at.y() if at.y() + self.height() <= room.bottom() else at.y() - self.height() - button.height() - 8
        self.move(max(left, room.left()), max(top, room.top()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            self.close()
            return True
        if event.key() == Qt.Key.Key_Space:
            self._turn(self.shown.currentIndex())
            return True
        return False

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        super().closeEvent(event)
        self.closed.emit()

    def _turn(self, index: QModelIndex) -> None:
        if (item := self._items.itemFromIndex(index)) is not None:
            ticked = item.checkState() == Qt.CheckState.Checked
            item.setCheckState(Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked)
