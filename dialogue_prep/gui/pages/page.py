"""What every page of the window has, so that the window can lead to a record on it and ask what is selected."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget


class Page(QWidget):
    """A page of one place.

    `said` carries what to tell the user, `shown` tells that the page shows what is in the store, `history_asked`
    carries the record whose history the user wants to see, `place_asked` where else to go (a place, a record or "").
    """

    said = Signal(str)
    shown = Signal()
    history_asked = Signal(str)
    place_asked = Signal(object, str)

    def choose_record(self, id_: str) -> None:
        """Lead to a record, where the page shows it; a page whose lines are no records leaves things as they are."""

    def record_id(self) -> str:
        """Return the identifier of the record that is selected, empty where none is."""
        return ""

    @property
    def in_use(self) -> bool:
        """Whether the user is in the middle of something here that must not be taken out of sight."""
        return False
