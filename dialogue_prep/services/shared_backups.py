"""The backups of a shared store: made, listed and gone back to as those of one in a file, by the server's programs."""

from __future__ import annotations

from pathlib import Path

from dialogue_prep.domain.errors import MachineError
from dialogue_prep.services.backups import Backups, Return
from dialogue_prep.services.opening import Opening
from dialogue_prep.services.sharing import check_there, make_ready
from dialogue_prep.store.backup import Backup
from dialogue_prep.store.postgres_backup import dump, dumps_of, put_in_place, what_would_change
from dialogue_prep.store.server_address import ServerAddress


class SharedBackups(Backups):
    """Backs one shared store up and goes back to backups of it, while others may have it open."""

    def __init__(self, opening: Opening, server: ServerAddress) -> None:
        super().__init__(opening)
        self._server = server

    def make(self, folder: Path | None = None) -> Backup:
        """Make a checked copy of the store in a folder, else in that of all backups; none is thinned out."""
        check_there(self._server)
        now = self._now()
        return Backup(dump(self._server, folder or self._folder, now), now)

    def all(self) -> tuple[Backup, ...]:
        """Return the backups of this store, newest first."""
        return dumps_of(self._server, self._folder)

    def what_would_change(self, backup: Backup) -> Return:
        """Return what going back would do; MachineError where the backup is not what was checked when it was made."""
        if backup.written_hash is not None and not backup.intact:
            raise MachineError("{path} was changed or damaged since it was made; choose another.", path=backup.path)
        check_there(self._server)
        return Return(backup=backup, changes=what_would_change(self._server, backup.path))

    def restore(self, backup: Backup) -> Path | None:
        """Put a backup in the place of the store, and return the copy of it that was made before."""
        self.what_would_change(backup)
        kept = self.make().path
        put_in_place(self._server, backup.path)
        make_ready(self._server)
        return kept


def backups_for(opening: Opening) -> Backups:
    """Return the backups of a store, in a file or on a server."""
    return SharedBackups(opening, opening.server) if opening.server else Backups(opening)
