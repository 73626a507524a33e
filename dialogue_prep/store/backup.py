"""Copies of a store, made while it is open, each opened and checked before it counts."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from dialogue_prep.domain.errors import MachineError
from dialogue_prep.store.database import make_private_file


def backup(store: Path, folder: Path, at: datetime) -> Path:
    """Copy a store into a folder and return the copy; its name says of which store and when (UTC).

    Raise MachineError, and leave no copy, where it cannot be written or is not sound.
    """
    copy = folder / f"{store.stem}-{at:%Y%m%d-%H%M%S-%f}.store"
    make_private_file(copy)
    try:
        with (
            closing(sqlite3.connect(f"{store.resolve().as_uri()}?mode=ro", uri=True)) as source,
            closing(sqlite3.connect(copy)) as target,
        ):
            source.backup(target)
            (found,) = target.execute("PRAGMA integrity_check").fetchone()
        if found != "ok":
            raise MachineError("{path} is damaged, so it was not backed up: {found}.", path=store, found=found)
    except sqlite3.Error as error:
        copy.unlink(missing_ok=True)
        raise MachineError("{path} could not be backed up: {reason}.", path=store, reason=error) from error
    except MachineError:
        copy.unlink(missing_ok=True)
        raise
    return copy
