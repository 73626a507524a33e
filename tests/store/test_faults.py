"""Why SQLite could not read or write a file is said in words that can be put into any language."""

from __future__ import annotations

import sqlite3

import pytest

from dialogue_prep.store.faults import faults, reason_of


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("database or disk is full", "there is no space left on the disk; make room and try again"),
        ("attempt to write a readonly database", "that disk is read-only; choose another folder"),
        ("database is locked", "another program is using it"),
        ("disk I/O error", "the disk reports an error"),
        ("unable to open database file", "you may not do that there"),
        ("database disk image is malformed", "it is damaged; go back to a backup of it"),
        ("file is not a database", "it is damaged; go back to a backup of it"),
    ],
)
def test_a_fault_is_told_by_its_reason(said: str, told: str) -> None:
    assert reason_of(sqlite3.DatabaseError(said)).read() == told


def test_words_of_a_damaged_file_that_are_no_text_are_damage() -> None:
    with pytest.raises(faults()) as caught:
        b"\xff".decode("utf-8")
    assert reason_of(caught.value).read() == "it is damaged; go back to a backup of it"
