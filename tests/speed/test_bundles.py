"""A bundle is taken in nearly as quickly as its records are put, and ten times as many take about ten times as long."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from dialogue_prep.domain.identity import Identified
from dialogue_prep.domain.returned import UnitNote
from dialogue_prep.services.bundles import Bundles, Recipient
from dialogue_prep.services.workspace import Workspace
from dialogue_prep.store.database import Database
from dialogue_prep.store.exchange_showing import STAYING
from tests.invented import made_store, workspace_of
from tests.invented_dialogue import invented_dialogue
from tests.speed.test_store import grown

Race = Callable[..., None]

pytestmark = [pytest.mark.usefixtures("as_shipped"), pytest.mark.timeout(1200)]


@pytest.fixture
def records(full: bool) -> int:
    """Return how many changes the larger bundle holds."""
    return 10_000 if full else 300


def values(count: int) -> tuple[Identified, ...]:
    """Return so many records beside those of the invented dialogue; all of them travel."""
    kept = (one for one in invented_dialogue() if type(one) not in STAYING and type(one) is not UnitNote)
    return (*kept, *grown(count))


def bundle_of(folder: Path, count: int) -> Path:
    database = Database(made_store(folder / f"{count}.store", values(count)))
    Bundles(workspace_of(database)).make(Recipient(), folder / f"{count}.bundle")
    database.close()
    return folder / f"{count}.bundle"


def in_empty_store(folder: Path, act: Callable[[Workspace], None]) -> Callable[[], None]:
    """Return a run of an act on a store in which there is nothing."""
    empty = made_store(folder / "empty.store")

    def run() -> None:
        database = Database(Path(shutil.copy(empty, folder / "run.store")))
        act(workspace_of(database))
        database.close()

    return run


def taking(bundle: Path) -> Callable[[Workspace], None]:
    def act(workspace: Workspace) -> None:
        bundles = Bundles(workspace)
        bundles.take(bundles.report(bundle), trusted=True)

    return act


def putting(kept: Iterable[Identified]) -> Callable[[Workspace], None]:
    def act(workspace: Workspace) -> None:
        with workspace.request("Put") as work:
            for value in kept:
                work.put(value)

    return act


def test_taking_a_bundle_in_costs_little_more_than_putting_its_records(
    race: Race, tmp_path: Path, records: int
) -> None:
    ours = in_empty_store(tmp_path, taking(bundle_of(tmp_path, records)))
    floor = in_empty_store(tmp_path, putting(values(records)))
    race("a bundle taken in, against its records put", limit=3, ours=ours, floor=floor)


def test_taking_a_bundle_in_grows_no_faster_than_what_is_in_it(race: Race, tmp_path: Path, records: int) -> None:
    small, large = (bundle_of(tmp_path, count) for count in (records // 10, records))
    ours, floor = (in_empty_store(tmp_path, taking(bundle)) for bundle in (large, small))
    race("a bundle of ten times as many changes", limit=11, ours=ours, floor=floor)
