"""One commitment: its exact words and where they stand, topic, leads, instruments, what became of it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.identity import EntityId, TopicId
from dialogue_prep.gui.colours import Tone
from dialogue_prep.gui.context import Context
from dialogue_prep.gui.kit.cards import Card, row, rule
from dialogue_prep.gui.kit.choice_box import ChoiceBox
from dialogue_prep.gui.kit.facts import Facts
from dialogue_prep.gui.kit.finding_list import FindingList
from dialogue_prep.gui.kit.labels import Chip, ElidedLabel, PlainLabel, Size, plain_action, plain_hint
from dialogue_prep.gui.kit.record_form import FieldKind, FieldShape, RecordForm
from dialogue_prep.gui.kit.saved_fields import Field
from dialogue_prep.gui.kit.segments import Segments
from dialogue_prep.gui.kit.several_picker import SeveralPicker
from dialogue_prep.gui.pages.commitment_lines import CommitmentShown
from dialogue_prep.gui.pages.ladder_panel import LadderPanel
from dialogue_prep.gui.pages.lineage_panel import LineagePanel
from dialogue_prep.gui.pages.status_form import StatusForm
from dialogue_prep.gui.words import _, with_commas
from dialogue_prep.services.commitments import Commitments
from dialogue_prep.services.records import Records

_ENTRIES = 3


class CommitmentDetail(Card):
    """`source_asked` carries where to look in the sources, `history_asked` and `commitment_asked` a commitment.

    What was said of its matter in other rounds is beside what became of it, each seen one at a time.
    """

    source_asked = Signal(str)
    history_asked = Signal(str)
    commitment_asked = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._context = context
        self._commitments = Commitments(context.workspace)
        records = Records(context.workspace)
        self._shown: CommitmentShown | None = None
        self.code = Chip()
        self.action = PlainLabel(size=Size.LARGE, wrap=True)
        self.about = PlainLabel(size=Size.SMALL, tone=Tone.MUTED, wrap=True)
        self.wording = PlainLabel(wrap=True)
        self.wording.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.wording.setAccessibleName(_("Exact words"))
        self.where = QPushButton()
        self.where.setObjectName("link")
        self.where.setToolTip(plain_hint(_("Open the source at this place")))
        self._source = ElidedLabel(size=Size.SMALL, tone=Tone.MUTED)
        self.history = QPushButton(_("History …"))
        self.history.setObjectName("quiet")
        self.topic = ChoiceBox()
        self.confirm = QPushButton(_("Confirm"))
        self._proposed = PlainLabel(
            _("The topic is only proposed: confirm or change it."), size=Size.SMALL, tone=Tone.WARN, wrap=True
        )
        self.facts = RecordForm(
            context.jobs,
            context.workspace.new_id,
            lambda record, change, visit: records.edit(record, change, label="Change a commitment", visit=visit),
        )
        self.leads = tuple(SeveralPicker(_("Leads"), _("Nobody yet")) for _side in range(2))
        self._lead_fields = tuple(Field(_("Leads"), picker) for picker in self.leads)
        self._instruments = PlainLabel(wrap=True)
        self._about_instruments = PlainLabel(_("Instruments"), size=Size.SMALL, tone=Tone.MUTED)
        self.standing = Facts(1)
        self.entries = FindingList(_("Status entries"))
        self.form = StatusForm(context)
        self.parts = Segments((_("Status"), _("Wordings"), _("Links")))
        self.ladder = LadderPanel(context)
        self.lineage = LineagePanel(context)
        self._part = QStackedWidget()
        self._lay_out()
        self._connect()

    def show_commitment(self, dossier: Dossier, shown: CommitmentShown) -> None:
        """Show a commitment of a dossier."""
        self.ladder.show_commitment(dossier, shown.commitment)
        self.lineage.show_commitment(dossier, shown.commitment)
        if shown == self._shown:
            return
        self._shown = shown
        commitment = shown.commitment
        self.code.say(commitment.code)
        self.action.say(shown.action)
        self.about.say(shown.about)
        self.wording.say(shown.wording)
        self.where.setVisible(bool(shown.place))
        self.where.setText(plain_action(shown.place))
        self.where.setAccessibleName(with_commas((shown.place, shown.source)))
        self._source.say(shown.source)
        self.topic.offer(shown.topics)
        self.topic.choose(commitment.topic_id or "")
        self._proposed.setVisible(shown.proposed)
        self.confirm.setVisible(shown.proposed)
        self.facts.show_record(commitment, _fact_shapes(shown), self._context.language)
        for picker, field, leads in zip(self.leads, self._lead_fields, shown.leads, strict=True):
            field.rename(_("Leads of {side}").format(side=leads.name))
            picker.offer(leads.choices, leads.chosen)
        self._instruments.say("\n".join(shown.instruments))
        for widget in (self._instruments, self._about_instruments):
            widget.setVisible(bool(shown.instruments))
        self.standing.show_facts(shown.standing)
        self.entries.setVisible(bool(shown.entries))
        self.entries.show_findings(shown.entries)
        self._fit_entries(len(shown.entries))
        self.form.show_commitment(commitment, shown.states)

    def begin_status(self) -> None:
        """Let the user say what became of it."""
        self.parts.pick(0)
        self.form.state.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fit_entries(self, number: int) -> None:
        line = self.entries.sizeHintForRow(0) if number else 0
        self.entries.setFixedHeight(min(number, _ENTRIES) * line + 16)

    def _lay_out(self) -> None:
        self.body.addLayout(row(self.code, None, self.history))
        self.body.addWidget(self.parts)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        topic, where = QWidget(), QWidget()
        for line in (topic, where):
            across = QHBoxLayout(line)
            across.setContentsMargins(0, 0, 0, 0)
            across.setSpacing(8)
            across.addWidget(self.topic if line is topic else self.where, int(line is topic))
            across.addWidget(self.confirm if line is topic else self._source, int(line is where))
        self.topic.setAccessibleName(_("Topic"))
        for widget in (
            self.action,
            self.about,
            self.wording,
            where,
            rule(),
            PlainLabel(_("Topic"), size=Size.SMALL, tone=Tone.MUTED),
            topic,
            self._proposed,
            self.facts,
            *self._lead_fields,
            self._about_instruments,
            self._instruments,
            rule(),
            PlainLabel(_("What became of it"), size=Size.HEADING),
            self.standing,
            self.entries,
            PlainLabel(_("Add what became of it"), size=Size.HEADING),
            self.form,
        ):
            column.addWidget(widget)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(body)
        scroll.setAccessibleName(_("Commitment"))
        for widget in (scroll, self.ladder, self.lineage):
            self._part.addWidget(widget)
        self.body.addWidget(self._part, 1)

    def _connect(self) -> None:
        self.parts.picked.connect(self._part.setCurrentIndex)
        self.ladder.place_asked.connect(self.source_asked)
        self.lineage.commitment_asked.connect(self.commitment_asked)
        self.where.clicked.connect(lambda: self.source_asked.emit(self._id()))
        self.history.clicked.connect(lambda: self.history_asked.emit(self._id()))
        self.topic.activated.connect(lambda _place: self._put_under())
        self.confirm.clicked.connect(self._put_under)
        for picker in self.leads:
            picker.turned.connect(self._lead)

    def _id(self) -> str:
        return self._shown.commitment.id if self._shown else ""

    def _put_under(self) -> None:
        if self._shown is not None:
            commitment, chosen = self._shown.commitment, self.topic.thing()
            topic_id = TopicId(chosen) if chosen else None
            self._context.jobs.run(lambda: self._commitments.put_under([commitment], topic_id))

    def _lead(self, added: Iterable[str], dropped: Iterable[str]) -> None:
        if self._shown is not None:
            commitment = self._shown.commitment
            leads = [EntityId(id_) for id_ in added], [EntityId(id_) for id_ in dropped]
            self._context.jobs.run(lambda: self._commitments.lead(commitment, *leads))


def _fact_shapes(shown: CommitmentShown) -> list[FieldShape]:
    """Return the fields that are changed one by one: by what mechanism it is carried out, and by when."""
    return [
        FieldShape(name="mechanism_id", label=_("Mechanism"), kind=FieldKind.CHOICE, choices=shown.mechanisms),
        FieldShape(name="due", label=_("Due (may be empty)"), kind=FieldKind.DAY),
    ]
