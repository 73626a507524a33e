"""Whether a store can be worked with; what cannot be opened or written is never called damaged."""

from __future__ import annotations

import shutil
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from tempfile import TemporaryDirectory

from dialogue_prep.domain.errors import MachineError
from dialogue_prep.domain.sentence import Sentence
from dialogue_prep.store.cipher import connect
from dialogue_prep.store.database import SCHEMA_VERSION, Database, stored_version
from dialogue_prep.store.faults import faults
from dialogue_prep.store.fields import hints_of, value_of
from dialogue_prep.store.kinds import KIND_OF_NAME, KINDS
from dialogue_prep.store.plain_reading import opened_to_read
from dialogue_prep.store.store_key import StoreKey
from dialogue_prep.system.reasons import reason_why

_OURS = (b"CREATE VIRTUAL TABLE search_words", b"CREATE TABLE agenda_item", b"CREATE TABLE journal")
_HELD, _BARRED = ("SQLITE_BUSY", "SQLITE_LOCKED"), ("SQLITE_CANTOPEN", "SQLITE_PERM", "SQLITE_AUTH", "SQLITE_READONLY")
_DAMAGED = "{path} is damaged: {found}."


class Trouble(StrEnum):
    """What is the matter with a store."""

    DAMAGED = "damaged"
    FOREIGN = "of another program"
    NEWER = "of a newer version"
    IN_USE = "in use"
    FORBIDDEN = "may not be read"


@dataclass(frozen=True, slots=True, kw_only=True)
class Examined:
    """What was found, as a sentence; `readable` says that every record can be read in spite of it."""

    trouble: Trouble
    found: Sentence
    readable: bool = False


def examine(store: Path, *, key: StoreKey | None = None) -> Examined | None:
    """Look a store through, record by record, and return what is the matter with it; None where it is sound.

    It is looked at as a copy, with the journal of a change that was killed: the file itself stays as it is.
    """
    try:
        content = store.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        found = Sentence.of("{path} cannot be read: {reason}.", path=store, reason=reason_why(error))
        return Examined(trouble=Trouble.FORBIDDEN, found=found)
    with TemporaryDirectory(prefix="dialogue-prep-") as folder:
        copy = Path(folder) / "copy.store"
        journal = store.with_name(f"{store.name}-journal")
        torn = journal.is_file() and journal.stat().st_size > 0
        if not torn and (barred := _barred(store, key)):
            return barred
        copy.write_bytes(content)
        if torn:
            shutil.copyfile(journal, copy.with_name(f"{copy.name}-journal"))
        return _of_copy(store, copy, content, key)


def _barred(store: Path, key: StoreKey | None) -> Examined | None:
    """Say whether somebody holds the file, or the system keeps it from being read; everything else comes later."""
    try:
        with opened_to_read(store, key=key, busy_milliseconds=200) as connection:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except faults() as error:
        name = getattr(error, "sqlite_errorname", "")
        if name.startswith(_HELD):
            said = "{path} is in use by another program; try again in a moment."
            return Examined(trouble=Trouble.IN_USE, found=Sentence.of(said, path=store))
        if name.startswith(_BARRED):
            said = "{path} cannot be opened: look whether its folder is there and may be read."
            return Examined(trouble=Trouble.FORBIDDEN, found=Sentence.of(said, path=store))
    return None


def _of_copy(store: Path, copy: Path, content: bytes, key: StoreKey | None) -> Examined | None:
    try:
        with closing(connect(copy, key)) as connection:  # brings back what a killed change had overwritten
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except faults():
        pass  # what that means is seen next
    try:
        version = stored_version(copy, key)
    except MachineError as error:
        ours = key is not None or any(words in content for words in _OURS)
        newer = "newer" in error.sentence.template
        trouble = Trouble.NEWER if newer else Trouble.DAMAGED if ours else Trouble.FOREIGN
        said = _DAMAGED if trouble is Trouble.DAMAGED else error.sentence.template
        return Examined(
            trouble=trouble, found=Sentence.of(said, path=store, found=Sentence.of("its beginning is lost"))
        )
    if version == 0:
        return None
    unread = _unreadable(copy, key) if version == SCHEMA_VERSION else ""
    found = unread or _wrong_in(copy, key)
    if not found:
        return None
    readable = not unread and version == SCHEMA_VERSION
    told = Sentence.of(_DAMAGED, path=store, found=found)
    return Examined(trouble=Trouble.DAMAGED, found=told, readable=readable)


def _wrong_in(copy: Path, key: StoreKey | None) -> str:
    try:
        with opened_to_read(copy, key=key) as connection:
            (found,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
            if found != "ok":
                return " ".join(str(found).split())
            if connection.execute("PRAGMA foreign_key_check").fetchone():
                return "a record names another that is not there"
            connection.execute("SELECT count(*) FROM search_words WHERE search_words MATCH 'a'").fetchone()
    except faults() as error:
        return str(error)
    return ""


def _unreadable(copy: Path, key: StoreKey | None) -> str:
    """Return what of the records and of the journal is no longer what was written; empty where all can be read."""
    database = Database(copy, key)
    try:
        with database.look() as work:
            for kind in KINDS:
                work.find(kind)
            for entry in work.history(limit=2**62):
                kind = KIND_OF_NAME[entry.kind]
                whole = [plain for plain in (entry.before, entry.after) if plain is not None]
                if len(whole) == 1:
                    value_of(kind, whole[0])
                elif any(key.split(".", 1)[0] not in hints_of(kind) for plain in whole for key in plain):
                    return "the journal cannot be read"
    except Exception:  # whatever it says: what was written could be read when it was written
        return "not all of it can be read"
    finally:
        database.close()
    return ""
