"""Where a shared store is: the address of a database on a PostgreSQL server."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from dialogue_prep.domain.errors import UserError

_SCHEMES = ("postgresql://", "postgresql+psycopg://")
_USUAL_PORT = 5432
_HERE = ("", "localhost", "127.0.0.1", "::1")


@dataclass(frozen=True, slots=True)
class ServerAddress:
    """The address of a shared store; it is shown without its password.

    `host` is empty, or a folder, where the server is reached through a socket of this machine. The `options` are
    those of libpq, such as `sslmode`.
    """

    host: str
    port: int
    database: str
    user: str = ""
    password: str = field(default="", repr=False)
    options: tuple[tuple[str, str], ...] = ()

    def __str__(self) -> str:
        user = f"{self.user}@" if self.user else ""
        host = "" if self.is_here else f"{self.host}:{self.port}"
        return f"{_SCHEMES[0]}{user}{host}/{self.database}"

    @property
    def is_here(self) -> bool:
        """Whether the server runs on this machine."""
        return self.host in _HERE or self.host.startswith("/")

    @property
    def server(self) -> str:
        """The server as a form names it: with its port where that is no usual one; with options, a whole address."""
        if self.options:
            # Imported here, with what puts such an address together: a form is seldom asked for.
            from urllib.parse import quote, urlencode

            told = {"host": self.host, "port": str(self.port)} | dict(self.options)
            return f"{_SCHEMES[0]}/{quote(self.database)}?{urlencode(told)}"
        return self.host if self.port == _USUAL_PORT else f"{self.host}:{self.port}"

    @property
    def file_name(self) -> str:
        """A name for what this machine keeps of the store, such as its backups."""
        return re.sub(r"[^\w.-]+", "-", f"{self.database}-on-{'this-machine' if self.is_here else self.host}")

    def parameters(self) -> dict[str, str]:
        """Return what libpq is told; a server elsewhere is reached encrypted, unless the address says otherwise."""
        told = {"host": self.host, "user": self.user, "password": self.password, "dbname": self.database}
        usual = {} if self.is_here else {"sslmode": "require"}
        return (
            {name: value for name, value in told.items() if value}
            | {"port": str(self.port)}
            | usual
            | dict(self.options)
        )


def is_address(words: str) -> bool:
    """Say whether words are meant as the address of a shared store, and not as the path of a file."""
    return words.startswith("postgresql")


def read_address(words: str) -> ServerAddress:
    """Return the address that words such as `postgresql+psycopg://anna@server/dialogues` say."""
    # Imported here, with what reads such an address: stores in files need nothing of it.
    from urllib.parse import parse_qsl, unquote, urlsplit

    try:
        parts = urlsplit(words)
        options = dict(parse_qsl(parts.query, strict_parsing=bool(parts.query)))
        port = parts.port or int(options.pop("port", str(_USUAL_PORT)))
    except ValueError:
        parts, options, port = urlsplit(""), {}, 0
    database = unquote(parts.path.removeprefix("/"))
    if not words.startswith(_SCHEMES) or not database or "/" in database:
        raise UserError(
            "This is no address of a shared store; it looks like postgresql+psycopg://anna@server/dialogues.",
            field="store",
        )
    host = unquote(parts.hostname or "") or options.pop("host", "")
    user, password = unquote(parts.username or ""), unquote(parts.password or "")
    return ServerAddress(host, port, database, user, password, tuple(sorted(options.items())))


def made_address(server: str, database: str, user: str, password: str) -> ServerAddress:
    """Return the address of a store of which server (with its port, if it is not the usual one) and database are named.

    A whole address in the place of the server is one, too. Raise UserError at the field where something is missing.
    """
    server, database, user = server.strip(), database.strip(), user.strip()
    if is_address(server):
        address = read_address(server)
    elif not database:
        raise UserError("A store on a server is in a database: type its name.", field="database")
    elif server.startswith("/") or not server:
        address = ServerAddress(server, _USUAL_PORT, database)
    else:
        try:
            address = replace(read_address(f"{_SCHEMES[0]}{server}/any"), database=database)
        except UserError as error:
            raise UserError(
                "“{words}” is no name of a server, such as server.example.", field="server", words=server
            ) from error
    return replace(address, user=user or address.user, password=password or address.password)
