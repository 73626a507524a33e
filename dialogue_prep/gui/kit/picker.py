"""A button that shows what is chosen and offers what else there is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QPainter, QPalette
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from dialogue_prep.gui.kit.alignment import LEFT
from dialogue_prep.gui.kit.arrow import arrow_width, paint_arrow
from dialogue_prep.gui.kit.labels import plain_action, plain_hint
from dialogue_prep.gui.kit.letters import scaled
from dialogue_prep.gui.kit.painted_button import PaintedButton


class Picker(PaintedButton):
    """Offers named things in a menu; `picked` carries the identifier of the one that was taken.

    A long name ends in … on the button and is whole in the menu.
    """

    picked = Signal(str)

    def __init__(self, name: str, widest: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("picker")
        self._name = name
        self._widest = scaled(widest, self)
        self._words = ""
        self._choices: tuple[tuple[str, str], ...] = ()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setMenu(QMenu(self))
        self.offer((), "")

    def offer(self, choices: Sequence[tuple[str, str]], chosen: str, nothing: str = "") -> None:
        """Offer pairs of identifier and name; where the menu is so already, it stays.

        One of them is chosen, or the button says that it is `nothing`.
        """
        ticked = [str(action.data()) for action in self.menu().actions() if action.isChecked()]
        if tuple(choices) != self._choices or ticked != [chosen]:
            self._choices = tuple(choices)
            self._fill(chosen)
        self._words = next((words for id_, words in choices if id_ == chosen), nothing)
        if not choices or self.parentWidget() is not None:  # without a parent it would be a window of its own
            self.setVisible(bool(choices))
        self.setAccessibleDescription(self._words)
        self.setToolTip(plain_hint(self._words))
        self.updateGeometry()
        self.update()

    def _fill(self, chosen: str) -> None:
        menu = self.menu()
        menu.clear()
        group = QActionGroup(menu)
        for id_, words in self._choices:
            action = QAction(plain_action(words), group)
            action.setCheckable(True)
            action.setChecked(id_ == chosen)
            action.setData(id_)
            menu.addAction(action)
        group.triggered.connect(self._when_triggered)

    def words(self) -> str:
        """Return the name of what is chosen, or that nothing is."""
        return self._words

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        wanted = self.fontMetrics().horizontalAdvance(self._words) + 2 * 16 + arrow_width(self) + 8
        return QSize(min(wanted, self._widest), self.fontMetrics().height() + 16)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(min(120, self.sizeHint().width()), self.sizeHint().height())

    def paint_words(self, painter: QPainter) -> None:
        """Paint the words that fit, and what belongs beside them."""
        room = self.rect().adjusted(16, 0, -16 - arrow_width(self) - 8, 0)
        painter.setPen(self.palette().color(QPalette.ColorRole.ButtonText))
        words = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room.width() + 1)
        painter.drawText(room, LEFT, words)
        paint_arrow(painter, self, 12)

    def _when_triggered(self, action: QAction) -> None:
        self.picked.emit(str(action.data()))
