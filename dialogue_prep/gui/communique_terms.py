"""The words of the draft communiqué as the window says them; each function knows its whole enumeration."""

from __future__ import annotations

from dialogue_prep.domain.communique import PassageState
from dialogue_prep.gui.colours import Tone
from dialogue_prep.gui.words import _


def passage_state_name(state: PassageState) -> str:
    """Return how far a paragraph has come, in words."""
    return {
        PassageState.BRACKETED: _("In brackets"),
        PassageState.AD_REFERENDUM: _("Ad referendum"),
        PassageState.AGREED: _("Agreed"),
        PassageState.DROPPED: _("Dropped"),
    }[state]


def passage_state_tone(state: PassageState) -> Tone:
    """Return the tone in which that is shown, beside its words."""
    return {
        PassageState.BRACKETED: Tone.WARN,
        PassageState.AD_REFERENDUM: Tone.ACCENT,
        PassageState.AGREED: Tone.GOOD,
        PassageState.DROPPED: Tone.MUTED,
    }[state]
