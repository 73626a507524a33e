"""What a server says of a shared store, and whether all that is in it can be read."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from dialogue_prep.store.kinds import KINDS
from dialogue_prep.store.moving import counts
from dialogue_prep.store.postgres import open_server, plain_server_errors
from dialogue_prep.store.postgres_roles import StoreRole, role_of
from dialogue_prep.store.server_address import ServerAddress
from dialogue_prep.store.work import Work

_ENCRYPTED = "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()"
_OTHERS = (
    "SELECT count(DISTINCT application_name) FROM pg_stat_activity "
    "WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name <> ''"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedState:
    """A shared store as a user of its server finds it.

    `program` is the version of the server's; `role` what the user may do, None for nothing; `encrypted` whether nobody
    can read on the way; `others` how many have the store open; `unsound` what is wrong, empty where nothing is.
    """

    program: str
    user: str
    role: StoreRole | None
    encrypted: bool
    others: int
    records: int
    steps: int
    unsound: str


def examine_shared(address: ServerAddress) -> SharedState:
    """Look a store of this version through, record by record, while others may have it open."""
    engine = open_server(address)
    try:
        with plain_server_errors(address), engine.connect() as connection:
            connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            records, steps = counts(connection)
            return SharedState(
                program=str(connection.exec_driver_sql("SHOW server_version").scalar_one()).split()[0],
                user=str(connection.exec_driver_sql("SELECT current_user").scalar_one()),
                role=role_of(connection),
                encrypted=bool(connection.exec_driver_sql(_ENCRYPTED).scalar()),
                others=int(connection.exec_driver_sql(_OTHERS).scalar_one()),
                records=records,
                steps=steps,
                unsound=_unsound(connection),
            )
    finally:
        engine.dispose()


def _unsound(connection: Connection) -> str:
    # That each record names what is there, and that no page is damaged as it is read, the server sees to itself.
    try:
        for kind in KINDS:
            Work(connection).find(kind)
    except (ValueError, TypeError, KeyError):  # another program has written what is no value of ours
        return "not all of it can be read"
    return ""
