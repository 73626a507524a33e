"""Stores to test services on: made once, then copied."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dialogue_prep.services.dialogues import Dialogues
from dialogue_prep.services.rounds import Plan, Rounds
from dialogue_prep.services.sources import Sources, read_for_review
from dialogue_prep.services.workspace import Workspace
from dialogue_prep.store.database import Database
from dialogue_prep.store.postgres import SharedDatabase
from tests.invented import made_store, workspace_of
from tests.invented_dialogue import invented_dialogue
from tests.server import SharedCopies


@pytest.fixture(autouse=True)
def _without_detours(without_detours: None) -> None:
    """Keep to what is tested here."""


@pytest.fixture(scope="session")
def stores(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of stores: empty, with the invented dialogue, with the starter, with its next round planned."""
    folder = tmp_path_factory.mktemp("stores")
    made_store(folder / "empty")
    made_store(folder / "invented", invented_dialogue())
    database = Database(made_store(folder / "starter"))
    begun = Dialogues(workspace_of(database, today=None)).begin_with_starter()
    database.close()
    database = Database(Path(shutil.copy(folder / "starter", folder / "planned")))
    Rounds(workspace_of(database, prefix="planned")).plan(begun.id, Plan())
    database.close()
    return folder


@pytest.fixture(scope="session")
def _read_once(stores: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[tuple[Path, ...], str], Path]:
    """Return a function that returns a store with sources read in one after the other; each order is read once."""
    folder = tmp_path_factory.mktemp("read")
    made: dict[tuple[tuple[Path, ...], str], Path] = {}

    def read(paths: tuple[Path, ...], home: str) -> Path:
        if (paths, home) not in made:
            store = Path(shutil.copy(stores / "empty", folder / f"{len(made)}.store"))
            database = Database(store)
            sources = Sources(workspace_of(database, today=None, prefix="read"))
            for path in paths:
                sources.take_in(sources.propose(read_for_review(path), home))
            database.close()
            made[paths, home] = store
        return made[paths, home]

    return read


@pytest.fixture
def _open_copy(request: pytest.FixtureRequest, kept_on: str, tmp_path: Path) -> Iterator[Callable[[Path], Workspace]]:
    """Return a function that opens a copy of a store, in a file or on a server."""
    opened: list[Database] = []
    shared: list[SharedDatabase] = []

    def open_copy(store: Path) -> Workspace:
        copy = tmp_path / f"{store.stem}-{len(opened) + len(shared)}.store"
        if kept_on == "server":
            shared.append(SharedDatabase(copies().of(store), copy))
            return workspace_of(shared[-1], today=None)
        opened.append(Database(Path(shutil.copy(store, copy))))
        return workspace_of(opened[-1], today=None)

    def copies() -> SharedCopies:
        made: SharedCopies = request.getfixturevalue("shared_copies")
        return made

    yield open_copy
    for database in opened:
        database.close()
    for one in shared:
        copies().close(one)


@pytest.fixture
def read_in(
    _read_once: Callable[[tuple[Path, ...], str], Path], _open_copy: Callable[[Path], Workspace]
) -> Callable[..., Workspace]:
    """Return `read_in(first, second, home="")`, which opens a store of the test's own with these sources read in."""
    return lambda *paths, home="": _open_copy(_read_once(paths, home))


@pytest.fixture
def empty(stores: Path, _open_copy: Callable[[Path], Workspace]) -> Workspace:
    """Return a store in which there is nothing."""
    return _open_copy(stores / "empty")


@pytest.fixture
def workspace(stores: Path, _open_copy: Callable[[Path], Workspace]) -> Workspace:
    """Return a store in which the invented dialogue is."""
    return _open_copy(stores / "invented")


@pytest.fixture
def starter(stores: Path, _open_copy: Callable[[Path], Workspace]) -> Workspace:
    """Return a store in which the starter dialogue is."""
    return _open_copy(stores / "starter")


@pytest.fixture
def planned(stores: Path, _open_copy: Callable[[Path], Workspace]) -> Workspace:
    """Return a store in which the starter dialogue is, its next round planned."""
    return _open_copy(stores / "planned")
