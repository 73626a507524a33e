"""What one does in a shared store the others hear within seconds, and see who is at the same record."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from queue import Queue

import pytest

from dialogue_prep.domain.journal import Step
from dialogue_prep.domain.topic import Topic
from dialogue_prep.services.sharing import Company, CompanyListener, company_of
from dialogue_prep.services.workspace import Workspace
from dialogue_prep.store.database import Database
from dialogue_prep.store.server_address import ServerAddress
from tests.invented import made_store, workspace_of
from tests.server import Server, opened

SECONDS = 20


class Window:
    """One of several who have the store open, and what it was told."""

    def __init__(self, address: ServerAddress, folder: Path, who: str) -> None:
        self.workspace = workspace_of(opened(address, folder), prefix=who)
        self.workspace.who = who
        self.steps: Queue[Step] = Queue()
        self.present: Queue[tuple[str, ...]] = Queue()
        self.connected: Queue[bool] = Queue()
        self.workspace.subscribe(self.steps.put)
        found = company_of(self.workspace, CompanyListener(present=self.present.put, connected=self.connected.put))
        assert found is not None
        self.company: Company = found
        self.company.start()

    def number(self, number: int) -> None:
        with self.workspace.request(f"Number {number}") as work:
            work.put(replace(work.get(Topic, "crime"), number=number))

    def close(self) -> None:
        self.workspace.database.close()


@pytest.fixture
def open_window(server: Server, invented_on_server: ServerAddress, tmp_path: Path) -> Iterator[Callable[[str], Window]]:
    address = server.new_database(invented_on_server.database)
    windows: list[Window] = []

    def open_one(who: str) -> Window:
        windows.append(Window(address, tmp_path, who))
        return windows[-1]

    yield open_one
    for window in windows:
        window.close()


Open = Callable[[str], Window]


def test_others_are_heard_seen_and_heard_again_after_the_server_was_away(open_window: Open, server: Server) -> None:
    anna, bo = open_window("Anna"), open_window("Bo")
    anna.company.stand("crime")
    bo.company.stand("crime")
    assert anna.present.get(timeout=SECONDS) == ("Bo",)
    assert bo.present.get(timeout=SECONDS) == ("Anna",)

    anna.number(7)
    told = bo.steps.get(timeout=SECONDS)
    assert (told.label, told.foreign, told.changes) == ("Number 7", True, ())
    assert not anna.steps.get(timeout=SECONDS).foreign

    bo.company.stand("water")
    assert anna.present.get(timeout=SECONDS) == ()

    server.stop()
    try:
        assert [window.connected.get(timeout=SECONDS) for window in (anna, bo)] == [False, False]
    finally:
        server.start()
    assert [window.connected.get(timeout=SECONDS) for window in (anna, bo)] == [True, True]
    bo.number(8)
    assert anna.steps.get(timeout=SECONDS).label == "Number 8"
    assert bo.steps.get(timeout=SECONDS).foreign is False
    assert anna.steps.empty()


def test_in_a_file_there_is_nobody_to_follow(tmp_path: Path) -> None:
    database = Database(made_store(tmp_path / "a.store"))
    workspace: Workspace = workspace_of(database)
    assert company_of(workspace, CompanyListener(present=print, connected=print)) is None
    database.close()
