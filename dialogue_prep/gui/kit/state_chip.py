"""A button that names something and says how it stands, by an icon and in words."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from dialogue_prep.gui.colours import Tone, colours_now
from dialogue_prep.gui.icons import Icon, pixmap
from dialogue_prep.gui.kit.alignment import LEFT
from dialogue_prep.gui.kit.labels import Size, plain_hint, sized
from dialogue_prep.gui.kit.letters import scaled
from dialogue_prep.gui.kit.painted_button import PaintedButton

_ICON, _GAP = 16, 8


class StateChip(PaintedButton):
    """The name gives way where there is no room for all; the words for how it stands do not."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("state")
        self.setFont(sized(self.font(), Size.SMALL))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._name = self._words = ""
        self._icon, self._tone = Icon.MISSING, Tone.MUTED

    def show_state(self, name: str, words: str, icon: Icon, tone: Tone, whole: str) -> None:
        """Show a name and how it stands; `whole` is what is read aloud and shown on hovering."""
        self._name, self._words, self._icon, self._tone = name, words, icon, tone
        self.setAccessibleName(whole)
        self.setToolTip(plain_hint(whole))
        self.update()

    def words(self) -> str:
        """Return what is shown."""
        return f"{self._name} · {self._words}"

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(160, self.fontMetrics().height() + 14)

    def paint_words(self, painter: QPainter) -> None:
        """Paint the words that fit, and what belongs beside them."""
        colours = colours_now()
        size = scaled(_ICON, self)
        icon = pixmap(self._icon, colours.of(self._tone).name(), size, self.devicePixelRatioF())
        painter.drawPixmap(QPoint(_GAP, (self.height() - size) // 2), icon)
        metrics = self.fontMetrics()
        room = self.rect().adjusted(2 * _GAP + size, 0, -_GAP, 0)
        words = metrics.elidedText(self._words, Qt.TextElideMode.ElideRight, max(room.width() * 2 // 3, 1))
        wide = metrics.horizontalAdvance(words)
        name = metrics.elidedText(self._name, Qt.TextElideMode.ElideRight, room.width() - wide - _GAP)
        painter.setPen(colours.of(Tone.TEXT))
        painter.drawText(room, LEFT, name)
        painter.setPen(colours.of(self._tone))
        painter.drawText(QRect(room.right() - wide, room.y(), wide + 1, room.height()), LEFT, words)
