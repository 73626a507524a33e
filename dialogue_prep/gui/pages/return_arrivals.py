"""Files that were dropped on the window: edited copies of papers go one way, sources the other."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from dialogue_prep.domain.errors import UserError
from dialogue_prep.gui.context import Context
from dialogue_prep.gui.pages.return_reading import ReturnReading
from dialogue_prep.gui.words import sentence_in_words, together

if TYPE_CHECKING:
    from dialogue_prep.services.returned_copies import Arrived

_WORD = ".docx"


class ReturnArrivals(QObject):
    """Tells the files of one drop, and goes once that is done.

    `copies` carries edited copies as they were read, `sources` the paths of sources, `refused` a sentence.
    """

    copies = Signal(object)
    sources = Signal(object)
    refused = Signal(str)

    def __init__(self, context: Context, window: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._others: tuple[Path, ...] = ()
        self._reading = ReturnReading(context, self)
        self._reading.read.connect(self._when_read)
        self._reading.refused.connect(self.refused)
        self._reading.refused.connect(self.deleteLater)

    def begin(self, paths: Sequence[Path]) -> None:
        """Look at the Word files among these; whatever else there is, is a source."""
        self._others = tuple(path for path in paths if not can_be_copy(path))
        self._reading.begin([path for path in paths if can_be_copy(path)])

    def _when_read(self, read: Sequence[Arrived | UserError]) -> None:
        """Tell copies by what they say themselves; of what is merely like a paper, the user is asked once."""
        arrived = [one for one in read if not isinstance(one, UserError)]
        sure = tuple(one for one in arrived if one.draft is not None and one.sure)
        unsure = tuple(one for one in arrived if one.draft is not None and not one.sure)
        strange = tuple(one.path for one in arrived if one.draft is None)
        if refused := [sentence_in_words(one.sentence) for one in read if isinstance(one, UserError)]:
            self.refused.emit(together(refused))
        if not unsure:
            self._go(sure, (*self._others, *strange))
            return
        # Imported here: nearly every file says itself what it is.
        from dialogue_prep.gui.boxes.return_question import ReturnQuestionBox

        box = ReturnQuestionBox(unsure, self._window)
        box.answered.connect(lambda copies, sources: self._go((*sure, *copies), (*self._others, *strange, *sources)))
        box.rejected.connect(self.deleteLater)
        box.open()

    def _go(self, copies: tuple[Arrived, ...], sources: tuple[Path, ...]) -> None:
        if copies:
            self.copies.emit(copies)
        if sources:
            self.sources.emit(sources)
        self.deleteLater()


def can_be_copy(path: Path) -> bool:
    """Say whether a file can be an edited copy of a paper, by its name."""
    return path.suffix.casefold() == _WORD
