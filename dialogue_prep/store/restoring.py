"""Puts a copy in the place of a store; what was there is kept aside, and its journal does not outlive it."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from dialogue_prep.domain.errors import MachineError
from dialogue_prep.domain.sentence import Sentence
from dialogue_prep.store.backup import backup, unsound
from dialogue_prep.store.cipher import is_plain
from dialogue_prep.store.database import make_private_file, stored_version
from dialogue_prep.store.faults import faults
from dialogue_prep.store.keys_file import is_protected, keys_path, read_keys, write_keys
from dialogue_prep.store.protecting import encrypted_content
from dialogue_prep.store.store_key import StoreKey
from dialogue_prep.system.atomic import write_whole
from dialogue_prep.system.reasons import reason_why


def put_in_place(
    copy: Path,
    store: Path,
    folder: Path,
    at: datetime,
    *,
    key: StoreKey | None = None,
    copy_key: StoreKey | None = None,
) -> Path | None:
    """Put a sound copy in the place of a store, and return where that is kept now; None where there was none.

    What was there becomes a backup in the folder; where it is too damaged for that, its file is kept there as it is.
    Whoever calls holds the lock. With the key of the store, a plain copy is encrypted by it; the keys of a protected
    copy come beside the store unless that has the same. Raise MachineError, with the store as it was, where the copy
    is not sound.
    """
    content = _sound(copy, key, copy_key)
    kept = _kept(store, folder, at, key)
    # Bytes that were about to be undone in the former file would be written into the restored one.
    store.with_name(f"{store.name}-journal").unlink(missing_ok=True)
    if not store.exists():
        make_private_file(store)
    if copy_key is not None and copy_key != key and is_protected(copy):
        write_keys(store, read_keys(copy))
    write_whole(store, content)
    return kept


def _sound(copy: Path, key: StoreKey | None, copy_key: StoreKey | None) -> bytes:
    """Return the bytes of a copy; they are looked at apart, so that no journal beside it is brought into them."""
    try:
        content = copy.read_bytes()
        with TemporaryDirectory(prefix="dialogue-prep-") as folder:
            alone = Path(folder) / copy.name
            alone.write_bytes(content)
            found: Sentence | str = (
                unsound(alone, key=copy_key) if stored_version(alone, copy_key) else Sentence.of("it is empty")
            )
            if not found and key is not None and is_plain(alone):
                return encrypted_content(alone, key)
    except faults() as error:
        found = str(error)
    except OSError as error:
        found = reason_why(error)
    if found:
        raise MachineError("{path} is no sound copy to go back to: {found}.", path=copy, found=found)
    return content


def _kept(store: Path, folder: Path, at: datetime, key: StoreKey | None) -> Path | None:
    if not store.exists() or not store.stat().st_size:
        return None
    try:
        stored_version(store, key)  # what was left half written is first as it was kept last
        return backup(store, folder, at, key=key)
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
        if keys_path(store).is_file():
            shutil.copyfile(keys_path(store), keys_path(kept))
    except OSError as error:
        raise MachineError(
            "{path} could not be kept aside, so nothing was put in its place: {reason}.",
            path=store,
            reason=reason_why(error),
        ) from error
    return kept
