"""A shared store: opened beside others who work on it, and brought to the version of this program."""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dialogue_prep.domain.errors import MachineError, UserError
from dialogue_prep.services.workspace import Workspace
from dialogue_prep.store.postgres import SharedDatabase
from dialogue_prep.store.postgres_notices import Heard, Notices
from dialogue_prep.store.postgres_roles import StoreRole, give_role, members
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


@dataclass(frozen=True, slots=True, kw_only=True)
class CompanyListener:
    """Who is told of others, both on a thread of their own.

    `present`: their names, at the record that is looked at. `connected`: False once the server is no longer heard,
    True when it is again.
    """

    present: Callable[[tuple[str, ...]], None]
    connected: Callable[[bool], None]


class Company:
    """Follows what others do in a shared store while it is open here; their steps are announced by the workspace."""

    def __init__(self, workspace: Workspace, database: SharedDatabase, listener: CompanyListener) -> None:
        self._workspace = workspace
        self._database = database
        heard = Heard(changed=self._when_changed, present=listener.present, connected=listener.connected)
        self._notices = Notices(database.address, database.client, workspace.who, heard)

    def stand(self, value_id: str) -> None:
        """Let others see that this record is looked at here; none for no words."""
        self._notices.stand(value_id)

    def start(self) -> None:
        """Begin to follow, until the store is closed."""
        self._notices.start()
        self._database.before_close(self._notices.stop)

    def silence(self) -> None:
        """Tell the listener of nothing any more, at once."""
        self._notices.silence()

    def _when_changed(self, number: int) -> None:
        # Where the server went meanwhile, what was missed is told when it is back.
        with suppress(MachineError):
            self._workspace.announce_of_others(number)


def company_of(workspace: Workspace, listener: CompanyListener) -> Company | None:
    """Return what follows others in a store, not begun yet; None where the store is in a file and nobody else is."""
    database = workspace.database
    return Company(workspace, database, listener) if isinstance(database, SharedDatabase) else None


def share(server: ServerAddress, user: str, role: StoreRole | None, password: str = "") -> bool:
    """Give a user of the server a role in the store, None for none; say whether the user had to be made for that."""
    check_there(server)
    return give_role(server, user, role, password)


@dataclass(frozen=True, slots=True)
class Membership:
    """Who has which role in a shared store, by the name on the server, and whether whoever asks may give roles."""

    roles: Mapping[str, StoreRole]
    may_give: bool


def membership(server: ServerAddress) -> Membership:
    """Return who may do what in a store."""
    roles, own = members(server)
    return Membership(roles, may_give=own is StoreRole.COORDINATOR)


def make_ready(server: ServerAddress) -> int:
    """Bring a shared store to this version, and make it where its database is empty; return which it was of, or 0."""
    return migrate_shared(server)


def check_there(server: ServerAddress) -> None:
    """Raise UserError where nobody has put a store into the database yet."""
    if shared_version(server) == 0:
        raise UserError(
            "There is no store in {store} yet: “move-store” puts one there, “demo” begins a new one.",
            store=server,
            field="database",
        )


def check_free(server: ServerAddress) -> None:
    """Raise UserError where there is a store in the database already; MachineError where there is something else."""
    if shared_version(server) > 0:
        raise UserError(
            "There is a store in {store} already; name a database that is empty.", field="database", store=server
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
