"""New stores for tests of what is done with them: their tables are made at once, as the migrations make them."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from sqlalchemy import Connection, inspect

from dialogue_prep.store import migrate as module
from tests.invented import made_store

_THROUGH_MIGRATIONS = module.upgrade


def make_new_stores_at_once(patch: pytest.MonkeyPatch) -> None:
    """Let the tables of a store that is begun not come from one migration after the other, which takes longer."""
    statements = _statements()

    def upgrade(connection: Connection) -> None:
        if inspect(connection).get_table_names():
            _THROUGH_MIGRATIONS(connection)
            return
        for statement in statements:
            connection.exec_driver_sql(statement)

    patch.setattr(module, "upgrade", upgrade)


@cache
def _statements() -> tuple[str, ...]:
    """Return what makes the tables of an empty store; those of the search index come with it."""
    with TemporaryDirectory() as folder, closing(sqlite3.connect(made_store(Path(folder) / "a.store"))) as store:
        made = store.execute(
            "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'search@_words@_%' ESCAPE '@' "
            "AND name NOT LIKE 'sqlite@_%' ESCAPE '@' ORDER BY rowid"
        )
        (version,) = store.execute("SELECT version_num FROM alembic_version").fetchone()
        return (*(sql for (sql,) in made), f"INSERT INTO alembic_version VALUES ('{version}')")
