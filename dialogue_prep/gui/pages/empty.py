"""What a page shows while there is nothing to show: why, and the next step."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from dialogue_prep.gui.colours import colours_now
from dialogue_prep.gui.icons import Icon, pixmap
from dialogue_prep.gui.kit.labels import PlainLabel, Size

_ICON = 48


class EmptyState(QWidget):
    """The icon of what is not there, one sentence and one button; `chosen` is the button."""

    chosen = Signal()

    def __init__(self, icon: Icon, sentence: str, step: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._drawn = icon, PlainLabel()
        self.step = QPushButton(step)
        self.step.setProperty("main", "true")
        self.step.clicked.connect(self.chosen)
        layout = QVBoxLayout(self)
        layout.setSpacing(16)
        layout.addStretch(1)
        said = PlainLabel(sentence, size=Size.LARGE, wrap=True)
        said.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self._drawn, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(said)
        layout.addWidget(self.step, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(2)
        self._draw()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()

    def _draw(self) -> None:
        self._drawn.setPixmap(pixmap(self._icon, colours_now().quiet, _ICON, self.devicePixelRatioF()))
