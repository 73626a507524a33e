"""The words of agendas that both pages and boxes say: versions, hours and lengths of time."""

from __future__ import annotations

from datetime import time, timedelta

from dialogue_prep.domain.agenda import Agenda
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.gui.days import short_day
from dialogue_prep.gui.round_terms import agenda_state_name
from dialogue_prep.gui.words import _


def version_name(agenda: Agenda) -> str:
    """Return which version of an agenda it is, and how far it has come."""
    return _("Version {number}, {state}").format(number=agenda.version, state=agenda_state_name(agenda.state))


def days_of_agenda(dossier: Dossier, language: str) -> tuple[str, ...]:
    """Return what the days of an agenda are called; one that is the only one of its round has no name.

    Each is called by its date or, while that is open, by its number.
    """
    start, days = dossier.round.start, range(dossier.days_of_agenda)
    if len(days) == 1 and dossier.round.days == 1:
        return ("",)
    if start is None:
        return tuple(_("Day {number}").format(number=day + 1) for day in days)
    return tuple(short_day(start + timedelta(days=day), language) for day in days)


def hour_in_words(moment: time) -> str:
    """Return an hour of the day as it stands on a clock: 9:05."""
    return f"{moment.hour}:{moment.minute:02}"


def length_in_words(minutes: int) -> str:
    """Return so many minutes as hours and minutes."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return _("{minutes} min").format(minutes=rest)
    return _("{hours} h {minutes}").format(hours=hours, minutes=f"{rest:02}")
