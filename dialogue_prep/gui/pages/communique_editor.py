"""The draft communiqué: its paragraphs in order, what each side would have them say, and how far we can go."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QPushButton, QWidget

from dialogue_prep.domain.communique import Passage
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.gui.colours import Tone
from dialogue_prep.gui.context import Context
from dialogue_prep.gui.kit.cards import Card, row
from dialogue_prep.gui.kit.chip_delegate import TONE_ROLE, ChipDelegate
from dialogue_prep.gui.kit.keys import on_keys
from dialogue_prep.gui.kit.labels import PlainLabel
from dialogue_prep.gui.kit.note_delegate import NOTE_ROLE, NoteDelegate
from dialogue_prep.gui.kit.ordered_table import OrderedTable
from dialogue_prep.gui.kit.table_model import Column, TableModel
from dialogue_prep.gui.pages.communique_lines import (
    PassageRow,
    passage_rows,
    passage_state_name,
    passage_state_tone,
)
from dialogue_prep.gui.pages.passage_panel import PassagePanel
from dialogue_prep.gui.words import _
from dialogue_prep.services.passages import Passages


class CommuniqueEditor(QWidget):
    """Paragraphs on the left, the one that is chosen on the right. Each change is kept at once and can be undone."""

    said = Signal(str)
    history_asked = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._texts = Passages(context.workspace)
        self._dossier: Dossier | None = None
        self._wanted = ""
        columns: list[Column[PassageRow]] = [
            Column(_("No."), lambda shown: shown.number),
            Column(_("Paragraph"), lambda shown: shown.words, {NOTE_ROLE: lambda shown: shown.note}),
            Column(
                _("State"),
                lambda shown: passage_state_name(shown.state),
                {TONE_ROLE: lambda shown: passage_state_tone(shown.state)},
            ),
        ]
        self.model = TableModel(columns)
        self.table = OrderedTable(_("Paragraphs of the draft communiqué"), self.model)
        self.add, self.remove = QPushButton(_("Add a paragraph")), QPushButton(_("Remove"))
        self.nothing = PlainLabel(
            _(
                "No paragraph has been drafted yet. Until there is one, the paper proposes a draft in brackets:"
                " the meeting, its topics, what is still open, the next round."
            ),
            tone=Tone.MUTED,
            wrap=True,
        )
        self.panel = PassagePanel(context)
        self._lay_out()
        self.table.chosen.connect(lambda _id: self._show_chosen())
        self.table.moved.connect(self._move)
        self.add.clicked.connect(self._add)
        self.remove.clicked.connect(self._remove)
        on_keys(self, "Ctrl+N", self._add)
        on_keys(self.table, "Delete", self._remove)
        self.panel.language.chosen.connect(lambda _language: self._show_chosen())

    def show_dossier(self, dossier: Dossier) -> None:
        """Show the draft of a round; the paragraph that is chosen stays chosen."""
        self._dossier = dossier
        rows = passage_rows(dossier, self._context.language)
        self.model.show_rows(rows)
        self.nothing.setVisible(not rows)
        self.table.setVisible(bool(rows))
        if self._wanted and self.table.choose(self._wanted):
            self._wanted = ""
            self.panel.begin()
        elif rows and not self.table.chosen_id():
            self.table.choose(rows[0].id)
        self._show_chosen()

    def choose(self, id_: str) -> bool:
        """Lead to a paragraph; return whether there is such a one."""
        return self.table.choose(id_)

    def record_id(self) -> str:
        """Return the paragraph that is chosen, empty where none is."""
        return self.table.chosen_id()

    def _lay_out(self) -> None:
        self.table.verticalHeader().setDefaultSectionSize(2 * self.table.fontMetrics().height() + 20)
        heads = self.table.horizontalHeader()
        heads.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        heads.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.table.setItemDelegateForColumn(1, NoteDelegate(self.table))
        self.table.setItemDelegateForColumn(2, ChipDelegate(self.table))
        self.table.setWordWrap(False)
        self.add.setProperty("main", "true")
        paragraphs = Card(_("Paragraphs"))
        paragraphs.body.addWidget(self.nothing)
        paragraphs.body.addWidget(self.table, 1)
        paragraphs.body.addStretch(0)
        paragraphs.body.addLayout(row(self.add, self.remove, None))
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(16)
        across.addWidget(paragraphs, 6)
        across.addWidget(self.panel, 5)

    def _chosen(self) -> Passage | None:
        index = self.table.currentIndex()
        return self.model.row_at(index).passage if index.isValid() else None

    def _show_chosen(self) -> None:
        passage, dossier = self._chosen(), self._dossier
        self.remove.setEnabled(passage is not None)
        if dossier is None or passage is None:
            self.panel.show_nothing()
        else:
            number = self.model.row_at(self.table.currentIndex()).number
            self.panel.show_passage(dossier, passage, number)

    def _add(self) -> None:
        if self._dossier is None:
            return
        after, texts, round_id = self._chosen(), self._texts, self._dossier.round.id
        self._context.jobs.run(lambda: texts.add(round_id, after), self._when_added)

    def _when_added(self, passage: Passage) -> None:
        self._wanted = passage.id

    def _remove(self) -> None:
        self._with_chosen(lambda texts, passage: texts.remove(passage))

    def _move(self, id_: str, place: int) -> None:
        found = next((shown.passage for shown in self.model.rows() if shown.id == id_), None)
        if found is not None:
            self._context.jobs.run(partial(self._texts.move, found, place))

    def _with_chosen(self, do: Callable[[Passages, Passage], Any]) -> None:
        if (passage := self._chosen()) is not None:
            self._context.jobs.run(partial(do, self._texts, passage))
