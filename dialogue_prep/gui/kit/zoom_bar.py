"""Buttons and a slider that say how many years a picture shows, and which."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSlider, QWidget

from dialogue_prep.gui.colours import Tone
from dialogue_prep.gui.kit.keyed_button import keyed_button
from dialogue_prep.gui.kit.labels import PlainLabel, Size
from dialogue_prep.gui.words import _, count

LEAST_YEARS, MOST_YEARS = 1, 30
_SLIDER_WIDTH, _SLIDER_HEIGHT = 120, 24


class ZoomBar(QWidget):
    """`wanted` carries how many years the user wants to see, 0 for everything; `panned` -1 or 1, half a picture on."""

    wanted = Signal(int)
    panned = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._years = LEAST_YEARS
        self.back = keyed_button("‹", _("Earlier"), "Alt+Left")
        self.on = keyed_button("›", _("Later"), "Alt+Right")
        self.closer = keyed_button("+", _("Fewer years"), "Ctrl++")
        self.farther = keyed_button("\N{MINUS SIGN}", _("More years"), "Ctrl+-")
        self.whole = keyed_button(_("All"), _("All rounds"), "Ctrl+0")
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(LEAST_YEARS, MOST_YEARS)
        self.slider.setPageStep(5)
        self.slider.setFixedSize(_SLIDER_WIDTH, _SLIDER_HEIGHT)
        self.slider.setAccessibleName(_("Years in the picture"))
        self._said = PlainLabel(size=Size.SMALL, tone=Tone.MUTED)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for widget in (self._said, self.back, self.on, self.farther, self.slider, self.closer, self.whole):
            layout.addWidget(widget)
        self.slider.valueChanged.connect(self._when_slid)
        self.closer.clicked.connect(lambda: self.step(-1))
        self.farther.clicked.connect(lambda: self.step(1))
        self.whole.clicked.connect(lambda: self.wanted.emit(0))
        self.back.clicked.connect(lambda: self.panned.emit(-1))
        self.on.clicked.connect(lambda: self.panned.emit(1))

    def show_years(self, years: int) -> None:
        """Show how many years the picture shows."""
        self._years = years
        self._said.say(count("{number} year", "{number} years", years))
        self.slider.blockSignals(True)
        self.slider.setValue(years)
        self.slider.blockSignals(False)
        self.closer.setEnabled(years > LEAST_YEARS)
        self.farther.setEnabled(years < MOST_YEARS)

    def step(self, by: int) -> None:
        """Ask for so many years more, or fewer."""
        wanted = max(LEAST_YEARS, min(self._years + by, MOST_YEARS))
        if wanted != self._years:
            self.wanted.emit(wanted)

    def _when_slid(self, years: int) -> None:
        if years != self._years:
            self.wanted.emit(years)
