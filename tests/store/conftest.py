"""Stores to test on: made once, then copied."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from dialogue_prep.services.workspace import Workspace
from dialogue_prep.store.database import Database
from dialogue_prep.store.engines import AnyDatabase
from dialogue_prep.store.postgres import SharedDatabase
from tests.invented import made_store, workspace_of
from tests.invented_dialogue import invented_dialogue
from tests.server import SharedCopies


@pytest.fixture(scope="session")
def _empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made_store(tmp_path_factory.mktemp("empty") / "empty.store")


@pytest.fixture(scope="session")
def _filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made_store(tmp_path_factory.mktemp("filled") / "filled.store", invented_dialogue())


@pytest.fixture
def empty_store(_empty: Path, tmp_path: Path) -> Path:
    """Return the path of a store in which there is nothing."""
    return Path(shutil.copy(_empty, tmp_path / "empty.store"))


@pytest.fixture
def store(_filled: Path, tmp_path: Path) -> Path:
    """Return the path of a store in which the invented dialogue is."""
    return Path(shutil.copy(_filled, tmp_path / "dialogues.store"))


@pytest.fixture
def database(request: pytest.FixtureRequest, store: Path, _filled: Path, kept_on: str) -> Iterator[AnyDatabase]:
    """Yield a store in which the invented dialogue is: that of `store`, or one on a server."""
    if kept_on == "server":
        copies: SharedCopies = request.getfixturevalue("shared_copies")
        shared = SharedDatabase(copies.of(_filled), store.with_name("shared.store"))
        yield shared
        copies.close(shared)
    else:
        database = Database(store)
        yield database
        database.close()


@pytest.fixture
def workspace(database: AnyDatabase) -> Workspace:
    return workspace_of(database)
