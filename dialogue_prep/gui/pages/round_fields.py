"""The fields in which a round is planned or entered: who hosts, when, where, how, and why where the order is left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from dialogue_prep.domain.dialogue import Side
from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.hosting import Turn
from dialogue_prep.domain.round import Round, RoundForm, TurnUse
from dialogue_prep.gui.colours import Tone
from dialogue_prep.gui.days import weekday_in_words
from dialogue_prep.gui.hosting_terms import round_form_name, turn_use_name
from dialogue_prep.gui.kit.cards import fields_beside
from dialogue_prep.gui.kit.choice_box import ChoiceBox
from dialogue_prep.gui.kit.day_line import DayLine, written_day
from dialogue_prep.gui.kit.labels import OptionalLabel, Size
from dialogue_prep.gui.kit.refusals import refuse_at
from dialogue_prep.gui.kit.saved_fields import Field
from dialogue_prep.gui.words import _, for_example
from dialogue_prep.services.rounds import Plan

_TEXTS = ("city", "venue", "reason")
_PLAIN = ("time_zone", "reference")
_CAN_BE_EMPTIED = frozenset(("start", "city", "venue", "reason", "reference"))
_WORDS = ("year", *_TEXTS, *_PLAIN)


@dataclass(frozen=True, slots=True)
class _Begun:
    """What the user has begun to make of a round, to be there again when one comes back to it."""

    round: Round | None
    seen: Round | None
    choices: tuple[object, ...]
    lines: dict[str, str]
    lasts: timedelta | None


class RoundFields(QWidget):
    """Shows a round, or an empty one, and says what the user made of it; nothing is kept in the store here.

    `changed` tells that the user changed something, `entered` that Enter was pressed in a line. `seen` is the round as
    the user has seen it last, None for one that nobody has planned.
    """

    changed = Signal()
    entered = Signal()

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._round: Round | None = None
        self._turn: Turn | None = None
        self.seen: Round | None = None
        self._subject = ""
        self._begun: dict[str, _Begun] = {}
        self.touched = False
        self._lasts: timedelta | None = None
        self.host, self.form, self.turn = ChoiceBox(), ChoiceBox(), ChoiceBox()
        self.form.offer([(form, round_form_name(form)) for form in RoundForm])
        self.turn.offer([(use, turn_use_name(use)) for use in TurnUse])
        self.start, self.end = DayLine(), DayLine()
        self.lines = {"start": self.start, "end": self.end, **{name: QLineEdit() for name in _WORDS}}
        names = {
            "host_id": _("Host"),
            "start": _("First day"),
            "end": _("Last day"),
            "year": _("Year, while there are no days"),
            "city": _("City"),
            "venue": _("Venue"),
            "time_zone": _("Time zone"),
            "form": _("How it is held"),
            "turn": _("Turn"),
            "reason": _("Reason, where the order is left"),
            "reference": _("Where that was agreed"),
        }
        editors: dict[str, QWidget] = {"host_id": self.host, "form": self.form, "turn": self.turn, **self.lines}
        self._fields = {name: Field(names[name], editor) for name, editor in editors.items()}
        self._problem = OptionalLabel(size=Size.SMALL, tone=Tone.BAD, wrap=True)
        self._weekdays = OptionalLabel(size=Size.SMALL, tone=Tone.MUTED, wrap=True)
        self.lines["time_zone"].setPlaceholderText(for_example("Asia/Shanghai"))
        self._lay_out()
        self.host.activated.connect(self._when_host_touched)
        self.form.activated.connect(self._when_touched)
        self.turn.activated.connect(self._when_turn_touched)
        self.start.textEdited.connect(self._when_first_day_written)
        self.end.textEdited.connect(self._when_last_day_written)
        for line in self.lines.values():
            line.textEdited.connect(self._when_touched)
            line.returnPressed.connect(self.entered)

    def show_round(self, round_: Round | None, subject: str, sides: Sequence[Side], turn: Turn) -> None:
        """Show a round, else an empty one of a turn; what the user has begun to make of the same subject is there."""
        if subject == self._subject and self.touched:
            return
        if self.touched:
            self._begun[self._subject] = self._as_begun()
        self._round, self._turn, self._subject, self.touched = round_, turn, subject, False
        self.seen = round_
        self.host.offer([(side, side.name.read(self._language, "en")) for side in sides])
        host_id = round_.host_id if round_ else turn.host.id
        self.host.choose(next(side for side in sides if side.id == host_id))
        self.form.choose(round_.form if round_ else RoundForm.HOSTED)
        self.turn.choose(round_.turn if round_ else TurnUse.IN_TURN)
        for name, words in self._shown().items():
            self.lines[name].setText(words)
        self._lasts = self._length()
        self.refuse("", "")
        self._say_weekdays()
        if (begun := self._begun.pop(subject, None)) is not None:
            self._go_on_with(begun)

    def put_days(self, start: date, end: date | None) -> None:
        """Put days into their lines, as if the user had written them."""
        self.start.put(start)
        self.end.put(end)
        self._lasts = self._length()
        self._when_touched()

    def days(self) -> tuple[date | None, date | None]:
        """Return the days that are written, None for one that is none."""
        return _day_or_none(self.start), _day_or_none(self.end)

    def plan(self) -> Plan:
        """Return the changes that the user wants; raise UserError for a day or a year that is none."""
        shown = self._shown()
        said = {name: line.text().strip() for name, line in self.lines.items()}
        changed = {name: words for name, words in said.items() if words != shown[name]}
        side: Side = self.host.thing()
        moved = self._round is None or side.id != self._round.host_id
        start, end = self.start.day("start"), self.end.day("end")
        new_days = {"start", "end"} & changed.keys()
        return Plan(
            start=start if new_days else None,
            end=end if new_days else None,
            city=changed.get("city", ""),
            venue=changed.get("venue", ""),
            host=side.name.read(self._language, "en") if moved else "",
            reason=changed.get("reason", ""),
            year=self._year() if "year" in changed else None,
            form=self.form.thing() if self._round is None or self.form.thing() is not self._round.form else None,
            turn=self.turn.thing() if self._round is None or self.turn.thing() is not self._round.turn else None,
            reference=changed.get("reference", ""),
            time_zone=changed.get("time_zone", ""),
            language=self._language,
            emptied=frozenset(name for name, words in changed.items() if not words and name in _CAN_BE_EMPTIED),
        )

    def _year(self) -> int | None:
        """Return the year that is written, None where none is; raise UserError for what is none."""
        words = self.lines["year"].text().strip()
        if words and not (words.isdecimal() and len(words) <= len("2018")):
            raise UserError("Write a year such as 2018, not “{words}”.", field="year", words=words)
        return int(words) if words else None

    def refuse(self, field: str, sentence: str) -> None:
        """Say what is wrong at its field; at none where the field is not here. An empty sentence clears them all."""
        refuse_at(self._fields, field, sentence, self._problem)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._fields["host_id"])
        column.addLayout(fields_beside(self._fields["start"], self._fields["end"]))
        column.addWidget(self._weekdays)
        for name in ("year", "city", "venue", "time_zone", "form", "turn", "reason", "reference"):
            column.addWidget(self._fields[name])
        column.addWidget(self._problem)

    def _as_begun(self) -> _Begun:
        choices = tuple(box.thing() for box in (self.host, self.form, self.turn))
        lines = {name: line.text() for name, line in self.lines.items()}
        return _Begun(self._round, self.seen, choices, lines, self._lasts)

    def _go_on_with(self, begun: _Begun) -> None:
        self._round, self.seen, self._lasts = begun.round, begun.seen, begun.lasts
        for box, chosen in zip((self.host, self.form, self.turn), begun.choices, strict=True):
            box.choose(chosen)
        for name, words in begun.lines.items():
            self.lines[name].setText(words)
        self._when_touched()

    def _shown(self) -> dict[str, str]:
        """Return what the lines show of the round as it is kept."""
        round_ = self._round
        if round_ is None:
            return dict.fromkeys(self.lines, "")
        texts = {name: getattr(round_, name).read(self._language, "en") for name in _TEXTS}
        plain = {name: getattr(round_, name) for name in _PLAIN}
        days = {"start": written_day(round_.start), "end": written_day(round_.end)}
        return {**days, **texts, **plain, "year": str(round_.year or "") if round_.start is None else ""}

    def _when_turn_touched(self) -> None:
        """Give an exchanged round to the other side, and one that is not to the side whose turn it is."""
        if self._turn is not None:
            offered = [self.host.itemText(place) for place in range(self.host.count())]
            own = self._turn.in_turn.name.read(self._language, "en")
            exchanged = self.turn.thing() is TurnUse.EXCHANGED
            self.host.setCurrentIndex(next(i for i, name in enumerate(offered) if (name == own) is not exchanged))
        self._when_host_touched()

    def _when_host_touched(self) -> None:
        """Take away the place in the other state, and bring it again with its host."""
        shown = self._shown()
        stays = self._round is not None and self.host.thing().id == self._round.host_id
        for name in ("city", "venue"):
            line = self.lines[name]
            if line.text().strip() in ("", shown[name]):
                line.setText(shown[name] if stays else "")
        self._when_touched()

    def _when_first_day_written(self) -> None:
        """Let the last day go along until the user writes one: a round that is moved lasts as long as it did."""
        first = _day_or_none(self.start)
        if first is not None and self._lasts is not None and first <= date.max - self._lasts:
            self.end.put(first + self._lasts)

    def _when_last_day_written(self) -> None:
        self._lasts = None

    def _length(self) -> timedelta | None:
        """Return how much later the last day is than the first one; None while there are not both."""
        first, last = self.days()
        return last - first if first and last else None

    def _when_touched(self) -> None:
        self.touched = True
        self._say_weekdays()
        self.changed.emit()

    def _say_weekdays(self) -> None:
        """Say which days of the week the days are: the quickest way to see a slip."""
        said = [weekday_in_words(day, self._language) for day in self.days() if day]
        self._weekdays.say(" – ".join(dict.fromkeys(said)))
        self._fields["year"].setVisible(not self.start.text().strip())


def _day_or_none(line: DayLine) -> date | None:
    try:
        return line.day()
    except UserError:
        return None
