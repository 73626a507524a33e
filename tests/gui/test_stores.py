"""The store that is open is backed up now and then, and only looked at where it cannot be written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from dialogue_prep.domain.errors import MachineError
from dialogue_prep.domain.topic import Topic
from dialogue_prep.gui.jobs import Jobs
from dialogue_prep.gui.stores import Stores
from dialogue_prep.services import opening as openings
from dialogue_prep.services.opening import Opening
from dialogue_prep.services.workspace import Workspace
from dialogue_prep.system.folders import user_folders
from tests.invented import made_store
from tests.invented_dialogue import invented_dialogue


@pytest.fixture
def stores(qtbot: QtBot, tmp_path: Path, user_folder: Path) -> Iterator[Stores]:
    failed: list[BaseException] = []
    jobs = Jobs(failed.append)
    store = made_store(tmp_path / "a.store", invented_dialogue())
    opening = Opening(store=store, named=True, folders=user_folders())
    stores = Stores(jobs, lambda: opening)
    yield stores
    stores.close()
    jobs.close()
    assert failed == []


def opened(stores: Stores, qtbot: QtBot) -> Workspace:
    found: list[Workspace] = []
    stores.open(found.append, lambda _path: pytest.fail("it is there"), lambda error: pytest.fail(str(error)))
    qtbot.waitUntil(lambda: bool(found))
    return found[0]


def backups() -> list[Path]:
    return sorted(user_folders().backups.glob("*.store"))


def test_it_is_backed_up_once_until_something_is_due_again(stores: Stores, qtbot: QtBot) -> None:
    stores.back_up()
    assert backups() == [], "no store is open"
    opened(stores, qtbot)
    stores.back_up()
    qtbot.waitUntil(lambda: len(backups()) == 1)
    stores.back_up()
    stores.close()
    qtbot.waitUntil(lambda: stores.workspace is None)
    assert len(backups()) == 1


@pytest.mark.shows("S7 stores known to be damaged, not backed up")
def test_a_store_that_is_damaged_is_not_backed_up_until_a_backup_is_in_its_place(stores: Stores, qtbot: QtBot) -> None:
    opened(stores, qtbot)
    stores.note_damage()
    stores.back_up()
    stores.close()
    opened(stores, qtbot)
    assert backups() == []
    stores.forget_damage()
    stores.back_up()
    qtbot.waitUntil(lambda: len(backups()) == 1)


@pytest.mark.shows("S6 read-only stores that the window opens to look at")
def test_a_store_that_cannot_be_written_is_opened_to_be_looked_at(
    stores: Stores, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(openings, "is_read_only", lambda _store: True)
    workspace = opened(stores, qtbot)
    assert workspace.read_only
    with workspace.look() as work:
        topic = work.get(Topic, "crime")
    with pytest.raises(MachineError), workspace.request("Change") as work:
        work.remove_whole(topic)
    stores.back_up()
    assert backups() == []
