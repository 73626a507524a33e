"""Copies of a store, made while it is open, each opened and checked before it counts and before an old one goes."""

from __future__ import annotations

import re
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from dialogue_prep.domain.errors import MachineError
from dialogue_prep.domain.sentence import Sentence
from dialogue_prep.store.cipher import connect, is_plain
from dialogue_prep.store.database import make_private_file
from dialogue_prep.store.faults import faults, reason_of
from dialogue_prep.store.keys_file import is_protected, keys_path, read_keys, write_keys
from dialogue_prep.store.plain_reading import counts_of, last_step_of, opened_to_read
from dialogue_prep.store.store_key import StoreKey
from dialogue_prep.store.thinning import to_keep
from dialogue_prep.system.atomic import hash_of, write_whole
from dialogue_prep.system.reasons import reason_why

_STAMP = "%Y%m%d-%H%M%S-%f"
_NAME = re.compile(r"(?P<of>.+-[0-9a-f]{8})-(?P<at>\d{8}-\d{6}-\d{6})\.store")


@dataclass(frozen=True, slots=True)
class Backup:
    """One copy of a store, and when it was made (UTC)."""

    path: Path
    at: datetime

    @property
    def intact(self) -> bool:
        """Whether the file is to the last bit what was checked when it was made."""
        return self.written_hash is not None and hash_of(self.path) == self.written_hash

    @property
    def written_hash(self) -> str | None:
        """The SHA-256 (hex) that was written beside the copy; None where that is not there."""
        try:
            words = _hash_file(self.path).read_text(encoding="ascii").split()
        except (OSError, UnicodeDecodeError):
            return None
        return words[0] if words else None


def backup(store: Path, folder: Path, at: datetime, *, key: StoreKey | None = None) -> Path:
    """Copy a store into a folder and return the copy; its name says of which store and when (UTC).

    Its SHA-256 is written beside it as `sha256sum` has it; that of a protected store is protected, too, with the keys
    of that store beside it, so that it can be opened alone. Raise MachineError, and leave no copy, where it cannot be
    written or is not sound.
    """
    copy = folder / f"{_of(store)}-{at.astimezone(UTC).strftime(_STAMP)}.store"
    make_private_file(copy)
    try:
        with opened_to_read(store, key=key) as source:
            source.execute("BEGIN")
            with closing(connect(copy, None if is_plain(store) else key)) as target:
                source.backup(target)
            if found := unsound(copy, counts_of(source), key=key):
                raise MachineError("{path} is damaged, so it was not backed up: {found}.", path=store, found=found)
        if is_protected(store):
            write_keys(copy, read_keys(store))
        write_hash(copy, copy.read_bytes())
    except faults() as error:
        remove_backup(copy)
        raise MachineError("{path} could not be backed up: {reason}.", path=store, reason=reason_of(error)) from error
    except MachineError:
        remove_backup(copy)
        raise
    return copy


def write_hash(copy: Path, content: bytes) -> None:
    """Write beside a copy the hash of what it holds, or is about to."""
    write_whole(_hash_file(copy), f"{sha256(content).hexdigest()}  {copy.name}\n".encode())


def unsound(path: Path, expected: dict[str, int] | None = None, *, key: StoreKey | None = None) -> Sentence | str:
    """Return what SQLite finds wrong in a store, or that it has not so many rows a table; empty for nothing."""
    with opened_to_read(path, key=key) as connection:
        (found,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
        if found != "ok":
            return str(found)
        if expected is not None and counts_of(connection) != expected:
            return Sentence.of("rows are missing")
    return ""


def backup_if_changed(store: Path, folder: Path, at: datetime, *, key: StoreKey | None = None) -> Path | None:
    """Back a store up where something was done since its newest sound backup, then thin the old ones out.

    Return the copy, None where the newest says it all or nothing was ever done.
    """
    try:
        with opened_to_read(store, key=key) as connection:
            last = last_step_of(connection)
    except faults() as error:
        raise MachineError("{path} could not be backed up: {reason}.", path=store, reason=reason_of(error)) from error
    if last is None or any(_last_step(one.path, key) == last for one in backups_of(store, folder)[:1] if one.intact):
        return None
    copy = backup(store, folder, at, key=key)
    thin(store, folder, at)
    return copy


def backups_of(store: Path, folder: Path) -> tuple[Backup, ...]:
    """Return the backups of a store that lie in a folder, newest first."""
    return tuple(one for one in all_backups(folder) if is_backup_of(one.path, store))


def is_backup_of(copy: Path, store: Path) -> bool:
    """Say whether a copy is named as the backups of a store are."""
    return copy.name.startswith(f"{_of(store)}-")


def all_backups(folder: Path) -> tuple[Backup, ...]:
    """Return the backups of all stores that lie in a folder, newest first."""
    named = [(path, match) for path in folder.glob("*.store") if (match := _NAME.fullmatch(path.name))]
    found = [Backup(path, datetime.strptime(match["at"], _STAMP).replace(tzinfo=UTC)) for path, match in named]
    return tuple(sorted(found, key=lambda one: (one.at, one.path.name), reverse=True))


def thin(store: Path, folder: Path, now: datetime) -> tuple[Path, ...]:
    """Remove the backups of a store that have grown too many, and return them; none while the newest is not intact."""
    made = backups_of(store, folder)
    if not made or not made[0].intact:
        return ()
    kept = to_keep((one.at for one in made), now)
    gone = tuple(one.path for one in made if one.at not in kept)
    for path in gone:
        remove_backup(path)
    return gone


def remove_backup(path: Path) -> None:
    """Remove a copy with what stands beside it."""
    try:
        for one in (path, _hash_file(path), keys_path(path), path.with_name(f"{path.name}-journal")):
            one.unlink(missing_ok=True)
    except OSError as error:
        raise MachineError("{path} could not be removed: {reason}.", path=path, reason=reason_why(error)) from error


def rename_backups(store: Path, target: Path, folder: Path) -> None:
    """Have the backups of a store found as those of the file in which it is now."""
    for one in backups_of(store, folder):
        renamed = folder / f"{_of(target)}-{one.at.strftime(_STAMP)}.store"
        written = one.written_hash
        try:
            if keys_path(one.path).is_file():
                keys_path(one.path).rename(keys_path(renamed))
            one.path.rename(renamed)
            _hash_file(one.path).unlink(missing_ok=True)
        except OSError as error:
            raise MachineError(
                "{path} could not be renamed: {reason}.", path=one.path, reason=reason_why(error)
            ) from error
        if written:
            write_whole(_hash_file(renamed), f"{written}  {renamed.name}\n".encode())


def _of(store: Path) -> str:
    """Return how the names of a store's backups begin: stores in two folders may have one name."""
    return f"{store.stem}-{sha256(str(store.resolve()).encode(errors='surrogateescape')).hexdigest()[:8]}"


def _hash_file(copy: Path) -> Path:
    return copy.with_name(f"{copy.name}.sha256")


def _last_step(path: Path, key: StoreKey | None) -> tuple[int, str] | None:
    try:
        with opened_to_read(path, key=key) as connection:
            return last_step_of(connection)
    except faults():
        return None
