"""Copies of a shared store as files, made and put in place by the server's own programs, driven and checked by ours."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import Connection, text

from dialogue_prep.domain.errors import MachineError, UserError
from dialogue_prep.store.backup import Backup, remove_backup, write_hash
from dialogue_prep.store.comparison import KindChange
from dialogue_prep.store.database import make_private_file
from dialogue_prep.store.kinds import KIND_OF_NAME
from dialogue_prep.store.migrate import row_counts
from dialogue_prep.store.postgres import open_server, plain_server_errors
from dialogue_prep.store.postgres_roles import grant_again
from dialogue_prep.store.postgres_tables import CHANNEL
from dialogue_prep.store.server_address import ServerAddress

_STAMP = "%Y%m%d-%H%M%S-%f"
_SUFFIX = ".dump"
_LONGEST_SECONDS = 3600
# What a later version has added goes, too: the migrations would find it there.
_EMPTYING = """
DO $$ DECLARE name text; BEGIN
    FOR name IN SELECT oid::regclass::text FROM pg_class
        WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace
    LOOP EXECUTE 'DROP TABLE IF EXISTS ' || name || ' CASCADE'; END LOOP;
    FOR name IN SELECT oid::regprocedure::text FROM pg_proc WHERE pronamespace = current_schema()::regnamespace
        AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = pg_proc.oid AND deptype = 'e')
    LOOP EXECUTE 'DROP FUNCTION IF EXISTS ' || name || ' CASCADE'; END LOOP;
END $$
"""
_PASSING, _VERSIONS = "presence", "alembic_version"


@dataclass(frozen=True, slots=True)
class DumpRow:
    """One row as a copy has it: its table, the names of its columns, its contents as the server writes them."""

    table: str
    columns: tuple[str, ...]
    contents: tuple[str, ...]


def dump(address: ServerAddress, folder: Path, at: datetime) -> Path:
    """Copy a shared store into a folder as it is at one moment, and return the copy; others may work on meanwhile.

    Its SHA-256 is written beside it. Raise MachineError, and leave no copy, where it has not every row.
    """
    copy = folder / f"{address.file_name}-{at.astimezone(UTC).strftime(_STAMP)}{_SUFFIX}"
    make_private_file(copy)
    try:
        with _one_moment(address) as (connection, snapshot):
            options = ("--format=custom", "--no-owner", "--no-acl", f"--exclude-table-data={_PASSING}")
            _run("pg_dump", address, *options, f"--snapshot={snapshot}", f"--file={copy}")
            there = {name: count for name, count in row_counts(connection).items() if count and name != _PASSING}
            kept = Counter(line.table for line in lines_of(copy))
            if {name: count for name, count in kept.items() if name != _VERSIONS} != there:
                raise MachineError("{store} was not backed up: rows are missing.", store=address)
        write_hash(copy, copy.read_bytes())
    except BaseException:
        remove_backup(copy)
        raise
    return copy


def dumps_of(address: ServerAddress, folder: Path) -> tuple[Backup, ...]:
    """Return the copies of a shared store that lie in a folder, newest first."""
    beginning = f"{address.file_name}-"
    found = []
    for path in folder.glob(f"{beginning}*{_SUFFIX}"):
        try:
            at = datetime.strptime(path.stem.removeprefix(beginning), _STAMP).replace(tzinfo=UTC)
        except ValueError:  # of a store whose name begins alike
            continue
        found.append(Backup(path, at))
    return tuple(sorted(found, key=lambda one: one.at, reverse=True))


def what_would_change(address: ServerAddress, copy: Path) -> tuple[KindChange, ...]:
    """Return what would change, kind by kind, if a copy took the place of a shared store."""
    then: dict[str, dict[str, Mapping[str, str]]] = {}
    for line in lines_of(copy):
        if line.table in KIND_OF_NAME:
            row = dict(zip(line.columns, line.contents, strict=True))
            then.setdefault(line.table, {})[row["id"]] = row
    engine = open_server(address)
    try:
        with plain_server_errors(address), engine.connect() as connection:
            changes = [_change(connection, kind, then.get(kind, {})) for kind in KIND_OF_NAME]
    finally:
        engine.dispose()
    return tuple(change for change in changes if change.gone or change.back or change.changed)


def put_in_place(address: ServerAddress, copy: Path) -> None:
    """Put a copy in the place of a shared store, whole or not at all; whoever has it open is told."""
    # All lines are written down before the first is carried out: a copy that ends too soon changes nothing.
    with TemporaryDirectory(prefix="restore-") as folder:
        lines = Path(folder) / "lines.sql"
        command = [_program("pg_restore"), "--no-owner", "--no-acl", f"--file={lines}", str(copy)]
        ended = subprocess.run(  # noqa: S603 - a program of the server, no shell
            command, check=False, capture_output=True, text=True, timeout=_LONGEST_SECONDS
        )
        _check("pg_restore", ended)
        quiet = ("--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", "--output=/dev/null")
        _run("psql", address, *quiet, "--single-transaction", f"--command={_EMPTYING}", f"--file={lines}")
    engine = open_server(address)
    try:
        with plain_server_errors(address), engine.begin() as connection:
            grant_again(connection)
            told = f"SELECT pg_notify('{CHANNEL}', coalesce(max(number), 0) || ' restored') FROM step"  # noqa: S608 - our own
            connection.execute(text(told))
    finally:
        engine.dispose()


def missing_programs() -> tuple[str, ...]:
    """Return which of the server's programs that backups need are not on this machine."""
    return tuple(name for name in ("pg_dump", "pg_restore", "psql") if shutil.which(name) is None)


