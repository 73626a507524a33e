"""Lines of two: what it is, and beside it how it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from dialogue_prep.gui.colours import Tone
from dialogue_prep.gui.kit.labels import ElidedLabel, PlainLabel, Size


@dataclass(frozen=True, slots=True)
class Pair:
    """One line: what, how it stands, and the tone of that."""

    what: str
    how: str
    tone: Tone = Tone.MUTED


class Pairs(QWidget):
    """Shows pairs below each other; how things stand is on the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)
        self._labels: list[tuple[ElidedLabel, PlainLabel]] = []
        self._shown: tuple[Pair, ...] = ()

    def show_pairs(self, pairs: Sequence[Pair]) -> None:
        """Show other pairs."""
        self._shown = tuple(pairs)
        while len(self._labels) < len(pairs):
            self._labels.append((ElidedLabel(), PlainLabel(size=Size.SMALL)))
            self._labels[-1][1].setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            for column, label in enumerate(self._labels[-1]):
                self._grid.addWidget(label, len(self._labels) - 1, column)
        for place, labels in enumerate(self._labels):
            for label in labels:
                label.setVisible(place < len(pairs))
            if place < len(pairs):
                labels[0].say(pairs[place].what)
                labels[1].say(pairs[place].how, pairs[place].tone)

    def pairs(self) -> tuple[Pair, ...]:
        """Return what is shown."""
        return self._shown
