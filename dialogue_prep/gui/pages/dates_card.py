"""Finds days for the next round: a month or a range goes in, days with all that speaks for or against them come out."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLineEdit, QPushButton, QTableView, QVBoxLayout, QWidget

from dialogue_prep.domain.dates import Candidate
from dialogue_prep.domain.errors import UserError
from dialogue_prep.gui.colours import Tone
from dialogue_prep.gui.context import Context
from dialogue_prep.gui.days import EXAMPLE_DAY, day_in_words, month_in_words, read_day, read_month, weekday_in_words
from dialogue_prep.gui.kit.cards import row
from dialogue_prep.gui.kit.cell_delegates import WrappedDelegate
from dialogue_prep.gui.kit.day_line import DayLine
from dialogue_prep.gui.kit.labels import PlainLabel, Size
from dialogue_prep.gui.kit.record_form import read_number
from dialogue_prep.gui.kit.refusals import at_field
from dialogue_prep.gui.kit.row_heights import RowHeights
from dialogue_prep.gui.kit.saved_fields import Field
from dialogue_prep.gui.kit.table_model import Column, TableModel
from dialogue_prep.gui.words import _, for_example, sentence_in_words, together
from dialogue_prep.services.dates import Dates

_REASONS = 2


@dataclass(frozen=True, slots=True)
class CandidateRow:
    """Days that can be taken."""

    candidate: Candidate
    when: str
    score: str
    reasons: str

    @property
    def id(self) -> str:
        return self.candidate.start.isoformat()


class DatesCard(QWidget):
    """Shows what `Dates` finds; `taken` carries the first and the last day of the candidate that the user takes."""

    taken = Signal(object, object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._month = month_in_words(EXAMPLE_DAY, context.language)
        self.earliest, self.latest, self.length = QLineEdit(), DayLine(), QLineEdit()
        self.earliest.setPlaceholderText(for_example(self._month))
        self._fields = {
            "earliest": Field(_("A month, or the first day to look at"), self.earliest),
            "latest": Field(_("The last day, unless it is a month"), self.latest),
            "days": Field(_("Days it lasts"), self.length),
        }
        self.search = QPushButton(_("Find days"))
        self.take = QPushButton(_("Take these days"))
        self.take.setProperty("main", "true")
        self.said = PlainLabel(
            _(
                "Say a month such as {month}: every day of it is weighed against holidays, weekends and other meetings."
            ).format(month=self._month),
            size=Size.SMALL,
            tone=Tone.MUTED,
            wrap=True,
        )
        self.table, self.model = self._make_table()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(row(*self._fields.values()))
        layout.addLayout(row(self.search, self.take, None))
        layout.addWidget(self.said)
        layout.addWidget(self.table, 1)
        for line in (self.earliest, self.latest, self.length):
            line.returnPressed.connect(self._when_asked)
        self.search.clicked.connect(self._when_asked)
        self.take.clicked.connect(self._when_taken)
        self.table.activated.connect(self._when_taken)
        self.take.setEnabled(False)

    def show_candidates(self, candidates: Sequence[Candidate]) -> None:
        """Show days in the order in which they were found, the best first."""
        self.model.show_rows([self._row(candidate) for candidate in candidates])
        self.take.setEnabled(bool(candidates))
        if candidates:
            self.said.say(_("The best days come first; 100 is a day with nothing against it."))
            self.table.selectRow(0)
        else:
            self.said.say(_("No day is left there: a round begins today or later, and after the last one held."))

    def _make_table(self) -> tuple[QTableView, TableModel[CandidateRow]]:
        columns: list[Column[CandidateRow]] = [
            Column(_("Days"), lambda shown: shown.when),
            Column(_("Of 100"), lambda shown: shown.score),
            Column(_("Why"), lambda shown: shown.reasons),
        ]
        table = QTableView()
        model = TableModel(columns, table)
        table.setModel(model)
        table.setAccessibleName(_("Days that would suit"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        heads = table.horizontalHeader()
        heads.setHighlightSections(False)
        heads.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        heads.setSectionResizeMode(_REASONS, QHeaderView.ResizeMode.Stretch)
        table.setItemDelegateForColumn(_REASONS, WrappedDelegate(table))
        RowHeights(table)
        return table, model

    def _row(self, candidate: Candidate) -> CandidateRow:
        language = self._context.language
        first, last = candidate.start, candidate.end
        when = weekday_in_words(first, language)
        if last != first:
            when = _("{first} to {last}").format(first=when, last=day_in_words(last, language))
        reasons = together(sentence_in_words(reason, language) for reason in candidate.reasons)
        return CandidateRow(candidate, when, str(candidate.score), reasons)

    def _when_asked(self) -> None:
        self._refuse("", "")
        try:
            earliest, latest, days = self._asked()
        except UserError as error:
            self._refuse(error.field, sentence_in_words(error.sentence, self._context.language))
            return
        dates, dialogue_id = Dates(self._context.workspace), self._context.choices.dialogue_id
        self._context.jobs.run(
            lambda: dates.find(dialogue_id, earliest, latest, days),
            self.show_candidates,
            at_field(self._context, self._refuse),
        )

    def _asked(self) -> tuple[date, date, int | None]:
        """Return the first and last day to look at, and how long the round is to last, where that is said."""
        words = self.earliest.text()
        month = read_month(words, "earliest")
        first = month or read_day(words, "earliest")
        if first is None:
            raise UserError("Say a month such as {month}, or a day.", field="earliest", month=self._month)
        latest = self.latest.day("latest")
        if latest is None and month is None:
            raise UserError("Say up to which day to look, or a month.", field="latest")
        return first, latest or first.replace(day=monthrange(first.year, first.month)[1]), self._length()

    def _length(self) -> int | None:
        try:
            return read_number(self.length.text()) if self.length.text().strip() else None
        except UserError as error:
            error.field = "days"
            raise

    def _refuse(self, field: str, sentence: str) -> None:
        place = field if field in self._fields else "earliest"
        for name, shown in self._fields.items():
            shown.refuse(sentence if name == place else "")

    def _when_taken(self) -> None:
        index = self.table.currentIndex()
        if index.isValid():
            candidate = self.model.row_at(index).candidate
            self.taken.emit(candidate.start, candidate.end)
