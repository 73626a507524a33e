"""A few facts below each other: what it is, small, and what was found."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QWidget

from dialogue_prep.gui.colours import Tone
from dialogue_prep.gui.kit.labels import ElidedLabel, PlainLabel, Size


class Facts(QWidget):
    """Shows pairs of a name and words in columns; long words end in … and are whole in their tool tip."""

    def __init__(self, columns: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns = columns
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(4)
        for column in range(columns):
            self._grid.setColumnStretch(2 * column + 1, 1)
        self._labels: list[tuple[PlainLabel, ElidedLabel]] = []
        self._shown: tuple[tuple[str, str], ...] = ()

    def show_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        """Show other facts."""
        self._shown = tuple(facts)
        while len(self._labels) < len(facts):
            place, pair = len(self._labels), (PlainLabel(size=Size.SMALL, tone=Tone.MUTED), ElidedLabel())
            row, column = divmod(place, self._columns)
            for offset, label in enumerate(pair):
                self._grid.addWidget(label, row, 2 * column + offset)
            self._labels.append(pair)
        for place, labels in enumerate(self._labels):
            for number, label in enumerate(labels):
                label.setVisible(place < len(facts))
                if place < len(facts):
                    label.say(facts[place][number])

    def facts(self) -> tuple[tuple[str, str], ...]:
        """Return what is shown."""
        return self._shown
