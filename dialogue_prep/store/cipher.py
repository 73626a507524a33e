"""The one way in which SQLite is opened: a plain store as it is, a protected one with its key, by SQLCipher.

SQLCipher keeps every page of the file and of its journal encrypted and sealed, so that a page that was changed is not
read. It is imported where a key is given and not before: most stores are plain, and it need not be installed.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

from dialogue_prep.domain.errors import MachineError
from dialogue_prep.store.store_key import StoreKey

MAGIC = b"SQLite format 3\x00"


def is_plain(path: Path) -> bool:
    """Say whether a file begins as SQLite's own files do, and so can be read without a key."""
    try:
        with path.open("rb") as file:
            return file.read(len(MAGIC)) == MAGIC
    except OSError:
        return False


def connect(
    path: Path, key: StoreKey | None = None, *, read_only: bool = False, busy_milliseconds: int = 5000, **options: Any
) -> Any:
    """Return a connection (PEP 249) to the store in a file; transactions begin where they are asked for.

    With a key a new or empty file becomes a protected store; a plain one is opened as it is all the same. `options`
    are those of sqlite3.connect.
    """
    module = driver(path) if key is not None and not is_plain(path) else sqlite3
    mode = "ro" if read_only else "rwc"
    uri = f"{path.resolve().as_uri()}?mode={mode}"
    connection = module.connect(uri, uri=True, timeout=busy_milliseconds / 1000, isolation_level=None, **options)
    if key is not None and module is not sqlite3:
        # What SQLCipher would write to standard error of a damaged page is told by its errors, too.
        connection.execute("PRAGMA cipher_log_level=NONE")
        connection.execute(f'PRAGMA key="{literal(key)}"')
        connection.execute("PRAGMA cipher_compatibility=4")
    return connection


def driver(path: Path) -> Any:
    """Return the module of SQLCipher (PEP 249); MachineError where it is not installed."""
    try:
        import sqlcipher3.dbapi2
    except ImportError as error:
        raise MachineError(
            "{path} is protected by a passphrase, and this installation cannot open such stores: install "
            "dialogue-prep with its extra “encrypted”.",
            path=path,
        ) from error
    return sqlcipher3.dbapi2


def literal(key: StoreKey) -> str:
    """Return a key and its salt as SQLCipher takes them where nothing is to be derived of words."""
    return f"x'{key.secret.hex()}{key.salt.hex()}'"
