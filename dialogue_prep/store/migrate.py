"""Brings a store to the shape that this version expects. Alembic is imported only when that is due."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from dialogue_prep.domain.errors import MachineError
from dialogue_prep.store.database import SCHEMA_VERSION, open_engine, plain_errors
from dialogue_prep.store.header import APPLICATION_ID
from dialogue_prep.store.store_key import StoreKey

_LEFT = "{path} could not be brought to this version; it was left as it was."


def migrate(path: Path, *, key: StoreKey | None = None) -> None:
    """Run the missing migrations, all in one transaction.

    SQLite rebuilds a table by dropping it, which would delete its children while foreign keys are enforced: so they
    are off, and checked before anything is kept. Whoever calls has made a backup.
    """
    engine = open_engine(path, key, foreign_keys=False)
    try:
        with plain_errors(path), engine.begin() as connection:
            before = row_counts(connection)
            upgrade(connection)
            check_rows(connection, before, str(path))
            _check_keys(connection, path)
            connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
            connection.exec_driver_sql(f"PRAGMA user_version={SCHEMA_VERSION}")
    finally:
        engine.dispose()


def upgrade(connection: Connection) -> None:
    """Run the missing migrations within the transaction of a connection."""
    # Imported here because a store is migrated once and opened every day.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "dialogue_prep.store:migrations")
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, f"{SCHEMA_VERSION:04}")


def row_counts(connection: Connection) -> dict[str, int]:
    """Return how many rows each table has."""
    names = [name for name in inspect(connection).get_table_names() if name != "alembic_version"]
    return {name: connection.execute(text(f'SELECT count(*) FROM "{name}"')).scalar_one() for name in names}  # noqa: S608 - our own tables


def check_rows(connection: Connection, before: dict[str, int], store: str) -> None:
    """Raise MachineError where a table has fewer rows than before."""
    after = row_counts(connection)
    if any(name in after and after[name] < count for name, count in before.items()):
        raise MachineError(_LEFT, path=store)


def _check_keys(connection: Connection, path: Path) -> None:
    if connection.exec_driver_sql("PRAGMA foreign_key_check").first():
        raise MachineError(_LEFT, path=path)
