"""A shared store: opened beside others who work on it, and brought to the version of this program."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dialogue_prep.domain.errors import UserError
from dialogue_prep.services.workspace import Workspace
from dialogue_prep.store.database import SCHEMA_VERSION
from dialogue_prep.store.postgres import SharedDatabase
from dialogue_prep.store.postgres_tables import migrate_shared, shared_version
from dialogue_prep.store.server_address import ServerAddress


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedOpening:
    """How a shared store is opened: where it is, by whom, on what day; `path` stands for it on this machine."""

    server: ServerAddress
    path: Path
    who: str
    today: date | None
    patience_milliseconds: int = 10_000


def make_ready(server: ServerAddress) -> int:
    """Bring a shared store to this version, and make it where its database is empty; return which it was of, or 0."""
    version = shared_version(server)
    if version < SCHEMA_VERSION:
        migrate_shared(server)
    return version


def check_there(server: ServerAddress) -> None:
    """Raise UserError where nobody has put a store into the database yet."""
    if shared_version(server) == 0:
        raise UserError(
            "There is no store in {store} yet: “move-store” puts one there, “demo” begins a new one.", store=server
        )


@contextmanager
def open_shared(opening: SharedOpening, *, to_read: bool = False) -> Generator[Workspace, None, None]:
    """Open a shared store that is of this version; whoever is only a reader there can look at it."""
    database = SharedDatabase(opening.server, opening.path, patience_milliseconds=opening.patience_milliseconds)
    try:
        read_only = to_read or not database.may_be_written()
        yield Workspace(database, who=opening.who, today=opening.today, read_only=read_only)
    finally:
        database.close()
