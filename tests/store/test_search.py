"""Search finds what is there, in any writing, and whatever is typed is only ever words."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_prep.domain.commitment import Commitment
from dialogue_prep.domain.source import SourceParagraph
from dialogue_prep.domain.text import in_english
from dialogue_prep.domain.topic import Topic
from dialogue_prep.services.workspace import Workspace
from dialogue_prep.store import search
from dialogue_prep.store.database import Database
from dialogue_prep.store.search import fold
from tests.invented import awkward, made_store, typed, workspace_of
from tests.invented_dialogue import invented_dialogue


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory):
    database = Database(made_store(tmp_path_factory.mktemp("kept") / "kept.store", invented_dialogue()))
    yield workspace_of(database)
    database.close()


def ids(workspace: Workspace, words: str) -> set[str]:
    with workspace.look() as work:
        return {value.id for value in work.search(words)}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("引渡", {"paragraph", "treaty"}),
        ("样本", {"bo"}),
        ("港", {"lumen"}),
        ("河流与司法", {"dialogue"}),
        ("法司", set()),
        ("communique", {"record"}),
        ("COMMUNIQUÉ", {"record"}),
        ("criminalite", {"crime"}),
        ("extrad", {"treaty", "treaty-soon", "c1"}),
        ("conclude extrad", {"treaty-soon"}),
        ("R2-03", {"c3"}),
        ("r2", {"c1", "c2", "c3", "c4"}),
        ("floods", {"absence"}),
        ("nobody wrote", {"status-1"}),
        ("gauges crime", set()),
        ("", set()),
        ("  \n ", set()),
        ("?!…", set()),
        ("reference-day", set()),
    ],
)
def test_words_find_what_says_them(kept: Workspace, words: str, found: set[str]) -> None:
    assert ids(kept, words) == found


def test_characters_that_stand_apart_are_not_a_word(workspace: Workspace) -> None:
    with workspace.request("Add") as work:
        apart = SourceParagraph(id="apart", source_id="record", number=2, words="引进技术，渡过难关。")
        work.put(apart)
    assert ids(workspace, "引渡") == {"paragraph", "treaty"}
    assert ids(workspace, "引 渡") == {"paragraph", "treaty", "apart"}


def test_of_too_many_those_changed_last_are_ranked(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "_RANKED", 2)
    assert ids(workspace, "r2") == {"c3", "c4"}
    with workspace.request("Reword") as work:
        work.put(replace(work.get(Commitment, "c1"), wording=in_english("To go on")))
    assert ids(workspace, "r2") == {"c1", "c4"}


def test_search_follows_every_change(workspace: Workspace) -> None:
    with workspace.request("Rename") as work:
        work.put(replace(work.get(Topic, "crime"), title=in_english("Trafficking")))
    assert (ids(workspace, "criminalite"), ids(workspace, "trafficking")) == (set(), {"crime"})
    workspace.undo()
    assert (ids(workspace, "criminalite"), ids(workspace, "trafficking")) == ({"crime"}, set())
    workspace.redo()
    assert (ids(workspace, "criminalite"), ids(workspace, "trafficking")) == (set(), {"crime"})
    with workspace.request("Remove") as work:
        work.remove_whole(work.get(Topic, "crime"))
    assert ids(workspace, "trafficking") == set()
    workspace.undo()
    assert ids(workspace, "trafficking") == {"crime"}


def test_of_several_changes_in_one_request_the_last_counts(workspace: Workspace) -> None:
    with workspace.request("Rename twice") as work:
        for title in ("Zebras", "Yaks"):
            work.put(replace(work.get(Topic, "crime"), title=in_english(title)))
    assert (ids(workspace, "zebras"), ids(workspace, "yaks")) == (set(), {"crime"})


def test_the_best_match_comes_first_and_the_number_is_limited(workspace: Workspace) -> None:
    said = {"in passing": "A long list of animals: dogs, cats, horses and one zebra.", "at length": "Zebra, zebra."}
    with workspace.request("Add") as work:
        for number, (id_, words) in enumerate(said.items(), start=2):
            work.put(SourceParagraph(id=id_, source_id="record", number=number, words=words))
    with workspace.look() as work:
        assert [value.id for value in work.search("zebra")] == ["at length", "in passing"]
        assert [value.id for value in work.search("zebra", limit=1)] == ["at length"]


def test_a_commitment_is_found_by_every_word_of_its_own(kept: Workspace) -> None:
    with kept.look() as work:
        for commitment in work.find(Commitment):
            for word in commitment.wording.read("en").split():
                assert commitment in work.search(word), word


@given(words=typed | awkward | st.text(st.sampled_from('"*^():{}+-_NEAR AND OR NOT 引渡é\t\n'), max_size=20))
def test_whatever_is_typed_is_only_words(words: str, kept: Workspace) -> None:
    with kept.look() as work:
        assert isinstance(work.search(words), tuple)


@given(words=typed | awkward, data=st.data())
def test_a_text_is_found_by_any_part_of_it(words: str, kept: Workspace, data: st.DataObject) -> None:
    with kept.request("Say") as work:
        value = work.put(SourceParagraph(id="said", source_id="record", number=2, words=words))
    parts = fold(value.words).split()
    part = data.draw(st.sampled_from(parts)) if parts else "?"
    with kept.look() as work:
        found = {one.id for one in work.search(part, limit=100)}
    assert "said" in found or not any(unicodedata.category(character)[0] in "LN" for character in part)
