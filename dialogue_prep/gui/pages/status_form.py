"""A new status of a commitment: in whose words, what became of it, on which day, how one knows, what comes next."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPushButton, QWidget

from dialogue_prep.domain.commitment import Commitment, CommitmentState, StatusEntry, Voice
from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.text import NOTHING, Text, worded
from dialogue_prep.gui.context import Context
from dialogue_prep.gui.kit.choice_box import ChoiceBox
from dialogue_prep.gui.kit.day_line import DayLine
from dialogue_prep.gui.kit.refusals import at_field
from dialogue_prep.gui.kit.saved_fields import Field
from dialogue_prep.gui.terms import language_name, voice_name
from dialogue_prep.gui.words import _, sentence_in_words
from dialogue_prep.services.commitments import Commitments


@dataclass(frozen=True, slots=True)
class _Begun:
    """An entry that is not added yet: whose word, what became of it, and the words of its lines."""

    voice: Voice | None
    state: CommitmentState | None
    words: tuple[str, ...]

    @property
    def says_something(self) -> bool:
        return self.state is not None or any(map(str.strip, self.words))


class StatusForm(QWidget):
    """Offers only what is on the ladder of the kind of a commitment; an entry is added as a whole, by its button.

    What was begun for a commitment is there again when it is shown again. `added` tells that an entry was added.
    """

    added = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._commitments = Commitments(context.workspace)
        self._commitment: Commitment | None = None
        self._begun: dict[str, _Begun] = {}
        self.voice, self.state = ChoiceBox(), ChoiceBox()
        self.on, self.evidence, self.next_step = DayLine(otherwise=_("today")), QLineEdit(), QLineEdit()
        self.add = QPushButton(_("Add status"))
        self.add.setAutoDefault(False)  # in a box, Enter in a line would press it, too, and add the same twice
        self.voice.offer([(voice, voice_name(voice)) for voice in Voice])
        words = language_name(context.language)
        self._fields = {
            "voice": Field(_("Whose word"), self.voice),
            "state": Field(_("Status"), self.state),
            "on": Field(_("Day"), self.on),
            "evidence": Field(_("How one knows ({language})").format(language=words), self.evidence),
            "next_step": Field(_("Next step ({language})").format(language=words), self.next_step),
        }
        self._lay_out()
        self.add.clicked.connect(self.add_entry)
        for line in self._lines:
            line.returnPressed.connect(self.add_entry)

    def show_commitment(self, commitment: Commitment, states: Sequence[tuple[CommitmentState, str]]) -> None:
        """Take entries for a commitment; what the user has begun for another one is kept for when that is shown."""
        other = self._commitment is None or self._commitment.id != commitment.id
        if other:
            self._keep_begun()
            self._empty()
        self._commitment = commitment
        self.state.offer(states)
        if other and (begun := self._begun.get(commitment.id)) is not None:
            self._fill(begun)

    @property
    def begun(self) -> bool:
        """Whether the user has begun an entry, of whichever commitment, and not added it."""
        self._keep_begun()
        return bool(self._begun)

    def problem(self, field: str) -> str:
        """Return what is wrong with a field, empty where nothing is."""
        return self._fields[field].problem()

    def add_entry(self) -> None:
        """Add what is entered; where that is refused, say why at the field and leave everything as it is."""
        self._refuse("", "")
        state, commitment = self.state.thing(), self._commitment
        if commitment is None:
            return
        if state is None:
            self._refuse("state", _("Choose what became of it."))
            return
        try:
            on = self.on.day()
        except UserError as error:
            self._refuse("on", sentence_in_words(error.sentence))
            return
        self._context.jobs.run(
            self._request(commitment, state, on),
            partial(self._when_added, commitment.id),
            at_field(self._context, self._refuse),
            by=self,
        )

    def _request(self, commitment: Commitment, state: CommitmentState, on: date | None) -> Callable[[], StatusEntry]:
        voice, context, commitments = self.voice.thing(), self._context, self._commitments
        evidence, next_step = self._text(self.evidence), self._text(self.next_step)

        def add() -> StatusEntry:
            day = on or context.workspace.today()
            return commitments.say_status(commitment, voice, state, day, evidence, next_step)

        return add

    def _text(self, line: QLineEdit) -> Text:
        words = line.text().strip()
        return worded(self._context.language, words) if words else NOTHING

    def _when_added(self, commitment_id: str, _entry: StatusEntry) -> None:
        self._begun.pop(commitment_id, None)
        if self._commitment is not None and self._commitment.id == commitment_id:
            self._empty()
            self.state.setFocus(Qt.FocusReason.OtherFocusReason)
            self.added.emit()

    def _keep_begun(self) -> None:
        if self._commitment is None:
            return
        begun = _Begun(self.voice.thing(), self.state.thing(), tuple(line.text() for line in self._lines))
        if begun.says_something:
            self._begun[self._commitment.id] = begun
        else:
            self._begun.pop(self._commitment.id, None)

    def _fill(self, begun: _Begun) -> None:
        self.voice.choose(begun.voice)
        self.state.choose(begun.state)
        for line, words in zip(self._lines, begun.words, strict=True):
            line.setText(words)

    @property
    def _lines(self) -> tuple[QLineEdit, ...]:
        return self.on, self.evidence, self.next_step

    def _empty(self) -> None:
        self._refuse("", "")
        self.voice.choose(Voice.OURS)
        self.state.choose(None)
        for line in self._lines:
            line.clear()

    def _refuse(self, field: str, sentence: str) -> None:
        for name, shown in self._fields.items():
            shown.refuse(sentence if name == field or (name == "on" and field not in self._fields) else "")

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        for column in range(2):
            grid.setColumnStretch(column, 1)
        grid.addWidget(self._fields["voice"], 0, 0)
        grid.addWidget(self._fields["state"], 0, 1)
        grid.addWidget(self._fields["evidence"], 1, 0, 1, 2)
        grid.addWidget(self._fields["next_step"], 2, 0, 1, 2)
        grid.addWidget(self._fields["on"], 3, 0)
        grid.addWidget(self.add, 3, 1, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignRight)
