"""Purging: what was removed or overwritten is gone for good, from the store and from its backups."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path

from dialogue_prep.domain.errors import MachineError, UserError
from dialogue_prep.services.workspace import Workspace
from dialogue_prep.store.backup import backup, is_backup_of, remove_backup, unsound
from dialogue_prep.store.keys_file import is_protected, read_keys
from dialogue_prep.store.purge import Purge, Wanted, carry_out, prepare
from dialogue_prep.store.purged_words import holds_any


@dataclass(frozen=True, slots=True, kw_only=True)
class PurgePlan:
    """What a purge would take: from the store, and the backups that would have to go because it is in them."""

    purge: Purge
    backups: tuple[Path, ...]


class Purging:
    """Takes the past of records out of a store for good; nothing brings it back. `backups` is their folder."""

    def __init__(self, workspace: Workspace, backups: Path) -> None:
        self._workspace = workspace
        self._backups = backups

    def plan(self, ids: Iterable[str] = (), *, gone: bool = False, before: date | None = None) -> PurgePlan:
        """Return what would go, to be told before it does: the past of some records, of all gone, or before a day.

        A record that is there stays as it is and loses what it was. UserError where there is nothing of that.
        """
        moment = None if before is None else datetime.combine(before, time(), UTC)
        database = self._workspace.database
        if not database.in_file:
            raise UserError(
                "This is done with a store in a file: “move-store” brings a shared one into one, and back again."
            )
        purge = prepare(database.path, Wanted(ids=frozenset(ids), gone=gone, before=moment), key=database.key)
        if not purge.entries:
            raise UserError("There is nothing of that to purge.")
        copies = sorted(self._backups.glob("*.store")) if self._backups.is_dir() else []
        return PurgePlan(purge=purge, backups=tuple(copy for copy in copies if self._holds_any(copy, purge)))

    def carry_out(self, plan: PurgePlan) -> Path:
        """Remove the backups that hold it, take it out of the store, and return a new backup.

        The backups go first: once the words are out of the store, nobody could say any more which backups hold them.
        """
        database, now = self._workspace.database, self._workspace.now()
        store, key = database.path, database.key
        if found := unsound(store, key=key):
            raise MachineError("{path} is damaged, so nothing was purged: {found}.", path=store, found=found)
        for copy in plan.backups:
            remove_backup(copy)
        carry_out(store, plan.purge, who=self._workspace.who, at=now, key=key)
        return backup(store, self._backups, now, key=key)

    def _holds_any(self, copy: Path, purge: Purge) -> bool:
        """Say whether a backup holds what goes. One of another store that only its own key opens is left alone."""
        database = self._workspace.database
        if not is_protected(copy):
            return holds_any(copy, purge.lines)
        if database.key is not None and read_keys(copy).fingerprint == database.key.fingerprint:
            return holds_any(copy, purge.lines, key=database.key)
        return is_backup_of(copy, database.path)
