"""The words of agendas that both pages and boxes say: versions, hours and lengths of time."""

from __future__ import annotations

from datetime import time

from dialogue_prep.domain.agenda import Agenda
from dialogue_prep.gui.round_terms import agenda_state_name
from dialogue_prep.gui.words import _


def version_name(agenda: Agenda) -> str:
    """Return which version of an agenda it is, and how far it has come."""
    return _("Version {number}, {state}").format(number=agenda.version, state=agenda_state_name(agenda.state))


def hour_in_words(moment: time) -> str:
    """Return an hour of the day as it stands on a clock: 9:05."""
    return f"{moment.hour}:{moment.minute:02}"


def length_in_words(minutes: int) -> str:
    """Return so many minutes as hours and minutes."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return _("{minutes} min").format(minutes=rest)
    return _("{hours} h {minutes}").format(hours=hours, minutes=f"{rest:02}")
