"""The agenda of a round: its items in order, the day to scale, and the item that is chosen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from dialogue_prep.domain.agenda import Agenda, AgendaItem, AgendaState
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.identity import Identified
from dialogue_prep.domain.planning import UsualItem
from dialogue_prep.domain.readiness import Mending
from dialogue_prep.domain.round import Round
from dialogue_prep.gui.context import Context
from dialogue_prep.gui.following import Following
from dialogue_prep.gui.icons import Icon
from dialogue_prep.gui.kit.card_grid import CardGrid, Placed
from dialogue_prep.gui.kit.cards import Card
from dialogue_prep.gui.kit.menu_acts import MenuAct
from dialogue_prep.gui.kit.record_form import FieldKind, FieldShape, RecordForm, read_number
from dialogue_prep.gui.kit.refusals import at_field
from dialogue_prep.gui.pages.agenda_card import AgendaCard
from dialogue_prep.gui.pages.agenda_lines import ItemRow, NewItem, agenda_shown
from dialogue_prep.gui.pages.empty import EmptyState
from dialogue_prep.gui.pages.item_panel import ItemPanel
from dialogue_prep.gui.pages.page import Page
from dialogue_prep.gui.pictures.day_view import DayView
from dialogue_prep.gui.words import _
from dialogue_prep.services.agenda_versions import AgendaVersions
from dialogue_prep.services.agendas import Agendas, usual_items
from dialogue_prep.services.records import Records

_DAY_WIDTH, _PANEL_WIDTH, _PANEL_HEIGHT, _WIDE = 168, 320, 480, 940


@dataclass(frozen=True, slots=True)
class AgendaRead:
    """What was read: the dossier of the round, and the items that agendas usually have."""

    dossier: Dossier
    usual: tuple[UsualItem, ...]


class AgendaPage(Page):
    """Shows the agenda of the round that is looked at and sends what the user changes in it."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._agendas, self._records = Agendas(context.workspace), Records(context.workspace)
        self._versions = AgendaVersions(context.workspace)
        self._read_last: AgendaRead | None = None
        self._wanted = ""
        self.card = AgendaCard(context.language)
        self.day = DayView()
        self.hours = RecordForm(context.jobs, context.workspace.new_id, self._keep_hours)
        self.panel = ItemPanel(context)
        self.no_round = EmptyState(Icon.AGENDA, _("No round is planned yet"), _("Plan the next round"))
        self.no_agenda = EmptyState(Icon.AGENDA, _("This round has no agenda"), _("Lay out an agenda"))
        self._stack = QStackedWidget()
        self._whole = self._filled()
        for widget in (QWidget(), self._whole, self.no_round, self.no_agenda):  # nothing is seen before it was read
            self._stack.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self._connect()
        self._following = Following(self, context, self._read, self._show)

    def choose_record(self, id_: str) -> None:
        """Choose an item, now or once it is there."""
        self._wanted = "" if self.card.table.choose(id_) else id_

    def mended_at(self, mending: Mending) -> QWidget | None:
        if self._read_last is None or self._wanted:
            return None
        if self._stack.currentWidget() is self.no_agenda:
            return self.no_agenda.step
        ours, theirs = self.panel.leads
        points = self.panel.points.text
        places = {Mending.OUR_LEADS: ours, Mending.THEIR_LEADS: theirs, Mending.POINTS: points}
        return places.get(mending, self.card.table)

    def record_id(self) -> str:
        return self.card.table.chosen_id()

    def acts_on(self, view: QAbstractItemView) -> tuple[MenuAct, ...]:
        return self.card.acts_on(view)

    def _filled(self) -> QWidget:
        day = Card(_("The day"))
        day.setMinimumWidth(_DAY_WIDTH)
        day.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)  # as wide as the names in it need
        day.body.addWidget(self.hours)
        day.body.addWidget(self.day, 1)
        self.panel.setMinimumWidth(_PANEL_WIDTH)
        self.panel.setMinimumHeight(_PANEL_HEIGHT)
        beside = QWidget()
        across = QHBoxLayout(beside)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(16)
        across.addWidget(day)
        across.addWidget(self.panel, 1)
        return CardGrid(_("Agenda"), (Placed(self.card, 0, 0), Placed(beside, 0, 1)), wide=_WIDE)

    def _connect(self) -> None:
        table = self.card.table
        table.chosen.connect(self._when_chosen)
        table.moved.connect(self._when_moved)
        table.titled.connect(self._when_titled)
        table.timed.connect(self._when_timed)
        self.card.park_wanted.connect(self._when_parked)
        self.card.remove_wanted.connect(self._when_removed)
        self.card.back_wanted.connect(self._when_taken_back)
        self.card.sorted_wanted.connect(self._when_lot_sorted)
        self.card.dropped_in_lot.connect(self._when_dropped_in_lot)
        menu = self.card.versions
        menu.state_wanted.connect(self._when_state_wanted)
        menu.version_wanted.connect(self._when_version_wanted)
        menu.compare_wanted.connect(self._compare_versions)
        menu.duplicate_wanted.connect(self._when_duplicate_wanted)
        self.card.add_wanted.connect(self._when_added)
        self.card.language.chosen.connect(lambda _language: self._fill())
        self.day.chosen.connect(self.choose_record)
        self.panel.history_asked.connect(self.history_asked)
        self.no_round.chosen.connect(self._context.plan_next)
        self.no_agenda.chosen.connect(self._when_lay_out)

    def _read(self) -> Callable[[], AgendaRead | None]:
        context, round_id = self._context, self._context.choices.round_id

        def read() -> AgendaRead | None:
            if not round_id:
                return None
            dossier = context.dossiers.of(round_id)
            return AgendaRead(dossier, usual_items(dossier) if dossier.agenda else ())

        return read

    def _show(self, read: AgendaRead | None) -> None:
        self._read_last = read
        self._fill()
        self.shown.emit()

    def _fill(self) -> None:
        read, language, words_in = self._read_last, self._context.language, self.card.language.language
        shown = agenda_shown(read.dossier, language, words_in) if read else None
        if read is None or shown is None:
            self.panel.flush()
            self._stack.setCurrentWidget(self.no_round if read is None else self.no_agenda)
            return
        self.card.show_agenda(shown, read.dossier, read.usual, language)
        self.hours.show_record(shown.agenda, _hours_shapes(), words_in)
        self.day.show_plan(shown.day)
        self._stack.setCurrentWidget(self._whole)
        if self._wanted:
            self.choose_record(self._wanted)
        if not self.card.table.chosen_id() and shown.rows:
            self.card.table.choose(next((row for row in shown.rows if row.item.topic_id), shown.rows[0]).id)
        self._when_chosen(self.card.table.chosen_id())

    def _when_chosen(self, id_: str) -> None:
        read = self._read_last
        if read is None:
            return
        item = next((item for item in read.dossier.items if item.id == id_), None)
        self.day.choose(id_)
        self.panel.show_item(read.dossier, item, self.card.language.language)

    def _do(self, request: Callable[[], object], then: Callable[[Any], None] | None = None) -> None:
        """Send a request; what is refused is said below the table."""
        self.card.refuse("")
        self._context.jobs.run(request, then, at_field(self._context, lambda _field, said: self.card.refuse(said)))

    def _item(self, id_: str) -> AgendaItem:
        assert self._read_last is not None
        return next(item for item in self._read_last.dossier.items if item.id == id_)

    def _when_moved(self, id_: str, place: int) -> None:
        item = self._item(id_)
        self._do(lambda: self._agendas.move(item, place))

    def _when_titled(self, row: ItemRow, words: str) -> None:
        language = self.card.language.language

        def retitled(kept: AgendaItem) -> AgendaItem:
            return replace(kept, title=kept.title.reworded(language, words))

        self._do(lambda: self._records.edit(row.item, retitled, label="Change an agenda item"))

    def _when_timed(self, row: ItemRow, words: str) -> None:
        def timed(kept: AgendaItem) -> AgendaItem:
            return replace(kept, minutes=read_number(words))

        self._do(lambda: self._records.edit(row.item, timed, label="Change the minutes of an agenda item"))

    def _when_added(self, new: NewItem) -> None:
        row = self.card.table.chosen_row()
        agenda_id, rows = self._agenda().id, self.card.table.rows()
        after = (row or rows[-1]).item if rows else None
        self._do(
            lambda: self._agendas.add(agenda_id, new.kind, new.title, new.minutes, after=after, topic_id=new.topic_id),
            lambda added: self.choose_record(added.id),
        )

    def _when_parked(self) -> None:
        if (row := self._leaving()) is not None:
            self._do(lambda: self._agendas.park([row.item]))

    def _when_removed(self) -> None:
        if (row := self._leaving()) is not None:
            self._do(lambda: self._records.remove(row.item, label="Remove an agenda item"))

    def _leaving(self) -> ItemRow | None:
        """Return the current row, which is to go; the one after it will be the current one."""
        table = self.card.table
        row, rows = table.chosen_row(), table.rows()
        if row is not None:
            self.panel.flush()
            place = rows.index(row)
            others = (*rows[place + 1 : place + 2], *rows[max(place - 1, 0) : place])
            self._wanted = others[0].id if others else ""
        return row

    def _when_taken_back(self, id_: str, place: int) -> None:
        item, rows, row = self._item(id_), self.card.table.rows(), self.card.table.chosen_row()
        if place < 0:
            place = rows.index(row) + 1 if row in rows else len(rows)
        self._do(lambda: self._agendas.move(item, place), lambda _none: self.choose_record(id_))

    def _when_lot_sorted(self, id_: str, place: int) -> None:
        item = self._item(id_)
        self._do(lambda: self._agendas.move(item, place, parked=True))

    def _when_dropped_in_lot(self, id_: str) -> None:
        item = self._item(id_)
        self.panel.flush()
        self._do(lambda: self._agendas.park([item]))

    def _agenda(self) -> Agenda:
        assert self._read_last is not None
        assert self._read_last.dossier.agenda is not None
        return self._read_last.dossier.agenda

    def _when_state_wanted(self, state: AgendaState) -> None:
        agenda = self._agenda()
        self._do(lambda: self._versions.step(agenda, state))

    def _when_version_wanted(self) -> None:
        agenda = self._agenda()
        self.panel.flush()
        self._do(lambda: self._versions.begin(agenda))

    def _when_duplicate_wanted(self) -> None:
        round_id = self._context.choices.round_id
        self.panel.flush()
        self._do(lambda: self._versions.duplicate(round_id), self._show_duplicate)

    def _show_duplicate(self, round_: Round) -> None:
        self.said.emit(_("Round {number} has this agenda now.").format(number=round_.ordinal))
        self._context.look_again(round_id=round_.id)

    def _compare_versions(self) -> None:
        # Imported here: an agenda has more than one version only late.
        from dialogue_prep.gui.boxes.agenda_versions_box import AgendaVersionsBox

        AgendaVersionsBox(self._context, self._agenda().round_id, self.window()).open()

    def _when_lay_out(self) -> None:
        rounds, round_id = self._context.rounds, self._context.choices.round_id
        self._do(lambda: rounds.lay_out(round_id))

    def _keep_hours(self, record: Identified, change: Callable[[Any], Any], visit: str) -> object:
        return self._records.edit(record, change, label="Change the hours of the agenda", visit=visit)


def _hours_shapes() -> tuple[FieldShape, ...]:
    return (
        FieldShape(name="begins", label=_("Begins at"), kind=FieldKind.HOUR),
        FieldShape(name="minutes_available", label=_("Minutes there are"), kind=FieldKind.NUMBER),
    )
