"""Reads a store as it lies on the disk, of any version and without changing a byte: for copies, comparisons, repair."""

from __future__ import annotations

import sqlite3
from collections.abc import Generator, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from dialogue_prep.store.cipher import connect
from dialogue_prep.store.store_key import StoreKey

# The full-text index and what SQLite and Alembic keep for themselves hold nothing that is not elsewhere.
_NOT_OURS = ("sqlite_", "search_words", "alembic_version")

Row = dict[str, object]


@contextmanager
def opened_to_read(
    path: Path, *, key: StoreKey | None = None, busy_milliseconds: int = 5000
) -> Generator[sqlite3.Connection, None, None]:
    """Open a store so that nothing can be written to it; errors are those of `faults`."""
    with closing(connect(path, key, read_only=True, busy_milliseconds=busy_milliseconds)) as connection:
        connection.execute("PRAGMA trusted_schema=OFF")
        connection.execute("PRAGMA cell_size_check=ON")
        yield connection


def tables_of(connection: sqlite3.Connection) -> tuple[str, ...]:
    """Return the names of the tables in which something of ours is, sorted."""
    names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    return tuple(sorted(name for name in names if not name.startswith(_NOT_OURS)))


def columns_of(connection: sqlite3.Connection, table: str) -> tuple[str, ...]:
    """Return the names of the columns of a table."""
    return tuple(row[1] for row in connection.execute(f"PRAGMA table_info({quoted(table)})"))


def counts_of(connection: sqlite3.Connection) -> dict[str, int]:
    """Return how many rows each table has."""
    return {
        name: int(connection.execute(f"SELECT count(*) FROM {quoted(name)}").fetchone()[0])  # noqa: S608 - quoted
        for name in tables_of(connection)
    }


def rows_of(connection: sqlite3.Connection, table: str) -> Iterator[Row]:
    """Yield the rows of a table by column."""
    names = columns_of(connection, table)
    for row in connection.execute(f"SELECT * FROM {quoted(table)}"):  # noqa: S608 - quoted
        yield dict(zip(names, row, strict=True))


def last_step_of(connection: sqlite3.Connection) -> tuple[int, str] | None:
    """Return number and moment of the last step in the journal; None where nothing was ever done."""
    found: tuple[int, str] | None = connection.execute(
        "SELECT number, at FROM step ORDER BY number DESC LIMIT 1"
    ).fetchone()
    return found


def quoted(name: str) -> str:
    """Return a name as SQL takes it, whatever stands in it."""
    doubled = name.replace('"', '""')
    return f'"{doubled}"'
