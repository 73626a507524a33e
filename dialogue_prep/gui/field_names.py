"""What the fields of records are called, for those who read what was done to them."""

from __future__ import annotations

from dialogue_prep.gui.seating_terms import seating_field_names
from dialogue_prep.gui.words import _


def field_name(field: str) -> str:
    """Return what a field of a record is called; one that is not named here goes by its name in the record."""
    return {**_texts(), **_facts(), **seating_field_names()}.get(field, field.removesuffix("_id").replace("_", " "))


def _texts() -> dict[str, str]:
    return {
        "abbreviation": _("Abbreviation"),
        "answer": _("Answer"),
        "adjective": _("Adjective"),
        "capital": _("Capital"),
        "designation": _("Designation"),
        "fall_back": _("What we could fall back on"),
        "form_of_address": _("Form of address"),
        "guidance": _("Guidance"),
        "long_name": _("Long name"),
        "name": _("Name"),
        "note": _("Note"),
        "office": _("Office"),
        "participation": _("Participation"),
        "purpose": _("Purpose"),
        "question": _("Question"),
        "reason": _("Reason"),
        "red_line": _("What we cannot accept"),
        "short_name": _("Short name"),
        "subgroups": _("Sub-groups"),
        "title": _("Title"),
        "wording": _("Wording"),
        "words": _("Words"),
    }


def _facts() -> dict[str, str]:
    return {
        "as_of": _("Known as of"),
        "cadence": _("Cadence"),
        "city": _("City"),
        "confirmed": _("Confirmed"),
        "due": _("Due"),
        "end": _("Last day"),
        "ended_on": _("Ended on"),
        "entity_id": _("Entity"),
        "home": _("Ours"),
        "host_id": _("Host"),
        "host_rule": _("Who hosts"),
        "hosts_first": _("Hosts first"),
        "kind": _("Kind"),
        "minutes": _("Minutes"),
        "number": _("Number"),
        "mechanism_id": _("Mechanism"),
        "objective_id": _("Objective"),
        "our_consent": _("Our consent"),
        "participates": _("Takes part"),
        "person_id": _("Person"),
        "position": _("Place in the order"),
        "precedence": _("Precedence"),
        "proposed_by": _("Proposed by"),
        "raised_on": _("Raised on"),
        "role": _("Role"),
        "round_id": _("Round"),
        "set_up_on": _("Set up on"),
        "sha256": _("Text, which was not there"),
        "stands_in_for_id": _("Stands in for"),
        "start": _("First day"),
        "state": _("State"),
        "state_on": _("State since"),
        "status": _("Status"),
        "subgroup_id": _("Sub-group"),
        "their_consent": _("Their consent"),
        "time_zone": _("Time zone"),
        "topic_confirmed": _("Topic confirmed"),
        "topic_id": _("Topic"),
        "topics_open": _("Open to new topics"),
        "until": _("Until"),
        "year": _("Year"),
    }
