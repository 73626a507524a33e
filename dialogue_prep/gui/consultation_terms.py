"""The words of what the sides consult on as the window says them; each function knows its whole enumeration."""

from __future__ import annotations

from dialogue_prep.domain.consultation import GuidanceState, ProposalState
from dialogue_prep.gui.words import _


def proposal_state_name(state: ProposalState) -> str:
    """Return how far the proposal of a topic has come."""
    return {
        ProposalState.PROPOSED: _("proposed"),
        ProposalState.IN_CONSULTATION: _("in consultation"),
        ProposalState.CONSENT_OF_ONE: _("consent of one side"),
        ProposalState.ADDED: _("added"),
        ProposalState.DECLINED: _("declined"),
        ProposalState.WITHDRAWN: _("withdrawn"),
    }[state]


def guidance_state_name(state: GuidanceState) -> str:
    """Return how far a question to the co-chairs has come."""
    return {
        GuidanceState.RAISED: _("raised"),
        GuidanceState.WITH_THE_CO_CHAIRS: _("with the co-chairs"),
        GuidanceState.ANSWERED_JOINTLY: _("answered jointly"),
        GuidanceState.ANSWERED_BY_ONE: _("answered by one side"),
        GuidanceState.CLOSED: _("closed"),
    }[state]
