"""How the store keeps: whole or not at all, safe against power loss, for this user only."""

from __future__ import annotations

import shutil
import stat
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from dialogue_prep.domain.commitment import Commitment
from dialogue_prep.domain.dialogue import Entity
from dialogue_prep.domain.errors import Conflict, MachineError, NotFound, UserError
from dialogue_prep.domain.identity import Identified
from dialogue_prep.domain.instrument import InstrumentEntry
from dialogue_prep.domain.source import Source
from dialogue_prep.domain.text import in_english
from dialogue_prep.domain.topic import Topic
from dialogue_prep.services.workspace import Workspace
from dialogue_prep.store.database import SCHEMA_VERSION, Database
from dialogue_prep.store.header import APPLICATION_ID
from tests.conftest import Tally
from tests.invented import again, everything, made_store, workspace_of
from tests.invented_dialogue import invented_dialogue

Kept = dict[str, dict[str, Identified]]


@pytest.fixture(params=["plain", "100% ? & #1 对话 é.d", "with 'quotes\" and spaces", "sqlite:///x"])
def odd_folder(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return tmp_path / request.param


def topic(workspace: Workspace, id_: str = "crime") -> Topic:
    with workspace.look() as work:
        return work.get(Topic, id_)


@pytest.mark.in_a_file
@pytest.mark.usefixtures("as_shipped")
def test_sqlite_runs_as_the_architecture_says(database: Database) -> None:
    assert database.pragmas() == {
        "application_id": APPLICATION_ID,
        "user_version": SCHEMA_VERSION,
        "foreign_keys": 1,
        "journal_mode": "truncate",
        "synchronous": 2,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "temp_store": 2,
        "secure_delete": 1,
    }


@pytest.mark.in_a_file
@pytest.mark.usefixtures("as_shipped")
def test_every_connection_runs_so_and_not_only_the_first(database: Database) -> None:
    with database.look(), database.look():
        second = database.pragmas()
    assert second["foreign_keys"] == 1
    assert second["synchronous"] == 2


def test_what_lies_on_the_disk_is_for_this_user_only(tmp_path: Path) -> None:
    path = made_store(tmp_path / "folder" / "new.store", invented_dialogue())
    database = Database(path)
    with workspace_of(database).request("Begin") as work:
        work.put(replace(work.get(Topic, "crime"), number=9))
        made = {file.name: stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()}
    database.close()
    assert made == {"new.store": 0o600, "new.store-journal": 0o600}
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_a_store_is_made_where_its_path_says_whatever_the_path_is(odd_folder: Path) -> None:
    path = made_store(odd_folder / "a.store", invented_dialogue())
    assert path.stat().st_size > 10_000
    assert [file.name for file in odd_folder.iterdir() if file.stat().st_size] == ["a.store"]


def test_a_failed_request_changes_nothing_not_even_the_journal(workspace: Workspace, store: Path) -> None:
    before, told = store.read_bytes(), []
    workspace.subscribe(told.append)
    with pytest.raises(ZeroDivisionError), workspace.request("Change much") as work:  # noqa: PT012
        work.put(replace(work.get(Topic, "crime"), title=in_english("Other")))
        work.remove_whole(work.get(Topic, "water"))
        work.put(Topic(id="new", dialogue_id="dialogue", number=7, title=in_english("New")))
        raise ZeroDivisionError
    assert store.read_bytes() == before
    assert told == []
    assert len(workspace.history()) == len(invented_dialogue())


def test_a_request_is_announced_once_it_is_kept(workspace: Workspace) -> None:
    seen = []

    def look_in(_step: object) -> None:
        other = again(workspace.database)
        seen.append(topic(workspace_of(other)).number)
        other.close()

    workspace.subscribe(look_in)
    with workspace.request("Number") as work:
        work.put(replace(work.get(Topic, "crime"), number=9))
    assert seen == [9]


@pytest.mark.in_a_file
def test_looking_changes_nothing(workspace: Workspace) -> None:
    with pytest.raises(MachineError, match="read-only"), workspace.look() as work:
        work.put(replace(work.get(Topic, "crime"), number=9))
    with workspace.request("Number") as work:
        work.put(replace(work.get(Topic, "crime"), number=8))
    assert topic(workspace).number == 8, "the connection that only read can write afterwards"


@pytest.mark.in_a_file
def test_a_look_sees_one_moment(workspace: Workspace, database: Database) -> None:
    with database.look() as work:
        before = work.get(Topic, "crime")
        with pytest.raises(MachineError, match="in use by another program"):
            _hurried(database, 9)
        assert work.get(Topic, "crime") == before
    assert topic(workspace).number == before.number


def _hurried(database: Database, number: int) -> None:
    """Change a topic on another connection that does not wait."""
    other = Database(database.path, busy_milliseconds=1)
    try:
        with workspace_of(other).request("Number") as work:
            work.put(replace(work.get(Topic, "crime"), number=number))
    finally:
        other.close()


def test_what_names_nothing_is_not_kept(workspace: Workspace) -> None:
    lost = Entity(id="lost", side_id="nowhere", position=1, precedence=1, name=in_english("Lost"))
    with pytest.raises(NotFound, match="What this belongs to is no longer there"), workspace.request("Add") as work:
        work.put(lost)
    with pytest.raises(NotFound, match=r"^This entity is no longer there\.$"), workspace.look() as work:
        work.get(Entity, "lost")


def test_a_value_goes_with_all_that_belongs_to_it(workspace: Workspace) -> None:
    with workspace.request("Remove the dialogue") as work:
        for dialogue in everything(work)["Dialogue"].values():
            work.remove_whole(dialogue)
    with workspace.look() as work:
        left = {kind: set(found) for kind, found in everything(work).items() if found}
    assert left == {
        "StoreSetting": {"reference-day"},
        "Marking": {"public", "inner"},
        "WordingGrade": {"seek"},
        "Template": {"letterhead"},
        "SavedFilter": {"filter"},
        "MilestonePlan": {"guest-plan"},
        "PlannedMilestone": {"plan-list"},
        "Release": {"release"},
    }


def test_a_step_of_an_instrument_goes_with_the_only_source_that_says_so(workspace: Workspace) -> None:
    with workspace.request("Take the commitments out") as work:
        source = work.get(Source, "record")
        for commitment in work.find(Commitment, source_id=source.id):
            work.remove_whole(commitment)
    with workspace.request("Remove the source") as work:
        work.remove_whole(source)
    with workspace.look() as work:
        assert work.find(InstrumentEntry) == ()
    workspace.undo()
    with workspace.look() as work:
        assert len(work.find(InstrumentEntry)) == 1


@pytest.fixture(scope="module")
def given_back(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Workspace, Kept]]:
    """Yield a workspace that each test leaves as it was, and everything that is in it."""
    database = Database(made_store(tmp_path_factory.mktemp("given-back") / "a.store", invented_dialogue()))
    workspace = workspace_of(database)
    with workspace.look() as work:
        before = everything(work)
    yield workspace, before
    database.close()


