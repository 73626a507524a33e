"""Opens a store and runs units of work on it."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.pool import QueuePool

from dialogue_prep.domain.errors import MachineError
from dialogue_prep.store.cipher import connect, driver, is_plain
from dialogue_prep.store.header import checked_version, left_torn, version_of
from dialogue_prep.store.store_key import StoreKey
from dialogue_prep.store.work import Work
from dialogue_prep.system.reasons import reason_why

SCHEMA_VERSION = 10

_PRAGMAS = (
    "journal_mode=TRUNCATE",  # a copy of the file alone is always whole
    "synchronous=FULL",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "temp_store=MEMORY",
    "secure_delete=ON",
)

_DAMAGED = "{path} is damaged; go back to a backup of it."
_REMEDIES = (
    ("disk is full", "No space left on the disk of {path}: make room and try again; what was saved is safe."),
    ("readonly", "{path} cannot be written: it or its folder is read-only."),
    ("locked", "{path} is in use by another program; try again in a moment."),
    ("malformed", _DAMAGED),
    ("not a database", "{path} is damaged, or no store of this program."),
    ("unable to open", "{path} cannot be opened: look whether its folder is there and can be written."),
    ("ioerr_write", "No space left for {path}, or its disk reports an error: make room and try again."),
    ("disk i/o error", "{path} cannot be read or written: the disk reports an error."),
)


class Database:
    """An open store. Values go in and come out through units of work."""

    in_file = True

    def __init__(self, path: Path, key: StoreKey | None = None, *, busy_milliseconds: int = 5000) -> None:
        self.path = path
        self.key = key
        self._engine = open_engine(path, key, busy_milliseconds=busy_milliseconds)

    @contextmanager
    def work(self) -> Generator[Work, None, None]:
        """Run one unit of work; it is kept only if the block ends well."""
        with plain_errors(self.path), self._engine.begin() as connection:
            yield Work(connection)

    @contextmanager
    def look(self) -> Generator[Work, None, None]:
        """Read, all at one moment; nothing can be changed."""
        reading = self._engine.execution_options(reading=True)
        with plain_errors(self.path), reading.connect() as connection:
            connection.begin()
            yield Work(connection)

    def pragmas(self) -> dict[str, object]:
        """Return how SQLite runs this store, for a report."""
        names = ("application_id", "user_version", "foreign_keys", *(pragma.split("=")[0] for pragma in _PRAGMAS))
        with plain_errors(self.path), self._engine.connect() as connection:
            return {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in names}

    def quick_check(self) -> str:
        """Return "ok", or what SQLite finds wrong in the file."""
        with plain_errors(self.path), self._engine.connect() as connection:
            return str(connection.exec_driver_sql("PRAGMA quick_check(1)").scalar())

    def close(self) -> None:
        self._engine.dispose()


def make_private_file(path: Path) -> None:
    """Make the store's file and folder if they are not there, for this user only."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    except OSError as error:
        raise MachineError("{path} cannot be made: {reason}.", path=path, reason=reason_why(error)) from error


def stored_version(path: Path, key: StoreKey | None = None) -> int:
    """Return the version of the store in a file, 0 for none; refuse other programs' files and newer stores.

    A store that was left half written is first put back to what was kept last: its first bytes are not true before.
    """
    protected = key is not None and path.is_file() and path.stat().st_size > 0 and not is_plain(path)
    if protected or left_torn(path):
        database = Database(path, key)
        try:
            told = database.pragmas()
        finally:
            database.close()
        if protected:
            return checked_version(path, told["application_id"], told["user_version"], SCHEMA_VERSION)
    return version_of(path, SCHEMA_VERSION)


def open_engine(
    path: Path, key: StoreKey | None = None, *, foreign_keys: bool = True, busy_milliseconds: int = 5000
) -> Engine:
    """Return an engine whose transactions really begin where SQLAlchemy says, with all pragmas set."""
    engine = create_engine(
        "sqlite://",
        module=sqlite3 if key is None or is_plain(path) else driver(path),
        creator=lambda: connect(path, key, busy_milliseconds=busy_milliseconds, check_same_thread=False),
        hide_parameters=True,
        poolclass=QueuePool,
    )

    @event.listens_for(engine, "connect")
    def set_pragmas(connection: Any, _record: Any) -> None:
        for pragma in (f"foreign_keys={'ON' if foreign_keys else 'OFF'}", *_PRAGMAS):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        reading = connection.get_execution_options().get("reading", False)
        if reading:
            connection.exec_driver_sql("PRAGMA query_only=ON")
        connection.exec_driver_sql("BEGIN DEFERRED" if reading else "BEGIN IMMEDIATE")

    @event.listens_for(engine, "checkin")
    def checkin(connection: Any, _record: Any) -> None:
        if connection is not None:
            connection.execute("PRAGMA query_only=OFF")

    return engine


@contextmanager
def plain_errors(path: Path) -> Generator[None, None, None]:
    """Turn what the database reports of the machine into a sentence for the user; bugs pass as they are."""
    try:
        yield
    except (OperationalError, DBAPIError) as error:
        said = f"{getattr(error.orig, 'sqlite_errorname', '')} {error.orig}".lower()
        for words, remedy in _REMEDIES:
            if words in said:
                raise MachineError(remedy, path=path) from error
        raise
    except UnicodeDecodeError as error:
        raise MachineError(_DAMAGED, path=path) from error
