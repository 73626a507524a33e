"""Where records are used: what names them, the sources that speak of them, the papers they stand in."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from dialogue_prep.documents.compose.request import Drafter
from dialogue_prep.domain.agenda import Agenda, AgendaItem
from dialogue_prep.domain.draft import Audience, Draft, PaperKind
from dialogue_prep.domain.readiness import Place
from dialogue_prep.domain.round import Round
from dialogue_prep.domain.text import in_english
from dialogue_prep.services.agenda_versions import AgendaVersions
from dialogue_prep.services.paper import Paper
from dialogue_prep.services.papers import Papers
from dialogue_prep.services.usages import Usage, Usages
from dialogue_prep.services.workspace import Workspace

AGENDA = Paper(kind=PaperKind.AGENDA, audience=Audience.SHARED, language="en")


def used(workspace: Workspace, record_id: str) -> tuple[Usage, ...]:
    found = Usages(workspace).of(record_id)
    assert found is not None
    assert found.record.id == record_id
    return found.usages


def in_short(usages: tuple[Usage, ...]) -> list[tuple[str, str, Place]]:
    return [(type(one.value).__name__, one.place.record_id, one.place.place) for one in usages]


def test_a_topic_is_used_by_what_names_it_and_by_the_sources_that_speak_of_it(workspace: Workspace) -> None:
    found = in_short(used(workspace, "crime"))
    assert ("Source", "record", Place.SOURCES) in found
    assert ("Commitment", "c1", Place.COMMITMENTS) in found
    assert ("AgendaItem", "on-crime", Place.AGENDA) in found
    assert "crime" not in [id_ for _kind, id_, _place in found], "its own parts are no place of their own"
    assert len(found) == len(set(found))


def test_an_item_of_an_agenda_is_said_once_however_many_versions_are_kept(workspace: Workspace) -> None:
    with workspace.look() as work:
        agenda = work.find(Agenda, round_id="round-3")[0]
    before = in_short(used(workspace, "crime"))
    AgendaVersions(workspace).begin(agenda)
    assert in_short(used(workspace, "crime")) == before


def test_a_paper_in_another_language_that_does_not_hold_it_hides_no_paper_that_does(
    workspace: Workspace, tmp_path: Path
) -> None:
    papers = Papers(workspace, Drafter("Ada Example", "Office of Courts"))
    papers.write("round-3", AGENDA, tmp_path / "agenda.docx")
    with workspace.request("Park") as work:
        work.put(replace(work.get(AgendaItem, "on-crime"), parked=True))
    french = replace(AGENDA, language="fr")
    for name, city in (("one.docx", "Ici"), ("two.docx", "Là"), ("three.docx", "Partout")):
        with workspace.request("Move") as work:
            work.put(replace(work.get(Round, "round-3"), city=in_english(city)))
        papers.write("round-3", french, tmp_path / name)
    (paper,) = (usage for usage in used(workspace, "crime") if isinstance(usage.value, Draft))
    assert (paper.value.language, paper.place.record_id) == ("en", "agenda")


def test_a_paper_is_said_once_with_its_last_version_and_its_round(workspace: Workspace, tmp_path: Path) -> None:
    with workspace.request("Clear") as work:
        for draft in work.find(Draft):
            work.remove_whole(draft)
    Papers(workspace, Drafter("Ada Example", "Office of Courts")).write("round-3", AGENDA, tmp_path / "agenda.docx")
    (paper,) = (usage for usage in used(workspace, "crime") if isinstance(usage.value, Draft))
    assert (paper.place.place, paper.place.record_id) == (Place.PAPERS, "agenda")
    assert paper.round is not None
    assert paper.round.ordinal == 3


def test_what_is_no_record_is_used_nowhere(workspace: Workspace) -> None:
    assert Usages(workspace).of("nowhere") is None
