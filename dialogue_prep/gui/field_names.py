"""What the fields of records are called, for those who read what was done to them."""

from __future__ import annotations

from dialogue_prep.gui.words import _


def field_name(field: str) -> str:
    """Return what a field of a record is called; one that is not named here goes by its name in the record."""
    return {**_texts(), **_facts()}.get(field, field.removesuffix("_id").replace("_", " "))


def _texts() -> dict[str, str]:
    return {
        "abbreviation": _("Abbreviation"),
        "adjective": _("Adjective"),
        "capital": _("Capital"),
        "designation": _("Designation"),
        "form_of_address": _("Form of address"),
        "guidance": _("Guidance"),
        "long_name": _("Long name"),
        "name": _("Name"),
        "note": _("Note"),
        "office": _("Office"),
        "participation": _("Participation"),
        "purpose": _("Purpose"),
        "reason": _("Reason"),
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
        "entity_id": _("Entity"),
        "home": _("Ours"),
        "host_id": _("Host"),
        "host_rule": _("Who hosts"),
        "hosts_first": _("Hosts first"),
        "kind": _("Kind"),
        "minutes": _("Minutes"),
        "number": _("Number"),
        "objective_id": _("Objective"),
        "participates": _("Takes part"),
        "person_id": _("Person"),
        "position": _("Place in the order"),
        "precedence": _("Precedence"),
        "role": _("Role"),
        "sha256": _("Text, which was not there"),
        "stands_in_for_id": _("Stands in for"),
        "start": _("First day"),
        "state": _("State"),
        "status": _("Status"),
        "time_zone": _("Time zone"),
        "topic_confirmed": _("Topic confirmed"),
        "topic_id": _("Topic"),
        "topics_open": _("Open to new topics"),
        "until": _("Until"),
        "year": _("Year"),
    }
