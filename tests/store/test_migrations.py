"""Stores of every version become stores of this one, whole or not at all."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from functools import cache
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection

from dialogue_prep.domain.errors import MachineError
from dialogue_prep.store import migrate as migrating
from dialogue_prep.store.database import SCHEMA_VERSION, Database, open_engine, stored_version
from dialogue_prep.store.header import APPLICATION_ID
from dialogue_prep.store.migrate import migrate
from dialogue_prep.store.tables import schema
from tests.conftest import Tally
from tests.invented import everything, made_store, workspace_of

KEPT = Path(__file__).parent / "kept"
KINDS_IN_VERSION = {
    "0001": 31,
    "0002": 34,
    "0003": 34,
    "0004": 38,
    "0005": 39,
    "0006": 45,
    "0007": 49,
    "0008": 53,
    "0009": 53,
    "0010": 53,
}
ENDS = ("0001", f"{SCHEMA_VERSION:04}")
LINES = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'search_words%' ORDER BY name"


@pytest.fixture(scope="module")
def up_to_date(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], Path]:
    """Return a function that returns a kept store brought up to date, each made once; to be looked at, not changed."""
    folder = tmp_path_factory.mktemp("up-to-date")

    @cache
    def bring(kept: Path) -> Path:
        path = Path(shutil.copy(kept, folder))
        migrate(path)
        return path

    return bring


def row_counts(path: Path) -> dict[str, int]:
    with closing(sqlite3.connect(path)) as connection:
        names = [name for (name,) in connection.execute(LINES)]
        return {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names}


def test_migrations_make_the_tables_that_the_program_reads(empty_store: Path) -> None:
    engine = open_engine(empty_store)
    options = {
        "compare_type": True,
        "include_name": lambda name, _type, _above: not str(name).startswith("search_words"),
    }
    with engine.connect() as connection:
        differences = compare_metadata(MigrationContext.configure(connection, opts=options), schema())
    engine.dispose()
    assert differences == []


def test_there_is_a_kept_store_of_every_version() -> None:
    assert [path.stem for path in sorted(KEPT.glob("*.store"))] == [f"{n + 1:04}" for n in range(SCHEMA_VERSION)]


@pytest.mark.parametrize("kept", sorted(KEPT.glob("*.store")), ids=lambda path: path.stem)
def test_a_kept_store_of_a_former_version_is_brought_up_to_date(
    kept: Path, up_to_date: Callable[[Path], Path], tally: Tally
) -> None:
    path = up_to_date(kept)
    before, after = row_counts(kept), row_counts(path)
    with closing(sqlite3.connect(path)) as connection:
        orphans = connection.execute("PRAGMA foreign_key_check").fetchall()
    lost = sum(before[name] != after[name] for name in before) + len(orphans)
    tally("S12 tables of kept stores of every version, migrated", tries=len(before), lost=lost)
    assert {name: after[name] for name in before} == before
    assert orphans == []
    assert stored_version(path) == SCHEMA_VERSION
    database = Database(path)
    with database.look() as work:
        kinds = {kind for kind, found in everything(work).items() if found}
        assert len(kinds) == KINDS_IN_VERSION[kept.stem]
        assert work.search("引渡")
    assert database.quick_check() == "ok"
    database.close()


@pytest.mark.parametrize(
    "kept",
    [
        pytest.param(path, id=path.stem, marks=() if path.stem in ENDS else pytest.mark.torture)
        for path in sorted(KEPT.glob("*.store"))
    ],
)
def test_what_was_done_in_a_former_version_can_be_taken_back_and_brought_again(
    kept: Path, up_to_date: Callable[[Path], Path], tmp_path: Path
) -> None:
    database = Database(Path(shutil.copy(up_to_date(kept), tmp_path)))
    workspace = workspace_of(database)
    with workspace.look() as work:
        before = everything(work)
    assert workspace.undo() is not None
    with workspace.look() as work:
        assert not any(everything(work).values())
    workspace.redo()
    with workspace.look() as work:
        assert everything(work) == before
    database.close()


def test_bringing_up_to_date_twice_changes_nothing(empty_store: Path) -> None:
    before = empty_store.read_bytes()
    migrate(empty_store)
    assert row_counts(empty_store)["alembic_version"] == 1
    assert stored_version(empty_store) == SCHEMA_VERSION
    assert len(before) == empty_store.stat().st_size


@pytest.fixture
def broken_after(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[Connection], None]], None]:
    """Return a function that has something done within the transaction, after the migrations and before the check."""
    upgrade = migrating.upgrade

    def let(happen: Callable[[Connection], None]) -> None:
        def both(connection: Connection) -> None:
            upgrade(connection)
            happen(connection)

        monkeypatch.setattr(migrating, "upgrade", both)

    return let


Broken = Callable[[Callable[[Connection], None]], None]


def test_a_migration_that_fails_in_the_middle_leaves_nothing(tmp_path: Path, broken_after: Broken) -> None:
    def fail(connection: Connection) -> None:
        connection.exec_driver_sql("CREATE TABLE half (id INTEGER)")
        raise KeyError("half")

    broken_after(fail)
    path = tmp_path / "new.store"
    path.touch()
    with pytest.raises(KeyError):
        migrate(path)
    assert path.read_bytes() == b""


def test_a_migration_that_loses_rows_is_not_kept(store: Path, broken_after: Broken) -> None:
    broken_after(lambda connection: connection.exec_driver_sql("DELETE FROM alias"))
    before = store.read_bytes()
    with pytest.raises(MachineError, match="could not be brought to this version; it was left as it was"):
        migrate(store)
    assert store.read_bytes() == before


def test_a_migration_that_orphans_rows_is_not_kept(store: Path, broken_after: Broken) -> None:
    broken_after(lambda connection: connection.exec_driver_sql("UPDATE topic SET dialogue_id = 'nowhere'"))
    before = store.read_bytes()
    with pytest.raises(MachineError, match="could not be brought to this version"):
        migrate(store)
    assert store.read_bytes() == before


def crash_image(store: Path) -> Path:
    """Return a copy of what lies on the disk when a later version's migration is killed just before it is kept."""
    image = store.with_name("image.store")
    with closing(sqlite3.connect(store, isolation_level=None)) as connection:
        for line in ("journal_mode=TRUNCATE", "synchronous=FULL", "cache_size=1"):
            connection.execute(f"PRAGMA {line}")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
        connection.execute("PRAGMA user_version=77")
        connection.execute("CREATE TABLE more (words)")
        connection.executemany("INSERT INTO more VALUES (printf('%.*c', 4000, 'x') || ?)", [(n,) for n in range(200)])
        shutil.copyfile(f"{store}-journal", f"{image}-journal")
        connection.execute("COMMIT")
    shutil.copyfile(store, image)
    return image


