"""The part of the papers in which edited copies come back: reading them, then reviewing them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dialogue_prep.domain.errors import UserError
from dialogue_prep.gui.context import Context
from dialogue_prep.gui.kit.refusals import at_field
from dialogue_prep.gui.pages.return_reading import ReturnReading, review_of
from dialogue_prep.gui.words import _, in_a_row, sentence_in_words, together

if TYPE_CHECKING:
    from dialogue_prep.gui.pages.return_view import ReturnView
    from dialogue_prep.gui.pages.returning import Returning
    from dialogue_prep.services.returned_copies import Arrived


class ReturnPart(QWidget):
    """`begun` tells that copies are under review, `ended` that none are any more; `said` carries what to tell."""

    begun = Signal()
    ended = Signal()
    said = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._reading = ReturnReading(context, self)
        self.view: ReturnView | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._reading.read.connect(self._when_read)
        self._reading.refused.connect(self.said)

    @property
    def reviewing(self) -> bool:
        """Whether copies are under review."""
        return self.view is not None and self.view.state is not None

    @property
    def decided(self) -> bool:
        """Whether there are decisions that are not kept yet."""
        return self.view is not None and self.view.decided

    def choose(self, folder: Path) -> None:
        """Let the user choose edited copies, beginning in a folder, and read them."""
        # Imported here: few starts of the window ever ask for it.
        from dialogue_prep.gui.boxes.return_files import ask_for_copies

        if paths := ask_for_copies(self, folder):
            self.begin(paths)

    def begin(self, paths: Sequence[Path]) -> None:
        """Read edited copies for review; those that are under review are finished first."""
        if not self._is_free():
            return
        self.said.emit("")
        self._reading.begin(paths)

    def begin_arrived(self, arrived: Sequence[Arrived]) -> None:
        """Review copies that were read already."""
        if self._is_free():
            context = self._context
            context.jobs.run(review_of(context, arrived), self._show, at_field(context, self._refuse))

    def _is_free(self) -> bool:
        if self.reviewing:
            self.begun.emit()
            self.said.emit(_("Take these copies in or leave them before you bring others back."))
        return not self.reviewing

    def _when_read(self, read: Sequence[Arrived | UserError]) -> None:
        """Review what could be read; a file that could not, or is of no paper, is named and left out."""
        refused = [sentence_in_words(one.sentence) for one in read if isinstance(one, UserError)]
        arrived = [one for one in read if not isinstance(one, UserError)]
        known = [one for one in arrived if one.draft is not None]
        if refused or len(known) < len(arrived):
            strange = _("“{name}” is no copy of a paper that was written from this store, so it is left out.")
            refused += [strange.format(name=one.path.name) for one in arrived if one.draft is None]
            self.said.emit(together(refused))
        if known:
            self.begin_arrived(known)

    def _show(self, returning: Returning) -> None:
        if returning.report.empty and not returning.report.untaken:
            self._note_unchanged(returning)
            return
        view = self._view()
        self.begun.emit()
        view.begin(returning)

    def _note_unchanged(self, returning: Returning) -> None:
        """Keep that copies came back which say nothing new: their papers can be written anew."""
        # Imported here: what composes papers takes long to import.
        from dialogue_prep.services.returns import Returns

        context, report = self._context, returning.report
        said = _("Nothing was changed in {names}.").format(names=_names(returning))
        context.jobs.run(
            lambda: Returns(context.workspace).take_in(report),
            lambda _none: self.said.emit(said),
            at_field(context, self._refuse),
        )

    def _view(self) -> ReturnView:
        if self.view is None:
            from dialogue_prep.gui.pages.return_view import ReturnView

            self.view = ReturnView(self._context)
            self._column.addWidget(self.view)
            self.view.left.connect(self.ended)
            self.view.taken.connect(self._when_taken)
        return self.view

    def _when_taken(self, said: str) -> None:
        self.ended.emit()
        self.said.emit(said)

    def _refuse(self, _field: str, sentence: str) -> None:
        self.said.emit(sentence)


def _names(returning: Returning) -> str:
    return in_a_row(copy.path.name for copy in returning.report.copies)
