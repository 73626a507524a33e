"""Whoever writes is killed at any moment: what was acknowledged is there, whole, and the next one gets in at once."""

from __future__ import annotations

import random
import shutil
from itertools import count
from pathlib import Path
from time import perf_counter

import pytest

from dialogue_prep.domain.topic import Topic
from dialogue_prep.services.opening import Opening, open_to_write
from dialogue_prep.store.backup import unsound
from dialogue_prep.store.database import SCHEMA_VERSION, stored_version
from dialogue_prep.system.folders import user_folders
from tests.conftest import Tally
from tests.store.test_migrations import row_counts
from tests.torture.children import Children, last_kept
from tests.torture.conftest import KEPT

AT_ONCE = 1.0
"""Seconds in which a store is open again."""


def reopened(store: Path) -> tuple[Topic, float]:
    """Return the topic that was numbered, and how many seconds it took to open the store and read it."""
    begin = perf_counter()
    with open_to_write(Opening(store=store, named=True, folders=user_folders())) as workspace:
        with workspace.look() as work:
            topic = work.get(Topic, "crime")
        return topic, perf_counter() - begin


def whole(topic: Topic, acknowledged: int) -> bool:
    """Say whether a topic is as the last acknowledged request left it, or the one that was on its way."""
    return topic.number in (acknowledged, acknowledged + 1) and (
        topic.number == 1 or topic.title.words("en").startswith(f"Number {topic.number} ")
    )


@pytest.mark.minutes(2)
@pytest.mark.parametrize(("kills", "writes"), [(3, 24), pytest.param(50, 1000, marks=pytest.mark.torture)])
def test_whatever_was_acknowledged_outlasts_a_kill(
    store: Path, children: Children, kills: int, writes: int, tally: Tally
) -> None:
    chance, acknowledged, lost, late = random.Random(), 1, 0, 0
    begin = perf_counter()
    _code, _said = children.do("write", str(store), 2, acknowledged := 10)
    pace = (perf_counter() - begin) / 10
    for kill in range(kills):
        goal = writes * (kill + 1) // kills
        code, said = 0, []
        while code == 0 or acknowledged < goal:
            seconds = chance.uniform(0.2, 1.8) * pace * writes / kills
            code, said = children.do("write", str(store), acknowledged + 1, acknowledged + writes, killed_after=seconds)
            assert code in (0, -9), said
            topic, took = reopened(store)
            lost += not whole(topic, max(acknowledged, last_kept(said))) or bool(unsound(store))
            late += took > AT_ONCE
            acknowledged = topic.number
    tally("S1 acknowledged writes, the writer killed", tries=acknowledged, lost=lost)
    tally(f"S1 stores open again within {AT_ONCE:g} s of a kill", tries=kills, lost=late)
    assert (lost, late) == (0, 0)


@pytest.mark.parametrize("kills", [1, pytest.param(20, marks=pytest.mark.torture)])
def test_a_migration_that_is_killed_leaves_the_old_store_or_the_new(
    tmp_path: Path, children: Children, kills: int, tally: Tally
) -> None:
    kept = KEPT / "0001.store"
    before = row_counts(kept)
    path = Path(shutil.copy(kept, tmp_path / "a.store"))
    begin = perf_counter()
    assert children.do("bring_up_to_date", str(path))[0] == 0
    seconds = perf_counter() - begin
    after, killed, between, found = row_counts(path), 0, 0, set()
    # Moments spread evenly, in the order of the golden section, until well after the end: the kills that hit count.
    moments = (1.5 * seconds * ((0.9 + number * 0.618) % 1) for number in count())
    while killed < kills or len(found) < 2:
        path = Path(shutil.copy(kept, tmp_path / "b.store"))
        code, said = children.do("bring_up_to_date", str(path), killed_after=next(moments))
        assert code in (0, -9), said
        killed += code == -9
        version = stored_version(path)
        found.add(version)
        between += row_counts(path) != {1: before, SCHEMA_VERSION: after}.get(version) or bool(unsound(path))
    tally("S12 migrations killed, neither old nor new", tries=killed, lost=between)
    assert between == 0


@pytest.mark.parametrize("kills", [4, pytest.param(100, marks=pytest.mark.torture)])
def test_a_paper_of_which_the_writing_is_killed_is_the_old_one_or_the_new(
    tmp_path: Path, children: Children, kills: int, tally: Tally
) -> None:
    path, size, chance = tmp_path / "paper.docx", 300_000, random.Random()
    path.write_bytes(b"a" * size)
    torn = 0
    for _kill in range(kills):
        code, _said = children.do("write_papers", str(tmp_path), size, 10_000, killed_after=chance.uniform(0, 0.05))
        content = path.read_bytes()
        torn += len(content) != size or content != content[:1] * size or code != -9
    tally("O1 writing of a paper killed", tries=kills, lost=torn)
    assert torn == 0
