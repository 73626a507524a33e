"""Moving the file of a store to another folder, such as from one that other machines write too."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from dialogue_prep.domain.errors import MachineError, UserError
from dialogue_prep.services.opening import Opening
from dialogue_prep.store.backup import backup, rename_backups
from dialogue_prep.store.database import make_private_file, stored_version
from dialogue_prep.store.keys_file import is_protected, keys_path, read_keys, write_keys
from dialogue_prep.system.atomic import write_whole
from dialogue_prep.system.lock import writing_to
from dialogue_prep.system.reasons import reason_why


def relocate(opening: Opening, target: Path, now: datetime) -> None:
    """Move a store that nobody has open, with its keys; its backups stay in their folder and are found from there.

    The file goes only once a copy that was opened and checked is whole at the target. UserError where something is at
    the target already; MachineError, with the store where it was, where it cannot be written there.
    """
    store, key = opening.file, opening.key
    if not store.is_file():
        raise UserError("There is no store at {path} to move.", path=store)
    if target.exists() or keys_path(target).exists():
        raise UserError("{path} is there already; choose another name.", path=target)
    with writing_to(store, now):
        stored_version(store, key)  # what was left half written is first as it was kept last
        with TemporaryDirectory(prefix="dialogue-prep-") as folder:
            content = backup(store, Path(folder), now, key=key).read_bytes()
        make_private_file(target)
        try:
            if is_protected(store):
                write_keys(target, read_keys(store))
            write_whole(target, content)
        except MachineError:
            target.unlink(missing_ok=True)
            keys_path(target).unlink(missing_ok=True)
            raise
        rename_backups(store, target, opening.folders.backups)
        _remove(store)


def _remove(store: Path) -> None:
    try:
        for one in (store.with_name(f"{store.name}-journal"), store, keys_path(store)):
            one.unlink(missing_ok=True)
    except OSError as error:
        raise MachineError(
            "The store was moved, but {path} could not be removed: {reason}.", path=store, reason=reason_why(error)
        ) from error
