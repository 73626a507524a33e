"""Puts a copy in the place of a store; what was there is kept aside, and its journal does not outlive it."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from dialogue_prep.domain.errors import MachineError
from dialogue_prep.store.backup import backup, unsound
from dialogue_prep.store.database import SCHEMA_VERSION, make_private_file, stored_version
from dialogue_prep.store.faults import FAULTS
from dialogue_prep.store.header import version_of
from dialogue_prep.system.atomic import write_whole


def put_in_place(copy: Path, store: Path, folder: Path, at: datetime) -> Path | None:
    """Put a sound copy in the place of a store, and return where that is kept now; None where there was none.

    What was there becomes a backup in the folder; where it is too damaged for that, its file is kept there as it is.
    Whoever calls holds the lock. Raise MachineError, with the store as it was, where the copy is not sound.
    """
    content = _sound(copy)
    kept = _kept(store, folder, at)
    # Bytes that were about to be undone in the former file would be written into the restored one.
    store.with_name(f"{store.name}-journal").unlink(missing_ok=True)
    if not store.exists():
        make_private_file(store)
    write_whole(store, content)
    return kept


def _sound(copy: Path) -> bytes:
    """Return the bytes of a copy; they are looked at apart, so that no journal beside it is brought into them."""
    try:
        content = copy.read_bytes()
        with TemporaryDirectory(prefix="dialogue-prep-") as folder:
            alone = Path(folder) / copy.name
            alone.write_bytes(content)
            found = "it is empty" if not version_of(alone, SCHEMA_VERSION) else unsound(alone)
    except FAULTS as error:
        found = str(error)
    except OSError as error:
        found = error.strerror or str(error)
    if found:
        raise MachineError("{path} is no sound copy to go back to: {found}.", path=copy, found=found)
    return content


def _kept(store: Path, folder: Path, at: datetime) -> Path | None:
    if not store.exists() or not store.stat().st_size:
        return None
    try:
        stored_version(store)  # what was left half written is first as it was kept last
        return backup(store, folder, at)
    except MachineError:
        return _kept_as_it_is(store, folder, at)


def _kept_as_it_is(store: Path, folder: Path, at: datetime) -> Path:
    kept = folder / f"{store.stem}-as-it-was-{at.astimezone(UTC):%Y%m%d-%H%M%S-%f}.store"
    journal = store.with_name(f"{store.name}-journal")
    try:
        make_private_file(kept)
        shutil.copyfile(store, kept)
        if journal.is_file() and journal.stat().st_size:
            shutil.copyfile(journal, kept.with_name(f"{kept.name}-journal"))
    except OSError as error:
        raise MachineError(
            "{path} could not be kept aside, so nothing was put in its place: {reason}.",
            path=store,
            reason=error.strerror,
        ) from error
    return kept
