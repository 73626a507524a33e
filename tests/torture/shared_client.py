"""One of several who change the same records of a shared store; what was acknowledged is written down line by line."""

from __future__ import annotations

import json
import random
import time
from dataclasses import replace
from multiprocessing.synchronize import Barrier
from pathlib import Path
from typing import cast

from dialogue_prep.domain.errors import Conflict, MachineError
from dialogue_prep.domain.topic import Topic
from dialogue_prep.services.records import Records
from dialogue_prep.store.postgres import SharedDatabase
from dialogue_prep.store.server_address import ServerAddress
from tests.invented import workspace_of


def work_on(address: ServerAddress, file: Path, requests: int, ready: Barrier) -> None:
    """Make so many requests, each until it is kept, and write: what was seen, what was said, conflicts, seconds.

    Nobody begins before all of them have seen what there is.
    """
    name, database = file.name, SharedDatabase(address, file, patience_milliseconds=60_000)
    workspace = workspace_of(database, prefix=name)
    records, chance = Records(workspace), random.Random(name)
    with workspace.look() as work:
        seen = {topic.id: topic for topic in work.find(Topic)}
    ready.wait()
    with file.open("w", encoding="utf-8") as written:
        for number in range(requests):
            id_, words = chance.choice(sorted(seen)), f"{name} {number}"
            conflicts, begun = 0, time.perf_counter()
            while True:
                shown = seen[id_]
                try:
                    seen[id_] = records.edit(shown, lambda kept: _said(kept, words), label=words)  # noqa: B023
                    break
                except Conflict as conflict:
                    conflicts, seen[id_] = conflicts + 1, cast("Topic", conflict.found)
                except MachineError:  # the server is away: what was to be said is still here
                    time.sleep(0.05)
            seconds = time.perf_counter() - begun
            line = [id_, shown.title.words("en"), words, conflicts, seconds]
            written.write(json.dumps(line, ensure_ascii=False) + "\n")
            written.flush()
    database.close()


def _said(topic: Topic, words: str) -> Topic:
    return replace(topic, title=topic.title.reworded("en", words))
