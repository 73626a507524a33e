"""Takes what was removed or overwritten out of a store for good: journal, bases of papers, search index, free pages."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, select, text, update

from dialogue_prep.domain.draft import Draft
from dialogue_prep.domain.text import Text
from dialogue_prep.store.database import open_engine, plain_errors
from dialogue_prep.store.exchange_rows import forget
from dialogue_prep.store.fields import fields_of, hints_of, loaded
from dialogue_prep.store.journal import Entry, Journal
from dialogue_prep.store.kinds import KIND_OF_NAME, KINDS, name_of
from dialogue_prep.store.purged_words import Lines, unpacked
from dialogue_prep.store.store_key import StoreKey
from dialogue_prep.store.tables import JOURNAL, STEP, TABLES
from dialogue_prep.store.work import Work

_REBUILD = text("INSERT INTO search_words(search_words) VALUES ('rebuild')")
_AT_ONCE = 500
# Fields of plain words that name things for the program, not for people.
_NAMES = {"id", "subject_id", "language", "second_language", "unit", "sha256", "path", "file_hash", "released_hash"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is to go: the past of these records, of all that are gone, or all that was done before a moment."""

    ids: frozenset[str] = frozenset()
    gone: bool = False
    before: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Purge:
    """What goes: lines of the journal by number, bases of papers by the draft, and the words that are then nowhere."""

    records: frozenset[str]
    entries: frozenset[int]
    drafts: frozenset[str]
    lines: Lines


def prepare(store: Path, wanted: Wanted, *, key: StoreKey | None = None) -> Purge:
    """Return what would go; nothing is changed."""
    engine = open_engine(store, key)
    try:
        with plain_errors(store), engine.execution_options(reading=True).connect() as connection:
            connection.begin()
            return _prepared(connection, wanted)
    finally:
        engine.dispose()


def _prepared(connection: Connection, wanted: Wanted) -> Purge:
    rows = connection.execute(select(JOURNAL, STEP.c.at).join(STEP, STEP.c.number == JOURNAL.c.step)).mappings().all()
    rows = [row for row in rows if row["before"] is not None or row["after"] is not None]
    ids = _with_belongings(connection, wanted)
    chosen = {row["number"] for row in rows if row["value_id"] in ids or (wanted.before and row["at"] < wanted.before)}
    work = Work(connection)
    living = Lines.of(words for kind in KINDS for value in work.find(kind) for words in _words(kind, fields_of(value)))
    lines = Lines.of(words for row in rows if row["number"] in chosen for words in _words_of_row(row)).without(living)
    entries = {row["number"] for row in rows if row["number"] in chosen or _holds(row, lines)}
    drafts = {draft.id for draft in work.find(Draft) if lines.within(unpacked(draft.snapshot))}
    records = {row["value_id"] for row in rows if row["number"] in entries}
    return Purge(records=frozenset(records), entries=frozenset(entries), drafts=frozenset(drafts), lines=lines)


def _with_belongings(connection: Connection, wanted: Wanted) -> set[str]:
    """Return the records whose past is to go: those named with what went in one step with them as theirs."""
    removals = Journal(connection).removals(None)
    if wanted.gone:
        return {*wanted.ids, *(entry.value_id for entry in removals)}
    found = set(wanted.ids)
    grown = True
    while grown:
        steps = {entry.step for entry in removals if entry.value_id in found}
        more = {e.value_id for e in removals if e.step in steps and e.before and found & set(_named(e.before))} - found
        found |= more
        grown = bool(more)
    return found


def _named(plain: Mapping[str, object]) -> Iterator[str]:
    yield from (content for name, content in plain.items() if name.endswith("_id") and isinstance(content, str))


def _holds(row: Mapping[Any, Any], lines: Lines) -> bool:
    return any(lines.any_of(words) for words in _words_of_row(row)) or any(
        lines.within(words) for words in _bases_of_row(row)
    )


def _words_of_row(row: Mapping[Any, Any]) -> Iterator[str]:
    for side in ("before", "after"):
        yield from _words(KIND_OF_NAME[row["kind"]], loaded(row[side]) or {})


def _words(kind: type[Any], plain: Mapping[str, Any]) -> Iterator[str]:
    """Yield what people have said in the fields of a record."""
    hints = hints_of(kind)
    for key, content in plain.items():
        name = key.split(".", 1)[0]
        holds = hints[name].holds if name in hints else None
        if holds is Text and isinstance(content, list):
            yield content[1]
        elif holds is str and name not in _NAMES and isinstance(content, str):
            yield content


def _bases_of_row(row: Mapping[Any, Any]) -> Iterator[str]:
    if row["kind"] == name_of(Draft):
        for side in ("before", "after"):
            kept = (loaded(row[side]) or {}).get("snapshot")
            if kept:
                yield unpacked(base64.b64decode(kept))


def carry_out(store: Path, purge: Purge, *, who: str, at: datetime, key: StoreKey | None = None) -> None:
    """Take it out of tables, journal and search index in one transaction, then out of the free pages of the file."""
    engine = open_engine(store, key)
    try:
        with plain_errors(store), engine.begin() as connection:
            _blank(connection, purge)
            connection.execute(_REBUILD)
            Journal(connection).write(Entry("Purge", who, at, undoable=False), ())
        with plain_errors(store), engine.connect() as connection:
            connection.connection.cursor().execute("VACUUM")
    finally:
        engine.dispose()


def _blank(connection: Connection, purge: Purge) -> None:
    for some in _portions(purge.entries):
        connection.execute(update(JOURNAL).where(JOURNAL.c.number.in_(some)).values(before=None, after=None))
    drafts = TABLES[Draft]
    for ids in _portions(purge.drafts):
        connection.execute(update(drafts).where(drafts.c.id.in_(ids)).values(snapshot=b""))
    forget(connection, purge.records)


def _portions(chosen: Iterable[Any]) -> Iterator[list[Any]]:
    listed = sorted(chosen)
    yield from (listed[at : at + _AT_ONCE] for at in range(0, len(listed), _AT_ONCE))
