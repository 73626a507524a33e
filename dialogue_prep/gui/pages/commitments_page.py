"""The commitments of the dialogue: all of them in a table that is searched as one types, and one in detail."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QHeaderView,
    QMenu,
    QPushButton,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.identity import TopicId
from dialogue_prep.domain.readiness import Place
from dialogue_prep.gui.colours import Tone
from dialogue_prep.gui.context import Context
from dialogue_prep.gui.following import Following
from dialogue_prep.gui.kit.cards import Card
from dialogue_prep.gui.kit.chip_delegate import TONE_ROLE, ChipDelegate
from dialogue_prep.gui.kit.choice_box import ChoiceBox
from dialogue_prep.gui.kit.filtered_model import SortedColumn
from dialogue_prep.gui.kit.filtered_table import FilteredTable
from dialogue_prep.gui.kit.labels import PlainLabel, Size, plain_action, plain_hint
from dialogue_prep.gui.kit.note_delegate import NOTE_ROLE, NoteDelegate
from dialogue_prep.gui.kit.saved_fields import Field
from dialogue_prep.gui.kit.segments import Segments
from dialogue_prep.gui.kit.table_model import Role
from dialogue_prep.gui.pages.commitment_detail import CommitmentDetail
from dialogue_prep.gui.pages.commitment_filters import CommitmentFilters, FilterChoices, filter_choices
from dialogue_prep.gui.pages.commitment_lines import commitment_shown
from dialogue_prep.gui.pages.commitments_lines import CommitmentFilter, CommitmentRow, commitment_rows
from dialogue_prep.gui.pages.empty import EmptyState
from dialogue_prep.gui.pages.page import Page
from dialogue_prep.gui.pages.review_lines import topic_title
from dialogue_prep.gui.pages.silence_view import SilenceView
from dialogue_prep.gui.terms import commitment_state_tone
from dialogue_prep.gui.words import _, count
from dialogue_prep.services.commitments import Commitments

_CODE, _ACTION, _TOPIC, _STATUS, _ROUND = range(5)


@dataclass(frozen=True, slots=True)
class CommitmentsRead:
    """What was read: the dossier, its commitments as rows, what filters can name."""

    dossier: Dossier
    rows: tuple[CommitmentRow, ...]
    choices: FilterChoices


class CommitmentsPage(Page):
    """A table with filters above it; beside it the commitment that is selected, or what can be done with several."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._commitments = Commitments(context.workspace)
        self._dossier: Dossier | None = None
        self._wanted = ""
        self.filters = CommitmentFilters()
        self.table: FilteredTable[CommitmentRow] = FilteredTable(_("Commitments"), commitment_columns())
        self.nothing = PlainLabel(_("No commitment passes these filters."), tone=Tone.MUTED, wrap=True)
        self.detail = CommitmentDetail(context)
        self.views = Segments((_("Table"), _("Silence matrix")))
        self.silence = SilenceView(context)
        self.several = PlainLabel(size=Size.LARGE, wrap=True)
        self.topic = ChoiceBox()
        self.put_under = QPushButton(_("Put under this topic"))
        self.put_under.setProperty("main", "true")
        self.empty = EmptyState(_("No commitments yet: they come with the record of a round"), _("Go to the sources"))
        self._beside = QStackedWidget()
        self._stack = QStackedWidget()
        self._view = QStackedWidget()
        self._lay_out()
        self._connect()
        self._following = Following(self, context, self._read, self._show)

    def choose_record(self, id_: str) -> None:
        """Select a commitment; with none, show those of which nothing was heard since the last round."""
        self._wanted = id_
        self.views.pick(0)
        if not id_:
            self.filters.want(CommitmentFilter(quiet=True))
        elif not self._choose_wanted():
            self._following.read_again()

    def record_id(self) -> str:
        chosen = self.table.chosen()
        return chosen[0].id if len(chosen) == 1 else ""

    def put_chosen_under(self, topic_id: str) -> None:
        """Put all commitments that are selected under a topic, or under none, as one step."""
        chosen = [row.commitment for row in self.table.chosen()]
        topic = TopicId(topic_id) if topic_id else None
        if chosen:
            self._context.jobs.run(lambda: self._commitments.put_under(chosen, topic))

    def _lay_out(self) -> None:
        table = self.table
        table.setItemDelegateForColumn(_ACTION, NoteDelegate(table, lines=2))
        table.setItemDelegateForColumn(_TOPIC, NoteDelegate(table, lines=3, size=Size.BODY))
        table.setItemDelegateForColumn(_STATUS, ChipDelegate(table))
        line = table.fontMetrics().height()
        table.verticalHeader().setDefaultSectionSize(3 * line + 16)
        heads, wide = table.horizontalHeader(), table.fontMetrics().averageCharWidth()
        for column, letters in ((_CODE, 9), (_TOPIC, 20), (_STATUS, 16), (_ROUND, 7)):
            heads.resizeSection(column, letters * wide + 16)
        heads.setSectionResizeMode(_ACTION, QHeaderView.ResizeMode.Stretch)
        agreed = Card()
        agreed.body.addWidget(self.filters)
        agreed.body.addWidget(self.nothing)
        agreed.body.addWidget(table, 1)
        for widget in (self.detail, self._several()):
            self._beside.addWidget(widget)
        split = QSplitter()
        split.setHandleWidth(16)
        split.setChildrenCollapsible(False)
        split.addWidget(agreed)
        split.addWidget(self._beside)
        split.setSizes([672, 360])
        split.setStretchFactor(0, 1)
        held = QWidget()
        inner = QVBoxLayout(held)
        inner.setContentsMargins(24, 8, 24, 16)
        inner.addWidget(self.views)
        inner.addWidget(self._view, 1)
        for widget in (split, self.silence):
            self._view.addWidget(widget)
        self._stack.addWidget(held)
        self._stack.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)

    def _several(self) -> QWidget:
        card = Card()
        card.body.addWidget(self.several)
        card.body.addWidget(Field(_("Topic"), self.topic))
        card.body.addWidget(self.put_under, 0, Qt.AlignmentFlag.AlignLeft)
        card.body.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(card)
        scroll.setAccessibleName(_("Several commitments"))
        return scroll

    def _connect(self) -> None:
        find = QAction(_("Search in commitments"), self)
        find.setShortcut(QKeySequence(QKeySequence.StandardKey.Find))
        find.triggered.connect(self.filters.begin_search)
        self.addAction(find)
        self.filters.changed.connect(self._filter)
        self.filters.search.returnPressed.connect(self.table.setFocus)
        self.table.selected.connect(self._show_chosen)
        self.table.activated.connect(lambda _index: self.detail.topic.setFocus())
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._show_menu)
        self.detail.source_asked.connect(lambda id_: self.place_asked.emit(Place.SOURCES, id_))
        self.detail.history_asked.connect(self.history_asked)
        self.detail.commitment_asked.connect(self.choose_record)
        self.views.picked.connect(self._view.setCurrentIndex)
        self.silence.place_asked.connect(lambda id_: self.place_asked.emit(Place.SOURCES, id_))
        self.put_under.clicked.connect(lambda: self.put_chosen_under(self.topic.thing() or ""))
        self.empty.chosen.connect(lambda: self.place_asked.emit(Place.SOURCES, ""))

    def _read(self) -> Callable[[], CommitmentsRead | None]:
        context, rounds = self._context, self._context.choices.rounds
        round_id = context.choices.round_id or (rounds[-1].id if rounds else "")

        def read() -> CommitmentsRead | None:
            if not round_id:
                return None
            dossier, language = context.dossiers.of(round_id), context.language
            return CommitmentsRead(dossier, commitment_rows(dossier, language), filter_choices(dossier, language))

        return read

    def _show(self, read: CommitmentsRead | None) -> None:
        there = read is not None and bool(read.rows)
        self._stack.setCurrentIndex(0 if there else 1)
        if read is not None:
            self.silence.show_dossier(read.dossier)
        if read is not None and there:
            self._dossier = read.dossier
            self.filters.offer(read.choices)
            self.table.rows.show_rows(read.rows)
            self.topic.offer([("", _("no topic")), *read.choices.topics])
            self._say_number()
            if not self._choose_wanted() and not self.table.chosen():
                self.table.selectRow(0)
            self._show_chosen()
        self.shown.emit()

    def _choose_wanted(self) -> bool:
        """Select the commitment that is wanted, whatever the filters let pass; say whether it is there."""
        if not any(row.id == self._wanted for row in self.table.rows.all_rows()):
            return False
        if not self.table.choose(self._wanted):
            self.filters.want(CommitmentFilter())
            self.table.choose(self._wanted)
        self._wanted = ""
        self.table.setFocus()
        return True

    def _filter(self) -> None:
        self.table.rows.filter_rows(self.filters.wanted.passes)
        self._say_number()
        if not self.table.chosen():
            self.table.selectRow(0)

    def _say_number(self) -> None:
        shown, all_ = self.table.rows.rowCount(), len(self.table.rows.all_rows())
        self.filters.say_number(shown, all_)
        self.nothing.setVisible(shown == 0)

    def _show_chosen(self) -> None:
        chosen, dossier = self.table.chosen(), self._dossier
        self._beside.setVisible(bool(chosen))
        self._beside.setCurrentIndex(1 if len(chosen) > 1 else 0)
        if len(chosen) > 1:
            self.several.say(count("{number} commitment selected", "{number} commitments selected", len(chosen)))
        elif chosen and dossier is not None:
            shown = commitment_shown(dossier, chosen[0].commitment, self._context.language)
            self.detail.show_commitment(dossier, shown)

    def _show_menu(self, at: QPoint) -> None:
        chosen, dossier = self.table.chosen(), self._dossier
        if not chosen or dossier is None:
            return
        menu = QMenu(self.table)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        under = menu.addMenu(_("Put under topic"))
        for topic_id, words in [(topic.id, topic_title(topic, self._context.language)) for topic in dossier.topics]:
            under.addAction(plain_action(words)).triggered.connect(
                lambda _on=False, id_=topic_id: self.put_chosen_under(id_)
            )
        under.addAction(_("no topic")).triggered.connect(lambda _on=False: self.put_chosen_under(""))
        one = chosen[0].id if len(chosen) == 1 else ""
        source = menu.addAction(_("Open its source"))
        source.triggered.connect(lambda _on=False: self.place_asked.emit(Place.SOURCES, one))
        history = menu.addAction(_("History …") + "\tCtrl+H")
        history.triggered.connect(lambda _on=False: self.history_asked.emit(one))
        for action in (source, history):
            action.setEnabled(bool(one))
        menu.popup(self.table.viewport().mapToGlobal(at))


def commitment_columns() -> tuple[SortedColumn[CommitmentRow], ...]:
    """Return the columns of the table."""
    hint = Role.ToolTipRole
    return (
        SortedColumn(_("Code"), lambda row: row.code, order=lambda row: row.order),
        SortedColumn(
            _("Action"),
            lambda row: row.action,
            {NOTE_ROLE: lambda row: row.note, hint: lambda row: plain_hint(row.action)},
            order=lambda row: row.action.casefold(),
        ),
        SortedColumn(
            _("Topic"),
            lambda row: row.topic,
            {hint: lambda row: plain_hint(row.topic)},
            order=lambda row: (row.topic_order, row.order),
        ),
        SortedColumn(
            _("Status"),
            lambda row: row.status,
            {TONE_ROLE: lambda row: commitment_state_tone(row.state), hint: lambda row: plain_hint(row.status)},
            order=lambda row: (row.rolled.value, row.status, row.order),
        ),
        SortedColumn(_("Round"), lambda row: str(row.round), order=lambda row: (row.round, row.order)),
    )
