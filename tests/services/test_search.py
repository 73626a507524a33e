"""Finding things by their words."""

from __future__ import annotations

from dataclasses import replace

from dialogue_prep.domain.agenda import AgendaItem, ItemKind
from dialogue_prep.domain.commitment import Commitment
from dialogue_prep.domain.text import in_english
from dialogue_prep.services.agenda_versions import AgendaVersions
from dialogue_prep.services.dialogues import Dialogues
from dialogue_prep.services.record_places import RecordPlaces
from dialogue_prep.services.rounds import Plan, Rounds
from dialogue_prep.services.search import Search
from dialogue_prep.services.workspace import Workspace


def test_what_is_found_says_its_kind_its_title_and_some_of_its_words(starter: Workspace) -> None:
    found = Search(starter).find("extradit", "en")
    kinds = {line.kind for line in found}
    assert {"Instrument", "Commitment"} <= kinds
    commitment = next(line for line in found if isinstance(line.value, Commitment))
    assert commitment.title == commitment.value.code
    assert commitment.excerpt
    assert all(line.id == line.value.id for line in found)


def test_titles_are_read_in_the_language_that_is_asked_for(starter: Workspace) -> None:
    french = {line.id: line.title for line in Search(starter).find("extradition", "fr")}
    english = {line.id: line.title for line in Search(starter).find("extradition", "en")}
    assert any(french[id_] != english[id_] for id_ in french.keys() & english.keys())


def test_characters_without_spaces_are_found(starter: Workspace) -> None:
    assert Search(starter).find("引渡", "en")


def test_long_words_are_shortened_and_nothing_is_found_for_nothing(starter: Workspace) -> None:
    search = Search(starter)
    assert all(len(line.title) <= 80 and len(line.excerpt) <= 160 for line in search.find("the", limit=200))
    assert search.find("  ") == ()
    assert search.find("qqqq") == ()


def test_an_item_of_several_versions_of_an_agenda_is_found_once_as_it_is_now(starter: Workspace) -> None:
    round_id = Rounds(starter).plan(Dialogues(starter).one().id, Plan()).id
    dossier = Rounds(starter).dossier(round_id)
    assert dossier.agenda is not None
    item = next(item for item in dossier.items if item.kind is ItemKind.OTHER_BUSINESS)
    for _version in range(2):
        AgendaVersions(starter).begin(Rounds(starter).dossier(round_id).agenda or dossier.agenda)
    found = [line.id for line in Search(starter).find("business") if line.kind == "AgendaItem"]
    assert found == [item.id]
    with starter.request("Rename") as work:
        work.put(replace(work.get(AgendaItem, item.id), title=in_english("Something else")))
    (former,) = (line for line in Search(starter).find("business") if line.kind == "AgendaItem")
    place = RecordPlaces(starter).of(former.value)
    assert place is not None
    assert place.record_id == item.id
