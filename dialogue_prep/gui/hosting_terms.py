"""The words of hosting and of milestones as the window says them; each function knows its whole enumeration."""

from __future__ import annotations

from dialogue_prep.domain.milestone import DayCount, Part
from dialogue_prep.domain.round import RoundForm, TurnUse
from dialogue_prep.domain.special_meeting import MeetingKind
from dialogue_prep.gui.words import _


def round_form_name(form: RoundForm) -> str:
    """Return how the sides meet."""
    return {
        RoundForm.HOSTED: _("At the host’s"),
        RoundForm.THIRD_PLACE: _("In a third place"),
        RoundForm.VIDEO: _("By video"),
    }[form]


def turn_use_name(use: TurnUse) -> str:
    """Return what a round does to the turns of hosting."""
    return {
        TurnUse.IN_TURN: _("Uses the host’s turn"),
        TurnUse.EXCHANGED: _("Exchanged for the next turn"),
        TurnUse.NO_TURN: _("Uses up no turn"),
    }[use]


def meeting_kind_name(kind: MeetingKind) -> str:
    """Return what sort of meeting beside the rounds it is."""
    return {
        MeetingKind.SPECIAL_SESSION: _("Special session"),
        MeetingKind.SUBGROUP: _("Meeting of a sub-group"),
    }[kind]


def day_count_name(count: DayCount) -> str:
    """Return in what days a milestone is counted."""
    return {
        DayCount.CALENDAR: _("calendar days"),
        DayCount.WORKING_HOST: _("working days of the host"),
        DayCount.WORKING_GUEST: _("working days of the guest"),
        DayCount.WORKING_BOTH: _("working days of both"),
    }[count]


def part_name(part: Part) -> str:
    """Return what we are in a round."""
    return {Part.HOST: _("when we host"), Part.GUEST: _("when we travel")}[part]
