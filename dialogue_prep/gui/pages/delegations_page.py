"""The delegations page: who comes from each side in order of precedence, who faces whom, which entity is missing."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from dialogue_prep.domain.identity import RoundId
from dialogue_prep.gui.boxes.holder_box import HolderBox
from dialogue_prep.gui.context import Context
from dialogue_prep.gui.following import Following
from dialogue_prep.gui.icons import Icon
from dialogue_prep.gui.kit.card_grid import CardGrid, Placed
from dialogue_prep.gui.kit.cards import Card, row
from dialogue_prep.gui.kit.labels import plain_hint
from dialogue_prep.gui.kit.menu_acts import MenuAct
from dialogue_prep.gui.kit.refusals import at_field
from dialogue_prep.gui.pages.delegate_importing import DelegateImporting
from dialogue_prep.gui.pages.delegation_column import DelegationColumn
from dialogue_prep.gui.pages.delegation_panel import DelegationPanel
from dialogue_prep.gui.pages.delegations_lines import BothDelegations, Coverage, DelegationLines, delegations
from dialogue_prep.gui.pages.empty import EmptyState
from dialogue_prep.gui.pages.page import Page
from dialogue_prep.gui.pictures.facing_pairs import FacingPairs
from dialogue_prep.gui.words import _
from dialogue_prep.services.delegations import Delegations
from dialogue_prep.services.posts import Posts
from dialogue_prep.services.records import Records

_WIDE, _HIGH = 940, 480


class DelegationsPage(Page):
    """Ours beside theirs, and a panel for what is selected."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._delegations = Delegations(context.workspace)
        self._both: BothDelegations | None = None
        self._wanted = self._chosen = ""
        self.ours, self.theirs = DelegationColumn(_("Our delegation")), DelegationColumn(_("Their delegation"))
        self.pairs = FacingPairs(self.ours.list, self.theirs.list)
        self.panel = DelegationPanel(context)
        self.imports = tuple(DelegateImporting(context, self) for _side in range(2))
        self.seating = QPushButton(_("Seating …"))
        self.seating.setToolTip(plain_hint(_("Who sits where at the table")))
        self.empty = EmptyState(Icon.DELEGATIONS, _("No round is planned yet"), _("Plan the next round"))
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self._following = Following(self, context, self._read, self._show)

    def choose_record(self, id_: str) -> None:
        """Lead to a delegate, or to an entity: to who comes from it, why nobody does, or the form to say so."""
        self._wanted = id_
        if self._both is not None:
            self._go_where_wanted()

    def record_id(self) -> str:
        """Return the identifier of the record that is selected, empty where none is."""
        return self._chosen

    def acts_on(self, view: QAbstractItemView) -> tuple[MenuAct, ...]:
        return next((column.acts() for column in (self.ours, self.theirs) if column.list is view), ())

    def both(self) -> BothDelegations | None:
        """Return what is shown, None while there is no round."""
        return self._both

    def _lay_out(self) -> None:
        card = Card()
        across = QHBoxLayout()
        across.setSpacing(0)
        across.addWidget(self.ours, 1)
        across.addWidget(self.pairs)
        across.addWidget(self.theirs, 1)
        card.body.addLayout(across)
        card.body.addLayout(row(None, self.seating, None))
        card.setMinimumHeight(_HIGH)
        self.panel.setMinimumHeight(_HIGH)
        cards = (Placed(card, 0, 0), Placed(self.panel, 0, 1))
        self._stack.addWidget(CardGrid(_("Delegations"), cards, wide=_WIDE, shares=(2, 1)))
        self._stack.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)

    def _connect(self) -> None:
        for place, column in enumerate((self.ours, self.theirs)):
            column.chosen.connect(partial(self._when_chosen, place))
            column.moved.connect(self._move)
            column.removed.connect(self._remove)
            column.history_asked.connect(self.history_asked)
            column.entity_taken.connect(self.choose_record)
            column.delegate_asked.connect(partial(self._ask_delegate, place, ""))
            column.absence_asked.connect(partial(self._ask_absence, place, ""))
            column.import_asked.connect(partial(self._import, place))
            column.pasted.connect(partial(self._paste, place))
            self.imports[place].refused.connect(column.refuse)
            column.confirmed.connect(partial(self._confirm, place))
            column.replaced.connect(partial(self._replace, place))
        panel = self.panel
        panel.remove_asked.connect(self._remove)
        panel.history_asked.connect(self.history_asked)
        panel.present_again.connect(self._present_again)
        panel.new_delegate.given.connect(self._add)
        panel.new_delegate.absence_chosen.connect(self._absence_instead)
        panel.new_absence.given.connect(self._excuse)
        for form in (panel.new_delegate, panel.new_absence):
            form.left.connect(self._leave_form)
        self.empty.chosen.connect(self._context.plan_next)
        self.seating.clicked.connect(self._show_seating)

    def _read(self) -> Callable[[], BothDelegations | None]:
        context, round_id = self._context, self._context.choices.round_id

        def read() -> BothDelegations | None:
            return delegations(context.dossiers.of(round_id), context.language) if round_id else None

        return read

    def _show(self, both: BothDelegations | None) -> None:
        other = self._both is None or both is None or self._both.dossier.round.id != both.dossier.round.id
        self._both = both
        self._stack.setCurrentIndex(1 if both is None else 0)
        if both is not None:
            self.ours.show_lines(both.ours)
            self.theirs.show_lines(both.theirs)
            if other and not self._wanted:
                self._choose_first(both)
            if self._wanted:
                self._go_where_wanted()
            elif not self.panel.asking():
                self._show_chosen(both)
        self.shown.emit()

    def _choose_first(self, both: BothDelegations) -> None:
        """Show who leads our delegation; where nobody is on a list yet, what can be shown here."""
        self._chosen = ""
        self.panel.show_nothing()
        for column, side in zip((self.ours, self.theirs), both.sides, strict=True):
            if side.delegates and not self._chosen:
                column.list.choose(side.delegates[0].id)

    def _show_chosen(self, both: BothDelegations) -> None:
        line, entity = both.delegate(self._chosen), both.entity(self._chosen)
        if line is not None:
            self.panel.show_delegate(both, line)
        elif entity is not None and entity.absence is not None:
            self.panel.show_absence(entity)
        else:
            self._chosen = ""
            self.panel.show_nothing()

    def _go_where_wanted(self) -> None:
        both, wanted, self._wanted = self._both, self._wanted, ""
        assert both is not None
        for place, side in enumerate(both.sides):
            column = (self.ours, self.theirs)[place]
            entity = next((line for line in side.entities if line.id == wanted), None)
            first = next(
                (
                    line.id
                    for line in side.delegates
                    if wanted in (line.id, line.delegate.entity_id, line.delegate.person_id)
                ),
                "",
            )
            if first:
                column.list.choose(first)
                column.list.setFocus()
                self._when_chosen(place, first)
            elif entity is not None and entity.coverage is Coverage.MISSING:
                self._ask_delegate(place, wanted)
            elif entity is not None:
                self._chosen = wanted
                self._show_chosen(both)
                self.panel.absence.editor("reason").setFocus()

    def _when_chosen(self, place: int, id_: str) -> None:
        both = self._both
        if not id_ or both is None or both.delegate(id_) is None:
            return
        # One delegate is selected, on one side.
        (self.theirs, self.ours)[place].list.choose_nothing()
        self._chosen = id_
        self._show_chosen(both)

    def _side(self, place: int) -> DelegationLines:
        assert self._both is not None
        return self._both.sides[place]

    def _round_id(self) -> RoundId:
        """Return the round that is seen, whatever is being read to be looked at next."""
        assert self._both is not None
        return self._both.dossier.round.id

    def _ask_delegate(self, place: int, entity_id: str) -> None:
        if self._both is not None:
            self._choose_nothing()
            self.panel.ask_delegate(self._both, self._side(place), entity_id)

    def _ask_absence(self, place: int, entity_id: str) -> None:
        if self._both is not None:
            self._choose_nothing()
            self.panel.ask_absence(self._side(place), entity_id)

    def _import(self, place: int) -> None:
        if self._both is not None:
            self.imports[place].choose(self._both, self._side(place).side)

    def _paste(self, place: int) -> None:
        if self._both is not None:
            self.imports[place].paste(self._both, self._side(place).side)

    def _show_seating(self) -> None:
        # Imported here: the table is looked at when the lists are complete.
        from dialogue_prep.gui.boxes.seating_box import SeatingBox

        SeatingBox(self._context, self._context.choices.round_id, self.window()).open()

    def _choose_nothing(self) -> None:
        self._chosen = ""
        for column in (self.ours, self.theirs):
            column.list.choose_nothing()

    def _absence_instead(self, entity_id: str) -> None:
        places = [place for place in (0, 1) if any(line.id == entity_id for line in self._side(place).entities)]
        if places:
            self._ask_absence(places[0], entity_id)

    def _leave_form(self) -> None:
        self.panel.show_nothing()
        self.ours.list.setFocus()

    def _add(self) -> None:
        form, language = self.panel.new_delegate, self.panel.language.language
        round_id, requests = self._round_id(), self._delegations
        coming = form.coming(round_id, language)

        def added(delegate: object) -> None:
            self._taken(getattr(delegate, "id", ""))

        self._context.jobs.run(lambda: requests.add(coming), added, at_field(self._context, form.refuse), by=form)

    def _excuse(self) -> None:
        form, requests = self.panel.new_absence, self._delegations
        round_id, entity_id = self._round_id(), form.entity.thing()
        if entity_id is None:
            form.refuse("entity_id", _("Every entity has a delegate or a recorded absence."))
            return
        reason = form.words(self.panel.language.language)
        self._context.jobs.run(
            lambda: requests.excuse(round_id, entity_id, reason),
            lambda _absence: self._taken(entity_id),
            at_field(self._context, form.refuse),
            by=form,
        )

    def _taken(self, id_: str) -> None:
        """Show what was just added as soon as it is read."""
        self._wanted = id_
        self._following.read_again()

    def _move(self, id_: str, place: int) -> None:
        line, requests = self._both.delegate(id_) if self._both else None, self._delegations
        if line is not None:
            self._context.jobs.run(lambda: requests.move(line.delegate, place))

    def _remove(self, id_: str) -> None:
        line, requests = self._both.delegate(id_) if self._both else None, self._delegations
        if line is not None:
            self._context.jobs.run(lambda: requests.remove(line.delegate))

    def _present_again(self, entity_id: str) -> None:
        entity = self._both.entity(entity_id) if self._both else None
        records = Records(self._context.workspace)
        if entity is not None and entity.absence is not None:
            absence = entity.absence
            self._wanted = entity_id
            self._context.jobs.run(lambda: records.remove(absence, label="Take an absence back"))

    def _confirm(self, place: int) -> None:
        chair, posts = self._side(place).chair, Posts(self._context.workspace)
        if chair is not None and chair.tenure is not None:
            tenure = chair.tenure
            self._context.jobs.run(lambda: posts.confirm(tenure))

    def _replace(self, place: int) -> None:
        side, context, both = self._side(place), self._context, self._both
        if side.chair is None or both is None:
            return
        post = side.chair.post
        people = [p.name.read(context.language, "en") for p in both.dossier.people if p.side_id == side.side.id]
        context.jobs.run(
            context.workspace.today, lambda today: HolderBox(context, post, people, today, self.window()).open()
        )
