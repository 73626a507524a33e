"""Two parts of a page side by side where there is room for both, one above the other where there is not."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSplitter, QWidget

from dialogue_prep.gui.kit.letters import scaled

_GAP = 16
_WIDE, _HIGH = 720, 560


class FoldingSplit(QScrollArea):
    """Side by side the user can move the border between the parts; above each other they are scrolled to.

    They are side by side from a width of `wide` pixels on, or more where letters are large, `sizes` wide at first, and
    else `high` pixels each.
    """

    def __init__(
        self, first: QWidget, second: QWidget, *, sizes: tuple[int, int], wide: int = _WIDE, high: int = _HIGH
    ) -> None:
        super().__init__()
        # What is in it takes the focus, and is scrolled to when it does.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self._from, self._sizes, self._high = wide, sizes, high
        self.split = QSplitter()
        self.split.setHandleWidth(_GAP)
        self.split.setChildrenCollapsible(False)
        for place, part in enumerate((first, second)):
            self.split.addWidget(part)
            self.split.setStretchFactor(place, 1)
        self.split.setSizes(sizes)
        self.setWidget(self.split)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        room = self.width() >= scaled(self._from, self)
        wanted = Qt.Orientation.Horizontal if room else Qt.Orientation.Vertical
        if wanted != self.split.orientation():
            self.split.setOrientation(wanted)
            beside = wanted == Qt.Orientation.Horizontal
            self.split.setMinimumHeight(0 if beside else 2 * self._high + _GAP)
            self.split.setSizes(self._sizes if beside else (self._high, self._high))
