"""The window against a bare one of Qt: when it is seen, and when one can work with it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from dialogue_prep.services.dialogues import Dialogues
from dialogue_prep.services.opening import Opening, open_to_write
from dialogue_prep.services.rounds import Plan, Rounds
from dialogue_prep.system.folders import user_folders
from tests.speed.starts import OURS, Bare, Starts, Told, run_in_child


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("started") / "starter.store"
    with open_to_write(Opening(store=path, named=True, folders=user_folders())) as workspace:
        Rounds(workspace).plan(Dialogues(workspace).begin_with_starter().id, Plan())
    return path


@pytest.fixture(scope="module")
def our_starts(store: Path) -> Starts[Told]:
    return Starts(lambda: json.loads(run_in_child(OURS, store)))


@pytest.fixture
def bare(bare_starts: Starts[Bare]) -> Callable[[], float]:
    tell = bare_starts.from_the_first()
    return lambda: tell()[0]


@pytest.fixture
def ours(our_starts: Starts[Told]) -> Callable[[], Told]:
    return our_starts.from_the_first()


def test_the_window_is_seen_nearly_as_soon_as_a_bare_one(
    race: Callable[..., None], bare: Callable[[], float], ours: Callable[[], Told]
) -> None:
    race("first paint of the window against a bare one", limit=1.6, ours=lambda: ours()["painted"][0], floor=bare)


def test_one_can_work_within_six_times_a_bare_window(
    race: Callable[..., None], bare: Callable[[], float], ours: Callable[[], Told]
) -> None:
    race(
        "overview shown and a key handled against a bare window", limit=6, ours=lambda: ours()["usable"][0], floor=bare
    )


def test_nothing_is_imported_before_it_is_needed(ours: Callable[[], Told]) -> None:
    told = ours()
    assert told["painted"][1] == []
    assert told["usable"][1] == ["sqlalchemy"]
