"""One record of the terms of reference: its form, who holds it, what it is about, its other names, where it stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from dialogue_prep.domain.dialogue import Side
from dialogue_prep.domain.identity import Identified
from dialogue_prep.domain.instrument import Instrument, ObjectiveInstrument
from dialogue_prep.domain.post import Post
from dialogue_prep.domain.source import Subject
from dialogue_prep.domain.topic import Objective, ObjectiveTopic, Topic
from dialogue_prep.gui.colours import Tone
from dialogue_prep.gui.context import Context
from dialogue_prep.gui.kit.cards import row
from dialogue_prep.gui.kit.labels import OptionalLabel, Size
from dialogue_prep.gui.kit.named_lines import NamedLine, NamedLines
from dialogue_prep.gui.kit.record_form import RecordForm
from dialogue_prep.gui.kit.saved_fields import Field
from dialogue_prep.gui.kit.several_picker import Choice, SeveralPicker
from dialogue_prep.gui.pages.consultation_panel import ConsultationPanel
from dialogue_prep.gui.pages.dialogue_lines import aliases, holders, is_fixed, stated_in
from dialogue_prep.gui.pages.dialogue_shapes import shapes_of
from dialogue_prep.gui.words import _
from dialogue_prep.services.dialogues import TermsOfReference
from dialogue_prep.services.hosting import Hosting
from dialogue_prep.services.records import Records

CONFIRM, REPLACE, REMOVE = "confirm", "replace", "remove"


class RecordDetail(QWidget):
    """Each field is kept as it is left; what else the user wants is told by a signal."""

    remove_asked = Signal()
    home_asked = Signal()
    holder_taken = Signal(str, str)
    tied = Signal(type, tuple, tuple)
    objectives_tied = Signal(tuple, tuple)
    alias_added = Signal(str)
    alias_removed = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        records, hosting = Records(context.workspace), Hosting(context.workspace)

        def keep(record: Identified, change: Callable[[Identified], Identified], visit: str) -> object:
            if isinstance(record, Side) and isinstance(changed := change(record), Side):
                calendar = changed.holiday_calendar
                if calendar != record.holiday_calendar:
                    return hosting.choose_calendar(record, calendar, visit)
            return records.edit(record, change, label=_label(record), visit=visit)

        self.form = RecordForm(context.jobs, context.workspace.new_id, keep)
        self.consultation = ConsultationPanel(context)
        self.holders = NamedLines(_("Who holds it"))
        self.topics = SeveralPicker(_("Topics"), _("none"))
        self.instruments = SeveralPicker(_("Instruments"), _("none"))
        self.objectives = SeveralPicker(_("Objectives about it"), _("none"))
        self.of_objectives = Field(_("Objectives about it"), self.objectives)
        self.ties = QWidget()
        self.aliases = NamedLines(_("Other names"), adding=_("Add another name, and press Enter"))
        self.stated = OptionalLabel(size=Size.SMALL, tone=Tone.MUTED, wrap=True)
        self.home = QPushButton(_("This is our side …"))
        self.remove = QPushButton(_("Remove …"))
        self._lay_out()
        self.holders.taken.connect(self.holder_taken)
        self.topics.turned.connect(partial(self.tied.emit, ObjectiveTopic))
        self.instruments.turned.connect(partial(self.tied.emit, ObjectiveInstrument))
        self.objectives.turned.connect(self.objectives_tied)
        self.aliases.added.connect(self.alias_added)
        self.aliases.taken.connect(lambda id_, _way: self.alias_removed.emit(id_))
        self.home.clicked.connect(self.home_asked)
        self.remove.clicked.connect(self.remove_asked)

    def show_record(self, record: Identified, terms: TermsOfReference, zones: Sequence[str], language: str) -> None:
        """Show a record, its texts in a language."""
        window = self._context.language
        self.form.show_record(record, shapes_of(record, terms, zones, window), language, (window, "en"))
        self.consultation.show_record(record, terms)
        self._show_holders(record, terms)
        self._show_ties(record, terms)
        self._show_objectives(record, terms)
        names = aliases(terms, record, window)
        self.aliases.setVisible(type(record).__name__.lower() in set(Subject))
        self.aliases.show_lines([NamedLine(line.id, line.words, ((REMOVE, _("Remove")),)) for line in names])
        self.stated.say(stated_in(terms, record, window))
        self.home.setVisible(isinstance(record, Side) and not record.home)
        self.remove.setVisible(not is_fixed(record))

    def _lay_out(self) -> None:
        ties = QVBoxLayout(self.ties)
        ties.setContentsMargins(0, 0, 0, 0)
        ties.setSpacing(12)
        for name, picker in ((_("Topics"), self.topics), (_("Instruments"), self.instruments)):
            ties.addWidget(Field(name, picker))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 8, 0)
        layout.setSpacing(16)
        for widget in (
            self.form,
            self.consultation,
            self.holders,
            self.ties,
            self.of_objectives,
            self.aliases,
            self.stated,
        ):
            layout.addWidget(widget)
        layout.addLayout(row(self.home, self.remove, None))
        layout.addStretch(1)

    def _show_holders(self, record: Identified, terms: TermsOfReference) -> None:
        self.holders.setVisible(isinstance(record, Post))
        if not isinstance(record, Post):
            return
        lines = []
        for line in holders(terms, record, self._context.language):
            confirm = ((CONFIRM, _("Confirm")),) if line.now and not line.tenure.confirmed else ()
            replace = ((REPLACE, _("Replace …")),) if line.now else ()
            lines.append(NamedLine(line.tenure.id, line.words, (*confirm, *replace)))
        if not any(line.ways for line in lines):
            lines.insert(0, NamedLine("", _("nobody is known to hold it now"), ((REPLACE, _("Say who …")),)))
        self.holders.show_lines(lines)

    def _show_ties(self, record: Identified, terms: TermsOfReference) -> None:
        self.ties.setVisible(isinstance(record, Objective))
        language = self._context.language
        topics = [tie.topic_id for tie in terms.objective_topics if tie.objective_id == record.id]
        instruments = [tie.instrument_id for tie in terms.objective_instruments if tie.objective_id == record.id]
        self.topics.offer(
            [
                Choice(topic.id, f"{topic.number}  {topic.title.read(language, 'en')}", str(topic.number))
                for topic in terms.topics
            ],
            topics,
        )
        self.instruments.offer(
            [
                Choice(instrument.id, title, title)
                for instrument in terms.instruments
                for title in (instrument.title.read(language, "en"),)
            ],
            instruments,
        )

    def _show_objectives(self, record: Identified, terms: TermsOfReference) -> None:
        self.of_objectives.setVisible(isinstance(record, Topic | Instrument))
        language = self._context.language
        of_topics = (tie.objective_id for tie in terms.objective_topics if tie.topic_id == record.id)
        of_instruments = (tie.objective_id for tie in terms.objective_instruments if tie.instrument_id == record.id)
        self.objectives.offer(
            [
                Choice(one.id, f"{one.number}  {one.wording.read(language, 'en')}", str(one.number))
                for one in terms.objectives
            ],
            (*of_topics, *of_instruments),
        )


def _label(record: Identified) -> str:
    return {
        "Dialogue": "Change the dialogue",
        "Side": "Change a side",
        "Entity": "Change an entity",
        "Post": "Change a post",
        "Topic": "Change a topic",
        "Mechanism": "Change a mechanism",
        "Objective": "Change an objective",
        "Instrument": "Change an instrument",
        "TopicProposal": "Change a proposed topic",
        "GuidanceRequest": "Change a request for guidance",
        "Subgroup": "Change a sub-group",
    }[type(record).__name__]
