"""A record that was found is led to: on its page, in its dialogue, at its round."""

from __future__ import annotations

from dialogue_prep.domain.agenda import AgendaItem
from dialogue_prep.domain.commitment import Commitment
from dialogue_prep.domain.identity import Identified
from dialogue_prep.domain.marking import Marking
from dialogue_prep.domain.readiness import Place
from dialogue_prep.domain.source import Source, SourceParagraph
from dialogue_prep.domain.speaking import SpeakingPoint
from dialogue_prep.domain.topic import Topic
from dialogue_prep.services.record_places import RecordPlaces
from dialogue_prep.services.workspace import Workspace


def first(workspace: Workspace, kind: type[Identified]) -> Identified:
    with workspace.look() as work:
        return next(iter(work.find(kind)))


def test_records_are_shown_on_their_page_or_on_that_of_what_they_belong_to(workspace: Workspace) -> None:
    places = RecordPlaces(workspace)
    for kind, place, shown in (
        (Commitment, Place.COMMITMENTS, Commitment),
        (Topic, Place.DIALOGUE, Topic),
        (SourceParagraph, Place.SOURCES, Source),
        (SpeakingPoint, Place.AGENDA, AgendaItem),
    ):
        found = places.of(first(workspace, kind))
        assert found is not None
        assert found.place is place
        with workspace.look() as work:
            assert work.look_up(shown, found.record_id) is not None
        assert bool(found.round_id) == (place is Place.AGENDA)
        assert found.dialogue_id


def test_what_no_page_shows_leads_nowhere(workspace: Workspace) -> None:
    assert RecordPlaces(workspace).of(first(workspace, Marking)) is None
