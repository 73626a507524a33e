"""What SQLite, or SQLCipher in its place, raises of a file that is damaged, locked or no store."""

from __future__ import annotations

import sqlite3
import sys


def faults(*others: type[Exception]) -> tuple[type[Exception], ...]:
    """Return the errors to catch, with others that mean the same there.

    SQLite tells of damage in words of the damaged file, and Python fails to read such words where they are no text.
    SQLCipher has errors of its own, which nothing can raise before it was imported.
    """
    cipher = sys.modules.get("sqlcipher3.dbapi2")
    return (sqlite3.Error, UnicodeDecodeError, *others, *([cipher.Error] if cipher else []))
