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
from dialogue_prep.gui.kit.wrapping import wrapped

_ICON, _GAP, _ABOVE = 16, 8, 7
_LINES = 2


class StateChip(PaintedButton):
    """The name goes on in a second line where there is no room for all; the words for how it stands stay whole."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("state")
        self.setFont(sized(self.font(), Size.SMALL))
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._name = self._words = ""
        self._icon, self._tone = Icon.MISSING, Tone.MUTED

    def show_state(self, name: str, words: str, icon: Icon, tone: Tone, whole: str) -> None:
        """Show a name and how it stands; `whole` is what is read aloud and shown on hovering."""
        self._name, self._words, self._icon, self._tone = name, words, icon, tone
        self.setAccessibleName(whole)
        self.setToolTip(plain_hint(whole))
        self.updateGeometry()
        self.update()

    def words(self) -> str:
        """Return what is shown."""
        return f"{self._name} · {self._words}"

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the room in which all stands in one line."""
        metrics = self.fontMetrics()
        said = metrics.horizontalAdvance(self._name) + metrics.horizontalAdvance(self._words)
        return QSize(self._beside() + said + 2 * _GAP, metrics.height() + 2 * _ABOVE)

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        return self.fontMetrics().height() * len(self._lines(width)) + 2 * _ABOVE

    def paint_words(self, painter: QPainter) -> None:
        """Paint the words that fit, and what belongs beside them."""
        colours = colours_now()
        size = scaled(_ICON, self)
        icon = pixmap(self._icon, colours.of(self._tone).name(), size, self.devicePixelRatioF())
        painter.drawPixmap(QPoint(_GAP, (self.height() - size) // 2), icon)
        room = self.rect().adjusted(self._beside(), 0, -_GAP, 0)
        painter.setPen(colours.of(Tone.TEXT))
        painter.drawText(room, LEFT, "\n".join(self._lines(self.width())))
        words, wide = self._state(self.width())
        painter.setPen(colours.of(self._tone))
        painter.drawText(QRect(room.right() - wide, room.y(), wide + 1, room.height()), LEFT, words)

    def _beside(self) -> int:
        """Return how much room there is before the name."""
        return 2 * _GAP + scaled(_ICON, self)

    def _state(self, width: int) -> tuple[str, int]:
        """Return the words for how it stands that fit into a width, and how wide they are."""
        metrics, room = self.fontMetrics(), width - self._beside() - _GAP
        words = metrics.elidedText(self._words, Qt.TextElideMode.ElideRight, max(room * 2 // 3, 1))
        return words, metrics.horizontalAdvance(words)

    def _lines(self, width: int) -> list[str]:
        """Return the lines of the name in a width."""
        room = width - self._beside() - self._state(width)[1] - 2 * _GAP
        return wrapped(self._name, self.font(), room, _LINES)
