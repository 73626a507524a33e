"""The box in which what was found above a source is put right: which round, where, which days, when published."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from dialogue_prep.domain.errors import UserError
from dialogue_prep.gui.colours import Tone
from dialogue_prep.gui.kit.labels import PlainLabel, Size
from dialogue_prep.gui.kit.record_form import read_day
from dialogue_prep.gui.kit.saved_fields import Field
from dialogue_prep.gui.words import _

if TYPE_CHECKING:
    from dialogue_prep.reading.review import Review

_WIDTH = 440

T = TypeVar("T")


class SourceFactsBox(QDialog):
    """`corrected` carries the review with what was put right, `published` the day of publication where that is new."""

    corrected = Signal(object)
    published = Signal(object)

    def __init__(self, review: Review, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._review = review
        self.setWindowTitle(_("Put right what was found"))
        self.setMinimumWidth(_WIDTH)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        extract = review.extract
        given = extract.first_day if extract.day_from == "published" else None
        self._given = given
        self.lines = {
            "ordinal": QLineEdit(str(extract.ordinal or "")),
            "place": QLineEdit(extract.place.words if extract.place else ""),
            "first_day": QLineEdit(_written(extract.first_day)),
            "last_day": QLineEdit(_written(extract.last_day)),
            "published": QLineEdit(_written(given)),
        }
        self.fields = {
            "ordinal": Field(_("Round"), self.lines["ordinal"]),
            "place": Field(_("Place"), self.lines["place"]),
            "first_day": Field(_("First day (year-month-day)"), self.lines["first_day"]),
            "last_day": Field(_("Last day, if another"), self.lines["last_day"]),
            "published": Field(_("Published on: the source is read again"), self.lines["published"]),
        }
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self._send)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(PlainLabel(_("Put right what was found"), size=Size.HEADING))
        said = _(
            "The day of publication settles “today” and a missing year. What you did before can be undone back to."
        )
        layout.addWidget(PlainLabel(said, tone=Tone.MUTED, wrap=True))
        for field in self.fields.values():
            layout.addWidget(field)
        layout.addWidget(buttons)

    def problem(self, name: str) -> str:
        """Return what is wrong with a field, empty where nothing is."""
        return self.fields[name].problem()

    def _send(self) -> None:
        for field in self.fields.values():
            field.refuse("")
        published, first, last = (self._read(name, read_day) for name in ("published", "first_day", "last_day"))
        ordinal = self._read("ordinal", _number)
        if any(field.problem() for field in self.fields.values()):
            return
        if published != self._given:
            self.published.emit(published)
            self.accept()
            return
        try:
            place = self.lines["place"].text()
            corrected = self._review.correct(ordinal=ordinal, place=place, first_day=first, last_day=last)
        except UserError as error:
            self.fields[error.field].refuse(error.sentence.read(translate=_))
            return
        self.corrected.emit(corrected)
        self.accept()

    def _read(self, name: str, read: Callable[[str], T | None]) -> T | None:
        try:
            return read(self.lines[name].text())
        except UserError as error:
            self.fields[name].refuse(error.sentence.read(translate=_))
            return None


def _number(words: str) -> int | None:
    if not words.strip():
        return None
    if not words.strip().isdecimal():
        raise UserError("Write the number of the round, such as 3.")
    return int(words)


def _written(day: date | None) -> str:
    return day.isoformat() if day else ""
