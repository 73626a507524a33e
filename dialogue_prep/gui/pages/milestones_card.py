"""What is due before a round, as bars that reach back from it, and what can be done with what is due."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from dialogue_prep.documents.pictures.drawing import Drawing, Type
from dialogue_prep.documents.pictures.milestone_chart import chart_drawing, milestone_chart
from dialogue_prep.domain.due import DatedMilestone
from dialogue_prep.domain.milestone import Milestone, MilestoneState
from dialogue_prep.domain.round import Round
from dialogue_prep.domain.text import worded
from dialogue_prep.gui.colours import Tone
from dialogue_prep.gui.context import Context
from dialogue_prep.gui.days import day_in_words
from dialogue_prep.gui.following import Following
from dialogue_prep.gui.icons import Icon
from dialogue_prep.gui.kit.cards import row
from dialogue_prep.gui.kit.key_acts import KeyAct, KeyActs
from dialogue_prep.gui.kit.labels import PlainLabel, Size, plain_action
from dialogue_prep.gui.kit.menu_button import MenuButton
from dialogue_prep.gui.pages.empty import EmptyState
from dialogue_prep.gui.pages.milestone_lines import move_in_words, moved_milestone
from dialogue_prep.gui.pictures.drawing_view import DrawingView
from dialogue_prep.gui.pictures.strip_view import tongue_of
from dialogue_prep.gui.words import _
from dialogue_prep.services.milestone_plans import KeptPlan
from dialogue_prep.services.milestones import Milestones


@dataclass(frozen=True, slots=True)
class MilestonesRead:
    """What was read: the round, what is due before it, the plans to take milestones from, the day that it is."""

    round: Round
    dated: tuple[DatedMilestone, ...]
    plans: tuple[KeptPlan, ...]
    today: date


class MilestonesCard(QWidget):
    """Shows the milestones of one round; `chosen` carries the milestone that the user is at, None where there is none.

    `plans_asked` asks for the plans to be edited.
    """

    chosen = Signal(object)
    plans_asked = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._milestones = Milestones(context.workspace)
        self._tongue = tongue_of(context.language)
        self._round_id = ""
        self._read_last: MilestonesRead | None = None
        self._proposal: Milestone | None = None
        self._proposed_for: Milestone | None = None
        self.view = DrawingView(_("What is due before the round"), context.language)
        self.take, self.add = MenuButton(_("Take from a plan")), QPushButton(_("Add a milestone"))
        self.plans = QPushButton(_("Plans …"))
        self.proposal = PlainLabel(size=Size.SMALL, wrap=True)
        self.accept, self.discard = QPushButton(_("Move it")), QPushButton(_("Leave it"))
        self.accept.setProperty("main", "true")
        self.empty = EmptyState(Icon.HOSTING, _("Nothing is planned before this round"), _("Take the usual plan"))
        self.nothing = PlainLabel(
            _("Plan the round first; what is due is counted back from it."), tone=Tone.MUTED, wrap=True
        )
        self._acts = KeyActs(self._list_acts(), [self.view], lambda: bool(self.view.here()), self)
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self._following = Following(self, context, self._read, self._show)

    def show_round(self, round_: Round | None) -> None:
        """Show the milestones of another round; None is one that is only foreseen."""
        id_ = round_.id if round_ else ""
        if id_ != self._round_id:
            self._round_id = id_
            self._propose(None)
            self._following.read_again()

    def choose(self, id_: str) -> None:
        """Choose a milestone, where there is such a one."""
        if self.milestone(id_) is not None:
            self.view.choose(id_)
            self._when_chosen(id_)

    def milestone(self, id_: str) -> DatedMilestone | None:
        """Return a milestone that is shown."""
        dated = self._read_last.dated if self._read_last else ()
        return next((one for one in dated if one.id == id_), None)

    def dated(self) -> tuple[DatedMilestone, ...]:
        """Return what is shown."""
        return self._read_last.dated if self._read_last else ()

    def _list_acts(self) -> list[KeyAct]:
        return [
            KeyAct(_("Done today"), (Qt.Key.Key_D,), self._tick),
            KeyAct(_("Open again"), (Qt.Key.Key_O,), self._reopen),
            KeyAct(_("Remove"), (Qt.Key.Key_Delete, Qt.Key.Key_Backspace), self._remove),
        ]

    def _lay_out(self) -> None:
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(self.view)
        shown = QWidget()
        column = QVBoxLayout(shown)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row(*self._acts.buttons(), None))
        column.addWidget(self.proposal)
        column.addLayout(row(self.accept, self.discard, None))
        column.addWidget(scroll, 1)
        for widget in (shown, self.empty, self.nothing):
            self._stack.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(row(self.take, self.add, self.plans, None))
        layout.addWidget(self._stack, 1)
        self._propose(None)

    def _connect(self) -> None:
        self.view.chosen.connect(self._when_chosen)
        self.view.taken.connect(self._when_chosen)
        self.view.shifted.connect(self._when_shifted)
        self.add.clicked.connect(self._when_added)
        self.plans.clicked.connect(self.plans_asked)
        self.empty.chosen.connect(lambda: self._apply(""))
        self.accept.clicked.connect(self._when_accepted)
        self.discard.clicked.connect(lambda: self._propose(None))

    def _read(self) -> Callable[[], MilestonesRead | None]:
        milestones, workspace, round_id = self._milestones, self._context.workspace, self._round_id

        def read() -> MilestonesRead | None:
            if not round_id:
                return None
            round_ = milestones.round(round_id)
            return MilestonesRead(round_, milestones.of(round_id), milestones.plans(), workspace.today())

        return read

    def _show(self, read: MilestonesRead | None) -> None:
        self._read_last = read
        if self._proposal is not None and self._proposed_for not in [one.milestone for one in self.dated()]:
            self._propose(None)  # what was to be moved is another one by now
        there = read is not None
        self.take.setEnabled(there)
        self.add.setEnabled(there)
        if read is None:
            self._stack.setCurrentWidget(self.nothing)
            self.chosen.emit(None)
            return
        self._fill_menu(read.plans)
        self.empty.setVisible(not read.dated)
        self._stack.setCurrentIndex(0 if read.dated else 1)
        self._redraw()
        self.chosen.emit(self.milestone(self.view.here()))

    def _redraw(self) -> None:
        read = self._read_last
        if read is None or not read.dated:
            self.view.show_drawing(None)
            return
        dated, language = self._with_proposal(read.dated), self._context.language
        chart = milestone_chart(dated, read.round.start, read.today, language, self.view.here())
        title = _("What is due before round {number}").format(number=read.round.ordinal)

        def draw(width: float, type_: Type) -> Drawing:
            return chart_drawing(chart, width, type_, self._tongue, title, language)

        self.view.show_drawing(draw)
        if self.view.here() and not any(bar.chosen for bar in chart.bars):
            self._redraw()

    def _with_proposal(self, dated: Sequence[DatedMilestone]) -> list[DatedMilestone]:
        read, proposal = self._read_last, self._proposal
        if proposal is None or read is None:
            return list(dated)
        due = proposal.fixed or (read.round.start and read.round.start - timedelta(days=proposal.offset))
        return [replace(one, milestone=proposal, due=due) if one.id == proposal.id else one for one in dated]

    def _fill_menu(self, plans: Sequence[KeptPlan]) -> None:
        menu, language = self.take.menu(), self._context.language
        menu.clear()
        for kept in plans:
            action = menu.addAction(plain_action(kept.plan.name.read(language, "en")))
            action.triggered.connect(partial(self._apply, kept.id))

    def _apply(self, plan_id: str, _checked: bool = False) -> None:
        milestones, round_id = self._milestones, self._round_id
        self._context.jobs.run(lambda: milestones.apply(round_id, plan_id))

    def _when_added(self) -> None:
        milestones, round_id, language = self._milestones, self._round_id, self._context.language
        title = worded(language, _("New milestone"))

        def add() -> str:
            return milestones.add(milestones.new(round_id, title))[0].id

        self._context.jobs.run(add, self._following_then_choose)

    def _following_then_choose(self, id_: str) -> None:
        # The change is announced before this is answered, so the milestone is shown after one more job.
        self._context.jobs.run(lambda: id_, lambda shown: self._context.jobs.run(lambda: shown, self.choose))

    def _when_chosen(self, id_: str) -> None:
        self._redraw()
        self.chosen.emit(self.milestone(id_))

    def _here(self) -> list[Milestone]:
        one = self.milestone(self.view.here())
        return [one.milestone] if one else []

    def _tick(self) -> None:
        milestones, here, workspace = self._milestones, self._here(), self._context.workspace
        self._context.jobs.run(lambda: milestones.tick(here, workspace.today()))

    def _reopen(self) -> None:
        milestones, here = self._milestones, self._here()
        self._context.jobs.run(lambda: milestones.reopen(here))

    def _remove(self) -> None:
        milestones, here = self._milestones, self._here()
        self._context.jobs.run(lambda: milestones.remove(*here))

    def _when_shifted(self, id_: str, days: int) -> None:
        one, read = self.milestone(id_), self._read_last
        if one is None or read is None or one.state(read.today) not in (MilestoneState.OPEN, MilestoneState.OVERDUE):
            return
        before = self._proposal if self._proposal and self._proposal.id == id_ else one.milestone
        if before is one.milestone:
            self._proposed_for = before
        self._propose(moved_milestone(before, one, read.round, days))

    def _propose(self, proposal: Milestone | None) -> None:
        """Say what a move would mean, before it is made; None takes that away."""
        self._proposal = proposal
        one = self.milestone(proposal.id) if proposal else None
        read = self._read_last
        for widget in (self.proposal, self.accept, self.discard):
            widget.setVisible(one is not None)
        if one is not None and proposal is not None and read is not None:
            self.proposal.say(move_in_words(one, proposal, read.round, read.today, self._say_day))
        self._redraw()

    def _say_day(self, day: date) -> str:
        return day_in_words(day, self._context.language)

    def _when_accepted(self) -> None:
        milestones, proposal, seen = self._milestones, self._proposal, self._proposed_for
        if proposal is None or seen is None:
            return
        self._propose(None)
        if proposal.fixed:
            self._context.jobs.run(lambda: milestones.fix(seen, proposal.fixed or date.min))
        else:
            self._context.jobs.run(lambda: milestones.count_back(seen, proposal.offset, proposal.count))
