"""Where a record is shown: on which page, in which dialogue, at which round."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dialogue_prep.domain.agenda import Agenda, AgendaItem
from dialogue_prep.domain.agenda_versions import origin
from dialogue_prep.domain.commitment import Commitment
from dialogue_prep.domain.communique import Passage
from dialogue_prep.domain.consultation import GuidanceRequest, Subgroup, TopicProposal
from dialogue_prep.domain.delegation import Absence, Delegate
from dialogue_prep.domain.dialogue import Dialogue, Entity, Side
from dialogue_prep.domain.identity import Identified
from dialogue_prep.domain.instrument import Instrument
from dialogue_prep.domain.milestone import Milestone
from dialogue_prep.domain.post import Person, Post
from dialogue_prep.domain.readiness import Place
from dialogue_prep.domain.round import Round
from dialogue_prep.domain.source import Source
from dialogue_prep.domain.speaking import SteeringPoint
from dialogue_prep.domain.special_meeting import SpecialMeeting
from dialogue_prep.domain.topic import Mechanism, Objective, Topic
from dialogue_prep.services.workspace import Workspace
from dialogue_prep.store.work import Work

_PAGES: dict[type[Identified], Place] = {
    Commitment: Place.COMMITMENTS,
    AgendaItem: Place.AGENDA,
    Delegate: Place.DELEGATIONS,
    Absence: Place.DELEGATIONS,
    Round: Place.HOSTING,
    Milestone: Place.HOSTING,
    SpecialMeeting: Place.HOSTING,
    Source: Place.SOURCES,
    Passage: Place.PAPERS,
    SteeringPoint: Place.PAPERS,
    **dict.fromkeys((Dialogue, Side, Entity, Post, Person, Topic, Mechanism, Objective, Instrument), Place.DIALOGUE),
    **dict.fromkeys((TopicProposal, GuidanceRequest, Subgroup), Place.DIALOGUE),
}
# What a record belongs to, the nearest first.
_ABOVE: dict[str, type[Identified]] = {
    "agenda_item_id": AgendaItem,
    "agenda_id": Agenda,
    "commitment_id": Commitment,
    "passage_id": Passage,
    "instrument_id": Instrument,
    "source_id": Source,
    "round_id": Round,
    "post_id": Post,
    "person_id": Person,
    "dialogue_id": Dialogue,
    "side_id": Side,
}
_OF_A_ROUND = (Place.AGENDA, Place.DELEGATIONS, Place.PAPERS)
_DEEPEST = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordPlace:
    """The page, the record to choose on it, and what has to be looked at; empty where that is the same everywhere."""

    place: Place
    record_id: str
    dialogue_id: str = ""
    round_id: str = ""


class RecordPlaces:
    """Finds where records of a store are shown."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def of(self, value: Identified) -> RecordPlace | None:
        """Return where a record is shown, or what it belongs to; None for what no page shows."""
        with self._workspace.look() as work:
            shown = shown_in(work, value)
        return shown[1] if shown is not None else None


def shown_in(work: Work, value: Identified) -> tuple[Identified, RecordPlace] | None:
    """Return which record is shown for a value, itself or what it belongs to, and where; None where no page does."""
    chain = list(_upwards(work, value))
    shown = next((one for one in chain if type(one) in _PAGES), None)
    if shown is None:
        return None
    place = _PAGES[type(shown)]
    rounds = [one.id for one in chain if isinstance(one, Round)] if place in _OF_A_ROUND else []
    return shown, RecordPlace(
        place=place,
        record_id=origin(shown.id),
        dialogue_id=next((one.id for one in chain if isinstance(one, Dialogue)), ""),
        round_id=rounds[0] if rounds else "",
    )


def _upwards(work: Work, value: Identified) -> Iterator[Identified]:
    """Yield a record and what it belongs to, one above the other."""
    for _step in range(_DEEPEST):
        yield value
        ids = ((kind, getattr(value, name, None)) for name, kind in _ABOVE.items())
        above = next((work.look_up(kind, id_) for kind, id_ in ids if id_), None)
        if above is None:
            return
        value = above
