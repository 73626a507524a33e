"""The meeting beside the rounds that is chosen: each field is kept as the user leaves it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from dialogue_prep.domain.consultation import Subgroup
from dialogue_prep.domain.dialogue import Side
from dialogue_prep.domain.identity import Identified
from dialogue_prep.domain.round import RoundForm, RoundStatus
from dialogue_prep.domain.special_meeting import MeetingKind, SpecialMeeting
from dialogue_prep.gui.context import Context
from dialogue_prep.gui.following import Following
from dialogue_prep.gui.hosting_terms import meeting_kind_name, round_form_name
from dialogue_prep.gui.kit.record_form import FieldKind, FieldShape
from dialogue_prep.gui.kit.record_panel import RecordPanel
from dialogue_prep.gui.round_terms import round_status_name
from dialogue_prep.gui.words import _
from dialogue_prep.services.consultation import Consultation
from dialogue_prep.services.hosting import Hosting


class MeetingPanel(RecordPanel):
    """Shows one special session or meeting of a sub-group, with its reason and where that was agreed."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(_("The meeting"), context.jobs, context.workspace.new_id, self._keep, parent)
        self._context = context
        self._hosting = Hosting(context.workspace)
        self._consultation = Consultation(context.workspace)
        self._subgroups: tuple[Subgroup, ...] = ()
        self._shown: tuple[SpecialMeeting, tuple[Side, ...]] | None = None
        self._following = Following(self, context, self._read, self._offer)
        self.about.say(_("Choose a meeting on the left, or add one."))

    def show_meeting(self, meeting: SpecialMeeting | None, sides: Sequence[Side]) -> None:
        """Show a meeting, or that none is chosen."""
        self.form.setVisible(meeting is not None)
        self.about.setVisible(meeting is None)
        self._shown = (meeting, tuple(sides)) if meeting else None
        if meeting is None:
            self.heading.say(_("No meeting is chosen"))
            return
        language = self._context.language
        self.heading.say(meeting.title.read(language, "en"))
        self.form.show_record(meeting, _shapes(sides, self._subgroups, language), language, ("en",))

    def _read(self) -> Callable[[], tuple[Subgroup, ...]]:
        dialogue_id = self._context.choices.dialogue_id
        return lambda: self._consultation.subgroups(dialogue_id)

    def _offer(self, subgroups: tuple[Subgroup, ...]) -> None:
        """Offer the sub-groups that there are now as those that may meet."""
        if subgroups != self._subgroups:
            self._subgroups = subgroups
            if self._shown is not None:
                self.show_meeting(*self._shown)

    def _keep(self, record: Identified, change: Callable[[Any], Any], visit: str) -> object:
        assert isinstance(record, SpecialMeeting)
        return self._hosting.change_meeting(record, change, visit)


def _shapes(sides: Sequence[Side], subgroups: Sequence[Subgroup], language: str) -> list[FieldShape]:
    choice = FieldKind.CHOICE
    hosts = ((None, _("nobody yet")), *((side.id, side.name.read(language, "en")) for side in sides))
    groups = ((None, _("none")), *((one.id, one.name.read(language, "en")) for one in subgroups))
    forms = tuple((form, round_form_name(form)) for form in RoundForm)
    states = tuple((status, round_status_name(status)) for status in RoundStatus)
    kinds = tuple((kind, meeting_kind_name(kind)) for kind in MeetingKind)
    return [
        FieldShape(name="title", label=_("What it is about"), kind=FieldKind.LONG, lines=2),
        FieldShape(name="kind", label=_("What it is"), kind=choice, choices=kinds),
        FieldShape(name="subgroup_id", label=_("Of which sub-group"), kind=choice, choices=groups),
        FieldShape(name="reason", label=_("Why the sides meet beside their rounds"), kind=FieldKind.LONG, lines=2),
        FieldShape(name="reference", label=_("Where that was agreed")),
        FieldShape(name="host_id", label=_("Host"), kind=choice, choices=hosts),
        FieldShape(name="form", label=_("How it is held"), kind=choice, choices=forms),
        FieldShape(name="start", label=_("First day"), kind=FieldKind.DAY),
        FieldShape(name="end", label=_("Last day"), kind=FieldKind.DAY),
        FieldShape(name="city", label=_("City")),
        FieldShape(name="time_zone", label=_("Time zone")),
        FieldShape(name="status", label=_("Status"), kind=choice, choices=states),
    ]
