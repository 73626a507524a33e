"""The box that shows the notes from edited copies: who remarked what, on which words of which paper."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QWidget

from dialogue_prep.gui.colours import Tone
from dialogue_prep.gui.context import Context
from dialogue_prep.gui.days import day_in_words
from dialogue_prep.gui.following import Following
from dialogue_prep.gui.kit.box_column import box_column
from dialogue_prep.gui.kit.labels import PlainLabel
from dialogue_prep.gui.kit.plain_table import plain_table
from dialogue_prep.gui.kit.refusals import at_field
from dialogue_prep.gui.kit.table_model import Column
from dialogue_prep.gui.terms import paper_name
from dialogue_prep.gui.words import _
from dialogue_prep.services.returned_notes import PlacedNote, ReturnedNotes

_WIDTH, _HEIGHT, _WORDS = 940, 480, 4


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteRow:
    """One note as a line."""

    id: str
    paper: str
    place: str
    author: str
    day: str
    words: str
    placed: PlacedNote


class ReturnNotesBox(QDialog):
    """Lists the notes on the papers of a round; one that was dealt with is put away."""

    def __init__(self, context: Context, round_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._round_id = round_id
        self._notes = ReturnedNotes(context.workspace)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Notes from edited copies"))
        self.resize(_WIDTH, _HEIGHT)
        columns: list[Column[NoteRow]] = [
            Column(_("Paper"), lambda one: one.paper),
            Column(_("Place", "in a paper"), lambda one: one.place),
            Column(_("By"), lambda one: one.author),
            Column(_("On"), lambda one: one.day),
            Column(_("Note"), lambda one: " ".join(one.words.split())),
        ]
        self.table, self.model = plain_table(_("Notes from edited copies"), columns, _WORDS)
        self.about = PlainLabel(tone=Tone.MUTED, wrap=True)
        self.words = PlainLabel(wrap=True)
        self.do = QPushButton(_("Put the note away"))
        self.do.setEnabled(False)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(self.do, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        layout = box_column(self, _("Notes from edited copies"))
        layout.addWidget(self.about)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.words)
        layout.addWidget(buttons)
        self.table.selectionModel().currentRowChanged.connect(self._when_chosen)
        self.do.clicked.connect(self._put_away)
        self._following = Following(self, context, self._read, self._show)

    def _read(self) -> Callable[[], tuple[NoteRow, ...]]:
        notes, round_id, language = self._notes, self._round_id, self._context.language
        return lambda: tuple(_row(placed, language) for placed in notes.of_round(round_id))

    def _show(self, rows: tuple[NoteRow, ...]) -> None:
        self.model.show_rows(rows)
        self.about.say(
            _("Comments of edited copies, and words that were not taken. They never stand in a paper.")
            if rows
            else _("There are none: comments of edited copies are kept here when the copies are taken in.")
        )
        self._when_chosen()

    def _when_chosen(self) -> None:
        index = self.table.currentIndex()
        self.do.setEnabled(index.isValid())
        self.words.say(self.model.row_at(index).words if index.isValid() else "")
        self.words.setVisible(index.isValid())

    def _put_away(self) -> None:
        notes, note = self._notes, self.model.row_at(self.table.currentIndex()).placed.note
        refused = at_field(self._context, lambda _field, sentence: self.about.say(sentence, Tone.BAD))
        self._context.jobs.run(lambda: notes.put_away(note), None, refused)


def _row(placed: PlacedNote, language: str) -> NoteRow:
    note, draft = placed.note, placed.draft
    return NoteRow(
        id=note.id,
        paper=paper_name(draft.kind) if draft else "–",
        place=placed.place or "–",
        author=note.author or "–",
        day=day_in_words(note.on, language) if note.on else "–",
        words=note.words,
        placed=placed,
    )
