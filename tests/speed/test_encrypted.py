"""A protected store is nearly as quick as a plain one; its passphrase costs whoever guesses it, and so its opening."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from dialogue_prep.domain.text import in_english
from dialogue_prep.domain.topic import Topic
from dialogue_prep.services.encryption import Encryption
from dialogue_prep.services.keyring import Keyring
from dialogue_prep.services.opening import Opening, open_to_read
from dialogue_prep.store.database import Database
from dialogue_prep.system.folders import user_folders
from tests.invented import made_store, workspace_of
from tests.invented_dialogue import invented_dialogue
from tests.speed.conftest import Race

WORDS = "four words make one"
CALLS = 20
LONGER_SECONDS = 0.2

pytestmark = pytest.mark.usefixtures("as_shipped")


@pytest.fixture(scope="module")
def stores(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Return a plain store and the same protected."""
    folder = tmp_path_factory.mktemp("stores")
    plain = made_store(folder / "plain.store", invented_dialogue())
    protected = Path(shutil.copy(plain, folder / "protected.store"))
    Encryption(opened(protected)).protect(WORDS)
    return plain, protected


def opened(store: Path) -> Opening:
    return Opening(store=store, named=True, folders=user_folders(), keyring=Keyring(lambda _store: WORDS))


def saves(database: Database) -> Callable[[], None]:
    """Return what saves a title so many times."""
    workspace = workspace_of(database)

    def save() -> None:
        for number in range(CALLS):
            with workspace.request("Reword") as work:
                topic = work.get(Topic, "crime")
                work.put(replace(topic, title=in_english(f"Title {number} {time.perf_counter_ns()}")))

    return save


def test_a_save_takes_at_most_half_as_long_again(race: Race, stores: tuple[Path, Path]) -> None:
    plain, protected = (Database(store, opened(store).key) for store in stores)
    try:
        race("a save, protected against plain", limit=1.5, ours=saves(protected), floor=saves(plain))
    finally:
        plain.close()
        protected.close()


def test_opening_takes_at_most_a_fifth_of_a_second_more(race: Race, stores: tuple[Path, Path]) -> None:
    plain, protected = stores

    def read(store: Path) -> Callable[[], float]:
        def run() -> float:
            start = time.perf_counter()
            with open_to_read(opened(store)) as workspace:
                workspace.today()
            return time.perf_counter() - start

        return run

    race(
        "opening, protected against plain and 0.2 s",
        limit=1,
        ours=read(protected),
        floor=lambda: read(plain)() + LONGER_SECONDS,
    )
