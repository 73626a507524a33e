"""The round that is chosen on the hosting page: planning it with what that changes, or saying what became of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget

from dialogue_prep.domain.consequences import Consequence, consequences
from dialogue_prep.domain.dialogue import Side
from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.hosting import Turn
from dialogue_prep.domain.round import Round, RoundStatus
from dialogue_prep.gui.colours import Tone
from dialogue_prep.gui.context import Context
from dialogue_prep.gui.kit.cards import Card, row
from dialogue_prep.gui.kit.choice_box import ChoiceBox
from dialogue_prep.gui.kit.labels import PlainLabel, Size
from dialogue_prep.gui.kit.record_form import read_day
from dialogue_prep.gui.kit.refusals import at_field
from dialogue_prep.gui.kit.saved_fields import Field
from dialogue_prep.gui.pages.hosting_lines import TurnRow
from dialogue_prep.gui.pages.round_fields import RoundFields
from dialogue_prep.gui.round_terms import round_status_name
from dialogue_prep.gui.words import _

_WAIT_MILLISECONDS = 300
YEARS_AHEAD = 6


class RoundPanel(Card):
    """Shows one round: its plan where it is the next one, its status, or why nothing can be done yet."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._context = context
        self.setAccessibleName(_("The round"))
        self.heading = PlainLabel(size=Size.LARGE, wrap=True)
        self.about = PlainLabel(size=Size.SMALL, tone=Tone.MUTED, wrap=True)
        self.plan, self.earlier = PlanForm(context), PlanForm(context)
        self.status = StatusForm(context)
        scroll, body = QScrollArea(), QWidget()
        scroll.setWidgetResizable(True)
        scroll.setWidget(body)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(12)
        for widget in (self.heading, self.about, self.plan, self.earlier, self.status):
            column.addWidget(widget)
        column.addStretch(1)
        self.body.setContentsMargins(20, 16, 8, 16)
        self.body.addWidget(scroll, 1)

    def show_row(self, shown: TurnRow | None, sides: Sequence[Side], turns: Sequence[Turn], *, is_next: bool) -> None:
        """Show a round of the schedule."""
        round_ = shown.turn.round if shown else None
        self.plan.setVisible(is_next)
        self.earlier.hide()
        self.status.setVisible(round_ is not None)
        if shown is None:
            self.heading.say(_("No round is chosen"))
            self.about.say(_("Choose one on the left to see what can be done with it."))
            return
        self.heading.say(_("Round {number}").format(number=shown.number))
        parts = (shown.when, _("{side} hosts").format(side=shown.host), shown.status)
        said = " · ".join(parts)
        if round_ is None and not is_next:
            said += "\n" + _("It can be planned once the rounds before it have been held.")
        self.about.say(f"{said}\n{shown.reason}")
        if is_next:
            self.plan.show_next(round_, shown.turn, sides, turns)
        if round_ is not None:
            self.status.show_round(round_)

    def enter_earlier(self, ordinal: int, host: Side, sides: Sequence[Side], turns: Sequence[Turn]) -> None:
        """Let the user enter an earlier round; `host` is whose turn it was."""
        self.heading.say(_("Round {number}, held earlier").format(number=ordinal))
        self.about.say(_("Its year is enough where its days are not known."))
        self.plan.hide()
        self.status.hide()
        self.earlier.show()
        self.earlier.show_earlier(ordinal, host, sides, turns)


