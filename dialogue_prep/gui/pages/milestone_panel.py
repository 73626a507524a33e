"""The milestone that is chosen: each field is kept as the user leaves it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from dialogue_prep.domain.due import DatedMilestone
from dialogue_prep.domain.identity import Identified
from dialogue_prep.domain.milestone import DayCount, Milestone
from dialogue_prep.domain.text import NOTHING
from dialogue_prep.gui.context import Context
from dialogue_prep.gui.days import weekday_in_words
from dialogue_prep.gui.hosting_terms import day_count_name
from dialogue_prep.gui.kit.record_form import FieldKind, FieldShape
from dialogue_prep.gui.kit.record_panel import RecordPanel
from dialogue_prep.gui.words import _, sentence_in_words
from dialogue_prep.services.milestones import Milestones


class MilestonePanel(RecordPanel):
    """Shows one milestone: what, by whom, how it is counted, whether it is done or why nobody does it."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(_("The milestone"), context.jobs, context.workspace.new_id, self._keep, parent)
        self._context = context
        self._milestones = Milestones(context.workspace)
        self.show_milestone(None)

    def show_milestone(self, one: DatedMilestone | None) -> None:
        """Show a milestone with the day on which it is due."""
        self.form.setVisible(one is not None)
        if one is None:
            self.heading.say(_("No milestone is chosen"))
            self.about.say(_("Choose one on the left, or take the usual ones from a plan."))
            return
        language = self._context.language
        self.heading.say(one.milestone.title.read(language, "en"))
        notes = [sentence_in_words(note, language) for note in one.notes]
        due = _("Due on {day}.").format(day=weekday_in_words(one.due, language)) if one.due else _("No date yet.")
        self.about.say("\n".join((due, *notes)))
        self.form.show_record(one.milestone, _shapes(), language, ("en",))

    def _keep(self, record: Identified, change: Callable[[Any], Any], visit: str) -> object:
        assert isinstance(record, Milestone)
        return self._milestones.edit(record, lambda kept: _settled(kept, change(kept)), visit)


def _settled(before: Milestone, after: Milestone) -> Milestone:
    """Return a milestone that is not both done and waived: what was said last holds."""
    if after.done_on and after.waived:
        return replace(after, waived=NOTHING) if after.done_on != before.done_on else replace(after, done_on=None)
    return after


def _shapes() -> list[FieldShape]:
    counts = tuple((count, day_count_name(count)) for count in DayCount)
    return [
        FieldShape(name="title", label=_("What is due"), kind=FieldKind.LONG, lines=2),
        FieldShape(name="owner", label=_("Who sees to it")),
        FieldShape(name="offset", label=_("Days before the round (below 0: after it)"), kind=FieldKind.WHOLE),
        FieldShape(name="count", label=_("Counted in"), kind=FieldKind.CHOICE, choices=counts),
        FieldShape(name="fixed", label=_("Or a day of its own, which stays where it is"), kind=FieldKind.DAY),
        FieldShape(name="done_on", label=_("Done on"), kind=FieldKind.DAY),
        FieldShape(name="waived", label=_("Why nobody does it"), kind=FieldKind.LONG, lines=2),
    ]
