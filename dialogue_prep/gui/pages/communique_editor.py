"""The part of the papers in which the communiqué is made: the bracket room, their draft under review, its adoption."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.errors import Problem
from dialogue_prep.gui.boxes.adopt_box import AdoptBox
from dialogue_prep.gui.boxes.counter_draft_files import ask_for_their_draft
from dialogue_prep.gui.context import Context
from dialogue_prep.gui.jobs import LongJob
from dialogue_prep.gui.pages.bracket_room import BracketRoom
from dialogue_prep.gui.pages.counter_draft_view import CounterDraftView
from dialogue_prep.gui.words import _, sentence_in_words

if TYPE_CHECKING:
    from dialogue_prep.gui.pages.review_view import ReviewView
    from dialogue_prep.services.counter_drafts import CounterDraft
    from dialogue_prep.services.sources import ReadSource


class CommuniqueEditor(QWidget):
    """Shows one of three: the room, the review of their draft, the review of the adopted text."""

    said = Signal(str)
    history_asked = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._round_id = self._adopted_round = ""
        self.room, self.counter = BracketRoom(context), CounterDraftView(context)
        self.adoption: ReviewView | None = None
        self._stack = QStackedWidget()
        for widget in (self.room, self.counter):
            self._stack.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self.room.their_draft_asked.connect(self._ask_for_their_draft)
        self.room.adoption_asked.connect(self._ask_for_adoption)
        self.counter.ended.connect(self._when_ended)

    @property
    def in_use(self) -> bool:
        """Whether something is being reviewed that is not kept yet, of whichever round."""
        return self.counter.draft is not None or (self.adoption is not None and self.adoption.state is not None)

    def show_dossier(self, dossier: Dossier) -> None:
        """Show the draft of a round; what is being reviewed of another one is seen again once that is looked at."""
        other, self._round_id = dossier.round.id != self._round_id, dossier.round.id
        if other:
            self._stack.setCurrentWidget(self._reviewed())
        self.room.show_dossier(dossier)

    def choose(self, id_: str) -> bool:
        """Lead to a paragraph; return whether there is such a one."""
        return self.room.table.choose(id_)

    def record_id(self) -> str:
        """Return the paragraph that is chosen, empty where none is."""
        return self.room.table.chosen_id() if self._stack.currentWidget() is self.room else ""

    def read_their_draft(self, path: Path) -> None:
        """Lay a draft of the other side beside ours, in sight and so that it can be cancelled."""
        jobs, title = self._context.jobs, _("Reading {file}").format(file=path.name)
        if jobs.running is not None:
            self.said.emit(_("Wait until this has ended: {title}.").format(title=jobs.running.title))
            return
        jobs.run_long(title, 1, lambda: self._steps(path, self._round_id), self._when_compared)

    def review_adopted(self, source: ReadSource) -> None:
        """Show what the adopted text says, to be taken in."""
        # Imported here: what reviews sources takes long to import, and a text is adopted once a round.
        from dialogue_prep.gui.pages.review_view import ReviewView

        if self.adoption is None:
            self.adoption = ReviewView(self._context)
            self.adoption.taken.connect(lambda _proposal: self._when_ended(_("The communiqué is taken in.")))
            self.adoption.left.connect(lambda: self._when_ended(""))
            if (layout := self.adoption.layout()) is not None:
                layout.setContentsMargins(0, 0, 0, 0)
            self.adoption.correct.hide()
            self.adoption.reading_asked.connect(self._when_reading_asked)
            self._stack.addWidget(self.adoption)
        self._adopted_round = self._round_id
        self._stack.setCurrentWidget(self.adoption)
        self.adoption.begin(source)

    def _reviewed(self) -> QWidget:
        """Return what is being reviewed of the round that is looked at, or the room where nothing is."""
        if self.adoption is not None and self.adoption.state is not None and self._adopted_round == self._round_id:
            return self.adoption
        draft = self.counter.draft
        return self.counter if draft is not None and draft.round_id == self._round_id else self.room

    def _steps(self, path: Path, round_id: str) -> Iterator[CounterDraft | Problem]:
        """Yield the draft laid beside ours, or what stands in the way: a file that cannot be read is no failure."""
        from dialogue_prep.services.counter_drafts import CounterDrafts

        job = self._context.jobs.running
        try:
            drafts = CounterDrafts(self._context.workspace)
            yield drafts.compare(round_id, path, lambda: job is not None and job.cancelled)
        except Problem as problem:
            yield problem

    def _when_compared(self, job: LongJob[CounterDraft | Problem]) -> None:
        for result in job.results:
            if isinstance(result, Problem):
                self.said.emit(sentence_in_words(result.sentence, self._context.language))
            elif result.round_id == self._round_id:
                self.said.emit("")
                self._stack.setCurrentWidget(self.counter)
                self.counter.begin(result)

    def _ask_for_their_draft(self) -> None:
        if (path := ask_for_their_draft(self)) is not None:
            self.read_their_draft(path)

    def _ask_for_adoption(self) -> None:
        box = AdoptBox(self._context, self._round_id, self)
        box.read.connect(self.review_adopted)
        box.open()

    def _when_reading_asked(self, _asked: object) -> None:
        if self.adoption is not None:
            said = _("This text is read as it was adopted; leave it and adopt it with another day or language.")
            self.adoption.foot.say_problem(said)

    def _when_ended(self, told: str) -> None:
        self._stack.setCurrentWidget(self._reviewed())
        self.room.table.setFocus()
        self.said.emit(told)
