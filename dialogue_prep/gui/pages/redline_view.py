"""Two texts of a paper set against each other: what differs, place by place, and the same as a Word file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QPushButton, QVBoxLayout, QWidget

from dialogue_prep.domain.draft import DraftState
from dialogue_prep.domain.errors import Problem
from dialogue_prep.gui.colours import Tone
from dialogue_prep.gui.context import Context
from dialogue_prep.gui.kit.cards import Card, row
from dialogue_prep.gui.kit.choice_box import ChoiceBox
from dialogue_prep.gui.kit.difference_text import DifferenceText
from dialogue_prep.gui.kit.find_bar import FindBar
from dialogue_prep.gui.kit.finding_list import FindingList
from dialogue_prep.gui.kit.folding_split import FoldingSplit
from dialogue_prep.gui.kit.keyed_button import keyed_button
from dialogue_prep.gui.kit.keys import on_keys
from dialogue_prep.gui.kit.labels import PlainLabel, Size
from dialogue_prep.gui.kit.refusals import at_field
from dialogue_prep.gui.pages.redline_lines import (
    ComparedText,
    difference_lines,
    file_text,
    first_pair,
    in_numbers,
    place_in_text,
    place_lines,
)
from dialogue_prep.gui.pages.redline_reading import compare, read_texts, save
from dialogue_prep.gui.words import _, sentence_in_words

if TYPE_CHECKING:
    from dialogue_prep.documents.redline import Redline
    from dialogue_prep.gui.pages.papers_lines import PaperRow

_CHANGED = (DraftState.DATA_CHANGED, DraftState.BOTH)


class RedlineView(QWidget):
    """Compares two texts of one paper. `left` tells that the user is done, `said` carries what to tell."""

    left = Signal()
    said = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._texts: tuple[ComparedText, ...] = ()
        self._folder = Path()
        self.redline: Redline | None = None
        self.title = PlainLabel(size=Size.LARGE)
        self.old, self.new = ChoiceBox(_("The old text")), ChoiceBox(_("The new text"))
        self.other = QPushButton(_("Another file …"))
        self.close_button = QPushButton(_("Back to the papers"))
        self.list = FindingList(_("What differs"))
        self.text = DifferenceText(_("What differs"))
        self.finder = FindBar(self.text)
        self.whole = QCheckBox(_("With the text around"))
        self.next = keyed_button(_("Next"), _("Next difference"), "F8")
        self.look_for = keyed_button(_("Find"), _("Find in the text"), "Ctrl+F")
        self.summary = PlainLabel(tone=Tone.MUTED, wrap=True)
        self.save = QPushButton(_("Save with tracked changes …"))
        self.save.setProperty("main", "true")
        self._lay_out()
        self._connect()

    def begin(self, round_id: str, shown: PaperRow, folder: Path) -> None:
        """Compare the two texts of a paper that are most worth it; a redline is saved in this folder unless said."""
        self._folder, self._texts = folder, ()
        self._show(None)
        self.title.say(shown.name)
        changed = shown.state in _CHANGED

        def offer(texts: tuple[ComparedText, ...]) -> None:
            self._texts = texts
            self._offer(*first_pair(texts, data_changed=changed))

        self._context.jobs.run(read_texts(self._context, round_id, shown), offer)

    def choose_file(self) -> None:
        """Let the user choose another file, and set it against the old text."""
        path, _kind = QFileDialog.getOpenFileName(
            self, _("Compare with another file"), str(self._folder), _("Word files (*.docx)")
        )
        if path:
            self.compare_with(Path(path))

    def compare_with(self, path: Path) -> None:
        """Set a file against the old text: an edited copy, or a counter-draft of the other side."""
        if not self._texts:
            return
        text = file_text(self._texts[0].draft, path)
        if text not in self._texts:
            self._texts = (*self._texts, text)
        self._offer(self.old.thing() or self._texts[0], text)

    def choose_out(self) -> None:
        """Let the user say where the Word file with tracked changes is saved."""
        if self.redline is None or self.new.thing() is None:
            return
        stem = Path(self.new.thing().draft.path).stem
        proposed = self._folder / f"{stem}-{_('compared')}.docx"
        # The service refuses to write over another file, so the dialog need not ask whether it may.
        path, _kind = QFileDialog.getSaveFileName(
            self,
            _("Save with tracked changes"),
            str(proposed),
            _("Word files (*.docx)"),
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if path:
            self.save_to(Path(path))

    def save_to(self, out: Path) -> None:
        """Save the Word file with tracked changes."""
        if (redline := self.redline) is None:
            return
        refused = at_field(self._context, lambda _field, sentence: self.summary.say(sentence, Tone.BAD))
        self._context.jobs.run(
            lambda: save(redline, out), lambda saved: self.said.emit(_("Saved: {path}").format(path=saved)), refused
        )

    def _lay_out(self) -> None:
        head = Card()
        head.body.addLayout(row(self.title, None, self.close_button))
        texts = row(PlainLabel(_("From"), tone=Tone.MUTED), spacing=8)
        texts.addWidget(self.old, 1)
        texts.addWidget(PlainLabel(_("to"), tone=Tone.MUTED))
        texts.addWidget(self.new, 1)
        texts.addWidget(self.other)
        head.body.addLayout(texts)
        places = Card(_("What differs"))
        places.body.addWidget(self.list, 1)
        beside = Card()
        beside.body.addLayout(row(self.next, self.look_for, None, self.whole))
        beside.body.addWidget(self.finder)
        beside.body.addWidget(self.text, 1)
        self.finder.hide()
        split = FoldingSplit(places, beside, sizes=(360, 672))
        foot = Card()
        foot.body.setContentsMargins(20, 12, 20, 12)
        across = row(spacing=16)
        across.addWidget(self.summary, 1)
        across.addWidget(self.save)
        foot.body.addLayout(across)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(16)
        layout.addWidget(head)
        layout.addWidget(split, 1)
        layout.addWidget(foot)

    def _connect(self) -> None:
        for box in (self.old, self.new):
            box.activated.connect(lambda _place: self._compare())
        self.other.clicked.connect(self.choose_file)
        self.close_button.clicked.connect(self.left)
        self.list.chosen.connect(self._when_come_to)
        self.whole.toggled.connect(lambda _on: self._show_text())
        self.save.clicked.connect(self.choose_out)
        self.next.clicked.connect(lambda: self.list.step(1))
        self.look_for.clicked.connect(self.finder.begin)
        on_keys(self, "F8", lambda: self.list.step(1))
        on_keys(self, "Shift+F8", lambda: self.list.step(-1))
        on_keys(self, "Ctrl+F", self.finder.begin)
        on_keys(self, "Ctrl+S", self.choose_out)
        self._context.jobs.progress.connect(lambda job: self._allow(idle=job is None))

    def _offer(self, old: ComparedText, new: ComparedText) -> None:
        choices = [(text, text.name(self._context.language)) for text in self._texts]
        for box, text in ((self.old, old), (self.new, new)):
            box.offer(choices)
            box.choose(text)
        self._compare()

    def _compare(self) -> None:
        old, new = self.old.thing(), self.new.thing()
        running = self._context.jobs.running
        if running is not None:
            self.summary.say(_("Wait until this has ended: {title}.").format(title=running.title), Tone.BAD)
        elif old is not None and new is not None:
            self._show(None)
            self.summary.say(_("Comparing …"), Tone.MUTED)
            compare(self._context, old, new, self._when_compared)

    def _when_compared(self, found: Redline | Problem) -> None:
        if isinstance(found, Problem):
            self.summary.say(sentence_in_words(found.sentence, self._context.language), Tone.BAD)
        else:
            self._show(found)

    def _show(self, redline: Redline | None) -> None:
        self.redline = redline
        self.summary.say(in_numbers(redline) if redline else "", Tone.MUTED)
        self._show_text()
        self.list.show_findings(place_lines(redline) if redline else ())
        self._allow(idle=self._context.jobs.running is None)
        if redline and redline.changed:
            self.list.setFocus()

    def _show_text(self) -> None:
        redline = self.redline
        self.text.show_differences(difference_lines(redline, whole=self.whole.isChecked()) if redline else ())
        self.finder.search_again()
        self._when_come_to(self.list.here())

    def _when_come_to(self, id_: str) -> None:
        if self.redline is not None and id_ and int(id_) < len(self.redline.changed):
            self.text.go_to(place_in_text(self.redline, int(id_), whole=self.whole.isChecked()))

    def _allow(self, *, idle: bool) -> None:
        for widget in (self.old, self.new, self.other):
            widget.setEnabled(idle and bool(self._texts))
        self.save.setEnabled(idle and self.redline is not None and bool(self.redline.changed))