def lines_of(copy: Path) -> Iterator[DumpRow]:
    """Yield every row of a copy; MachineError where it cannot be read to its end."""
    command = [_program("pg_restore"), "--data-only", "--file=-", str(copy)]
    with subprocess.Popen(  # noqa: S603 - a program of the server, no shell
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8"
    ) as reading:
        assert reading.stdout is not None
        assert reading.stderr is not None
        table, columns = "", tuple[str, ...]()
        for line in reading.stdout:
            if table and line == "\\.\n":
                table = ""
            elif table:
                yield DumpRow(table, columns, tuple(line.removesuffix("\n").split("\t")))
            elif line.startswith("COPY "):
                table, columns = _head(line)
        said = reading.stderr.read()
    if reading.returncode:
        raise MachineError(
            "{path} cannot be read as a backup; choose another one. The server’s program says: {reason}",
            path=copy,
            reason=_last(said),
        )


def _head(line: str) -> tuple[str, tuple[str, ...]]:
    """Return table and columns of `COPY public.topic (id, "on") FROM stdin;`."""
    name, _, rest = line.removeprefix("COPY ").partition(" (")
    names = rest.rpartition(") FROM stdin;")[0].split(", ")
    return name.rpartition(".")[2].strip('"'), tuple(name.strip('"') for name in names)


def _change(connection: Connection, kind: str, then: Mapping[str, Mapping[str, str]]) -> KindChange:
    columns = next((tuple(row) for row in then.values()), ("id",))
    now = {row["id"]: row for row in _rows_now(connection, kind, columns)}
    both = now.keys() & then.keys()
    return KindChange(
        kind=kind,
        gone=len(now.keys() - then.keys()),
        back=len(then.keys() - now.keys()),
        changed=sum(now[id_] != then[id_] for id_ in both),
    )


def _rows_now(connection: Connection, kind: str, columns: Sequence[str]) -> Iterator[Mapping[str, str]]:
    names = ", ".join(f'"{name}"' for name in columns)
    raw: Any = connection.connection.driver_connection
    with raw.cursor() as cursor, cursor.copy(f'COPY (SELECT {names} FROM "{kind}") TO STDOUT') as copied:  # noqa: S608 - our own
        # As bytes, which end a line at a newline alone: of text, a line separator that somebody has pasted would, too.
        for line in b"".join(bytes(block) for block in copied).splitlines():
            yield dict(zip(columns, line.decode().split("\t"), strict=True))


@contextmanager
def _one_moment(address: ServerAddress) -> Iterator[tuple[Connection, str]]:
    """Open the store at one moment, and name that moment for another connection."""
    engine = open_server(address)
    try:
        with plain_server_errors(address), engine.connect() as connection:
            connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            # The copy may take longer than anybody is let fall silent.
            connection.exec_driver_sql("SET idle_in_transaction_session_timeout = 0")
            yield connection, str(connection.exec_driver_sql("SELECT pg_export_snapshot()").scalar_one())
    finally:
        engine.dispose()


def _run(name: str, address: ServerAddress, *options: str) -> None:
    told = address.parameters()
    password = told.pop("password", "")
    # As libpq reads it, a quotation mark or backslash within a value stands after a backslash.
    words = " ".join(f"{key}='{value.translate(_ESCAPED)}'" for key, value in told.items())
    command = [_program(name), "--no-password", f"--dbname={words}", *options]
    environment = os.environ | ({"PGPASSWORD": password} if password else {})
    ended = subprocess.run(  # noqa: S603 - programs of the server, no shell
        command, env=environment, check=False, capture_output=True, text=True, timeout=_LONGEST_SECONDS
    )
    _check(name, ended)


def _check(name: str, ended: subprocess.CompletedProcess[str]) -> None:
    if ended.returncode:
        raise MachineError(
            "{program} could not do it, and nothing was changed; whoever keeps the server can help. It says: {reason}",
            program=name,
            reason=_last(ended.stderr),
        )


def _program(name: str) -> str:
    if (found := shutil.which(name)) is None:
        raise UserError(
            "{program} is not on this machine: install the programs of PostgreSQL for clients.", program=name
        )
    return found


def _last(said: str) -> str:
    """Return the last line that a program said, as the end of a sentence."""
    return f"{(said.strip().splitlines() or ['it does not say why'])[-1].strip().rstrip('.')}."


_ESCAPED = str.maketrans({"'": "\\'", "\\": "\\\\"})
