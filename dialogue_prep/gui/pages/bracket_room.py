"""The draft communiqué: its paragraphs in order, what each side would have them say, and how far we can go."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QPushButton, QWidget

from dialogue_prep.domain.communique import Passage, brackets
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.gui.colours import Tone
from dialogue_prep.gui.communique_terms import passage_state_name, passage_state_tone
from dialogue_prep.gui.context import Context
from dialogue_prep.gui.kit.cards import Card, held, row
from dialogue_prep.gui.kit.chip_delegate import TONE_ROLE, ChipDelegate
from dialogue_prep.gui.kit.flow import Flow
from dialogue_prep.gui.kit.folding_split import FoldingSplit
from dialogue_prep.gui.kit.keys import on_keys
from dialogue_prep.gui.kit.labels import PlainLabel, Size, plain_hint
from dialogue_prep.gui.kit.note_delegate import NOTE_ROLE, NoteDelegate
from dialogue_prep.gui.kit.ordered_table import OrderedTable
from dialogue_prep.gui.kit.table_model import Column, TableModel
from dialogue_prep.gui.pages.communique_lines import PassageRow, brackets_told, passage_rows
from dialogue_prep.gui.pages.passage_panel import PassagePanel
from dialogue_prep.gui.words import _
from dialogue_prep.services.passages import Passages

_LINES = 2


class BracketRoom(QWidget):
    """Paragraphs on the left, the one that is chosen on the right. Each change is kept at once and can be undone.

    `their_draft_asked` and `adoption_asked` tell what the user wants to do with the whole of it.
    """

    their_draft_asked = Signal()
    adoption_asked = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._passages = Passages(context.workspace)
        self._dossier: Dossier | None = None
        self._wanted = ""
        self.model = TableModel(_columns())
        self.table = OrderedTable(_("Paragraphs of the draft communiqué"), self.model)
        self.standing = PlainLabel(size=Size.SMALL, tone=Tone.MUTED, wrap=True)
        self.begin, self.add, self.remove = (
            QPushButton(words) for words in (_("Begin with a proposal"), _("Add a paragraph"), _("Remove"))
        )
        self.their_draft, self.adopt = QPushButton(_("Their draft …")), QPushButton(_("Adopt …"))
        self.nothing = PlainLabel(
            _(
                "No paragraph has been drafted yet. Until there is one, the paper proposes a draft in brackets:"
                " the meeting, its topics, what is still open, the next round. Begin with that, or with a paragraph"
                " of your own."
            ),
            tone=Tone.MUTED,
            wrap=True,
        )
        self.panel = PassagePanel(context)
        self._lay_out()
        self._connect()

    def show_dossier(self, dossier: Dossier) -> None:
        """Show the draft of a round; the paragraph that is chosen stays chosen."""
        self._dossier = dossier
        rows = passage_rows(dossier, self._context.language)
        self.model.show_rows(rows)
        counted = brackets(dossier.passages, dossier.options)
        self.standing.say(brackets_told(counted, (dossier.home, dossier.away), self._context.language))
        for widget, there in ((self.nothing, not rows), (self.begin, not rows), (self.table, bool(rows))):
            widget.setVisible(there)
        self.standing.setVisible(bool(rows))
        self.adopt.setEnabled(bool(counted.agreed) and not counted.open and not counted.ad_referendum)
        if self._wanted and self.table.choose(self._wanted):
            self._wanted = ""
            self.panel.begin()
        elif rows and not self.table.chosen_id():
            self.table.choose(rows[0].id)
        self._show_chosen()

    def _connect(self) -> None:
        self.table.chosen.connect(lambda _id: self._show_chosen())
        self.table.moved.connect(self._move)
        self.begin.clicked.connect(self._begin)
        self.add.clicked.connect(self._add)
        self.remove.clicked.connect(self._remove)
        self.their_draft.clicked.connect(self.their_draft_asked)
        self.adopt.clicked.connect(self.adoption_asked)
        on_keys(self, "Ctrl+N", self._add)
        on_keys(self.table, "Delete", self._remove)
        on_keys(self, "Ctrl+Return", self.panel.step.close_bracket)
        on_keys(self, "Ctrl+Shift+Return", partial(self.panel.step.close_bracket, ad_referendum=True))
        self.panel.language.chosen.connect(lambda _language: self._show_chosen())
        self.panel.step.stepped.connect(self.table.setFocus)

    def _lay_out(self) -> None:
        lines = self.table.fontMetrics().height()
        self.table.verticalHeader().setDefaultSectionSize((_LINES + 1) * lines + 20)
        heads = self.table.horizontalHeader()
        heads.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        heads.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.table.setItemDelegateForColumn(1, NoteDelegate(self.table, lines=_LINES, size=Size.BODY))
        self.table.setItemDelegateForColumn(2, ChipDelegate(self.table))
        self.table.setWordWrap(False)
        self.begin.setProperty("main", "true")
        self.add.setToolTip(plain_hint(_("{what}: key {key}").format(what=self.add.text(), key="Ctrl+N")))
        self.their_draft.setToolTip(plain_hint(_("Lay a draft of the other side beside ours")))
        self.adopt.setToolTip(plain_hint(_("Once every paragraph is agreed, take the text in as a source")))
        paragraphs = Card(_("Paragraphs"))
        paragraphs.body.addWidget(self.standing)
        paragraphs.body.addWidget(self.nothing)
        paragraphs.body.addLayout(row(self.begin, None))
        paragraphs.body.addWidget(self.table, 1)
        paragraphs.body.addStretch(0)
        paragraphs.body.addLayout(
            Flow(held(row(self.add, self.remove)), held(row(self.their_draft, self.adopt)), apart=True)
        )
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(FoldingSplit(paragraphs, self.panel, sizes=(469, 563)))

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

    def _begin(self) -> None:
        if self._dossier is not None:
            self._context.jobs.run(partial(self._passages.begin, self._dossier.round.id), by=self)
            self.table.setFocus()

    def _add(self) -> None:
        if self._dossier is None:
            return
        after, passages, round_id = self._chosen(), self._passages, self._dossier.round.id
        self._context.jobs.run(lambda: passages.add(round_id, after), self._when_added)

    def _when_added(self, passage: Passage) -> None:
        self._wanted = passage.id

    def _remove(self) -> None:
        if (passage := self._chosen()) is not None:
            self._context.jobs.run(partial(self._passages.remove, passage), by=self)

    def _move(self, id_: str, place: int) -> None:
        found = next((shown.passage for shown in self.model.rows() if shown.id == id_), None)
        if found is not None:
            self._context.jobs.run(partial(self._passages.move, found, place))


def _columns() -> list[Column[PassageRow]]:
    return [
        Column(_("No."), lambda shown: shown.number),
        Column(_("Paragraph"), lambda shown: shown.words, {NOTE_ROLE: lambda shown: shown.note}),
        Column(
            _("State"),
            lambda shown: passage_state_name(shown.state),
            {TONE_ROLE: lambda shown: passage_state_tone(shown.state)},
        ),
    ]
