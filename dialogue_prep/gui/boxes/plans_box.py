"""The box in which plans of milestones are edited and kept as templates for rounds to come."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTableView,
    QWidget,
)

from dialogue_prep.domain.errors import Conflict, UserError
from dialogue_prep.domain.milestone import DayCount, MilestonePlan, PlannedMilestone
from dialogue_prep.domain.text import worded
from dialogue_prep.gui.boxes.question_box import leave_unkept
from dialogue_prep.gui.colours import Tone
from dialogue_prep.gui.context import Context
from dialogue_prep.gui.hosting_terms import day_count_name, part_name
from dialogue_prep.gui.kit.box_column import box_column
from dialogue_prep.gui.kit.cards import row
from dialogue_prep.gui.kit.cell_delegates import LineDelegate
from dialogue_prep.gui.kit.choice_box import ChoiceBox
from dialogue_prep.gui.kit.conflict_box import let_decide
from dialogue_prep.gui.kit.labels import OptionalLabel, PlainLabel, Size
from dialogue_prep.gui.kit.record_form import read_whole
from dialogue_prep.gui.kit.refusals import at_field, refuse_at
from dialogue_prep.gui.kit.saved_fields import Field
from dialogue_prep.gui.kit.table_model import Column, TableModel
from dialogue_prep.gui.words import _, in_a_row, sentence_in_words, with_commas, with_remark
from dialogue_prep.services.milestone_plans import KeptPlan
from dialogue_prep.services.milestones import Milestones

_WIDTH, _HEIGHT = 760, 560
_TITLE, _DAYS, _COUNT, _OWNER = range(4)


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One entry of a plan as the table shows it."""

    entry: PlannedMilestone
    title: str
    days: str
    count: str
    owner: str

    @property
    def id(self) -> str:
        return self.entry.id


