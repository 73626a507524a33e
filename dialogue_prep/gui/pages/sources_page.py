"""The sources of the dialogue: what there is, one opened, and the review of one that is read in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from dialogue_prep.domain.readiness import Mending
from dialogue_prep.domain.source import Source
from dialogue_prep.gui.boxes.source_files import ask_for_sources
from dialogue_prep.gui.context import Context
from dialogue_prep.gui.following import Following
from dialogue_prep.gui.icons import Icon
from dialogue_prep.gui.jobs import LongJob
from dialogue_prep.gui.kit.cards import Card
from dialogue_prep.gui.kit.finding_list import FindingList
from dialogue_prep.gui.kit.labels import plain_hint
from dialogue_prep.gui.kit.side_by_side import side_by_side
from dialogue_prep.gui.pages.empty import EmptyState
from dialogue_prep.gui.pages.page import Page
from dialogue_prep.gui.pages.places import asked_in
from dialogue_prep.gui.pages.review_view import ReviewView
from dialogue_prep.gui.pages.source_lines import shelf_lines
from dialogue_prep.gui.pages.source_reading import SourceReading
from dialogue_prep.gui.pages.source_view import SourceView
from dialogue_prep.gui.words import _
from dialogue_prep.services.shelf import OpenedSource, Shelf

if TYPE_CHECKING:
    from dialogue_prep.reading.review import ReadAs
    from dialogue_prep.services.joining.join import Proposal
    from dialogue_prep.services.sources import ReadSource


@dataclass(frozen=True, slots=True)
class ShelfRead:
    """What was read: the sources, the one that is opened, and the record in it to which to lead, if any."""

    sources: tuple[Source, ...] = ()
    opened: OpenedSource | None = None
    record_id: str = ""


class SourcesPage(Page):
    """The list of sources with one opened, or a review while a source is being read in."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._shelf = Shelf(context.workspace)
        self._wanted = ""
        self.list = FindingList(_("Sources"))
        self.read = QPushButton(_("Read in …"))
        self.read.setProperty("main", "true")
        self.read.setToolTip(plain_hint(_("Read a source in from a text, Word, PDF or HTML file (Ctrl+I)")))
        self.paste_button = QPushButton(_("Paste a source"))
        self.paste_button.setToolTip(plain_hint(_("Read the text that you copied elsewhere (Ctrl+Shift+V)")))
        self.view = SourceView()
        self.review = ReviewView(context)
        self.empty = EmptyState(Icon.SOURCES, _("No source has been read in yet"), _("Read in …"))
        self.reading = SourceReading(context, self)
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self._following = Following(self, context, self._read, self._show)

    @property
    def in_use(self) -> bool:
        return self.reviewing or self.reading.busy

    @property
    def reviewing(self) -> bool:
        """Whether a source is being reviewed."""
        return self.review.state is not None

    def read_in(self, paths: Sequence[Path]) -> None:
        """Read sources for review; one that is under review is finished first."""
        if self.reviewing:
            self.said.emit(_("Take this source in or leave it before you read another one."))
        else:
            self.reading.begin(paths)

    def paste(self, words: str) -> None:
        """Read words that were copied elsewhere, for review."""
        if self.reviewing:
            self.said.emit(_("Take this source in or leave it before you read another one."))
        else:
            self.reading.begin_pasted(words)

    def choose_record(self, id_: str) -> None:
        """Open the source that has to do with a record, at the place; with none, stay and offer to read one in."""
        if self.reviewing:
            return
        self._wanted = id_
        if not id_:
            (self.read if self.list.findings() else self.empty.step).setFocus()
        self._following.read_again()

    def mended_at(self, mending: Mending) -> QWidget | None:
        if self.reviewing or self._wanted:
            return None
        if self._stack.currentWidget() is self.empty:
            return self.empty.step
        return self.read if mending is Mending.SOURCE else self.view.lists[self.view.segments.here()]

    def record_id(self) -> str:
        return "" if self.reviewing else self.view.here() or self.list.here()

    def _lay_out(self) -> None:
        there = Card(_("Sources"))
        there.body.addWidget(self.list, 1)
        there.body.addWidget(self.read)
        there.body.addWidget(self.paste_button)
        split = side_by_side(there, self.view, (304, 728))
        split.setStretchFactor(1, 1)
        held = QWidget()
        inner = QVBoxLayout(held)
        inner.setContentsMargins(24, 16, 24, 16)
        inner.addWidget(split)
        self._shelf_place = held
        for widget in (held, self.empty, self.review):
            self._stack.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)

    def _connect(self) -> None:
        for signal in (self.read.clicked, self.empty.chosen, self.view.read_asked):
            signal.connect(self._choose_files)
        self.paste_button.clicked.connect(lambda: self.paste(QGuiApplication.clipboard().text()))
        self.list.chosen.connect(self._when_source_chosen)
        self.reading.read.connect(self._when_read)
        self.reading.read_anew.connect(self._when_read_anew)
        self.reading.refused.connect(self._when_refused)
        self.review.taken.connect(self._when_taken)
        self.review.left.connect(self._when_left)
        self.review.reading_asked.connect(self._read_again)
        self._context.jobs.progress.connect(self._when_progress)

    def _read(self) -> Callable[[], ShelfRead]:
        dialogue_id, shelf = self._context.choices.dialogue_id, self._shelf
        wanted, here = self._wanted, self.list.here()

        def read() -> ShelfRead:
            sources = shelf.sources(dialogue_id)
            ids = [source.id for source in sources]
            source_id, record_id = asked_in(wanted)
            leads_to = source_id if source_id in ids else shelf.about(dialogue_id, record_id) if record_id else ""
            chosen = leads_to or (here if here in ids else next(iter(ids), ""))
            opened = shelf.open(chosen) if chosen else None
            return ShelfRead(sources, opened, record_id if leads_to else "")

        return read

    def _show(self, read: ShelfRead) -> None:
        if read.record_id == asked_in(self._wanted)[1]:
            self._wanted = ""
        self.list.show_findings(shelf_lines(read.sources, self._context.language))
        if read.opened is not None:
            self.view.show_source(read.opened, self._context.language)
            self.list.choose(read.opened.source.id)
            self.view.choose(read.record_id)
        if not self.reviewing:
            self._stack.setCurrentWidget(self._shelf_place if read.sources else self.empty)
        self.shown.emit()

    def _choose_files(self) -> None:
        if paths := ask_for_sources(self):
            self.read_in(paths)

    def _when_progress(self, job: LongJob[object] | None) -> None:
        for button in (self.read, self.paste_button):
            button.setEnabled(job is None)
        if self.reviewing:
            self.review.wait_for_reading(going_on=self.reading.busy)

    def _when_refused(self, sentence: str) -> None:
        self.said.emit(sentence)
        self._context.look_again()

    def _read_again(self, read_as: ReadAs) -> None:
        if self.review.state is not None:
            self.reading.read_again(self.review.state.source, read_as)

    def _when_source_chosen(self, id_: str) -> None:
        if self.view.source_id() != id_:
            self._wanted = ""
            self._following.read_again()

    def _when_read(self, source: ReadSource) -> None:
        self.said.emit("")
        self.review.begin(source)
        self._stack.setCurrentWidget(self.review)

    def _when_read_anew(self, source: ReadSource) -> None:
        self.said.emit("")
        self.review.show_again(source)

    def _when_taken(self, proposal: Proposal) -> None:
        taken = next(change.after for change in proposal.changes if isinstance(change.after, Source))
        self._wanted = taken.id
        self._context.look_again(dialogue_id=taken.dialogue_id)
        self._go_on(self._shelf_place)

    def _when_left(self) -> None:
        self._context.look_again()
        self._go_on(self._shelf_place if self.list.findings() else self.empty)

    def _go_on(self, otherwise: QWidget) -> None:
        """Go on with the next source that waits; where there is none, show something else."""
        if not self.reading.go_on():
            self._stack.setCurrentWidget(otherwise)
            (self.list if otherwise is self._shelf_place else self.empty.step).setFocus()
