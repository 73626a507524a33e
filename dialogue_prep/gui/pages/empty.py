"""What a page shows while there is nothing to show: why, and the next step."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from dialogue_prep.gui.kit.labels import PlainLabel, Size


class EmptyState(QWidget):
    """One sentence and one button; `chosen` is the button."""

    chosen = Signal()

    def __init__(self, sentence: str, step: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.step = QPushButton(step)
        self.step.setProperty("main", "true")
        self.step.clicked.connect(self.chosen)
        layout = QVBoxLayout(self)
        layout.setSpacing(16)
        layout.addStretch(1)
        layout.addWidget(PlainLabel(sentence, size=Size.LARGE), 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self.step, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(2)
