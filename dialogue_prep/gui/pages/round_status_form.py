"""What became of a round: a status, since which day, and why."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from dialogue_prep.domain.errors import Conflict, UserError
from dialogue_prep.domain.round import Round, RoundStatus
from dialogue_prep.gui.colours import Tone
from dialogue_prep.gui.context import Context
from dialogue_prep.gui.kit.cards import fields_beside, row
from dialogue_prep.gui.kit.choice_box import ChoiceBox
from dialogue_prep.gui.kit.day_line import DayLine
from dialogue_prep.gui.kit.labels import OptionalLabel, PlainLabel, Size
from dialogue_prep.gui.kit.refusals import at_field, refuse_at
from dialogue_prep.gui.kit.saved_fields import Field
from dialogue_prep.gui.round_terms import round_status_name
from dialogue_prep.gui.words import _, sentence_in_words


class RoundStatusForm(QWidget):
    """What became of a round: a status, since which day, and why."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._round: Round | None = None
        self._touched = False
        self._begun: dict[str, tuple[Round, RoundStatus, str, str]] = {}
        self.status, self.day, self.reason = ChoiceBox(), DayLine(), QLineEdit()
        self.status.offer([(status, round_status_name(status)) for status in RoundStatus])
        self._fields = {
            "status": Field(_("Status"), self.status),
            "status_on": Field(_("Since"), self.day),
            "reason": Field(_("Why, where it did not take place"), self.reason),
        }
        self._problem = OptionalLabel(size=Size.SMALL, tone=Tone.BAD, wrap=True)
        self.record = QPushButton(_("Record the status"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(PlainLabel(_("What became of it"), size=Size.HEADING))
        column.addLayout(fields_beside(self._fields["status"], self._fields["status_on"]))
        column.addWidget(self._fields["reason"])
        column.addWidget(self._problem)
        column.addLayout(row(self.record, None))
        self.record.clicked.connect(self._when_recorded)
        self.status.activated.connect(self._when_touched)
        for line in (self.day, self.reason):
            line.textEdited.connect(self._when_touched)

    def show_round(self, round_: Round) -> None:
        """Show how a round stands; what the user has begun to say of it is there until it is recorded."""
        before = self._round
        if before is not None and before.id == round_.id and (self._touched or _standing(before) == _standing(round_)):
            return
        if before is not None and self._touched:
            self._begun[before.id] = before, self.status.thing(), self.day.text(), self.reason.text()
        self._round, self._touched = round_, False
        self.status.choose(round_.status)
        self.reason.setText(round_.reason.read(self._context.language, "en"))
        self.day.clear()
        self._refuse("", "")
        if (begun := self._begun.pop(round_.id, None)) is not None:
            self._round, status, day, reason = begun
            self._touched = True
            self.status.choose(status)
            self.day.setText(day)
            self.reason.setText(reason)
        self._context.jobs.run(self._context.workspace.today, partial(self._propose_day, round_))

    def _propose_day(self, round_: Round, today: date) -> None:
        if self._round is not None and self._round.id == round_.id and not self.day.text():
            self.day.put(today)

    def _when_recorded(self) -> None:
        round_, status, language = self._round, self.status.thing(), self._context.language
        assert round_ is not None
        self._refuse("", "")
        try:
            day = self.day.day()
            if day is None:
                raise UserError("Say since which day.")
        except UserError as error:
            self._refuse("status_on", sentence_in_words(error.sentence))
            return
        words = self.reason.text().strip()
        reason = words if words != round_.reason.read(language, "en") else ""
        rounds = self._context.rounds
        self._context.jobs.run(
            lambda: rounds.set_status(round_.id, status, day, reason, language, seen=round_),
            self._when_kept,
            self._when_refused,
            by=self,
        )

    def _when_kept(self, _round: Round) -> None:
        self._touched = False

    def _when_refused(self, error: BaseException) -> None:
        """Say why at its field; what somebody else has said of the round is known then, and may be replaced."""
        if isinstance(error, Conflict) and isinstance(error.found, Round):
            self._round = error.found
        at_field(self._context, self._refuse)(error)

    def _when_touched(self) -> None:
        self._touched = True

    def _refuse(self, field: str, sentence: str) -> None:
        refuse_at(self._fields, field, sentence, self._problem)


def _standing(round_: Round) -> tuple[object, ...]:
    return round_.id, round_.status, round_.status_on, round_.reason
