"""The plan of a round; what it would bring is shown before it is accepted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from dialogue_prep.domain.dialogue import Side
from dialogue_prep.domain.errors import Conflict, UserError
from dialogue_prep.domain.hosting import Turn
from dialogue_prep.domain.round import Round
from dialogue_prep.gui.context import Context
from dialogue_prep.gui.kit.cards import row
from dialogue_prep.gui.kit.labels import OptionalLabel, Size
from dialogue_prep.gui.kit.refusals import at_field
from dialogue_prep.gui.pages.hosting_lines import YEARS_AHEAD, foreseen_lines
from dialogue_prep.gui.pages.round_fields import RoundFields
from dialogue_prep.gui.words import _, sentence_in_words
from dialogue_prep.services.hosting import Foreseen, Hosting

_WAIT_MILLISECONDS = 300


class PlanForm(QWidget):
    """Plans the next round, changes one that is in the store, or enters one that was held earlier.

    `proposed` carries the round as it would be, None once nothing is proposed any more.
    """

    proposed = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._ordinal: int | None = None
        self._round: Round | None = None
        self._is_next = False
        self._asked = 0
        self.fields = RoundFields(context.language)
        self._foreseen = OptionalLabel(size=Size.SMALL, wrap=True)
        self._foreseen.setAccessibleName(_("What would change"))
        self.accept = QPushButton(_("Accept the plan"))
        self.accept.setProperty("main", "true")
        self.discard = QPushButton(_("Discard"))
        self._timer = QTimer(self, interval=_WAIT_MILLISECONDS, singleShot=True)
        self._timer.timeout.connect(self._foresee)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._foreseen)
        column.addLayout(row(self.accept, self.discard, None))
        column.addWidget(self.fields)
        self.fields.changed.connect(self._when_changed)
        self.fields.entered.connect(self._foresee)
        self.accept.clicked.connect(self._when_accepted)
        self.discard.clicked.connect(self._when_discarded)
        self._again: Callable[[], None] = lambda: None

    def show_round(self, turn: Turn, sides: tuple[Side, ...], *, is_next: bool) -> None:
        """Show a round as it is kept, or the next one as the rule has it."""
        self._round, self._is_next = turn.round, is_next
        subject = f"next {turn.ordinal}" if is_next or turn.round is None else turn.round.id
        self._show(None, partial(self.fields.show_round, turn.round, subject, sides, turn))
        held = turn.round is not None and not turn.round.status.ahead
        self.accept.setText(
            _("Keep the changes") if held else _("Accept the plan") if turn.round else _("Plan this round")
        )

    def show_earlier(self, ordinal: int, turn: Turn, sides: tuple[Side, ...]) -> None:
        """Show an empty round that was held earlier."""
        self._round, self._is_next = None, False
        self._show(ordinal, partial(self.fields.show_round, None, f"earlier {ordinal}", sides, turn))
        self.accept.setText(_("Enter this round"))

    def propose(self, start: date, end: date | None) -> None:
        """Put days into the plan, as if the user had written them, and say what they would bring."""
        self.fields.put_days(start, end)
        self._timer.stop()
        self._foresee()

    def foreseen(self) -> str:
        """Return what is said about the consequences."""
        return self._foreseen.text()

    def _show(self, ordinal: int | None, fill: Callable[[], None]) -> None:
        self._ordinal, self._again = ordinal, fill
        fill()
        self._allow()
        if not self.fields.touched:
            self._tell(())

    def _tell(self, lines: tuple[str, ...]) -> None:
        """Tell what would change."""
        self._foreseen.say("\n".join(lines))
        if not lines:
            self.proposed.emit(None)

    def _allow(self) -> None:
        self.discard.setEnabled(self.fields.touched)
        # The next round can be accepted as it stands: it is then given its agenda and the heads of the delegations.
        self.accept.setEnabled(self.fields.touched or self._is_next or self._round is None)

    def _when_changed(self) -> None:
        self._allow()
        self._timer.start()

    def _when_discarded(self) -> None:
        self._timer.stop()
        self._asked += 1
        self.fields.touched = False
        self._again()
        self._tell(())
        self._allow()

    def _request(self, *, keep: bool) -> Callable[[], Any] | None:
        """Return the job that keeps the plan, or that says what it would bring; None where a field is not right."""
        try:
            plan = self.fields.plan()
        except UserError as error:
            self.fields.refuse(error.field, sentence_in_words(error.sentence, self._context.language))
            return None
        rounds, dialogue_id, ordinal = self._context.rounds, self._context.choices.dialogue_id, self._ordinal
        seen = self.fields.seen
        if ordinal is not None:
            return partial(rounds.enter, dialogue_id, ordinal, plan, plan.year) if keep else None
        if keep and seen is not None and not self._is_next:
            return partial(rounds.change, seen.id, plan, seen=seen)
        if keep:
            return partial(rounds.plan, dialogue_id, plan, seen=seen, unplanned=seen is None)
        round_id = seen.id if seen and not self._is_next else ""
        hosting = Hosting(self._context.workspace)

        def foresee() -> tuple[Round, Foreseen]:
            round_ = rounds.proposed(dialogue_id, plan, round_id)
            return round_, hosting.foreseen(round_, YEARS_AHEAD)

        return foresee

    def _foresee(self) -> None:
        self.fields.refuse("", "")
        request = self._request(keep=False)
        if request is None:
            return
        self._asked += 1
        asked = self._asked

        def show(found: tuple[Round, Foreseen]) -> None:
            if asked == self._asked and self.fields.touched:
                lines = foreseen_lines(found[1], self._context.language)
                self._tell(lines or (_("Nothing else changes."),))
                self.proposed.emit(found[0])

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
            self._context.jobs.run(request, self._when_kept, self._when_refused, by=self)

    def _when_refused(self, error: BaseException) -> None:
        """Say why at its field; what somebody else has made of the round is known then, and may be replaced."""
        if isinstance(error, Conflict) and isinstance(error.found, Round):
            self.fields.seen = error.found
        at_field(self._context, self.fields.refuse)(error)

    def _when_kept(self, _round: Round) -> None:
        self.fields.touched = False
        self._tell(())
        self._allow()
