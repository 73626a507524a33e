"""The round that is chosen on the hosting page: planning or changing it, or saying what became of it."""

from __future__ import annotations

from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from dialogue_prep.domain.dialogue import Side
from dialogue_prep.domain.hosting import Turn
from dialogue_prep.gui.colours import Tone
from dialogue_prep.gui.context import Context
from dialogue_prep.gui.kit.cards import Card
from dialogue_prep.gui.kit.labels import PlainLabel, Size
from dialogue_prep.gui.pages.hosting_lines import TurnRow
from dialogue_prep.gui.pages.plan_form import PlanForm
from dialogue_prep.gui.pages.round_status_form import RoundStatusForm
from dialogue_prep.gui.words import _


class RoundPanel(Card):
    """Shows one round: its plan, its status, or why nothing can be done yet."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setAccessibleName(_("The round"))
        self.heading = PlainLabel(size=Size.LARGE, wrap=True)
        self.about = PlainLabel(size=Size.SMALL, tone=Tone.MUTED, wrap=True)
        self.plan, self.earlier = PlanForm(context), PlanForm(context)
        self.status = RoundStatusForm(context)
        scroll, body = QScrollArea(), QWidget()
        scroll.setWidgetResizable(True)
        scroll.setAccessibleName(_("What is selected"))
        scroll.setWidget(body)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(12)
        for widget in (self.heading, self.about, self.plan, self.earlier, self.status):
            column.addWidget(widget)
        column.addStretch(1)
        self.body.setContentsMargins(20, 16, 8, 16)
        self.body.addWidget(scroll, 1)

    def show_row(self, shown: TurnRow | None, sides: tuple[Side, ...], *, is_next: bool) -> None:
        """Show a round of the schedule."""
        round_ = shown.turn.round if shown else None
        changeable = is_next or (round_ is not None and not round_.status.dropped)
        self.plan.setVisible(changeable)
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
        if changeable:
            self.plan.show_round(shown.turn, sides, is_next=is_next)
        if round_ is not None:
            self.status.show_round(round_)

    def enter_earlier(self, turn: Turn, sides: tuple[Side, ...]) -> None:
        """Let the user enter an earlier round; `turn` says whose it was."""
        self.heading.say(_("Round {number}, held earlier").format(number=turn.ordinal))
        self.about.say(_("Its year is enough where its days are not known."))
        self.plan.hide()
        self.status.hide()
        self.earlier.show()
        self.earlier.show_earlier(turn.ordinal, turn, sides)
