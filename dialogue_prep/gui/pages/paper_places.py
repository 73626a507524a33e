"""Where the words of a gap in a paper are entered: the page, and what is to be chosen there."""

from __future__ import annotations

from dialogue_prep.domain.readiness import Place
from dialogue_prep.domain.speaking import PointKind, SteeringKind

STEERING = "steering/"
"""What identifiers of kinds of steering points begin with, where they are led to."""

_PAGES = {
    "speaking_point": Place.AGENDA,
    "commitment": Place.COMMITMENTS,
    "delegate": Place.DELEGATIONS,
    "entity": Place.DELEGATIONS,
    "absence": Place.DELEGATIONS,
    "person": Place.DELEGATIONS,
    "passage": Place.PAPERS,
}
_OF_ITEMS = {*PointKind, "title", "objective", "outcome"}


def place_of_gap(key: str) -> tuple[Place | None, str]:
    """Return the page and the record for the key of a unit; None where its words are written in the file alone."""
    record, record_id, field, *_language = f"{key}//".split("/")
    if record == "agenda_item":
        return (Place.AGENDA, record_id) if field in _OF_ITEMS or field.startswith("lead") else (None, "")
    if record == "round":
        return (Place.PAPERS, f"{STEERING}{field}") if field in set(SteeringKind) else (None, "")
    place = _PAGES.get(record)
    return (place, record_id) if place else (None, "")
