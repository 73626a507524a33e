"""Writes down what SQLAlchemy has SQLite do, so that it can be done again on another disk."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, event

Statement = tuple[str, Any]


@contextmanager
def statements_of(engine: Engine) -> Generator[list[list[Statement]], None, None]:
    """Yield the transactions that are kept meanwhile, each as its statements with what is bound to them."""
    kept: list[list[Statement]] = []
    current: list[Statement] = []

    def executed(_connection: Connection, _cursor: Any, words: str, bound: Any, _context: Any, many: bool) -> None:
        if words.startswith("BEGIN"):
            current.clear()
        current.extend((words, one) for one in (bound if many else [bound]))

    def committed(_connection: Connection) -> None:
        if any(not words.startswith(("BEGIN DEFERRED", "PRAGMA query_only")) for words, _bound in current[:1]):
            kept.append([*current, ("COMMIT", ())])
        current.clear()

    listened = (("before_cursor_execute", executed), ("commit", committed))
    for name, listener in listened:
        event.listen(engine, name, listener)
    try:
        yield kept
    finally:
        for name, listener in listened:
            event.remove(engine, name, listener)
