"""The agenda item that is chosen: who leads and who speaks first, what is wanted, what is said, what is followed up."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from dialogue_prep.domain.agenda import AgendaItem
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.identity import CommitmentId, EntityId, Identified
from dialogue_prep.gui.colours import Tone
from dialogue_prep.gui.context import Context
from dialogue_prep.gui.kit.cards import Card, row
from dialogue_prep.gui.kit.labels import PlainLabel, Size
from dialogue_prep.gui.kit.record_form import FieldKind, FieldShape, RecordForm
from dialogue_prep.gui.kit.saved_fields import Field
from dialogue_prep.gui.kit.several_picker import SeveralPicker
from dialogue_prep.gui.pages.item_lines import FollowedUp, ItemShown, item_shown
from dialogue_prep.gui.pages.points_editor import PointsEditor
from dialogue_prep.gui.words import _
from dialogue_prep.services.agendas import Agendas
from dialogue_prep.services.records import Records


class ItemPanel(Card):
    """Shows one item and sends what the user changes in it. Nothing is shown while no item is chosen.

    `history_asked` carries the item whose history the user wants to see.
    """

    history_asked = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._context = context
        self._agendas, self._records = Agendas(context.workspace), Records(context.workspace)
        self._dossier: Dossier | None = None
        self._item: AgendaItem | None = None
        self._words_in = context.language
        self.setAccessibleName(_("The item"))
        self.heading = PlainLabel(size=Size.LARGE, wrap=True)
        self.history = QPushButton(_("History …"))
        self.history.setObjectName("quiet")
        self.history.clicked.connect(lambda: self.history_asked.emit(self._item.id if self._item else ""))
        self._when = PlainLabel(size=Size.SMALL, tone=Tone.MUTED, wrap=True)
        self._nothing = PlainLabel(_("Choose an item to prepare it."), tone=Tone.MUTED, wrap=True)
        self.leads = tuple(SeveralPicker(_("Leads"), _("Nobody yet")) for _side in range(2))
        self._lead_fields = tuple(Field("", picker) for picker in self.leads)
        self.form = RecordForm(context.jobs, context.workspace.new_id, self._keep)
        self.points = PointsEditor(context)
        self._followed_up = _FollowedUpList()
        self.follow_up = SeveralPicker(_("Commitments to follow up"), _("Choose …"))
        self._body = self._lay_out()
        for picker in self.leads:
            picker.turned.connect(self._when_leads_turned)
        self.follow_up.turned.connect(self._when_commitments_turned)
        self.points.kind_picked.connect(self._fill)

    def show_item(self, dossier: Dossier, item: AgendaItem | None, words_in: str) -> None:
        """Show an item of the agenda of a dossier, its words in a language, or that none is chosen."""
        self._dossier, self._item, self._words_in = dossier, item, words_in
        self._body.setVisible(item is not None)
        self._nothing.setVisible(item is None)
        self._fill()

    def flush(self) -> None:
        """Keep what is not kept yet."""
        self.form.flush()
        self.points.text.saving.flush()

    def _lay_out(self) -> QWidget:
        scroll, body = QScrollArea(), QWidget()
        scroll.setWidgetResizable(True)
        scroll.setAccessibleName(_("What is selected"))
        scroll.setWidget(body)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(12)
        column.addWidget(self.heading)
        about = QHBoxLayout()
        about.setSpacing(8)
        about.addWidget(self._when, 1)
        about.addWidget(self.history)
        column.addLayout(about)
        column.addLayout(row(*self._lead_fields))
        column.addWidget(self.form)
        column.addWidget(PlainLabel(_("Speaking points"), size=Size.HEADING))
        column.addWidget(self.points)
        column.addWidget(PlainLabel(_("Commitments"), size=Size.HEADING))
        column.addWidget(self._followed_up)
        column.addWidget(self.follow_up)
        column.addStretch(1)
        self.body.setContentsMargins(20, 16, 8, 16)
        self.body.addWidget(self._nothing)
        self.body.addWidget(scroll, 1)
        return body

    def _fill(self) -> None:
        if self._dossier is None or self._item is None:
            return
        language, words_in = self._context.language, self._words_in
        self.points.begin_at(self._item)
        shown = item_shown(self._dossier, self._item, self.points.kind, language, words_in)
        self.heading.say(shown.heading)
        self._when.say(shown.when)
        for field, picker, leads in zip(self._lead_fields, self.leads, shown.leads, strict=True):
            field.rename(_("Leads, {side}").format(side=leads.name))
            picker.offer(leads.choices, leads.chosen)
        self.form.show_record(shown.item, _shapes(shown), words_in, (language, "en"))
        self.points.show_item(shown, words_in)
        self._followed_up.show_lines(shown.followed_up)
        self.follow_up.offer(shown.commitments, [line.id for line in shown.followed_up])

    def _keep(self, record: Identified, change: Callable[[Any], Any], visit: str) -> object:
        return self._records.edit(record, change, label="Change an agenda item", visit=visit)

    def _when_leads_turned(self, added: Sequence[str], dropped: Sequence[str]) -> None:
        item = self._item
        assert item is not None
        leads = [EntityId(id_) for id_ in added], [EntityId(id_) for id_ in dropped]
        self._context.jobs.run(lambda: self._agendas.lead(item, *leads))

    def _when_commitments_turned(self, added: Sequence[str], dropped: Sequence[str]) -> None:
        item = self._item
        assert item is not None
        followed_up = [CommitmentId(id_) for id_ in added], [CommitmentId(id_) for id_ in dropped]
        self._context.jobs.run(lambda: self._agendas.follow_up(item, *followed_up))


class _FollowedUpList(QWidget):
    """Commitments below each other, each with how it stands."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._labels: list[tuple[PlainLabel, PlainLabel]] = []

    def show_lines(self, lines: Sequence[FollowedUp]) -> None:
        """Show other commitments."""
        while len(self._labels) < len(lines):
            pair = (PlainLabel(wrap=True), PlainLabel(size=Size.SMALL, tone=Tone.MUTED, wrap=True))
            for label in pair:
                self._column.addWidget(label)
            self._labels.append(pair)
        for place, (what, how) in enumerate(self._labels):
            there = place < len(lines)
            what.setVisible(there)
            how.setVisible(there)
            if there:
                what.say(lines[place].what)
                how.say(lines[place].how, lines[place].tone)


def _shapes(shown: ItemShown) -> tuple[FieldShape, ...]:
    speakers = tuple((id_ or None, name) for id_, name in shown.speakers)
    return (
        FieldShape(name="speaks_first_id", label=_("Speaks first"), kind=FieldKind.CHOICE, choices=speakers),
        FieldShape(name="objective", label=_("Our objective"), kind=FieldKind.LONG, lines=2),
        FieldShape(name="outcome", label=_("Outcome wanted"), kind=FieldKind.LONG, lines=2),
    )
