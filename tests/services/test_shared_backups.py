"""A shared store is backed up by the server's programs, each row counted, and gone back to whole."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dialogue_prep.domain.errors import MachineError, UserError
from dialogue_prep.domain.topic import Topic
from dialogue_prep.services.bundles import Bundles, Recipient
from dialogue_prep.services.moving import move
from dialogue_prep.services.opening import Opening, open_to_read, open_to_write
from dialogue_prep.services.shared_backups import SharedBackups, backups_for
from dialogue_prep.services.sharing import share
from dialogue_prep.store.exchange_rows import read_own
from dialogue_prep.store.postgres_roles import StoreRole
from dialogue_prep.store.server_address import ServerAddress
from dialogue_prep.system.folders import user_folders
from tests.invented import everything, made_store
from tests.invented_dialogue import TODAY, invented_dialogue
from tests.server import Server


@pytest.fixture
def opening(server: Server, invented_on_server: ServerAddress) -> Opening:
    """Return how a shared store of the test's own is opened."""
    address = server.new_database(invented_on_server.database)
    folders = user_folders()
    store = folders.data / f"{address.file_name}.store"
    return Opening(store=store, named=True, folders=folders, who="Ada Example", today=TODAY, server=address)


def number(opening: Opening, number: int) -> None:
    with open_to_write(opening) as workspace, workspace.request("Number") as work:
        work.put(replace(work.get(Topic, "crime"), number=number))


def records(opening: Opening) -> dict[str, dict[str, object]]:
    with open_to_read(opening) as workspace, workspace.look() as work:
        return {kind: dict(found) for kind, found in everything(work).items()}


def test_a_backup_brings_back_all_that_was_there_roles_too(opening: Opening) -> None:
    assert opening.server is not None
    share(opening.server, "reads-backups", StoreRole.READER)
    backups = backups_for(opening)
    assert isinstance(backups, SharedBackups)
    before = records(opening)
    made = backups.make()
    number(opening, 77)
    changes = backups.what_would_change(backups.named("newest")).changes
    assert changes is not None
    assert [(one.kind, one.gone, one.back, one.changed) for one in changes] == [("topic", 0, 0, 1)]

    kept = backups.restore(made)
    assert kept is not None
    assert records(opening) == before
    assert [one.path for one in backups.all()] == [kept, made.path]
    assert all(one.intact for one in backups.all())
    as_reader = replace(opening, server=replace(opening.server, user="reads-backups"))
    assert records(as_reader) == before
    backups.restore(backups.named(str(kept)))
    number(opening, 78)


def test_a_backup_that_ends_too_soon_changes_nothing(opening: Opening) -> None:
    backups = backups_for(opening)
    made = backups.make().path
    made.write_bytes(made.read_bytes()[:-2000])
    with pytest.raises(MachineError, match="changed or damaged"):
        backups.restore(backups.named("newest"))
    made.with_name(f"{made.name}.sha256").unlink()
    before = records(opening)
    with pytest.raises(MachineError, match="cannot be read as a backup"):
        backups.restore(backups.named("newest"))
    assert records(opening) == before


def test_without_the_programs_of_the_server_that_is_said(opening: Opening, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    with pytest.raises(UserError, match="pg_dump is not on this machine"):
        backups_for(opening).make()
    assert backups_for(opening).all() == ()


def test_a_store_goes_onto_a_server_and_back_with_all_that_is_in_it(server: Server, tmp_path: Path) -> None:
    path = made_store(tmp_path / "first.store", invented_dialogue())
    folders = user_folders()
    first = Opening(store=path, named=True, folders=folders, who="Ada Example", today=date(2032, 2, 6))
    number(first, 5)
    shared = replace(first, server=server.new_database(), store=folders.data / "shared.store")
    second = replace(first, store=tmp_path / "second.store")
    there, back = move(first, shared), move(shared, second)
    assert (there.records, there.steps) == (back.records, back.steps)
    assert back.steps == 2
    assert records(first) == records(shared) == records(second)
    for opening in (shared, second):
        with open_to_write(opening) as workspace:
            assert workspace.undo() is not None
        number(opening, 6)
    assert records(shared) == records(second)
    for target in (shared, second):
        with pytest.raises(UserError, match="a store is moved to where nothing is yet"):
            move(first, target)


def test_what_exchanges_bundles_goes_on_where_a_store_was_moved_to(server: Server, tmp_path: Path) -> None:
    def copy_id(opening: Opening) -> str:
        with open_to_read(opening) as workspace, workspace.look() as work:
            own = read_own(work.connection)
        return own.id if own else ""

    path = made_store(tmp_path / "first.store", invented_dialogue())
    first = Opening(store=path, named=True, folders=user_folders())
    shared = replace(first, server=server.new_database(), store=first.folders.data / "shared.store")
    second, third = (replace(first, store=tmp_path / name) for name in ("second.store", "third.store"))
    assert not move(first, third).left
    with open_to_write(first) as workspace:
        Bundles(workspace).make(Recipient(), tmp_path / "all.bundle")
    was = copy_id(first)
    assert move(first, shared).left
    assert copy_id(first) not in ("", was)
    assert copy_id(shared) == was
    assert move(shared, second).left
    assert copy_id(second) == was
    assert len({copy_id(opening) for opening in (first, shared, second, third)}) == 4


def test_what_cannot_be_the_same_leaves_the_target_empty(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = made_store(tmp_path / "first.store", invented_dialogue())
    first = Opening(store=path, named=True, folders=user_folders())
    shared = replace(first, server=server.new_database())
    with monkeypatch.context() as patch:
        patch.setattr("dialogue_prep.services.moving.first_difference", lambda _one, _other: "topic")
        for target in (shared, replace(first, store=tmp_path / "second.store")):
            with pytest.raises(MachineError, match="“topic” would not have been the same; nothing was changed"):
                move(first, target)
    assert not (tmp_path / "second.store").exists()
    assert move(first, shared).records > 0
