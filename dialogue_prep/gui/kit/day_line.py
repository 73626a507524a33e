"""A line in which a day is typed, in any form in which one can tell which day it is."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QLineEdit, QWidget

from dialogue_prep.gui.days import EXAMPLE_DAY, day_in_words, read_day
from dialogue_prep.gui.words import for_example, window_language


class DayLine(QLineEdit):
    """Shows a day as the window writes it; while it is empty it gives an example, or says what is meant `otherwise`."""

    def __init__(self, day: date | None = None, *, otherwise: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(otherwise or example_of_a_day())
        self.put(day)

    def put(self, day: date | None) -> None:
        """Show another day, or none."""
        self.setText(written_day(day))

    def day(self, field: str = "") -> date | None:
        """Return the day that is written, None where none is; raise UserError, at a field, for what is no day."""
        return read_day(self.text(), field)


def written_day(day: date | None) -> str:
    """Return what a line says of a day, nothing where there is none."""
    return day_in_words(day, window_language()) if day else ""


def example_of_a_day() -> str:
    """Return what a line says while there is no day in it."""
    return for_example(written_day(EXAMPLE_DAY))
