"""The commitments of the dialogue: in a table that is searched as one types, on a board by status, against records."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.identity import TopicId
from dialogue_prep.domain.readiness import Mending, Place
from dialogue_prep.domain.saved_filter import SavedFilter
from dialogue_prep.gui.boxes.name_box import NameBox
from dialogue_prep.gui.colours import Tone
from dialogue_prep.gui.context import Context
from dialogue_prep.gui.following import Following
from dialogue_prep.gui.icons import Icon
from dialogue_prep.gui.kit.cards import Card
from dialogue_prep.gui.kit.filtered_table import FilteredTable
from dialogue_prep.gui.kit.folding_split import FoldingSplit
from dialogue_prep.gui.kit.labels import PlainLabel
from dialogue_prep.gui.kit.menu_acts import MenuAct
from dialogue_prep.gui.kit.segments import Segments
from dialogue_prep.gui.pages.board_view import BoardView
from dialogue_prep.gui.pages.commitment_columns import commitment_columns, dress_table
from dialogue_prep.gui.pages.commitment_criteria import (
    COMMITMENTS_LIST,
    can_be_seen,
    read_criteria,
    shipped_filters,
    written_criteria,
)
from dialogue_prep.gui.pages.commitment_detail import CommitmentDetail
from dialogue_prep.gui.pages.commitment_filters import CommitmentFilters, FilterChoices, filter_choices
from dialogue_prep.gui.pages.commitment_lines import commitment_shown
from dialogue_prep.gui.pages.commitments_lines import CommitmentFilter, CommitmentRow, commitment_rows, folded
from dialogue_prep.gui.pages.commitments_several import SeveralPanel
from dialogue_prep.gui.pages.empty import EmptyState
from dialogue_prep.gui.pages.filter_menu import FilterMenu
from dialogue_prep.gui.pages.page import WORDS, Page
from dialogue_prep.gui.pages.review_lines import topic_title
from dialogue_prep.gui.pages.silence_view import SilenceView
from dialogue_prep.gui.words import _
from dialogue_prep.services.commitments import Commitments, Together
from dialogue_prep.services.saved_filters import SavedFilters

TABLE, BOARD, SILENCE = range(3)
"""The places of the views."""
_WIDE, _HIGH = 840, 400


@dataclass(frozen=True, slots=True)
class CommitmentsRead:
    """What was read: the dossier, its commitments as rows, what filters can name, filters that somebody kept."""

    dossier: Dossier
    rows: tuple[CommitmentRow, ...]
    choices: FilterChoices
    kept: tuple[SavedFilter, ...]


class CommitmentsPage(Page):
    """Filters above a table or a board; beside the table what is selected, or what can be done with several."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._commitments = Commitments(context.workspace)
        self._saved_filters = SavedFilters(context.workspace)
        self._dossier: Dossier | None = None
        self._wanted = ""
        self.views = Segments((_("Table"), _("Board"), _("Silence matrix")))
        self.by_name = FilterMenu()
        self.filters = CommitmentFilters(self.views, self.by_name)
        self.table: FilteredTable[CommitmentRow] = FilteredTable(_("Commitments"), commitment_columns())
        self.nothing = PlainLabel(_("No commitment passes these filters."), tone=Tone.MUTED, wrap=True)
        self.detail = CommitmentDetail(context)
        self.board = BoardView(context)
        self.silence = SilenceView(context)
        self.several = SeveralPanel()
        self.empty = EmptyState(
            Icon.COMMITMENTS, _("No commitments yet: they come with the record of a round"), _("Go to the sources")
        )
        self._none = Card()
        self._beside = QStackedWidget()
        self._stack = QStackedWidget()
        self._view = QStackedWidget()
        self._lay_out()
        self._connect()
        self._following = Following(self, context, self._read, self._show)

    def choose_record(self, id_: str) -> None:
        """Select a commitment; with none, show those of which nothing was heard since the last round."""
        self._wanted = id_
        self.views.pick(TABLE)
        if not id_:
            self.filters.want(CommitmentFilter(quiet=True))
        elif not self._choose_wanted():
            self._following.read_again()

    def mended_at(self, mending: Mending) -> QWidget | None:
        if self._dossier is None or self._wanted:
            return None
        places: dict[Mending, QWidget] = {Mending.TOPIC: self.detail.topic, Mending.STATUS: self.detail.form.state}
        return places.get(mending, self.table)

    @property
    def in_use(self) -> bool:
        return self.detail.form.begun

    def record_id(self) -> str:
        if self.views.here() == BOARD:
            card = self.board.here()
            return card.id if card else ""
        chosen = self.table.chosen()
        return chosen[0].id if len(chosen) == 1 else ""

    def acts_on(self, view: QAbstractItemView) -> tuple[MenuAct, ...]:
        chosen, dossier = self.table.chosen(), self._dossier
        if view is not self.table or not chosen or dossier is None:
            return self.board.acts_on(view)
        titles = [(topic.id, topic_title(topic, self._context.language)) for topic in dossier.topics]
        topics = [MenuAct(words, partial(self.put_chosen_under, id_)) for id_, words in (*titles, ("", _("no topic")))]
        one = len(chosen) == 1
        source = partial(self.place_asked.emit, Place.SOURCES, chosen[0].id)
        return (
            MenuAct(_("Put under topic"), acts=tuple(topics)),
            MenuAct(_("Add what became of it"), self.detail.begin_status, allowed=one),
            MenuAct(_("Open its source"), source, allowed=one),
        )

    def state(self) -> dict[str, str]:
        narrowed = written_criteria(replace(self.filters.wanted, words=()))
        return {"view": str(self.views.here()), "filter": narrowed, WORDS: self.filters.search.text()}

    def restore(self, state: Mapping[str, str]) -> None:
        wanted = read_criteria(state.get("filter", ""))
        self.filters.want(replace(wanted, words=tuple(folded(state.get(WORDS, "")).split())))
        self.views.restore(state.get("view", ""))

    def put_chosen_under(self, topic_id: str) -> None:
        """Put all commitments that are selected under a topic, or under none, as one step."""
        chosen = [row.commitment for row in self.table.chosen()]
        topic = TopicId(topic_id) if topic_id else None
        if chosen:
            self._context.jobs.run(lambda: self._commitments.put_under(chosen, topic))

    def _lay_out(self) -> None:
        dress_table(self.table)
        agreed = Card()
        agreed.body.addWidget(self.table, 1)
        self._none.body.addWidget(self.nothing)
        self._none.body.addStretch(1)
        for widget in (self._none, self.detail, self._several()):
            self._beside.addWidget(widget)
        split = FoldingSplit(agreed, self._beside, wide=_WIDE, sizes=(672, 360), high=_HIGH)
        split.split.setStretchFactor(1, 0)
        held = QWidget()
        inner = QVBoxLayout(held)
        inner.setContentsMargins(24, 8, 24, 16)
        inner.addWidget(self.filters)
        inner.addWidget(self._view, 1)
        for widget in (split, self.board, self.silence):
            self._view.addWidget(widget)
        self._stack.addWidget(held)
        self._stack.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)

    def _several(self) -> QWidget:
        card, scroll = Card(), QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(self.several)
        scroll.setAccessibleName(_("Several commitments"))
        card.body.addWidget(scroll)
        return card

    def _connect(self) -> None:
        find = QAction(_("Search in commitments"), self)
        find.setShortcut(QKeySequence(QKeySequence.StandardKey.Find))
        find.triggered.connect(self.filters.begin_search)
        self.addAction(find)
        self.filters.changed.connect(self._filter)
        self.filters.search.returnPressed.connect(self._leave_search)
        self.by_name.taken.connect(self.filters.want)
        self.by_name.save_asked.connect(self._ask_name)
        self.by_name.rename_asked.connect(self._ask_other_name)
        self.by_name.remove_asked.connect(lambda kept: self._context.jobs.run(lambda: self._saved_filters.remove(kept)))
        self.table.selected.connect(self._show_chosen)
        self.table.activated.connect(lambda _index: self.detail.topic.setFocus())
        self.board.opened.connect(self.choose_record)
        self.board.said.connect(self.said)
        self.several.given.connect(self._change_together)
        self.detail.source_asked.connect(lambda id_: self.place_asked.emit(Place.SOURCES, id_))
        self.detail.history_asked.connect(self.history_asked)
        self.detail.commitment_asked.connect(self.choose_record)
        self.views.picked.connect(self._show_view)
        self.silence.place_asked.connect(lambda id_: self.place_asked.emit(Place.SOURCES, id_))
        self.empty.chosen.connect(lambda: self.place_asked.emit(Place.SOURCES, ""))

    def _read(self) -> Callable[[], CommitmentsRead | None]:
        context, rounds = self._context, self._context.choices.rounds
        round_id = context.choices.round_id or (rounds[-1].id if rounds else "")

        def read() -> CommitmentsRead | None:
            if not round_id:
                return None
            dossier, language = context.dossiers.of(round_id), context.language
            kept = self._saved_filters.of_list(COMMITMENTS_LIST)
            seen = tuple(one for one in kept if can_be_seen(read_criteria(one.criteria), dossier))
            return CommitmentsRead(dossier, commitment_rows(dossier, language), filter_choices(dossier, language), seen)

        return read

    def _show(self, read: CommitmentsRead | None) -> None:
        there = read is not None and bool(read.rows)
        self._stack.setCurrentIndex(0 if there else 1)
        if read is not None:
            self.silence.show_dossier(read.dossier)
        if read is not None and there:
            self._dossier = read.dossier
            self.filters.offer(read.choices)
            self.by_name.offer(shipped_filters(read.choices.last_round), read.kept)
            self.several.show_dossier(read.dossier, self._context.language)
            self.table.rows.show_rows(read.rows)
            self._show_number()
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
        self._show_number()
        if not self.table.chosen():
            self.table.selectRow(0)

    def _show_number(self) -> None:
        """Say how many commitments pass, and have the board show them too."""
        shown, all_ = self.table.rows.rowCount(), len(self.table.rows.all_rows())
        self.filters.say_number(shown, all_)
        self.by_name.say_wanted(self.filters.wanted)
        if not shown:
            self._beside.setCurrentWidget(self._none)
        self.board.show_rows(self.table.rows.rows(), self.filters.wanted.kind)

    def _show_view(self, place: int) -> None:
        self._view.setCurrentIndex(place)
        self.filters.put_away(away=place == SILENCE)

    def _leave_search(self) -> None:
        if self.views.here() == BOARD:
            self.board.take_focus()
        else:
            self.table.setFocus()

    def _show_chosen(self) -> None:
        chosen, dossier = self.table.chosen(), self._dossier
        self._beside.setCurrentIndex(min(len(chosen), 2))
        if len(chosen) > 1:
            self.several.show_number(len(chosen))
        elif chosen and dossier is not None:
            shown = commitment_shown(dossier, chosen[0].commitment, self._context.language)
            self.detail.show_commitment(dossier, shown)

    def _change_together(self, together: Together) -> None:
        chosen = [row.commitment for row in self.table.chosen()]
        led = self._dossier.commitment_leads if self._dossier else ()
        self._context.jobs.run(
            lambda: self._commitments.change_together(chosen, together, led), lambda _done: self.several.leave_all()
        )

    def _ask_name(self, kept: tuple[SavedFilter, ...]) -> None:
        criteria, filters = written_criteria(self.filters.wanted), self._saved_filters

        def keep(seen: tuple[SavedFilter, ...], name: str) -> object:
            return filters.keep(COMMITMENTS_LIST, name, criteria, seen=seen)

        NameBox(self._context, _("Save what is shown as a filter"), "", kept, keep, self).open()

    def _ask_other_name(self, kept: SavedFilter) -> None:
        NameBox(self._context, _("Rename the filter"), kept.name, kept, self._saved_filters.rename, self).open()