def test_a_store_of_which_the_migration_was_killed_is_the_old_one(store: Path) -> None:
    before = row_counts(store)
    image = crash_image(store)
    assert "more" in row_counts(store)
    assert stored_version(image) == SCHEMA_VERSION
    assert row_counts(image) == before


def test_a_store_that_was_being_made_when_it_was_killed_is_made_anew(tmp_path: Path) -> None:
    path = tmp_path / "new.store"
    path.touch()
    image = crash_image(path)
    assert image.stat().st_size > 100_000, "the image is torn"
    assert stored_version(image) == 0
    migrate(image)
    assert stored_version(image) == SCHEMA_VERSION


def test_what_another_program_left_torn_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "other.store"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE photographs (id INTEGER)")
    journal = path.with_name("other.store-journal")
    journal.write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + b"\x00" * 600)
    before = path.read_bytes(), journal.read_bytes()
    with pytest.raises(MachineError, match="belongs to another program"):
        stored_version(path)
    assert (path.read_bytes(), journal.read_bytes()) == before


def test_a_store_says_whose_it_is(empty_store: Path) -> None:
    with closing(sqlite3.connect(empty_store)) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert connection.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
        assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == (f"{SCHEMA_VERSION:04}",)


def test_the_kept_stores_can_be_made_again(tmp_path: Path) -> None:
    """The script beside them still works: the next version is kept with it."""
    made = made_store(tmp_path / "made.store")
    assert row_counts(made).keys() == row_counts(KEPT / f"{SCHEMA_VERSION:04}.store").keys()
