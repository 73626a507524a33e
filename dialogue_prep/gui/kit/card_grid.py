"""Cards in two columns where there is room for two, below each other where there is not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QScrollArea, QWidget

from dialogue_prep.gui.kit.letters import scaled

_WIDE = 840


@dataclass(frozen=True, slots=True)
class Placed:
    """A card and where it stands in two columns: row, column, and over how many of each."""

    card: QWidget
    row: int
    column: int
    rows: int = 1
    columns: int = 1


class CardGrid(QScrollArea):
    """Lays cards out for the width there is; what does not fit in height is scrolled to.

    In one column the cards follow each other in the order in which they were given. From a width of `wide` pixels on,
    or more where letters are large, there is room for two columns, which share it by their `shares`.
    """

    def __init__(
        self, name: str, cards: Sequence[Placed], *, wide: int = _WIDE, shares: tuple[int, int] = (6, 5)
    ) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        body = QWidget()
        self._cards = tuple(cards)
        self._grid = QGridLayout(body)
        self._grid.setContentsMargins(24, 16, 24, 16)
        self._grid.setSpacing(16)
        self._from, self._shares = wide, shares
        self._wide: bool | None = None
        self.setWidget(body)
        self._arrange(wide=True)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._arrange(wide=self.width() >= scaled(self._from, self))

    def _arrange(self, *, wide: bool) -> None:
        if wide == self._wide:
            return
        self._wide = wide
        for place, placed in enumerate(self._cards):
            self._grid.removeWidget(placed.card)
            if wide:
                self._grid.addWidget(placed.card, placed.row, placed.column, placed.rows, placed.columns)
            else:
                self._grid.addWidget(placed.card, place, 0, 1, 2)
        last = max(placed.row + placed.rows for placed in self._cards) - 1
        self._grid.setRowStretch(last, 1 if wide else 0)
        self._grid.setColumnStretch(0, self._shares[0])
        self._grid.setColumnStretch(1, self._shares[1] if wide else 0)
