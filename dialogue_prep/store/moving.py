"""Takes every row of one store over into another, in a file or on a server, and compares the two."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from itertools import zip_longest
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, FromClause, Select, Table, func, insert, select, text
from sqlalchemy.exc import IntegrityError

from dialogue_prep.store.database import open_engine, plain_errors
from dialogue_prep.store.kinds import KIND_OF_NAME
from dialogue_prep.store.postgres import WRITING, open_server, plain_server_errors
from dialogue_prep.store.search import in_file
from dialogue_prep.store.server_address import ServerAddress
from dialogue_prep.store.store_key import StoreKey
from dialogue_prep.store.tables import JOURNAL, METADATA, SEARCH, STEP, TABLES

OpenRows = Connection
Rows = AbstractContextManager[OpenRows]

_AT_ONCE = 500
_NUMBERED = (STEP, JOURNAL, SEARCH)


@contextmanager
def rows_of_file(path: Path, key: StoreKey | None = None, *, to_write: bool = False) -> Iterator[Connection]:
    """Open the rows of a store in a file, all as they are at one moment; they are kept if the block ends well."""
    engine = open_engine(path, key)
    try:
        opened = engine if to_write else engine.execution_options(reading=True)
        with plain_errors(path), opened.begin() as connection:
            if to_write:
                connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
            yield connection
    finally:
        engine.dispose()


@contextmanager
def rows_on_server(address: ServerAddress) -> Iterator[Connection]:
    """Open the rows of a shared store, which nobody changes meanwhile; they are kept if the block ends well."""
    engine = open_server(address)
    try:
        with plain_server_errors(address), engine.begin() as connection:
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({WRITING})")
            connection.exec_driver_sql("SET CONSTRAINTS ALL DEFERRED")
            yield connection
    finally:
        engine.dispose()


def counts(rows: Connection) -> tuple[int, int]:
    """Return how many records a store has, and how many steps."""
    records = sum(rows.execute(select(func.count()).select_from(table)).scalar_one() for table in TABLES.values())
    return records, rows.execute(select(func.count()).select_from(STEP)).scalar_one()


def copy_rows(source: Connection, target: Connection) -> None:
    """Put every row of a store into one in which there is none: values, drafts, journal and what search knows."""
    for table in _tables():
        for some in source.execute(_in_order(table).execution_options(yield_per=_AT_ONCE)).mappings().partitions():
            target.execute(insert(table), [dict(row) for row in some])
    if in_file(target):
        target.execute(text("INSERT INTO search_words(search_words) VALUES ('rebuild')"))
    go_on_counting(target)


def go_on_counting(target: Connection) -> None:
    """Have what is numbered go on after the rows that came with their numbers; a file does so by itself."""
    for table in () if in_file(target) else _NUMBERED:
        target.exec_driver_sql(
            f"SELECT setval(pg_get_serial_sequence('{table.name}', 'number'), max(number)) FROM {table.name}"  # noqa: S608 - our own tables
        )


def all_named_are_there(store: Connection) -> bool:
    """Say whether each record that another names is there; where one is not, nothing of the transaction can be kept."""
    if in_file(store):
        return store.exec_driver_sql("PRAGMA foreign_key_check").first() is None
    try:
        store.exec_driver_sql("SET CONSTRAINTS ALL IMMEDIATE")
    except IntegrityError:
        return False
    return True


def all_rows(store: Connection) -> dict[str, list[tuple[Any, ...]]]:
    """Return every row of a store by the name of its table, in order."""
    return {table.name: list(_rows(store, table)) for table in _tables()}


def first_difference(one: Connection, other: Connection) -> str:
    """Return the name of the first table in which two stores differ, in a row or in the order of rows; empty if none.

    Only how many rows were ever numbered is left out: that has no row.
    """
    for table in _tables():
        if any(ours != theirs for ours, theirs in zip_longest(_rows(one, table), _rows(other, table))):
            return str(table.name)
    return ""


def _tables() -> list[Any]:
    others = [table for table in METADATA.sorted_tables if table.name not in KIND_OF_NAME]
    return [*(TABLES[kind] for kind in KIND_OF_NAME.values()), *others]


def _rows(store: Connection, table: FromClause) -> Iterator[tuple[Any, ...]]:
    for row in store.execute(_in_order(table).execution_options(yield_per=_AT_ONCE)):
        yield tuple(row)


def _in_order(table: FromClause) -> Select[Any]:
    if isinstance(table, Table):
        return select(table).order_by(*table.primary_key)
    return select(table).order_by(text("rowid"))
