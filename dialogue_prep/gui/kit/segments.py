"""Buttons of which one is down, in as many lines as they need: which part of a card is seen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from dialogue_prep.gui.kit.flow import Flow
from dialogue_prep.gui.kit.labels import plain_action
from dialogue_prep.gui.words import with_commas


class Segments(QWidget):
    """Offers parts by name, each with a number; `picked` carries the place of the one that the user takes."""

    picked = Signal(int)

    def __init__(self, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = tuple(names)
        self._group = QButtonGroup(self)
        self.buttons: list[QPushButton] = []
        layout = Flow(spacing=4)
        self.setLayout(layout)
        for place, name in enumerate(names):
            button = QPushButton(plain_action(name))
            button.setObjectName("segment")
            button.setCheckable(True)
            self._group.addButton(button, place)
            self.buttons.append(button)
            layout.addWidget(button)
        self.buttons[0].setChecked(True)
        self._group.idClicked.connect(self.picked)

    def show_numbers(self, numbers: Sequence[int]) -> None:
        """Say how much there is in each part."""
        for button, name, number in zip(self.buttons, self._names, numbers, strict=True):
            button.setText(plain_action(f"{name}  {number}"))
            button.setAccessibleName(with_commas((name, str(number))))

    def pick(self, place: int) -> None:
        """Take a part, as a click on it does."""
        self.buttons[place].setChecked(True)
        self.picked.emit(place)

    def restore(self, place: str) -> None:
        """Take the part that was seen once, if there is one at that place."""
        if place.isdecimal() and int(place) < len(self.buttons):
            self.pick(int(place))

    def offer(self, place: int, *, there: bool) -> None:
        """Show or hide one part."""
        self.buttons[place].setVisible(there)

    def here(self) -> int:
        """Return the place of the part that is seen."""
        return self._group.checkedId()
