"""Who hosts when: the rounds held, agreed and to come, and what can be done with the one that is chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QPushButton,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from dialogue_prep.domain.course import host_by_alternation
from dialogue_prep.domain.dialogue import Side
from dialogue_prep.domain.hosting import Turn
from dialogue_prep.gui.context import Context
from dialogue_prep.gui.following import Following
from dialogue_prep.gui.kit.card_grid import CardGrid, Placed
from dialogue_prep.gui.kit.cards import Card, row
from dialogue_prep.gui.kit.cell_delegates import WrappedDelegate
from dialogue_prep.gui.kit.chip_delegate import TONE_ROLE, ChipDelegate
from dialogue_prep.gui.kit.labels import Size, plain_hint, sized
from dialogue_prep.gui.kit.row_heights import RowHeights
from dialogue_prep.gui.kit.table_model import Column, Role, TableModel
from dialogue_prep.gui.pages.hosting_lines import HostingShown, TurnRow, hosting_shown
from dialogue_prep.gui.pages.page import Page
from dialogue_prep.gui.pages.round_panel import YEARS_AHEAD, RoundPanel
from dialogue_prep.gui.pictures.strip_view import HostingStripView
from dialogue_prep.gui.words import _

_PANEL_WIDTH, _PANEL_HEIGHT, _TABLE_HEIGHT = 336, 480, 200
_STATUS, _REASON = 4, 5


@dataclass(frozen=True, slots=True)
class HostingRead:
    """What was read: the schedule, the two sides, ours first, and the day that it is."""

    turns: tuple[Turn, ...]
    sides: tuple[Side, ...]
    today: date


class HostingPage(Page):
    """Shows the schedule of the dialogue that is looked at and sends what the user decides."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._read_last: HostingRead | None = None
        self._shown: HostingShown | None = None
        self._wanted = ""
        self._earlier: int | None = None
        self.strip = HostingStripView()
        self.strip.setFont(sized(self.strip.font(), Size.ROOMY))
        self.table, self.model = self._make_table()
        self.enter = QPushButton()
        self.panel = RoundPanel(context)
        self._stack = QStackedWidget()
        self._whole = self._filled()
        for widget in (QWidget(), self._whole):  # nothing is seen before it was read
            self._stack.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self.table.selectionModel().currentRowChanged.connect(self._when_chosen)
        self.table.clicked.connect(self._when_chosen)
        self.enter.clicked.connect(self._when_enter)
        self._following = Following(self, context, self._read, self._show)

    def choose_record(self, id_: str) -> None:
        """Choose a round, now or once it is there."""
        self._wanted = id_
        for place, shown in enumerate(self.model.rows()):
            if shown.id == id_:
                self._wanted = ""
                self.table.selectRow(place)
                self.table.scrollTo(self.model.index(place, 0))

    def record_id(self) -> str:
        chosen = self._chosen()
        return chosen.turn.round.id if chosen and chosen.turn.round else ""

    def _make_table(self) -> tuple[QTableView, TableModel[TurnRow]]:
        columns: list[Column[TurnRow]] = [
            Column(_("Round"), lambda shown: shown.number),
            Column(_("When"), lambda shown: shown.when),
            Column(_("Host"), lambda shown: shown.host),
            Column(_("Place"), lambda shown: shown.place),
            Column(_("Status"), lambda shown: shown.status, {TONE_ROLE: lambda shown: shown.tone}),
            Column(_("Reason"), lambda shown: shown.reason, {Role.ToolTipRole: lambda shown: plain_hint(shown.reason)}),
        ]
        table = QTableView()
        model = TableModel(columns, table)
        table.setModel(model)
        table.setAccessibleName(_("Rounds"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setShowGrid(False)
        table.setWordWrap(True)
        table.setTabKeyNavigation(False)
        table.setMinimumHeight(_TABLE_HEIGHT)
        table.verticalHeader().hide()
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        heads = table.horizontalHeader()
        heads.setHighlightSections(False)
        heads.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        heads.setSectionResizeMode(_REASON, QHeaderView.ResizeMode.Stretch)
        table.setItemDelegateForColumn(_STATUS, ChipDelegate(table))
        table.setItemDelegateForColumn(_REASON, WrappedDelegate(table))
        RowHeights(table)
        return table, model

    def _filled(self) -> QWidget:
        self.panel.setMinimumWidth(_PANEL_WIDTH)
        self.panel.setMinimumHeight(_PANEL_HEIGHT)
        rounds = Card(_("Who hosts when"))
        rounds.body.addWidget(self.strip)
        rounds.body.addWidget(self.table, 1)
        rounds.body.addLayout(row(self.enter, None))
        return CardGrid(_("Hosting"), (Placed(rounds, 0, 0), Placed(self.panel, 0, 1)), shares=(2, 1))

    def _read(self) -> Callable[[], HostingRead | None]:
        context, dialogue_id = self._context, self._context.choices.dialogue_id

        def read() -> HostingRead | None:
            if not dialogue_id:
                return None
            sides = sorted(context.dialogues.sides(dialogue_id), key=lambda side: not side.home)
            turns = context.rounds.schedule(dialogue_id, YEARS_AHEAD)
            return HostingRead(turns, tuple(sides), context.workspace.today())

        return read

    def _show(self, read: HostingRead | None) -> None:
        self._read_last = read
        if read is None:
            return
        looked_at = self._context.choices.round
        ordinal = looked_at.ordinal if looked_at else None
        self._shown = shown = hosting_shown(read.turns, read.sides, read.today, self._context.language, ordinal)
        self.strip.show_strip(shown.strip)
        self.model.show_rows(shown.rows)
        self.enter.setVisible(bool(shown.missing))
        if shown.missing:
            self.enter.setText(_("Enter round {number} …").format(number=shown.missing[-1]))
        if self._earlier not in shown.missing:
            self._earlier = None
        if self._wanted:
            self.choose_record(self._wanted)
        if not self.table.currentIndex().isValid():
            self.choose_record(shown.next_id)
        self._stack.setCurrentWidget(self._whole)
        self._show_panel()
        self.shown.emit()

    def _chosen(self) -> TurnRow | None:
        index = self.table.currentIndex()
        return self.model.row_at(index) if index.isValid() else None

    def _when_chosen(self, *_indices: object) -> None:
        self._earlier = None
        self._show_panel()

    def _when_enter(self) -> None:
        if self._shown is not None and self._shown.missing:
            self._earlier = self._shown.missing[-1]
            self._show_panel()
            self.panel.earlier.fields.host.setFocus()

    def _show_panel(self) -> None:
        read, shown, chosen = self._read_last, self._shown, self._chosen()
        if read is None or shown is None:
            return
        if self._earlier is None:
            is_next = chosen is not None and chosen.id == shown.next_id
            self.panel.show_row(chosen, read.sides, read.turns, is_next=is_next)
            return
        rounds = [turn.round for turn in read.turns if turn.round]
        host = host_by_alternation(_in_position(read.sides), rounds, self._earlier)
        self.panel.enter_earlier(self._earlier, host, read.sides, read.turns)


def _in_position(sides: Sequence[Side]) -> list[Side]:
    return sorted(sides, key=lambda side: side.position)
