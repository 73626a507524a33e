"""How a proposal, a request for guidance or a sub-group stands, what can be done next, and when a sub-group meets."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from dialogue_prep.domain.consultation import GuidanceRequest, Subgroup, TopicProposal
from dialogue_prep.domain.identity import Identified
from dialogue_prep.domain.special_meeting import SpecialMeeting
from dialogue_prep.gui.boxes.step_box import StepBox, StepGiven
from dialogue_prep.gui.context import Context
from dialogue_prep.gui.days import day_in_words
from dialogue_prep.gui.kit.facts import Facts
from dialogue_prep.gui.kit.labels import PlainLabel, Size, plain_action
from dialogue_prep.gui.kit.named_lines import NamedLine, NamedLines
from dialogue_prep.gui.kit.refusals import at_field
from dialogue_prep.gui.pages.consultation_steps import NextStep, facts_of, steps_of
from dialogue_prep.gui.words import _
from dialogue_prep.services.consultation import Consultation
from dialogue_prep.services.dialogues import TermsOfReference

_COLUMNS = 2
_OPEN = "open"


class ConsultationPanel(QWidget):
    """Each step has a button, which asks for day and reason; `meeting_asked` carries a meeting to go to.

    `said` carries what is to be told of a step that was refused and asked for nothing.
    """

    meeting_asked = Signal(str)
    said = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._consultation = Consultation(context.workspace)
        self._buttons: dict[str, QPushButton] = {}
        self._shown: Identified | None = None
        self.facts = Facts(1)
        self.meetings = NamedLines(_("Meetings of the sub-group"))
        self.meetings.taken.connect(lambda id_, _way: self.meeting_asked.emit(id_))
        self._next = PlainLabel(_("What happens next"), size=Size.STRONG)
        self._grid = QGridLayout()
        self._grid.setSpacing(8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        for widget in (self.facts, self.meetings, self._next):
            layout.addWidget(widget)
        layout.addLayout(self._grid)

    def show_record(self, record: Identified, terms: TermsOfReference) -> None:
        """Show a record of the consultation; this is not seen for others."""
        language = self._context.language
        self.setVisible(isinstance(record, TopicProposal | GuidanceRequest | Subgroup))
        if not isinstance(record, TopicProposal | GuidanceRequest | Subgroup):
            self._shown = None
            return
        facts = facts_of(record, terms, language)
        self.facts.show_facts(facts)
        self.facts.setVisible(bool(facts))
        self.meetings.setVisible(isinstance(record, Subgroup))
        self.meetings.show_lines(meeting_lines(record, terms.meetings, language))
        if record != self._shown:
            self._shown = record
            self._show_steps(steps_of(record, terms, self._consultation, language))

    def button(self, id_: str) -> QPushButton:
        """Return the button of a step, by its identifier."""
        return self._buttons[id_]

    def first_button(self) -> QPushButton | None:
        """Return the button of the first step, None where nothing is left to do."""
        return next(iter(self._buttons.values()), None)

    def steps(self) -> tuple[str, ...]:
        """Return the identifiers of the steps that can be taken."""
        return tuple(self._buttons)

    def _show_steps(self, steps: Sequence[NextStep]) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._buttons.clear()
        self._next.setVisible(bool(steps))
        for place, step in enumerate(steps):
            button = QPushButton(plain_action(step.words))
            button.clicked.connect(partial(self._take, step))
            self._grid.addWidget(button, *divmod(place, _COLUMNS))
            self._buttons[step.id] = button

    def _take(self, step: NextStep) -> None:
        context, asked = self._context, step.asked
        if asked is None:
            say = at_field(context, lambda _field, sentence: self.said.emit(sentence))
            context.jobs.run(lambda: step.send(StepGiven(on=context.workspace.today())), None, say)
            return

        def ask(today: date) -> None:
            StepBox(context, asked, today, step.send, self.window()).open()

        context.jobs.run(context.workspace.today, ask)


def meeting_lines(record: Identified, meetings: Sequence[SpecialMeeting], language: str) -> list[NamedLine]:
    """Return the meetings of a sub-group, those without days last; or that there are none."""
    own = [one for one in meetings if one.subgroup_id == record.id]
    own.sort(key=lambda one: (one.start is None, one.start or date.min, one.id))
    lines = [
        NamedLine(
            one.id,
            " · ".join(
                filter(
                    None,
                    (
                        day_in_words(one.start, language) if one.start else _("no date yet"),
                        one.city.read(language, "en"),
                        one.title.read(language, "en"),
                    ),
                )
            ),
            ((_OPEN, _("Open")),),
        )
        for one in own
    ]
    return lines or [NamedLine("", _("It has not met yet."))]
