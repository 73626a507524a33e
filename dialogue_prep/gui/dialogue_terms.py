"""The words of the terms of reference as the window says them; each function knows every member of its enumeration."""

from __future__ import annotations

from dialogue_prep.domain.dialogue import Cadence, HostRule
from dialogue_prep.domain.instrument import InstrumentKind, InstrumentState
from dialogue_prep.domain.post import PostRole
from dialogue_prep.gui.words import _


def cadence_name(cadence: Cadence) -> str:
    """Return how often a dialogue meets."""
    return {
        Cadence.TWICE_A_YEAR: _("twice a year"),
        Cadence.ANNUAL: _("every year"),
        Cadence.EVERY_TWO_YEARS: _("every two years"),
        Cadence.UNSAID: _("not said"),
    }[cadence]


def host_rule_name(rule: HostRule) -> str:
    """Return who hosts a round."""
    return {HostRule.ALTERNATE: _("the two sides in turn"), HostRule.UNSAID: _("not said")}[rule]


def post_role_name(role: PostRole) -> str:
    """Return what a post is for in the dialogue."""
    return {PostRole.CO_CHAIR: _("Co-chair"), PostRole.OFFICIAL: _("Official")}[role]


def instrument_kind_name(kind: InstrumentKind) -> str:
    """Return what sort of instrument it is."""
    return {
        InstrumentKind.TREATY: _("Treaty"),
        InstrumentKind.AGREEMENT: _("Agreement"),
        InstrumentKind.MEMORANDUM: _("Memorandum of understanding"),
        InstrumentKind.OTHER: _("Other"),
    }[kind]


def instrument_state_name(state: InstrumentState | None) -> str:
    """Return how far an instrument has come; None where nobody has said."""
    return {
        None: _("nobody has said"),
        InstrumentState.IDEA: _("idea"),
        InstrumentState.DISCUSSIONS: _("discussions"),
        InstrumentState.NEGOTIATION: _("negotiation"),
        InstrumentState.TEXT_AGREED: _("text agreed"),
        InstrumentState.SIGNED: _("signed"),
        InstrumentState.RATIFIED_BY_ONE_SIDE: _("ratified by one side"),
        InstrumentState.IN_FORCE: _("in force"),
        InstrumentState.RENEWAL_DUE: _("renewal due"),
        InstrumentState.EXPIRED: _("expired"),
        InstrumentState.ENDED: _("ended"),
    }[state]
