"""What SQLite, or SQLCipher in its place, raises of a file that is damaged, locked or no store."""

from __future__ import annotations

import sqlite3
import sys

from dialogue_prep.domain.sentence import Sentence

_DAMAGED = Sentence.of("it is damaged; go back to a backup of it")
_REASONS = (
    ("disk is full", Sentence.of("there is no space left on the disk; make room and try again")),
    ("readonly", Sentence.of("that disk is read-only; choose another folder")),
    ("locked", Sentence.of("another program is using it")),
    ("disk i/o error", Sentence.of("the disk reports an error")),
    ("unable to open", Sentence.of("you may not do that there")),
)


def faults(*others: type[Exception]) -> tuple[type[Exception], ...]:
    """Return the errors to catch, with others that mean the same there.

    SQLite tells of damage in words of the damaged file, and Python fails to read such words where they are no text.
    SQLCipher has errors of its own, which nothing can raise before it was imported.
    """
    cipher = sys.modules.get("sqlcipher3.dbapi2")
    return (sqlite3.Error, UnicodeDecodeError, *others, *([cipher.Error] if cipher else []))


def reason_of(fault: Exception) -> Sentence:
    """Return why SQLite could not read or write a file; what is neither the disk nor another program is damage."""
    said = str(fault).lower()
    return next((reason for words, reason in _REASONS if words in said), _DAMAGED)
