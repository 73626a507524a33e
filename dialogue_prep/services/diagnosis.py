"""What can be said of the program and a store without saying anything that is in it."""

from __future__ import annotations

import platform
import sqlite3
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

from dialogue_prep.domain.errors import MachineError, Problem
from dialogue_prep.services.opening import Opening, warning_of_place
from dialogue_prep.store.backup import backups_of
from dialogue_prep.store.cipher import is_plain
from dialogue_prep.store.database import SCHEMA_VERSION, Database, stored_version
from dialogue_prep.store.examination import Trouble, examine
from dialogue_prep.store.keys_file import is_protected, keys_path
from dialogue_prep.store.postgres_backup import dumps_of, missing_programs
from dialogue_prep.store.postgres_examination import examine_shared
from dialogue_prep.store.postgres_tables import shared_version
from dialogue_prep.store.server_address import ServerAddress
from dialogue_prep.system.lock import holder_of
from dialogue_prep.system.version import VERSION

LIBRARIES = ("PySide6-Essentials", "SQLAlchemy", "alembic", "python-docx", "lxml", "babel")
PRAGMAS = {"foreign_keys": 1, "journal_mode": "truncate", "synchronous": 2, "trusted_schema": 0, "secure_delete": 1}


@dataclass(frozen=True, slots=True)
class DiagnosisLine:
    """One line of the report."""

    what: str
    found: str
    sound: bool = True


def diagnose(opening: Opening) -> tuple[DiagnosisLine, ...]:
    """Return the report on the program, the folders and the store."""
    if opening.server is None:
        return (*_program(), *_folders(opening), *_store(opening))
    return (*_program(), *_folders(opening), *_shared_programs(), *_shared_store(opening.server))


def _program() -> Iterator[DiagnosisLine]:
    yield DiagnosisLine("dialogue-prep", VERSION)
    yield DiagnosisLine("Python", f"{platform.python_version()} on {platform.platform()}", sys.version_info >= (3, 11))
    yield DiagnosisLine("SQLite", sqlite3.sqlite_version)
    for library in LIBRARIES:
        yield _library(library)


def _library(name: str) -> DiagnosisLine:
    try:
        return DiagnosisLine(name, version(name))
    except PackageNotFoundError:
        return DiagnosisLine(name, "not installed", sound=False)


def _folders(opening: Opening) -> Iterator[DiagnosisLine]:
    folders = opening.folders
    for what, folder in (("data", folders.data), ("settings", folders.settings), ("logs", folders.logs)):
        yield DiagnosisLine(f"folder for {what}", f"{folder}{'' if folder.is_dir() else ' (not made yet)'}")
    copies = dumps_of(opening.server, folders.backups) if opening.server else backups_of(opening.store, folders.backups)
    spoilt = [one.path.name for one in copies if not one.intact]
    yield DiagnosisLine("backups", f"{len(copies)}{f', the newest {copies[0].path.name}' if copies else ''}")
    if is_protected(opening.store) and (plain := [one.path.name for one in copies if is_plain(one.path)]):
        yield DiagnosisLine("backups that anybody can read", ", ".join(plain), sound=False)
    if spoilt:
        yield DiagnosisLine("backups changed or damaged", ", ".join(spoilt), sound=False)
    if warning := warning_of_place(opening):
        yield DiagnosisLine("folder of the store", warning.read(), sound=False)


def _store(opening: Opening) -> Iterator[DiagnosisLine]:
    path = opening.store
    try:
        key = opening.key
        found = stored_version(path, key)
    except Problem as error:
        yield DiagnosisLine("store", str(error), sound=False)
        return
    if found == 0:
        yield DiagnosisLine("store", f"{path} (not made yet)")
        return
    yield DiagnosisLine("store", f"{path}, {path.stat().st_size} bytes")
    yield DiagnosisLine(
        "protected by a passphrase", "no" if key is None else f"yes, with its keys in {keys_path(path)}"
    )
    yield DiagnosisLine("version of the store", f"{found}, this program writes {SCHEMA_VERSION}")
    if examined := examine(path, key=key):
        yield DiagnosisLine("records", examined.found.read(), sound=False)
        if examined.trouble is Trouble.DAMAGED:
            yield DiagnosisLine("what to do", "“restore newest”, or “doctor --repair FILE” to save what can be read")
    else:
        yield DiagnosisLine("records", "all can be read")
    holder = holder_of(path)
    yield DiagnosisLine(
        "in use by", f"process {holder.process} on {holder.host} since {holder.since}" if holder else "nobody"
    )
    database = Database(path, key)
    try:
        for name, value in database.pragmas().items():
            yield DiagnosisLine(f"pragma {name}", str(value), PRAGMAS.get(name, value) == value)
        check = database.quick_check()
        yield DiagnosisLine("quick check", check, check == "ok")
    except MachineError as error:
        yield DiagnosisLine("store", str(error), sound=False)
    finally:
        database.close()


def _shared_programs() -> Iterator[DiagnosisLine]:
    yield _library("psycopg")
    missing = missing_programs()
    found = f"not installed: {', '.join(missing)}" if missing else "installed"
    yield DiagnosisLine("programs for backups", found, not missing)


def _shared_store(server: ServerAddress) -> Iterator[DiagnosisLine]:
    try:
        found = shared_version(server)
        if found == 0:
            yield DiagnosisLine("store", f"{server} (nothing is in it yet)")
            return
        yield DiagnosisLine("store", str(server))
        yield DiagnosisLine("version of the store", f"{found}, this program writes {SCHEMA_VERSION}")
        if found < SCHEMA_VERSION:
            yield DiagnosisLine("what to do", "open it, which brings it to this version")
            return
        state = examine_shared(server)
    except Problem as error:
        yield DiagnosisLine("store", str(error), sound=False)
        return
    yield DiagnosisLine("PostgreSQL on the server", state.program)
    yield DiagnosisLine("user of the server", f"{state.user}, {state.role or 'without a role'} of the store")
    yield DiagnosisLine(
        "connection", "encrypted" if state.encrypted else "not encrypted", state.encrypted or server.is_here
    )
    yield DiagnosisLine("records", state.unsound or f"all {state.records} can be read", not state.unsound)
    yield DiagnosisLine("steps of the journal", str(state.steps))
    yield DiagnosisLine("in use by", f"{state.others} others" if state.others else "nobody else")
