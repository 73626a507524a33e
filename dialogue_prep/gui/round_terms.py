"""The words of rounds and agendas as the window says them; each function knows all members of its enumeration."""

from __future__ import annotations

from dialogue_prep.domain.agenda import AgendaState, ItemKind
from dialogue_prep.domain.round import RoundStatus
from dialogue_prep.domain.speaking import PointKind, SteeringKind
from dialogue_prep.gui.colours import Tone
from dialogue_prep.gui.words import _


def item_kind_name(kind: ItemKind) -> str:
    """Return what a kind of agenda item is called."""
    return {
        ItemKind.OPENING: _("Opening"),
        ItemKind.ADOPTION: _("Adoption of the agenda"),
        ItemKind.FOLLOW_UP: _("Follow-up"),
        ItemKind.TOPIC: _("Topic"),
        ItemKind.GUIDANCE: _("Guidance of the co-chairs"),
        ItemKind.NEXT_ROUND: _("Next round"),
        ItemKind.COMMUNIQUE: _("Joint communiqué"),
        ItemKind.OTHER_BUSINESS: _("Other business"),
        ItemKind.BREAK: _("Break"),
        ItemKind.CLOSING: _("Closing"),
    }[kind]


def agenda_state_name(state: AgendaState) -> str:
    """Return how far a version of an agenda has come."""
    return {
        AgendaState.DRAFT: _("draft"),
        AgendaState.CLEARED: _("cleared"),
        AgendaState.SENT: _("sent"),
        AgendaState.AGREED: _("agreed", "of an agenda"),
        AgendaState.ADOPTED: _("adopted"),
        AgendaState.AMENDED: _("amended"),
    }[state]


def agenda_step_name(state: AgendaState) -> str:
    """Return what it is called to bring a version of an agenda so far."""
    return {
        AgendaState.DRAFT: _("Draft"),
        AgendaState.CLEARED: _("Record as cleared"),
        AgendaState.SENT: _("Record as sent"),
        AgendaState.AGREED: _("Record as agreed"),
        AgendaState.ADOPTED: _("Record as adopted"),
        AgendaState.AMENDED: _("Record as amended"),
    }[state]


def point_kind_name(kind: PointKind) -> str:
    """Return what speaking points of a kind are called."""
    return {
        PointKind.POINT: _("Points to make"),
        PointKind.QUESTION: _("Questions"),
        PointKind.THEIR_LINE: _("Their likely line"),
        PointKind.RESPONSE: _("Our response"),
        PointKind.IF_RAISED: _("If raised"),
        PointKind.DO_NOT_VOLUNTEER: _("Do not volunteer"),
        PointKind.ARGUMENT: _("Tactical arguments"),
        PointKind.THEIR_OBJECTIVE: _("Their objective"),
        PointKind.PRESS_LINE: _("Press lines"),
        PointKind.USABLE: _("Background that may be used"),
        PointKind.UNDISCLOSED: _("Background not to be disclosed"),
    }[kind]


def steering_kind_name(kind: SteeringKind) -> str:
    """Return what steering points of a kind are called."""
    return {
        SteeringKind.WHY_NOW: _("Why now"),
        SteeringKind.OBJECTIVE: _("Our overall objectives"),
        SteeringKind.THEIR_OBJECTIVE: _("Their objectives"),
        SteeringKind.TO_SECURE: _("Things to secure"),
        SteeringKind.RISK: _("Risks"),
        SteeringKind.DELIVERABLE: _("Deliverables"),
        SteeringKind.PRESS_LINE: _("Press line"),
        SteeringKind.DECISION: _("Decisions needed"),
    }[kind]


def round_status_name(status: RoundStatus) -> str:
    """Return how far a round has come."""
    return {
        RoundStatus.EXPECTED: _("Expected"),
        RoundStatus.HOST_CONFIRMED: _("Host confirmed"),
        RoundStatus.DATES_AGREED: _("Dates agreed"),
        RoundStatus.PREPARING: _("Preparing"),
        RoundStatus.AGENDA_AGREED: _("Agenda agreed"),
        RoundStatus.IN_SESSION: _("In session"),
        RoundStatus.HELD: _("Held"),
        RoundStatus.CLOSED: _("Closed"),
        RoundStatus.POSTPONED: _("Postponed"),
        RoundStatus.SUSPENDED: _("Suspended"),
        RoundStatus.CANCELLED: _("Cancelled"),
        RoundStatus.LAPSED: _("Lapsed"),
    }[status]


def round_status_tone(status: RoundStatus | None) -> Tone:
    """Return the tone in which a status is shown, beside its words; None is a round to come by the rule."""
    if status is None:
        return Tone.MUTED
    if status.took_place:
        return Tone.GOOD
    return Tone.BAD if status.dropped else Tone.ACCENT