@pytest.mark.parametrize("value", invented_dialogue(), ids=lambda value: f"{type(value).__name__} {value.id}")
def test_any_value_can_be_removed_and_brought_back(given_back: tuple[Workspace, Kept], value: Identified) -> None:
    workspace, before = given_back
    gone = remove(workspace, value)
    with workspace.look() as work:
        assert work.look_up(type(value), value.id) == (None if gone else value)
    if gone:
        workspace.undo()
    with workspace.look() as work:
        assert everything(work) == before


def remove(workspace: Workspace, value: Identified) -> bool:
    """Remove a value; what commitments rest on, and nothing else, cannot go without them."""
    try:
        with workspace.request("Remove") as work:
            work.remove_whole(value)
    except UserError:
        assert isinstance(value, Source)
        return False
    return True


def test_two_who_change_one_value_learn_of_each_other(workspace: Workspace) -> None:
    other = again(workspace.database)
    found, ours = topic(workspace), in_english("Ours")
    with workspace_of(other).request("Rename") as work:
        theirs = work.put(replace(found, title=in_english("Theirs")), instead_of=found)
    other.close()
    with pytest.raises(Conflict, match="Somebody else") as conflict, workspace.request("Rename") as work:
        work.put(replace(found, title=ours), instead_of=found)
    assert (conflict.value.wanted, conflict.value.found) == (replace(found, title=ours), theirs)
    assert topic(workspace) == theirs


def test_a_value_removed_meanwhile_is_a_conflict_too(workspace: Workspace) -> None:
    found = topic(workspace, "consular")
    with workspace.request("Remove") as work:
        work.remove_whole(found)
    with pytest.raises(Conflict) as conflict, workspace.request("Rename") as work:
        work.put(replace(found, number=5), instead_of=found)
    assert conflict.value.found is None


@pytest.mark.in_a_file
def test_the_file_copied_alone_while_it_is_open_holds_every_commit(
    workspace: Workspace, store: Path, tally: Tally
) -> None:
    lost = 0
    for number in range(10, 20):
        with workspace.request("Number") as work:
            work.put(replace(work.get(Topic, "crime"), number=number))
        copy = store.with_name(f"copy-{number}.store")
        shutil.copyfile(store, copy)
        alone = Database(copy)
        lost += topic(workspace_of(alone)).number != number or alone.quick_check() != "ok"
        alone.close()
    tally("S3 copies of the file alone while it is open", tries=10, lost=lost)
    assert lost == 0


@pytest.mark.in_a_file
def test_deleted_words_are_not_left_in_the_tables(workspace: Workspace, store: Path) -> None:
    """Only the journal holds them still, until it is purged: what SQLite frees is overwritten."""
    with workspace.request("Add", undoable=False) as work:
        work.put(Topic(id="canary", dialogue_id="dialogue", number=9, title=in_english("Ca<n>ary")))
    assert store.read_bytes().count(b"Ca<n>ary") == 2, "in its table and in the journal"
    with workspace.request("Remove", undoable=False) as work:
        work.remove(work.get(Topic, "canary"))
    assert store.read_bytes().count(b"Ca<n>ary") == 2, "in the journal alone, added and removed"
    assert b"ca<n>ary" not in store.read_bytes()


@pytest.fixture
def in_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return Path(":memory:")


def test_a_store_with_the_name_of_a_store_in_memory_is_a_file(in_memory: Path) -> None:
    made_store(in_memory, invented_dialogue())
    assert in_memory.stat().st_size > 10_000
