"""The card with the items of an agenda, what can be done with them, and the parking lot below."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QPushButton, QVBoxLayout, QWidget

from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.planning import UsualItem
from dialogue_prep.gui.colours import Tone
from dialogue_prep.gui.kit.cards import Card, held, row, rule
from dialogue_prep.gui.kit.labels import OptionalLabel, PlainLabel, Size, plain_action, plain_hint
from dialogue_prep.gui.kit.language_picker import LanguagePicker
from dialogue_prep.gui.kit.menu_acts import MenuAct
from dialogue_prep.gui.kit.menu_button import MenuButton
from dialogue_prep.gui.kit.ordered_table import OrderedTable
from dialogue_prep.gui.kit.table_model import Column, TableModel
from dialogue_prep.gui.pages.agenda_lines import AgendaShown, ItemRow, NewItem, new_items
from dialogue_prep.gui.pages.agenda_table import AgendaTable
from dialogue_prep.gui.pages.agenda_version_menu import AgendaVersionMenu
from dialogue_prep.gui.words import _, count

_PARKED_LINES, _TABLE_HEIGHT = 3, 240


class AgendaCard(Card):
    """Shows an agenda. The signals carry what the user wants done: with the current item, or with a new one.

    `add_wanted` carries a NewItem; `back_wanted` the identifier of a parked item and its new place among the others, -1
    for behind the current one; `sorted_wanted` the same among those that are parked; `dropped_in_lot` the identifier of
    an item that was dragged there.
    """

    add_wanted = Signal(object)
    park_wanted = Signal()
    remove_wanted = Signal()
    back_wanted = Signal(str, int)
    sorted_wanted = Signal(str, int)
    dropped_in_lot = Signal(str)

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        self.versions = AgendaVersionMenu()
        self.language = LanguagePicker(language)
        super().__init__(_("Agenda"), aside=held(row(self.versions, self.language)), parent=parent)
        self.hours = PlainLabel(size=Size.SMALL, tone=Tone.MUTED, wrap=True)
        self._settled = OptionalLabel(size=Size.SMALL, tone=Tone.WARN, wrap=True)
        self._days = OptionalLabel(size=Size.SMALL, tone=Tone.WARN, wrap=True)
        self.table = AgendaTable()
        self.table.setMinimumHeight(_TABLE_HEIGHT)
        self._problem = OptionalLabel(size=Size.SMALL, tone=Tone.BAD, wrap=True)
        self.add = MenuButton(_("Add item"))
        self.park = _button(_("Park"), _("Keep the item for later (Ctrl+Shift+K)"))
        self.remove = _button(_("Remove"), _("Remove the item (Del)"))
        self.total = PlainLabel(size=Size.STRONG)
        self._parking = PlainLabel(size=Size.HEADING)
        self._nothing_parked = PlainLabel(_("Nothing is parked."), size=Size.SMALL, tone=Tone.MUTED)
        self.parked, self.parked_rows = self._make_parked()
        self.take_back = _button(_("Take back"), _("Put the item back behind the one that is chosen (Enter)"))
        self._lay_out()
        self.park.clicked.connect(self.park_wanted)
        self.remove.clicked.connect(self.remove_wanted)
        self.table.park_wanted.connect(self.park_wanted)
        self.table.remove_wanted.connect(self.remove_wanted)
        self.table.chosen.connect(lambda _id: self._allow())
        self.take_back.clicked.connect(self._when_back)
        self.parked.activated.connect(lambda _index: self._when_back())
        self.parked.moved.connect(self.sorted_wanted)
        self.parked.carried.connect(self._when_carried_back)
        self.table.carried.connect(lambda id_, _point: self.dropped_in_lot.emit(id_))

    def show_agenda(self, shown: AgendaShown, dossier: Dossier, usual: Sequence[UsualItem], language: str) -> None:
        """Show an agenda; `usual` are the items that can be added beside the topics of the dossier."""
        self.versions.show_agenda(shown.agenda, dossier)
        self._settled.say(shown.settled)
        self.language.show_records(dossier.items)
        self.hours.say(shown.hours)
        self._days.say(shown.days)
        self.table.show_rows(shown.rows)
        self.total.say(shown.total, Tone.BAD if shown.over else Tone.MUTED)
        number = len(shown.parked)
        self._parking.say(count("Parking lot ({number})", "Parking lot ({number})", number))
        self._nothing_parked.setVisible(not number)
        self.parked.setVisible(bool(number))
        self.take_back.setVisible(bool(number))
        self.parked_rows.show_rows(shown.parked)
        lines = min(number, _PARKED_LINES)
        self.parked.setFixedHeight(
            lines * self.parked.verticalHeader().defaultSectionSize() + 2 * self.parked.frameWidth() + 12
        )
        if number and not self.parked.currentIndex().isValid():
            self.parked.selectRow(0)
        self._offer(new_items(dossier, usual, language), language)
        self._allow()

    def refuse(self, sentence: str) -> None:
        """Say what was refused in the table; an empty sentence says that nothing is."""
        self._problem.say(sentence)

    def about_days(self) -> str:
        """Return what is said of days of agenda and round that differ, empty where they do not."""
        return self._days.text()

    def problem(self) -> str:
        """Return what was refused, empty where nothing was."""
        return self._problem.text()

    def acts_on(self, view: QAbstractItemView) -> tuple[MenuAct, ...]:
        """Return what can be done with the item that the user is at in the parking lot; the table has its own."""
        return (MenuAct(_("Take back"), self._when_back),) if view is self.parked else ()

    def _make_parked(self) -> tuple[OrderedTable[ItemRow], TableModel[ItemRow]]:
        model: TableModel[ItemRow] = TableModel(
            [
                Column(_("Item"), lambda parked: parked.title),
                Column(_("Min"), lambda parked: parked.minutes),
            ],
            self,
        )
        table: OrderedTable[ItemRow] = OrderedTable(_("Parking lot"), model)
        table.verticalHeader().setDefaultSectionSize(table.fontMetrics().height() + 12)
        heads = table.horizontalHeader()
        heads.hide()
        heads.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        heads.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        return table, model

    def _lay_out(self) -> None:
        self.body.addWidget(self.hours)
        self.body.addWidget(self._days)
        self.body.addWidget(self._settled)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self._problem)
        self.body.addLayout(row(self.add, self.park, self.remove, None, self.total))
        self.body.addWidget(rule())
        lot = QWidget()
        below = QVBoxLayout(lot)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(8)
        below.addLayout(row(self._parking, None, self._nothing_parked, self.take_back))
        below.addWidget(self.parked)
        self.body.addWidget(lot)
        self.table.lead_into(lot)
        self.parked.lead_into(self.table.viewport())

    def _offer(self, new: Sequence[NewItem], language: str) -> None:
        menu = self.add.menu()
        menu.clear()
        topics = QMenu(plain_action(_("Topic")), menu)
        for one in new:
            action = (topics if one.topic_id else menu).addAction(plain_action(one.name(language)))
            action.triggered.connect(partial(self._when_add, one))
        if topics.actions():
            menu.insertMenu(menu.actions()[0], topics)
        else:
            topics.deleteLater()

    def _when_add(self, new: NewItem, _checked: bool = False) -> None:
        self.add_wanted.emit(new)

    def _when_back(self) -> None:
        index = self.parked.currentIndex()
        if index.isValid():
            self.back_wanted.emit(self.parked_rows.row_at(index).id, -1)

    def _when_carried_back(self, id_: str, point: QPoint) -> None:
        place = self.table.rowAt(point.y())
        self.back_wanted.emit(id_, place if place >= 0 else len(self.table.rows()))

    def _allow(self) -> None:
        chosen = self.table.chosen_row() is not None
        self.park.setEnabled(chosen)
        self.remove.setEnabled(chosen)


def _button(words: str, hint: str) -> QPushButton:
    button = QPushButton(words)
    button.setToolTip(plain_hint(hint))
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button
