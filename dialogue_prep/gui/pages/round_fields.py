"""The fields in which a round is planned or entered: who hosts, when, where, and why where the order is left."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QDate, QLocale, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from dialogue_prep.domain.dialogue import Side
from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.round import Round
from dialogue_prep.gui.colours import Tone
from dialogue_prep.gui.kit.cards import row
from dialogue_prep.gui.kit.choice_box import ChoiceBox
from dialogue_prep.gui.kit.labels import PlainLabel, Size
from dialogue_prep.gui.kit.record_form import read_day, read_number
from dialogue_prep.gui.kit.saved_fields import Field
from dialogue_prep.gui.words import _
from dialogue_prep.services.rounds import Plan

_TEXTS = ("city", "venue", "reason")


class RoundFields(QWidget):
    """Shows a round, or an empty one, and says what the user made of it; nothing is kept here.

    `changed` tells that the user changed something.
    """

    changed = Signal()

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._round: Round | None = None
        self._subject = ""
        self.touched = False
        self.host = ChoiceBox()
        self.lines = {name: QLineEdit() for name in ("start", "end", "year", *_TEXTS)}
        names = {
            "host_id": _("Host"),
            "start": _("First day"),
            "end": _("Last day"),
            "year": _("Year"),
            "city": _("City"),
            "venue": _("Venue"),
            "reason": _("Reason, where the order is left"),
        }
        editors: dict[str, QWidget] = {"host_id": self.host, **self.lines}
        self._fields = {name: Field(names[name], editor) for name, editor in editors.items()}
        self._problem = PlainLabel(size=Size.SMALL, tone=Tone.BAD, wrap=True)
        self._problem.hide()
        self._weekdays = PlainLabel(size=Size.SMALL, tone=Tone.MUTED, wrap=True)
        for name in ("start", "end"):
            self.lines[name].setPlaceholderText("2018-06-12")
        self._lay_out()
        self.host.activated.connect(self._when_host_touched)
        for line in self.lines.values():
            line.textEdited.connect(self._when_touched)

    def show_round(self, round_: Round | None, subject: str, sides: Sequence[Side], host: Side) -> None:
        """Show a round, else an empty one with this host; what the user has changed in the same subject stays."""
        if subject == self._subject and self.touched:
            return
        self._round, self._subject, self.touched = round_, subject, False
        self.host.offer([(side, side.name.read(self._language, "en")) for side in sides])
        self.host.choose(next(side for side in sides if side.id == (round_.host_id if round_ else host.id)))
        for name, words in self._shown().items():
            self.lines[name].setText(words)
        self.refuse("", "")
        self._say_weekdays()

    def show_year(self, *, asked: bool) -> None:
        """Ask for the year, or not."""
        self._fields["year"].setVisible(asked)

    def plan(self) -> Plan:
        """Return what the user says; raise UserError for a day that is none."""
        shown = self._shown()
        said = {name: line.text().strip() for name, line in self.lines.items()}
        changed = {name: words for name, words in said.items() if words != shown[name]}
        side: Side = self.host.thing()
        moved = self._round is None or side.id != self._round.host_id
        days = {name: self._day(name) for name in ("start", "end")}
        return Plan(
            start=days["start"] if {"start", "end"} & changed.keys() else None,
            end=days["end"] if {"start", "end"} & changed.keys() else None,
            city=changed.get("city", ""),
            venue=changed.get("venue", ""),
            host=side.name.read(self._language, "en") if moved else "",
            reason=changed.get("reason", ""),
            language=self._language,
            emptied=frozenset(name for name, words in changed.items() if not words and name not in ("end", "year")),
        )

    def year(self) -> int | None:
        """Return the year that is written, None where none is; raise UserError for what is none."""
        words = self.lines["year"].text().strip()
        try:
            return read_number(words) if words else None
        except UserError as error:
            error.field = "year"
            raise

    def refuse(self, field: str, sentence: str) -> None:
        """Say what is wrong at its field; at none where the field is not here. An empty sentence clears them all."""
        for name, shown in self._fields.items():
            shown.refuse(sentence if name == field else "")
        elsewhere = sentence if field not in self._fields else ""
        self._problem.say(elsewhere)
        self._problem.setVisible(bool(elsewhere))

    def problems(self) -> tuple[str, ...]:
        """Return everything that is wrong."""
        said = [field.problem() for field in self._fields.values()]
        return tuple(filter(None, (*said, "" if self._problem.isHidden() else self._problem.text())))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._fields["host_id"])
        column.addLayout(row(self._fields["start"], self._fields["end"]))
        column.addWidget(self._weekdays)
        for name in ("year", *_TEXTS):
            column.addWidget(self._fields[name])
        column.addWidget(self._problem)

    def _shown(self) -> dict[str, str]:
        """Return what the lines show of the round as it is kept."""
        round_ = self._round
        if round_ is None:
            return dict.fromkeys(self.lines, "")
        texts = {name: getattr(round_, name).read(self._language, "en") for name in _TEXTS}
        days = {name: day.isoformat() if day else "" for name, day in (("start", round_.start), ("end", round_.end))}
        return {**days, **texts, "year": ""}

    def _day(self, name: str) -> date | None:
        try:
            return read_day(self.lines[name].text())
        except UserError as error:
            error.field = name
            raise

    def _when_host_touched(self) -> None:
        """Take away the place in the other state, and bring it again with its host."""
        shown = self._shown()
        stays = self._round is not None and self.host.thing().id == self._round.host_id
        for name in ("city", "venue"):
            line = self.lines[name]
            if line.text().strip() in ("", shown[name]):
                line.setText(shown[name] if stays else "")
        self._when_touched()

    def _when_touched(self) -> None:
        self.touched = True
        self._say_weekdays()
        self.changed.emit()

    def _say_weekdays(self) -> None:
        """Say which days of the week the days are: the quickest way to see a slip."""
        said = []
        for name in ("start", "end"):
            try:
                day = read_day(self.lines[name].text())
            except UserError:
                day = None
            written = QDate(day.year, day.month, day.day) if day else None
            said.append(QLocale(self._language).toString(written, "dddd, d MMMM yyyy") if written else "")
        self._weekdays.say(" – ".join(dict.fromkeys(filter(None, said))))
        self._weekdays.setVisible(bool(self._weekdays.text()))
