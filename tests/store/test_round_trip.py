"""What is put into the store comes out as it was, whatever it says; what no paper could hold is refused."""

from __future__ import annotations

import unicodedata
from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_prep.domain.dialogue import Side
from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.identity import Identified
from dialogue_prep.domain.setting import StoreSetting
from dialogue_prep.domain.source import SourceParagraph
from dialogue_prep.domain.text import CONTROLS, NOTHING, Text, Wording, clean
from dialogue_prep.services.workspace import Workspace
from dialogue_prep.store.database import Database
from dialogue_prep.store.fields import dumped, fields_of, loaded, value_of
from dialogue_prep.store.kinds import KIND_OF_NAME, KINDS, name_of, references
from dialogue_prep.store.tables import TABLES
from tests.invented import AWKWARD, LONG, Ids, awkward, made_store, typed, values, workspace_of
from tests.invented_dialogue import invented_dialogue

IDS: Ids = {kind.__name__: [one.id for one in invented_dialogue() if type(one) is kind] for kind in KINDS}

every_kind = pytest.mark.parametrize("kind", KINDS, ids=name_of)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Return a workspace on one store for all examples."""
    path = made_store(tmp_path_factory.mktemp("kept") / "kept.store", invented_dialogue())
    database = Database(path)
    yield workspace_of(database)
    database.close()


@every_kind
def test_a_value_and_its_table_have_the_same_fields(kind: type[Identified]) -> None:
    assert [column.name for column in TABLES[kind].columns] == [field.name for field in fields(kind)]


def test_every_kind_has_a_name_of_its_own() -> None:
    assert [KIND_OF_NAME[name_of(kind)] for kind in KINDS] == list(KINDS)


@every_kind
@given(data=st.data())
def test_a_value_comes_out_of_the_store_and_of_the_journal_as_it_was_put_in(
    kind: type[Identified], kept: Workspace, data: st.DataObject
) -> None:
    value = data.draw(values(kind, IDS, f"drawn-{kind.__name__}"))
    try:
        cleaned = replace(value, **{name: clean(words) for name, words in strings(value).items()})
    except UserError:
        with pytest.raises(UserError), kept.request("Put") as work:
            work.put(value)  # nothing is left of a name that has to be there
        return
    with kept.request("Put") as work:
        put = work.put(value)
    with kept.look() as work:
        assert work.get(kind, value.id) == put
    assert put == cleaned
    assert value_of(kind, loaded(dumped(fields_of(put))) or {}) == put, "as the journal keeps it"


@given(words=typed | awkward)
def test_text_is_kept_composed_and_without_controls(words: str, kept: Workspace) -> None:
    with kept.request("Type") as work:
        work.put(SourceParagraph(id="typed", source_id="record", number=2, words=words))
    with kept.look() as work:
        found = work.get(SourceParagraph, "typed").words
    lines = words.replace("\r\n", "\n").replace("\r", "\n")
    assert found == unicodedata.normalize("NFC", CONTROLS.sub("", lines))
    assert "\r" not in found
    assert clean(found) == found, "cleaning twice cleans no more"


@pytest.mark.parametrize("bad", ["a\x00b", "\ud800", "\udfff end", "\ufffe", "\uffff"], ids=ascii)
def test_what_no_paper_can_hold_is_refused_in_one_sentence(bad: str, kept: Workspace) -> None:
    with pytest.raises(UserError, match=r"^[A-Z“].*U\+[0-9A-F]{4}.*\.$"):
        Wording("en", bad)
    with kept.look() as work:
        before = work.look_up(StoreSetting, "bad")
    with pytest.raises(UserError, match=r"U\+[0-9A-F]{4}"), kept.request("Set") as work:
        work.put(StoreSetting(id="bad", value=bad))
    with kept.look() as work:
        assert work.look_up(StoreSetting, "bad") == before


def test_awkward_words_survive_in_every_language(kept: Workspace) -> None:
    everything_said = Text(tuple(Wording(f"x-{place}", words) for place, words in enumerate((*AWKWARD, *LONG))))
    with kept.request("Say") as work:
        topic = work.find(KIND_OF_NAME["topic"])[0]
        work.put(replace(topic, title=everything_said))  # type: ignore[call-arg]
    with kept.look() as work:
        assert work.get(type(topic), topic.id).title == everything_said  # type: ignore[attr-defined]


def test_a_value_that_is_put_again_unchanged_is_no_change(kept: Workspace) -> None:
    steps: list[object] = []
    kept.subscribe(steps.append)
    with kept.request("Put all again") as work:
        for value in work.find(KIND_OF_NAME["person"]):
            work.put(value)
    assert steps == []


def strings(value: Identified) -> dict[str, str]:
    """Return the plain strings of a value that are cleaned: all but the path of a file."""
    found = {field.name: getattr(value, field.name) for field in fields(value) if field.name != "path"}
    return {name: content for name, content in found.items() if type(content) is str}


@every_kind
def test_no_value_names_one_of_a_later_kind(kind: type[Identified]) -> None:
    assert set(references()[kind].values()) <= set(KINDS[: KINDS.index(kind)])


def test_a_field_that_an_old_journal_does_not_know_is_as_usual() -> None:
    side = next(value for value in invented_dialogue() if isinstance(value, Side))
    plain = {name: content for name, content in fields_of(side).items() if name not in ("home", "capital.en")}
    assert value_of(Side, plain) == replace(side, home=False, capital=NOTHING)