class PlanForm(QWidget):
    """The plan of a round; what it would change for other turns is shown before it is accepted."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._turns: Sequence[Turn] = ()
        self._ordinal: int | None = None
        self._asked = 0
        self.fields = RoundFields(context.language)
        self._foreseen = PlainLabel(size=Size.SMALL, wrap=True)
        self.accept = QPushButton(_("Accept the plan"))
        self.accept.setProperty("main", "true")
        self.discard = QPushButton(_("Discard"))
        self._timer = QTimer(self, interval=_WAIT_MILLISECONDS, singleShot=True)
        self._timer.timeout.connect(self._foresee)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.fields)
        column.addWidget(self._foreseen)
        column.addLayout(row(self.accept, self.discard, None))
        self.fields.changed.connect(self._when_changed)
        self.accept.clicked.connect(self._when_accepted)
        self.discard.clicked.connect(self._when_discarded)
        self._again: Callable[[], None] = lambda: None

    def show_next(self, round_: Round | None, turn: Turn, sides: Sequence[Side], turns: Sequence[Turn]) -> None:
        """Show the next round as it is planned, or as the rule has it."""
        self._show(None, turns, partial(self.fields.show_round, round_, f"next {turn.ordinal}", sides, turn.host))
        self.accept.setText(_("Accept the plan") if round_ else _("Plan this round"))
        self.fields.show_year(asked=False)

    def show_earlier(self, ordinal: int, host: Side, sides: Sequence[Side], turns: Sequence[Turn]) -> None:
        """Show an empty round that was held earlier."""
        self._show(ordinal, turns, partial(self.fields.show_round, None, f"earlier {ordinal}", sides, host))
        self.accept.setText(_("Enter this round"))
        self.fields.show_year(asked=True)

    def foreseen(self) -> str:
        """Return what is said about the consequences."""
        return self._foreseen.text()

    def _show(self, ordinal: int | None, turns: Sequence[Turn], fill: Callable[[], None]) -> None:
        self._ordinal, self._turns, self._again = ordinal, turns, fill
        fill()
        self._allow()
        if not self.fields.touched:
            self._tell(())

    def _tell(self, lines: Sequence[str]) -> None:
        """Tell what would change."""
        self._foreseen.say("\n".join((_("What changes in the schedule:"), *lines)) if lines else "")
        self._foreseen.setVisible(bool(lines))

    def _allow(self) -> None:
        self.discard.setEnabled(self.fields.touched)

    def _when_changed(self) -> None:
        self._allow()
        self._timer.start()

    def _when_discarded(self) -> None:
        self.fields.touched = False
        self._again()
        self._tell(())
        self._allow()

    def _request(self, *, keep: bool) -> Callable[[], Any] | None:
        """Return the job that keeps the plan, or that says what it would change; None where a field is not right."""
        try:
            plan, year = self.fields.plan(), self.fields.year()
        except UserError as error:
            self.fields.refuse(error.field, error.sentence.read(self._context.language, "en", translate=_))
            return None
        rounds, dialogue_id, ordinal = self._context.rounds, self._context.choices.dialogue_id, self._ordinal
        if ordinal is not None:
            return partial(rounds.enter, dialogue_id, ordinal, plan, year) if keep else None
        if keep:
            return partial(rounds.plan, dialogue_id, plan)
        before = self._turns
        return lambda: consequences(before, rounds.foreseen(dialogue_id, plan, YEARS_AHEAD))

    def _foresee(self) -> None:
        self.fields.refuse("", "")
        request = self._request(keep=False)
        if request is None:
            return
        self._asked += 1
        asked = self._asked

        def show(found: Sequence[Consequence]) -> None:
            if asked == self._asked and self.fields.touched:
                lines = [one.sentence.read(self._context.language, "en", translate=_) for one in found]
                self._tell(lines)

        def refuse(field: str, sentence: str) -> None:
            if asked == self._asked and self.fields.touched:
                self._tell(())
                self.fields.refuse(field, sentence)

        self._context.jobs.run(request, show, at_field(self._context, refuse))

    def _when_accepted(self) -> None:
        self._timer.stop()
        self._asked += 1
        request = self._request(keep=True)
        if request is not None:
            self.fields.refuse("", "")
            self._context.jobs.run(request, self._when_kept, at_field(self._context, self.fields.refuse))

    def _when_kept(self, _round: Round) -> None:
        self.fields.touched = False
        self._tell(())
        self._allow()


class StatusForm(QWidget):
    """What became of a round: a status, since which day, and why."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._round: Round | None = None
        self.status, self.day, self.reason = ChoiceBox(), QLineEdit(), QLineEdit()
        self.status.offer([(status, round_status_name(status)) for status in RoundStatus])
        self._fields = {
            "status": Field(_("Status"), self.status),
            "status_on": Field(_("Since"), self.day),
            "reason": Field(_("Why, where it did not take place"), self.reason),
        }
        self._problem = PlainLabel(size=Size.SMALL, tone=Tone.BAD, wrap=True)
        self._problem.hide()
        self.record = QPushButton(_("Record the status"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(PlainLabel(_("What became of it"), size=Size.HEADING))
        column.addLayout(row(self._fields["status"], self._fields["status_on"]))
        column.addWidget(self._fields["reason"])
        column.addWidget(self._problem)
        column.addLayout(row(self.record, None))
        self.record.clicked.connect(self._when_recorded)

    def show_round(self, round_: Round) -> None:
        """Show how a round stands."""
        if self._round == round_:
            return
        self._round = round_
        self.status.choose(round_.status)
        self.reason.setText(round_.reason.read(self._context.language, "en"))
        self._refuse("", "")
        self._context.jobs.run(self._context.workspace.today, partial(self._propose_day, round_))

    def problems(self) -> tuple[str, ...]:
        """Return everything that is wrong."""
        said = [field.problem() for field in self._fields.values()]
        return tuple(filter(None, (*said, "" if self._problem.isHidden() else self._problem.text())))

    def _propose_day(self, round_: Round, today: date) -> None:
        if self._round == round_:
            self.day.setText(today.isoformat())

    def _when_recorded(self) -> None:
        round_, status, language = self._round, self.status.thing(), self._context.language
        assert round_ is not None
        self._refuse("", "")
        try:
            day = read_day(self.day.text())
            if day is None:
                raise UserError("Say since which day.")
        except UserError as error:
            self._refuse("status_on", error.sentence.read(translate=_))
            return
        words = self.reason.text().strip()
        reason = words if words != round_.reason.read(language, "en") else ""
        rounds = self._context.rounds
        self._context.jobs.run(
            lambda: rounds.set_status(round_.id, status, day, reason, language),
            None,
            at_field(self._context, self._refuse),
        )

    def _refuse(self, field: str, sentence: str) -> None:
        for name, shown in self._fields.items():
            shown.refuse(sentence if name == field else "")
        elsewhere = sentence if field not in self._fields else ""
        self._problem.say(elsewhere)
        self._problem.setVisible(bool(elsewhere))
