"""Finding things by their words."""

from __future__ import annotations

from dialogue_prep.domain.commitment import Commitment
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
