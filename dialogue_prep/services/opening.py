"""Opens a store for a command or a window: locked, backed up before it is migrated, at the version of this program.

What only some stores need is imported where one of them is opened: most are in a plain file of this version.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Generator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from dialogue_prep.domain.errors import MachineError, UserError
from dialogue_prep.domain.sentence import Sentence
from dialogue_prep.services.keyring import Keyring
from dialogue_prep.services.presets import put_scale
from dialogue_prep.services.workspace import Workspace
from dialogue_prep.store.database import SCHEMA_VERSION, Database, make_private_file, stored_version
from dialogue_prep.store.migrate import migrate
from dialogue_prep.store.server_address import ServerAddress, is_address, read_address
from dialogue_prep.store.store_key import StoreKey
from dialogue_prep.system.folders import STORE_SUFFIX, Folders
from dialogue_prep.system.lock import writing_to

if TYPE_CHECKING:
    from dialogue_prep.services.sharing import SharedOpening
    from dialogue_prep.store.moving import Rows

# Others may be at work on a shared store at any time: so long (milliseconds) it is waited for them at least.
_LEAST_PATIENCE = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """How a store is opened: where it is, who works on it, on what day (None: as the store or the clock says).

    `named` says that the user named the store, and did not just mean the usual one. The keyring knows its key.
    Where it is shared, `server` says where it is, and `store` is a file that is not there: it stands for the store on
    this machine.
    """

    store: Path
    named: bool
    folders: Folders
    who: str = ""
    today: date | None = None
    busy_milliseconds: int = 5000
    keyring: Keyring = field(default_factory=Keyring, repr=False, compare=False)
    server: ServerAddress | None = None

    @property
    def key(self) -> StoreKey | None:
        """The key of the store, None where it is plain; whoever holds the keyring may be asked for a passphrase."""
        return None if self.server else self.keyring.key_of(self.store)

    @property
    def file(self) -> Path:
        """The file of the store, for what is done with files alone; UserError where the store is on a server."""
        if self.server:
            raise UserError(
                "{store} is on a server, and this is done with a store in a file: “move-store” brings it into one.",
                store=self.server,
            )
        return self.store

    @property
    def place(self) -> Path | ServerAddress:
        """Where the store is, to be told."""
        return self.server or self.store

    def rows(self, *, to_write: bool = False) -> Rows:
        """Open every row of the store, of this version, as they are at one moment; nobody changes them on a server."""
        from dialogue_prep.store.moving import rows_of_file, rows_on_server

        if self.server:
            return rows_on_server(self.server)
        return rows_of_file(self.store, self.key, to_write=to_write)

    def elsewhere(self, words: str) -> Opening:
        """Return how the store is opened that words name: the path of a file, or the address of a shared one."""
        return self.at(read_address(words) if is_address(words) else Path(words))

    def at(self, place: Path | ServerAddress) -> Opening:
        """Return how the store is opened that is in a file or on a server."""
        if isinstance(place, Path):
            return replace(self, store=place, server=None, named=True)
        return replace(self, store=self.folders.data / f"{place.file_name}{STORE_SUFFIX}", server=place, named=True)

    def shared(self, server: ServerAddress) -> SharedOpening:
        """Return how the store is opened on its server."""
        from dialogue_prep.services.sharing import SharedOpening

        patience = max(self.busy_milliseconds, _LEAST_PATIENCE)
        return SharedOpening(
            server=server, path=self.store, who=self.who, today=self.today, patience_milliseconds=patience
        )


@contextmanager
def open_to_write(opening: Opening) -> Generator[Workspace, None, None]:
    """Open a store to change it, and make it if it is not there; nobody else writes to it meanwhile.

    A shared one others may have open too, and whoever is a reader there can only look at it.
    """
    if opening.server:
        with _open_shared_to_write(opening, opening.server) as workspace:
            yield workspace
        return
    now = datetime.now(UTC)
    with ExitStack() as stack:
        if stored_version(opening.store, opening.key) == 0:
            make_private_file(opening.store)
        stack.enter_context(writing_to(opening.store, now))
        version = stored_version(opening.store, opening.key)  # as whoever held the lock until now has left it
        if version < SCHEMA_VERSION:
            _migrate(opening, version, now)
        if key := opening.key:
            from dialogue_prep.store.protecting import encrypt_backups

            encrypt_backups(opening.store, opening.folders.backups, key)
        workspace = stack.enter_context(_workspace(opening, copy_before=lambda: _back_up_if_changed(opening)))
        if 0 < version < SCHEMA_VERSION:
            _give_what_is_new(workspace)
        yield workspace


@contextmanager
def open_to_read(opening: Opening) -> Generator[Workspace, None, None]:
    """Open a store to look at it; that needs no lock. A store of an older version is brought up to date first."""
    if opening.server:
        with _open_shared_to_read(opening, opening.server) as workspace:
            yield workspace
        return
    version = stored_version(opening.store, opening.key)
    if version == 0:
        raise UserError(
            "There is no store at {path} yet: read a source in with “import”, or start with “demo”.",
            path=opening.store,
        )
    if version < SCHEMA_VERSION:
        with open_to_write(opening):
            pass
    with _workspace(opening, read_only=True) as workspace:
        yield workspace


@contextmanager
def open_as_allowed(opening: Opening) -> Generator[Workspace, None, None]:
    """Open a store to change it; where its file or folder is read-only, to look at it: `read_only` says which."""
    if opening.server or not is_read_only(opening.store):
        with open_to_write(opening) as workspace:
            yield workspace
        return
    if 0 < stored_version(opening.store, opening.key) < SCHEMA_VERSION:
        raise MachineError(
            "{path} is of an older version and cannot be written: copy it to where you may write, and open the copy.",
            path=opening.store,
        )
    with open_to_read(opening) as workspace:
        yield workspace


def is_read_only(store: Path) -> bool:
    """Say whether a store is there and its file or its folder, in which SQLite keeps a journal, cannot be written."""
    return store.is_file() and not (os.access(store, os.W_OK) and os.access(store.resolve().parent, os.W_OK))


def warning_of_place(opening: Opening) -> Sentence | None:
    """Return what is to be said of a store that lies where another machine may write too; None elsewhere."""
    from dialogue_prep.system.synced_folders import shared_by

    whose = None if opening.server else shared_by(opening.store)
    if whose is None:
        return None
    return Sentence.of(
        "{path} lies in a folder of {whose}: two machines that write there at once can damage it. Move it to a folder "
        "of this machine alone, such as {folder}.",
        path=opening.store,
        whose=whose,
        folder=opening.folders.data,
    )


@contextmanager
def _open_shared_to_read(opening: Opening, server: ServerAddress) -> Generator[Workspace, None, None]:
    from dialogue_prep.services.sharing import check_there, make_ready, open_shared

    check_there(server)
    make_ready(server)
    with open_shared(opening.shared(server), to_read=True) as workspace:
        yield workspace


@contextmanager
def _open_shared_to_write(opening: Opening, server: ServerAddress) -> Generator[Workspace, None, None]:
    from dialogue_prep.services.sharing import make_ready, open_shared

    version = make_ready(server)
    with open_shared(opening.shared(server)) as workspace:
        if 0 < version < SCHEMA_VERSION:
            _give_what_is_new(workspace)
        yield workspace


@contextmanager
def _workspace(
    opening: Opening, *, copy_before: Callable[[], object] = bool, read_only: bool = False
) -> Generator[Workspace, None, None]:
    database = Database(opening.store, opening.key, busy_milliseconds=opening.busy_milliseconds)
    try:
        yield Workspace(database, who=opening.who, today=opening.today, copy_before=copy_before, read_only=read_only)
    finally:
        database.close()


def _back_up_if_changed(opening: Opening) -> Path | None:
    from dialogue_prep.store.backup import backup_if_changed

    return backup_if_changed(opening.store, opening.folders.backups, datetime.now(UTC), key=opening.key)


def _migrate(opening: Opening, version: int, now: datetime) -> None:
    if version > 0:
        from dialogue_prep.store.backup import backup

        backup(opening.store, opening.folders.backups, now, key=opening.key)
    migrate(opening.store, key=opening.key)


def _give_what_is_new(workspace: Workspace) -> None:
    """Give a store that was just brought to this version what new stores are given."""
    with workspace.request("Bring the store up to date", undoable=False) as work:
        put_scale(work)
