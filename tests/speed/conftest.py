"""Speed as a ratio: ours against a floor that does the least possible, run in turn so that both see one machine."""

from __future__ import annotations

import gc
import json
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import pytest

from tests.speed.starts import BARE, Bare, Starts, run_in_child

Run = Callable[[], float | None]
Race = Callable[..., None]


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """The other libraries are tools of `make speed` alone: in the short form they are not compared."""
    return True if collection_path.name == "test_peers.py" and config.getoption("--speed") != "full" else None


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Whatever lies in this folder is a measurement; what is marked so is measured in full or not at all."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.speed)
    if config.getoption("--speed") != "full":
        left_out = [item for item in items if item.get_closest_marker("in_full_alone")]
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in left_out]


@pytest.fixture
def _statements_compiled_once() -> None:
    """Have each store compile its own statements, as whoever opens it has to wait for."""


@pytest.fixture(scope="session")
def full(request: pytest.FixtureRequest) -> bool:
    """Say whether this is the full form; the short one takes less of everything."""
    return bool(request.config.getoption("--speed") == "full")


@pytest.fixture
def race(full: bool, record_property: Callable[[str, object], None]) -> Race:
    """Return `race(name, limit=, ours=, floor=)`, which fails when ours takes more than `limit` times the floor.

    Both are called in turn: once unmeasured and then fifteen times (`--speed full`, medians are compared), or up to
    three times (the short form: the best are compared, only twice the limit fails, and it ends as soon as the limit
    itself is kept). A function that returns a number has measured itself, in seconds: for what happens in a child
    process.
    """

    def run(name: str, *, limit: float, ours: Run, floor: Run) -> None:
        choose, rounds, allowed = (median, 15, limit) if full else (min, 3, 2 * limit)
        mine, least, ratio = 0.0, 0.0, limit + 1
        pairs: list[tuple[float, float]] = []
        _seconds(floor)
        if full:  # in short, our first time counts: it takes longest, and mostly keeps the limit all the same
            _seconds(ours)
        while len(pairs) < rounds and (full or ratio > limit):
            pairs.append((_seconds(ours), _seconds(floor)))
            mine, least = (choose(column) for column in zip(*pairs, strict=True))
            ratio = mine / least
        record_property("race", [name, f"{ratio:.2f}", f"{limit:g}", f"{mine * 1000:.1f} ms", f"{least * 1000:.1f} ms"])
        assert ratio <= allowed, f"{name} took {ratio:.2f} times the floor, and {allowed:g} are allowed"

    return run


def _seconds(run: Run) -> float:
    gc.collect()
    start = time.perf_counter()
    measured = run()
    return time.perf_counter() - start if measured is None else measured


@pytest.fixture(scope="session")
def bare_starts() -> Starts[Bare]:
    """Return the starts of a bare window: in how many seconds it was painted, and its kilobytes."""
    return Starts(lambda: json.loads(run_in_child(BARE)))
