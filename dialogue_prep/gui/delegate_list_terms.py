"""The words of lists of people that are imported; each function knows all members of its enumeration."""

from __future__ import annotations

from dialogue_prep.domain.delegate_list import ListField
from dialogue_prep.gui.colours import Tone
from dialogue_prep.gui.words import _
from dialogue_prep.services.delegate_import import RowStanding


def list_field_name(field: ListField) -> str:
    """Return what a column of a list holds."""
    return {
        ListField.NAME: _("Name", "of a person"),
        ListField.FAMILY_NAME: _("Family name"),
        ListField.GIVEN_NAME: _("Given name"),
        ListField.FORM_OF_ADDRESS: _("Form of address"),
        ListField.ROLE: _("Role"),
        ListField.ENTITY: _("Entity"),
        ListField.OFFICE: _("Office"),
        ListField.STANDS_IN_FOR: _("Stands in for"),
    }[field]


def row_standing_name(standing: RowStanding) -> str:
    """Return how a row of a list stands to what is known."""
    return {
        RowStanding.NEW: _("new"),
        RowStanding.KNOWN: _("known person"),
        RowStanding.LISTED: _("on the list already"),
        RowStanding.REFUSED: _("stays out"),
    }[standing]


def row_standing_tone(standing: RowStanding) -> Tone:
    """Return the tone in which that is said, beside its words."""
    return {
        RowStanding.NEW: Tone.GOOD,
        RowStanding.KNOWN: Tone.GOOD,
        RowStanding.LISTED: Tone.MUTED,
        RowStanding.REFUSED: Tone.BAD,
    }[standing]
