"""A new step in the life of an instrument, by hand: how far it has come, since when, how one knows."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPushButton, QWidget

from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.instrument import Instrument, InstrumentEntry, InstrumentState
from dialogue_prep.domain.text import NOTHING, worded
from dialogue_prep.gui.context import Context
from dialogue_prep.gui.dialogue_terms import instrument_state_name
from dialogue_prep.gui.kit.choice_box import ChoiceBox
from dialogue_prep.gui.kit.day_line import DayLine
from dialogue_prep.gui.kit.refusals import at_field
from dialogue_prep.gui.kit.saved_fields import Field
from dialogue_prep.gui.terms import language_name
from dialogue_prep.gui.words import _, sentence_in_words
from dialogue_prep.services.lineage import Lineage


class LadderStepForm(QWidget):
    """A step is added as a whole, by its button or Enter; what is wrong is said at its field."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._instrument: Instrument | None = None
        self.state, self.on, self.evidence = ChoiceBox(), DayLine(), QLineEdit()
        self.add = QPushButton(_("Add step"))
        self.state.offer([(state, instrument_state_name(state)) for state in InstrumentState])
        words = language_name(context.language)
        self._fields = {
            "state": Field(_("How far it has come"), self.state),
            "on": Field(_("Day, if known"), self.on),
            "evidence": Field(_("How one knows ({language})").format(language=words), self.evidence),
        }
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        grid.addWidget(self._fields["state"], 0, 0)
        grid.addWidget(self._fields["on"], 0, 1)
        grid.addWidget(self._fields["evidence"], 1, 0)
        grid.addWidget(self.add, 1, 1, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignRight)
        self.add.clicked.connect(self.add_step)
        for line in (self.on, self.evidence):
            line.returnPressed.connect(self.add_step)

    def show_instrument(self, instrument: Instrument) -> None:
        """Take steps for an instrument; what the user has begun to write for another one is put away."""
        if self._instrument is None or self._instrument.id != instrument.id:
            self._empty()
        self._instrument = instrument

    def problem(self, field: str) -> str:
        """Return what is wrong with a field, empty where nothing is."""
        return self._fields[field].problem()

    def add_step(self) -> None:
        """Add what is entered; where that is refused, say why at the field and leave everything as it is."""
        self._refuse("", "")
        instrument, state = self._instrument, self.state.thing()
        if instrument is None:
            return
        if state is None:
            self._refuse("state", _("Choose how far it has come."))
            return
        try:
            on = self.on.day()
        except UserError as error:
            self._refuse("on", sentence_in_words(error.sentence))
            return
        words, lineage = self.evidence.text().strip(), Lineage(self._context.workspace)
        evidence = worded(self._context.language, words) if words else NOTHING
        self._context.jobs.run(
            lambda: lineage.add_step(instrument, state, on, evidence),
            partial(self._when_added, instrument.id),
            at_field(self._context, self._refuse),
            by=self,
        )

    def _when_added(self, instrument_id: str, _entry: InstrumentEntry) -> None:
        if self._instrument is not None and self._instrument.id == instrument_id:
            self._empty()

    def _empty(self) -> None:
        self._refuse("", "")
        self.state.choose(None)
        for line in (self.on, self.evidence):
            line.clear()

    def _refuse(self, field: str, sentence: str) -> None:
        for name, shown in self._fields.items():
            shown.refuse(sentence if name == field or (name == "evidence" and field not in self._fields) else "")
