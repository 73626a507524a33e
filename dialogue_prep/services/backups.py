"""The backups of a store: made when it is time and before what cannot be taken back, listed, gone back to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from dialogue_prep.domain.errors import MachineError, UserError
from dialogue_prep.services.opening import Opening
from dialogue_prep.store.backup import Backup, backup, backup_if_changed, backups_of, thin
from dialogue_prep.store.comparison import KindChange, compare
from dialogue_prep.store.database import stored_version
from dialogue_prep.store.faults import faults
from dialogue_prep.store.restoring import put_in_place
from dialogue_prep.store.store_key import StoreKey
from dialogue_prep.system.lock import writing_to

EVERY = timedelta(minutes=30)
"""So long a store is used before the next backup, unless the user has set it."""


def _clock() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Return:
    """What going back to a backup would do, kind by kind; None where the present store cannot be read any more."""

    backup: Backup
    changes: tuple[KindChange, ...] | None


class Backups:
    """Backs one store up and goes back to backups of it; the present time comes in as a function."""

    def __init__(self, opening: Opening, now: Callable[[], datetime] = _clock) -> None:
        self._opening = opening
        self._store = opening.store
        self._folder = opening.folders.backups
        self._now = now

    def make(self, folder: Path | None = None) -> Backup:
        """Make a checked copy of the store in a folder, else in that of all backups, where old ones are thinned out."""
        if stored_version(self._store, self._opening.key) == 0:
            raise UserError("There is no store at {path} to back up.", path=self._store)
        now = self._now()
        made = Backup(backup(self._store, folder or self._folder, now, key=self._opening.key), now)
        if folder is None:
            thin(self._store, self._folder, now)
        return made

    def all(self) -> tuple[Backup, ...]:
        """Return the backups of this store, newest first."""
        return backups_of(self._store, self._folder)

    def named(self, words: str) -> Backup:
        """Return the backup that is meant: “newest”, the path of a file, its name, or how that or its moment begins."""
        if (path := Path(words)).is_file():
            return next((one for one in self.all() if one.path == path), Backup(path, self._moment(path)))
        found = [one for one in self.all() if words in (one.path.name, one.path.stem) or _moment_is(one, words)]
        if words == "newest":
            found = list(self.all()[:1])
        if not found:
            raise UserError(
                "There is no backup “{words}” of {path}; “backups” lists them.", words=words, path=self._store
            )
        if len(found) > 1:
            raise UserError("“{words}” may be any of {count} backups; say more of it.", words=words, count=len(found))
        return found[0]

    def what_would_change(self, backup: Backup) -> Return:
        """Return what going back would do; MachineError where the backup is not what was checked when it was made."""
        if backup.written_hash is not None and not backup.intact:
            raise MachineError("{path} was changed or damaged since it was made; choose another.", path=backup.path)
        other_key = self._opening.keyring.key_of(backup.path)
        try:
            key = self._opening.key
            there = self._store.is_file() and stored_version(self._store, key) > 0
            changes = compare(self._store, backup.path, key=key, other_key=other_key) if there else ()
            return Return(backup=backup, changes=changes)
        except faults(MachineError):
            return Return(backup=backup, changes=None)

    def restore(self, backup: Backup) -> Path | None:
        """Put a backup in the place of the store, and return where that is kept now; nobody may have the store open."""
        self.what_would_change(backup)
        now = self._now()
        with writing_to(self._store, now):
            key, copy_key = self._key_if_whole(), self._opening.keyring.key_of(backup.path)
            return put_in_place(backup.path, self._store, self._folder, now, key=key, copy_key=copy_key)

    def _key_if_whole(self) -> StoreKey | None:
        """Return the key of the store; None where its keys are damaged and those of the backup take their place."""
        try:
            return self._opening.key
        except MachineError:
            return None

    @staticmethod
    def _moment(path: Path) -> datetime:
        return datetime.fromtimestamp(path.stat().st_mtime, UTC)


class BackupWatch:
    """Backs a store up while it is used: at the start where something was done since, then so often (`every`)."""

    def __init__(self, opening: Opening, now: Callable[[], datetime] = _clock) -> None:
        self._opening = opening
        self._now = now
        self.every = EVERY
        self._looked: datetime | None = None

    def look(self) -> Path | None:
        """Back the store up if it is time and something was done since; to be called at the start and now and then."""
        now = self._now()
        if self._looked is not None and now - self._looked < self.every:
            return None
        self._looked = now
        return backup_if_changed(self._opening.store, self._opening.folders.backups, now, key=self._opening.key)


def _moment_is(backup: Backup, words: str) -> bool:
    """Say whether the moment of a backup begins so, as ISO 8601 has it or as in the name of the file."""
    written = (backup.at.isoformat(), backup.at.isoformat(" "), f"{backup.at:%Y%m%d-%H%M%S-%f}")
    return bool(words) and words[0].isdigit() and any(one.startswith(words) for one in written)
