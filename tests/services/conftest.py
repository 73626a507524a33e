"""Stores to test services on: made once, then copied."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from dialogue_prep.services.dialogues import Dialogues
from dialogue_prep.services.workspace import Workspace
from dialogue_prep.store.database import Database
from tests.invented import made_store, workspace_of
from tests.invented_dialogue import invented_dialogue


@pytest.fixture(scope="session")
def _stores(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of stores: an empty one, one with the invented dialogue, one with the starter dialogue."""
    folder = tmp_path_factory.mktemp("stores")
    made_store(folder / "empty")
    made_store(folder / "invented", invented_dialogue())
    database = Database(made_store(folder / "starter"))
    Dialogues(workspace_of(database, today=None)).begin_with_starter()
    database.close()
    return folder


def _opened(store: Path, copy: Path) -> Iterator[Workspace]:
    database = Database(Path(shutil.copy(store, copy)))
    yield workspace_of(database, today=None)
    database.close()


@pytest.fixture
def empty(_stores: Path, tmp_path: Path) -> Iterator[Workspace]:
    """Yield a store in which there is nothing."""
    yield from _opened(_stores / "empty", tmp_path / "empty.store")


@pytest.fixture
def workspace(_stores: Path, tmp_path: Path) -> Iterator[Workspace]:
    """Yield a store in which the invented dialogue is."""
    yield from _opened(_stores / "invented", tmp_path / "invented.store")


@pytest.fixture
def starter(_stores: Path, tmp_path: Path) -> Iterator[Workspace]:
    """Yield a store in which the starter dialogue is."""
    yield from _opened(_stores / "starter", tmp_path / "starter.store")
