"""The power fails at any moment: what was acknowledged is there, and the tests would see it if it were not."""

from __future__ import annotations

import random
import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from dialogue_prep.domain.errors import MachineError
from dialogue_prep.domain.text import in_english
from dialogue_prep.domain.topic import Topic
from dialogue_prep.services.records import Records
from dialogue_prep.store import database as keeping
from dialogue_prep.store.database import Database
from dialogue_prep.store.faults import faults
from tests.conftest import Tally
from tests.invented import workspace_of
from tests.torture.power_cuts import Disk, Event, cut
from tests.torture.recording import Statement, statements_of

REQUESTS = 25
NAME = "a.store"

# One connection is all there is, and the index of a WAL in shared memory would go past the disk that is watched.
WAL_NORMAL = ("locking_mode=EXCLUSIVE", "journal_mode=WAL", "synchronous=NORMAL", "secure_delete=ON")
DELETE_FULL = ("journal_mode=DELETE", "synchronous=FULL", "secure_delete=ON")


@pytest.fixture(scope="module")
def requests(begun: Path, tmp_path_factory: pytest.TempPathFactory) -> list[list[Statement]]:
    """Return what SQLite is told to do by requests, the last of which says its number in a topic."""
    database = Database(Path(shutil.copy(begun, tmp_path_factory.mktemp("recorded") / NAME)))
    records = Records(workspace_of(database))
    with statements_of(database._engine) as kept:
        for number in range(1, REQUESTS + 1):
            with database.look() as work:
                topic = work.get(Topic, "crime")
            words = in_english(f"Number {number} " + "of many words " * (number % 7) * 60)
            records.edit(topic, lambda kept, n=number, said=words: replace(kept, number=n, title=said), label="Number")
    database.close()
    assert len(kept) == REQUESTS
    return kept


def written(folder: Path, begun: Path, requests: list[list[Statement]], pragmas: tuple[str, ...]) -> list[Event]:
    """Return all that the disk was asked for while the requests were carried out."""
    folder.mkdir()
    disk = Disk(folder)
    disk.begin_with(NAME, begun.read_bytes())
    disk.run(NAME, pragmas, requests)
    disk.unregister()
    return disk.events


def losses(folder: Path, events: list[Event], cuts: int) -> int:
    """Return of how many power cuts a store does not recover with all that was acknowledged, and nothing torn."""
    chance, lost = random.Random(cuts), 0
    first = next(n for n, event in enumerate(events) if event.what == "sync") + 1
    for number in range(cuts):
        acknowledged, files = cut(events, chance.randrange(first, len(events) + 1), chance)
        image = folder / f"cut {number}"
        image.mkdir(parents=True)
        for name, content in files.items():
            (image / name).write_bytes(content)
        lost += not recovers(image / NAME, acknowledged)
        shutil.rmtree(image)
    return lost


def recovers(store: Path, acknowledged: int) -> bool:
    """Say whether the store is sound and as it was after the last acknowledged request, or the one after that."""
    try:
        with closing(sqlite3.connect(store)) as connection:
            (sound,) = connection.execute("PRAGMA integrity_check").fetchone()
        database = Database(store)
        with database.look() as work:
            topic = work.get(Topic, "crime")
            done = sum(entry.label == "Number" for entry in work.history("crime"))
        database.close()
    except faults(MachineError):
        return False
    whole = done == 0 or (topic.number == done and topic.title.words("en").startswith(f"Number {done} "))
    return sound == "ok" and whole and done in (acknowledged, acknowledged + 1)


CUTS = [8, pytest.param(400, marks=pytest.mark.torture)]


@pytest.mark.usefixtures("as_shipped")
@pytest.mark.parametrize("cuts", CUTS)
def test_no_power_cut_loses_what_was_acknowledged(
    tmp_path: Path, begun: Path, requests: list[list[Statement]], cuts: int, tally: Tally
) -> None:
    events = written(tmp_path / "disk", begun, requests, keeping._PRAGMAS)
    lost = losses(tmp_path, events, cuts)
    tally("S2 power cuts, as the store is kept", tries=cuts, lost=lost)
    assert lost == 0


@pytest.mark.parametrize(
    ("told", "pragmas", "cuts"),
    [
        ("WAL and NORMAL", WAL_NORMAL, 4),
        ("DELETE and FULL", DELETE_FULL, 12),
        pytest.param("WAL and NORMAL", WAL_NORMAL, 400, marks=pytest.mark.torture),
        pytest.param("DELETE and FULL", DELETE_FULL, 400, marks=pytest.mark.torture),
    ],
)
def test_power_cuts_do_lose_what_is_kept_in_other_ways(
    tmp_path: Path,
    begun: Path,
    requests: list[list[Statement]],
    told: str,
    pragmas: tuple[str, ...],
    cuts: int,
    tally: Tally,
) -> None:
    events = written(tmp_path / "disk", begun, requests, pragmas)
    lost = losses(tmp_path, events, cuts)
    tally(f"S2 power cuts that have to lose: {told}", tries=cuts, lost=lost)
    assert lost > 0
