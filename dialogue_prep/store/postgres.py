"""Opens a shared store on a PostgreSQL server and runs units of work on it."""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine
from sqlalchemy.exc import DBAPIError, OperationalError

from dialogue_prep.domain.errors import MachineError, UserError
from dialogue_prep.domain.identity import new_id
from dialogue_prep.store.server_address import ServerAddress
from dialogue_prep.store.store_key import StoreKey
from dialogue_prep.store.work import Work

# Held by whoever changes the store, until what was changed is kept: so steps follow each other as in a file.
WRITING = 0x44507265


class NotLetIn(MachineError):
    """The server does not know the user, or not by this password."""


_PROGRAM_MISSING = (
    "A shared store needs the package psycopg, which is not installed: install the program with the extra “shared”."
)
_LOST = (
    "The server of {store} cannot be reached; nothing of this was stored. What is typed stays, and can be stored once "
    "the server answers again."
)
# By the code that the server gives (SQLSTATE), the longest that fits; what has none never came to be answered.
_REMEDIES: dict[str, tuple[type[UserError | MachineError], str]] = {
    "": (MachineError, _LOST),
    "08": (MachineError, _LOST),
    "57P": (MachineError, _LOST),
    "25P03": (MachineError, _LOST),
    "25006": (UserError, "You may look at {store} and not change it; a coordinator of the store can let you."),
    "28": (NotLetIn, "The server does not let you in to {store}: look at the name and the password."),
    "3D": (MachineError, "There is no database {store} on that server; whoever keeps the server can make it."),
    "42501": (UserError, "Your role in {store} does not let you do this; ask a coordinator of the store."),
    "53": (MachineError, "The server of {store} has no room for more; what was stored is safe. Tell whoever keeps it."),
    "55P03": (MachineError, "{store} is in use by somebody else just now; try again in a moment."),
    "40": (MachineError, "{store} is in use by somebody else just now; try again in a moment."),
    "58": (MachineError, "The server of {store} reports an error of its disk; tell whoever keeps it."),
    "XX": (MachineError, "{store} is damaged; whoever keeps the server can go back to a backup of it."),
}


class SharedDatabase:
    """An open shared store. Values go in and come out through units of work, as with one in a file.

    `client` tells this opening of the store from every other; whoever changes the store waits at most `patience` for
    somebody else who does (milliseconds).
    """

    in_file = False

    def __init__(self, address: ServerAddress, path: Path, *, patience_milliseconds: int = 10_000) -> None:
        self.address = address
        self.path = path
        self.key: StoreKey | None = None
        self.client = new_id()
        self._before_close: list[Callable[[], None]] = []
        self._engine = open_server(address, client=self.client, patience_milliseconds=patience_milliseconds)

    @contextmanager
    def work(self) -> Generator[Work, None, None]:
        """Run one unit of work; it is kept only if the block ends well."""
        with plain_server_errors(self.address), self._engine.begin() as connection:
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({WRITING})")
            yield Work(connection)

    @contextmanager
    def look(self) -> Generator[Work, None, None]:
        """Read, all at one moment; nothing can be changed."""
        with plain_server_errors(self.address), self._engine.connect() as connection:
            connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield Work(connection)

    def may_be_written(self) -> bool:
        """Say whether the role of whoever has opened the store lets him or her change it."""
        with plain_server_errors(self.address), self._engine.connect() as connection:
            return bool(connection.exec_driver_sql("SELECT has_table_privilege('journal', 'INSERT')").scalar())

    def before_close(self, act: Callable[[], None]) -> None:
        """Have something done when the store is closed."""
        self._before_close.append(act)

    def close(self) -> None:
        """Let go of the server."""
        while self._before_close:
            self._before_close.pop()()
        self._engine.dispose()


def open_server(address: ServerAddress, *, client: str = "", patience_milliseconds: int = 10_000) -> Engine:
    """Return an engine on a server; a connection that was lost meanwhile is made anew when it is needed."""
    # Whoever holds the store and falls silent, as a machine does that goes to sleep, must not hold it for ever.
    settings = {
        "lock_timeout": patience_milliseconds,
        "idle_in_transaction_session_timeout": 60_000,
        "timezone": "UTC",
        "jit": "off",  # to compile a search takes longer than to do it
        "plan_cache_mode": "force_custom_plan",  # a word in every text is looked for otherwise than one in a few
    }
    arguments = {
        "connect_timeout": "5",
        "keepalives_idle": "10",
        "keepalives_interval": "5",
        "keepalives_count": "3",
        "tcp_user_timeout": "20000",
        **address.parameters(),
        "options": " ".join(f"-c {name}={value}" for name, value in settings.items()),
        "application_name": client,
    }
    try:
        return create_engine(
            "postgresql+psycopg://", connect_args=arguments, hide_parameters=True, pool_pre_ping=True, pool_size=2
        )
    except ImportError as error:
        raise UserError(_PROGRAM_MISSING) from error


@contextmanager
def plain_server_errors(address: ServerAddress) -> Generator[None, None, None]:
    """Turn what the server reports of itself, or that it does not answer, into a sentence; bugs pass as they are."""
    try:
        yield
    except DBAPIError as error:
        said: Any = error.orig
        if not hasattr(said, "sqlstate"):  # of the file that a store is moved from or to
            raise
        code = said.sqlstate or _code_of_refusal(str(said))
        fitting = [known for known in _REMEDIES if known and code.startswith(known)]
        if not fitting and (code or not isinstance(error, OperationalError)):
            raise
        kind, remedy = _REMEDIES[max(fitting, key=len, default="")]
        raise kind(remedy, field="password" if kind is NotLetIn else "", store=address) from error


def _code_of_refusal(said: str) -> str:
    """Return the code that stands for why no connection was made: for that libpq gives words alone."""
    if "password" in said or "authentication" in said or "pg_hba" in said or ("role" in said and "exist" in said):
        return "28"
    return "3D" if "database" in said and "does not exist" in said else ""
