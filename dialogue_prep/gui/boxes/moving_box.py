"""The box that is shown while a store is taken over to another place, and then says what was compared."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QWidget

from dialogue_prep.domain.errors import Problem
from dialogue_prep.gui.colours import Tone
from dialogue_prep.gui.jobs import Jobs
from dialogue_prep.gui.kit.box_column import box_column
from dialogue_prep.gui.kit.labels import PlainLabel
from dialogue_prep.gui.words import _, count, sentence_in_words, together
from dialogue_prep.services.moving import MovedStore

_WIDTH = 520


class MovingBox(QDialog):
    """Runs `move` in a job at once; `left` tells when the box goes, with the place where the store is to be opened.

    That place is none where the store was not moved, or is to be worked on where it was.
    """

    left = Signal(object)

    def __init__(self, jobs: Jobs, place: str, move: Callable[[], MovedStore], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self.moved: MovedStore | None = None
        self.setWindowTitle(_("Moving the store"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.told = PlainLabel(
            _("Every record and every step is taken over and compared; nothing is kept there until all are the same."),
            wrap=True,
        )
        self.told.setMinimumHeight(4 * self.fontMetrics().lineSpacing())
        self.told.setAlignment(Qt.AlignmentFlag.AlignTop)
        # Nobody knows how much of it is done: a bar would move without end and say nothing.
        self.wait = PlainLabel(_("This can take some minutes."), tone=Tone.ACCENT)
        buttons = QDialogButtonBox()
        self.stay = buttons.addButton(_("Stay here"), QDialogButtonBox.ButtonRole.RejectRole)
        self.go = buttons.addButton(_("Open it there"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.go.setProperty("main", "true")
        self.stay.setEnabled(False)
        self.go.setEnabled(False)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = box_column(self, _("Moving the store"), place, width=_WIDTH)
        layout.addWidget(self.told)
        layout.addWidget(self.wait)
        layout.addWidget(buttons)
        self.finished.connect(self._leave)
        jobs.run(move, self._show, self._refuse)

    def reject(self) -> None:
        """Close the box, once there is something to say: a store that is being moved is not left half way."""
        if self.stay.isEnabled():
            super().reject()

    def _show(self, moved: MovedStore) -> None:
        self.moved = moved
        what = (
            count("{number} record", "{number} records", moved.records),
            count("{number} step of the history", "{number} steps of the history", moved.steps),
        )
        compared = _("{records} and {steps} are the same in both places: each was compared.")
        said = [compared.format(records=what[0], steps=what[1])]
        if moved.left:
            said.append(_("Bundles are made and taken there; the store that stays here would be another copy."))
        self._end(together(said), Tone.GOOD)
        self.go.setEnabled(True)
        self.go.setFocus()

    def _refuse(self, error: BaseException) -> None:
        if not isinstance(error, Problem):
            self._jobs.refuse(error)
        words = sentence_in_words(error.sentence) if isinstance(error, Problem) else ""
        self._end(words or _("It was not moved; a report has been written."), Tone.BAD)

    def _end(self, words: str, tone: Tone) -> None:
        self.wait.hide()
        self.told.say(words, tone)
        self.stay.setEnabled(True)

    def _leave(self, result: int) -> None:
        opens = result == QDialog.DialogCode.Accepted and self.moved is not None
        self.left.emit(self.moved.place if opens and self.moved else None)