class PlansBox(QDialog):
    """Edits one plan after the other; a plan is kept, as one step, by “Keep” and not before; nor is it left unseen."""

    def __init__(
        self, context: Context, plans: Sequence[KeptPlan], round_id: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._milestones = Milestones(context.workspace)
        self._round_id = round_id
        self._plan, self._name_shown = plans[0], ""
        self._entries: list[PlannedMilestone] = []
        self.setWindowTitle(_("Plans of milestones"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(_WIDTH, _HEIGHT)
        self.choice, self.name = ChoiceBox(_("Plan")), QLineEdit()
        self.name_field = Field(_("Name of the plan"), self.name)
        self.problem = OptionalLabel(size=Size.SMALL, tone=Tone.BAD, wrap=True)
        self.table, self.model = self._make_table()
        self.add, self.drop = QPushButton(_("Add an entry")), QPushButton(_("Remove the entry"))
        self.from_round = QPushButton(_("New plan from this round"))
        self.from_round.setEnabled(bool(round_id))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.keep = buttons.addButton(_("Keep"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.keep.setProperty("main", "true")
        self.forget = buttons.addButton(_("Remove the plan"), QDialogButtonBox.ButtonRole.DestructiveRole)
        buttons.rejected.connect(self.reject)
        self._lay_out(buttons)
        self.choice.activated.connect(self._when_chosen)
        self.model.edited.connect(self._when_edited)
        self.add.clicked.connect(self._when_added)
        self.drop.clicked.connect(self._when_dropped)
        self.keep.clicked.connect(lambda: self._keep(self._plan))
        self.forget.clicked.connect(self._when_forgotten)
        self.from_round.clicked.connect(lambda: self._leave(self._when_from_round))
        self.show_plans(plans)

    def show_plans(self, plans: Sequence[KeptPlan], chosen: str = "") -> None:
        """Offer these plans and show one of them."""
        language = self._context.language
        self.choice.offer([(plan, _named(plan.plan, language)) for plan in plans])
        self._show_plan(next((p for p in plans if p.id == chosen), plans[0]))

    def _make_table(self) -> tuple[QTableView, TableModel[EntryRow]]:
        columns: list[Column[EntryRow]] = [
            Column(_("What is due"), lambda r: r.title, edit=lambda r: r.title),
            Column(_("Days before"), lambda r: r.days, edit=lambda r: r.days),
            Column(_("Counted in"), lambda r: r.count, edit=lambda r: r.count),
            Column(_("Who sees to it"), lambda r: r.owner, edit=lambda r: r.owner),
        ]
        table = QTableView()
        model = TableModel(columns, table)
        table.setModel(model)
        table.setAccessibleName(_("Entries of the plan"))
        table.setItemDelegate(LineDelegate(table))
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        heads = table.horizontalHeader()
        heads.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        heads.setSectionResizeMode(_TITLE, QHeaderView.ResizeMode.Stretch)
        return table, model

    def _lay_out(self, buttons: QDialogButtonBox) -> None:
        counts = in_a_row(day_count_name(count) for count in DayCount)
        layout = box_column(self, _("Plans of milestones"))
        layout.addLayout(row(self.choice, self.from_round))
        layout.addWidget(self.name_field)
        layout.addWidget(self.table, 1)
        said = _("Counted in one of: {counts}.").format(counts=counts)
        layout.addWidget(PlainLabel(said, size=Size.SMALL, tone=Tone.MUTED, wrap=True))
        layout.addWidget(self.problem)
        layout.addLayout(row(self.add, self.drop, None))
        layout.addWidget(buttons)

    def reject(self) -> None:
        """Close the box; where a plan was changed and is not kept, once the user has said that this is to be left."""
        self._leave(lambda: self.done(QDialog.DialogCode.Rejected))

    def _leave(self, go_on: Callable[[], None]) -> None:
        """Go on to what takes the place of this plan, once nothing is lost by it unseen."""
        if self.name.text() == self._name_shown and self._entries == list(self._plan.entries):
            go_on()
        else:
            leave_unkept(self, go_on)

    def _when_chosen(self) -> None:
        chosen: KeptPlan = self.choice.thing()
        self.choice.choose(self._plan)
        self._leave(lambda: self._show_plan(chosen))

    def _show_plan(self, plan: KeptPlan) -> None:
        self.choice.choose(plan)
        self._plan = plan
        self._entries = list(plan.entries)
        self._name_shown = plan.plan.name.read(self._context.language, "en")
        self.name.setText(self._name_shown)
        self._refuse("", "")
        self._show_entries()

    def _show_entries(self) -> None:
        self.model.show_rows([_row(entry, self._context.language) for entry in self._entries])

    def _when_edited(self, shown: EntryRow, column: int, value: str) -> None:
        place = next(place for place, entry in enumerate(self._entries) if entry.id == shown.id)
        try:
            self._entries[place] = self._changed(shown.entry, column, value)
        except UserError as error:
            self._refuse("", sentence_in_words(error.sentence, self._context.language))
            return
        self._refuse("", "")
        self._show_entries()

    def _changed(self, entry: PlannedMilestone, column: int, value: str) -> PlannedMilestone:
        match column:
            case int() if column == _TITLE:
                return replace(entry, title=entry.title.reworded(self._context.language, value))
            case int() if column == _DAYS:
                return replace(entry, offset=read_whole(value))
            case int() if column == _COUNT:
                return replace(entry, count=_count_named(value))
            case _:
                return replace(entry, owner=value)

    def _when_added(self) -> None:
        title = worded(self._context.language, _("New milestone"))
        entry = PlannedMilestone(
            id=self._context.workspace.new_id(),
            plan_id=self._plan.plan.id,
            position=len(self._entries) + 1,
            title=title,
            offset=0,
        )
        self._entries.append(entry)
        self._show_entries()
        index = self.model.index(len(self._entries) - 1, _TITLE)
        self.table.setCurrentIndex(index)
        self.table.edit(index)

    def _when_dropped(self) -> None:
        index = self.table.currentIndex()
        if index.isValid():
            del self._entries[index.row()]
            self._show_entries()

    def _keep(self, seen: KeptPlan) -> None:
        """Keep the plan in the place of the one that the user has seen."""
        milestones, language, words = self._milestones, self._context.language, self.name.text().strip()
        if not words:
            self._refuse("name", _("A plan needs a name."))
            return
        plan = self._plan.plan
        ours = KeptPlan(replace(plan, name=plan.name.reworded(language, words)), tuple(self._entries))

        def keep() -> tuple[tuple[KeptPlan, ...], str]:
            stored = milestones.keep_plan(ours.plan, ours.entries, seen=seen)
            return milestones.plans(), stored.id

        self._context.jobs.run(
            keep,
            lambda done: self.show_plans(*done),
            lambda error: self._when_refused(ours, error),
            by=self,
        )

    def _when_refused(self, ours: KeptPlan, error: BaseException) -> None:
        if isinstance(error, Conflict) and isinstance(error.found, KeptPlan):
            self._show_both(ours, error.found)
        else:
            at_field(self._context, self._refuse)(error)

    def _show_both(self, ours: KeptPlan, theirs: KeptPlan) -> None:
        """Show the plan beside what somebody else has made of it, and let the user say which is to stand."""
        milestones = self._milestones
        let_decide(
            _("Plan"),
            _in_words(ours),
            _in_words(theirs),
            self,
            keep=lambda: self._keep(theirs),
            take=lambda: self._context.jobs.run(milestones.plans, lambda plans: self.show_plans(plans, theirs.id)),
        )

    def _when_from_round(self) -> None:
        milestones, round_id, language = self._milestones, self._round_id, self._context.language
        name = worded(language, _("Plan of this round"))

        def keep() -> tuple[tuple[KeptPlan, ...], str]:
            stored = milestones.keep_as_plan(round_id, name)
            return milestones.plans(), stored.id

        self._context.jobs.run(
            keep, lambda done: self.show_plans(*done), at_field(self._context, self._refuse), by=self
        )

    def _when_forgotten(self) -> None:
        plan, milestones = self._plan.plan, self._milestones

        def forget() -> tuple[KeptPlan, ...]:
            milestones.drop_plan(plan)
            return milestones.plans()

        self._context.jobs.run(forget, self.show_plans, at_field(self._context, self._refuse), by=self)

    def _refuse(self, field: str, sentence: str) -> None:
        refuse_at({"name": self.name_field}, field, sentence, self.problem)


def _row(entry: PlannedMilestone, language: str) -> EntryRow:
    title = entry.title.read(language, "en")
    return EntryRow(entry, title, str(entry.offset), day_count_name(entry.count), entry.owner)


def _in_words(kept: KeptPlan) -> list[str]:
    """Return all that a plan says, line by line."""
    lines = (
        with_commas((*(wording.words for wording in e.title), str(e.offset), day_count_name(e.count), e.owner))
        for e in kept.entries
    )
    return [in_a_row(wording.words for wording in kept.plan.name), *lines]


def _named(plan: MilestonePlan, language: str) -> str:
    """Return the name of a plan, and whether it is for us as hosts or guests where the name does not say so itself."""
    name, part = plan.name.read(language, "en"), part_name(plan.part)
    return with_remark(name, "" if name.casefold() == part.casefold() else part)


def _count_named(words: str) -> DayCount:
    """Return the count of this name; UserError where there is none."""
    for count in DayCount:
        if day_count_name(count).casefold() == words.strip().casefold():
            return count
    raise UserError("“{words}” is no way of counting days; take one of those below.", field="count", words=words)
