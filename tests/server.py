"""A PostgreSQL server of the tests' own: in a temporary folder, reached through a socket of this machine alone."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterable
from itertools import count
from pathlib import Path

from dialogue_prep.domain.identity import Identified
from dialogue_prep.store.moving import copy_rows, rows_of_file, rows_on_server
from dialogue_prep.store.postgres import SharedDatabase
from dialogue_prep.store.postgres_tables import migrate_shared
from dialogue_prep.store.server_address import ServerAddress
from tests.invented import workspace_of

NOBODY = 65534  # the server refuses to run as root, as which tests may run
OWNER = "owner"


def program(name: str) -> str | None:
    """Return the path of a program of the server, newest version first; Debian keeps them away from the others."""
    kept = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), key=lambda path: -int(path.parts[4]))
    return str(kept[0]) if kept else shutil.which(name)


class Server:
    """A server that is started and stopped; `durable`: what it acknowledges outlasts a cut of the power."""

    def __init__(self, *, durable: bool = False) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="server-"))  # a socket has a short path
        self._durable = durable
        self._numbers = count(1)
        self._empty: ServerAddress | None = None
        if os.geteuid() == 0:
            os.chown(self.folder, NOBODY, NOBODY)
        self._run("initdb", "-D", "data", "-U", OWNER, "--auth", "trust", "--no-sync", "-E", "UTF8", "--locale", "C")
        self.start()

    def start(self) -> None:
        settings = {"listen_addresses": "", "unix_socket_directories": str(self.folder), "max_connections": "60"}
        if not self._durable:
            settings |= {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
        told = " ".join(f"-c {name}={value or repr('')}" for name, value in settings.items())
        self._run("pg_ctl", "-D", "data", "-l", "log", "-w", "-o", told, "start")

    def stop(self, *, how: str = "fast") -> None:
        self._run("pg_ctl", "-D", "data", "-w", "-m", how, "stop")

    def remove(self) -> None:
        self.stop(how="immediate")
        shutil.rmtree(self.folder)

    def new_database(self, template: str = "template1") -> ServerAddress:
        """Make a database, empty or a copy of another, and return its address."""
        name = f"store_{next(self._numbers)}"
        self.say(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        return self.address(name)

    def drop(self, address: ServerAddress) -> None:
        """Remove a database, whoever has it open still."""
        self.say(f'DROP DATABASE "{address.database}" WITH (FORCE)')

    def new_store(self) -> ServerAddress:
        """Make a shared store with nothing in it, and return its address; its tables are made once, and then copied."""
        if self._empty is None:
            self._empty = self.new_database()
            migrate_shared(self._empty)
        return self.new_database(self._empty.database)

    def address(self, database: str, user: str = OWNER) -> ServerAddress:
        return ServerAddress(str(self.folder), 5432, database, user)

    def say(self, *lines: str, database: str = "postgres") -> str:
        """Have the server carry out lines of SQL, and return what it answers."""
        command = ["psql", "-h", str(self.folder), "-U", OWNER, "-d", database, "-qtA", "-v", "ON_ERROR_STOP=1"]
        return self._run(*command, *(word for line in lines for word in ("-c", line)))

    def _run(self, name: str, *words: str) -> str:
        found = program(name)
        assert found is not None
        who = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.geteuid() == 0 else {}
        ended = subprocess.run(
            [found, *words], cwd=self.folder, check=False, capture_output=True, text=True, timeout=60, **who
        )
        assert ended.returncode == 0, ended.stderr
        return ended.stdout.strip()


def words_of(address: ServerAddress) -> str:
    """Return the words by which a user names a shared store."""
    return f"postgresql+psycopg://{address.user}@/{address.database}?host={address.host}"


def made_shared(server: Server, values: Iterable[Identified]) -> ServerAddress:
    """Make a shared store with these values in it as one step; nobody has it open."""
    address = server.new_store()
    database = opened(address, Path("/nowhere"))
    with workspace_of(database).request("Begin") as work:
        for value in values:
            work.put(value)
    database.close()
    return address


def opened(address: ServerAddress, folder: Path) -> SharedDatabase:
    """Open a shared store for a test that has a folder of its own."""
    return SharedDatabase(address, folder / f"{address.database}.store")


class SharedCopies:
    """Makes shared stores of the rows of stores in files: of each file once, and then copies of that."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._made: dict[Path, ServerAddress] = {}

    def of(self, store: Path) -> ServerAddress:
        """Return the address of a new shared store with what is in a file."""
        if store not in self._made:
            address = self._made[store] = self._server.new_store()
            with rows_of_file(store) as rows, rows_on_server(address) as shared:
                copy_rows(rows, shared)
        return self._server.new_database(self._made[store].database)

    def close(self, database: SharedDatabase) -> None:
        """Close one of them, and remove it: all that a run makes would fill the disk."""
        database.close()
        self._server.drop(database.address)
