"""Several who change the same records of one shared store at once, while its server is stopped and started."""

from __future__ import annotations

import json
import statistics
import time
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

import pytest

from dialogue_prep.store.server_address import ServerAddress
from tests.conftest import Tally
from tests.invented import workspace_of
from tests.invented_dialogue import invented_dialogue
from tests.server import Server, made_shared, opened
from tests.torture.shared_client import work_on


@dataclass(frozen=True)
class Ended:
    """What some clients did: the lines that each has written down, and how long they took together (seconds)."""

    lines: tuple[tuple[str, str, str, int, float], ...]
    seconds: float

    @property
    def told(self) -> str:
        latency = statistics.median(line[4] for line in self.lines) * 1000
        return f"{len(self.lines) / self.seconds:.0f}/s, {latency:.1f} ms"


def run(address: ServerAddress, folder: Path, clients: int, requests: int, server: Server | None = None) -> Ended:
    """Have clients make their requests; where a server is given, it is stopped and started on the way."""
    files = [folder / f"client-{number}-of-{clients}" for number in range(clients)]
    begun, context = time.perf_counter(), get_context("fork")  # forked, nobody has to import anything
    ready = context.Barrier(clients, timeout=60)
    running = [context.Process(target=work_on, args=(address, file, requests, ready), daemon=True) for file in files]
    for one in running:
        one.start()
    if server is not None:
        half = clients * requests // 2
        while sum(file.read_text().count("\n") for file in files if file.exists()) < half:
            assert any(one.is_alive() for one in running)
            time.sleep(0.05)
        server.stop(how="immediate")
        server.start()
    for one in running:
        one.join()
    assert [one.exitcode for one in running] == [0] * clients
    lines = [tuple(json.loads(line)) for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    return Ended(tuple(lines), time.perf_counter() - begun)


@pytest.mark.timeout(7200)
@pytest.mark.minutes(6)
@pytest.mark.parametrize(("clients", "requests"), [(2, 15), pytest.param(8, 5000, marks=pytest.mark.torture)])
def test_clients_of_one_server_lose_nothing_and_see_every_conflict(
    durable_server: Server, tmp_path: Path, clients: int, requests: int, tally: Tally, record_property
) -> None:
    address = made_shared(durable_server, invented_dialogue())
    alone = run(address, tmp_path, 1, requests)
    together = run(address, tmp_path, clients, requests, durable_server)
    database = opened(address, tmp_path)
    entries = workspace_of(database).history(limit=10_000_000)
    database.close()

    before: dict[str, str] = {}
    followed: dict[tuple[str, str], str] = {}
    for entry in reversed(entries):
        if entry.kind == "topic" and entry.after and "title.en" in entry.after:
            words = entry.after["title.en"][1]  # type: ignore[index]
            followed[entry.value_id, words] = before.get(entry.value_id, "")
            before[entry.value_id] = words
    acknowledged = [*alone.lines, *together.lines]
    lost = [line for line in acknowledged if (line[0], line[2]) not in followed]
    unseen = [
        line for line in acknowledged if line not in lost and followed[line[0], line[2]] not in (line[1], line[2])
    ]
    tally("S14 requests that a shared store acknowledged", tries=len(acknowledged), lost=len(lost))
    tally("S14 conflicts on a server that somebody was not shown", tries=len(acknowledged), lost=len(unseen))
    rate = (len(together.lines) / together.seconds) / (len(alone.lines) / alone.seconds)
    record_property("race", [f"{clients} clients against one", f"{rate:.2f}", "-", together.told, alone.told])
    assert (lost, unseen) == ([], [])
    assert sum(line[3] for line in together.lines) > 0
    assert len(together.lines) == clients * requests
