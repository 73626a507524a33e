"""What can still be read of a damaged store: records table by table, the journal table by table and page by page."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date, datetime, time
from functools import partial
from pathlib import Path
from typing import Any

from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.identity import Identified
from dialogue_prep.domain.journal import Deed
from dialogue_prep.domain.text import Text, Wording, WordingState, clean
from dialogue_prep.store.cipher import connect, is_plain
from dialogue_prep.store.encrypted_pages import RESERVED, decrypted
from dialogue_prep.store.faults import faults
from dialogue_prep.store.fields import Fields, Hint, hints_of, loaded, value_of
from dialogue_prep.store.kinds import KIND_OF_NAME
from dialogue_prep.store.pages import Found, rows_in
from dialogue_prep.store.plain_reading import columns_of, quoted
from dialogue_prep.store.store_key import StoreKey

_STEP = ("number", "label", "deed", "target", "undoable", "at", "who", "visit")
_JOURNAL = ("number", "step", "kind", "value_id", "before", "after")
_WRONG = (ValueError, TypeError, KeyError, AttributeError, UserError)


@dataclass(slots=True)
class Salvage:
    """What was read: records by identifier, the journal by number, and which tables gave all they had."""

    values: dict[str, Identified] = field(default_factory=dict)
    steps: dict[int, Fields] = field(default_factory=dict)
    entries: dict[int, Fields] = field(default_factory=dict)
    whole: set[str] = field(default_factory=set)


def salvage(store: Path, *, key: StoreKey | None = None) -> Salvage:
    """Read whatever a store still gives; the file is one's own to open, and nothing about it is believed."""
    found = Salvage()
    try:
        with closing(connect(store, key)) as connection:
            connection.text_factory = bytes
            for name, kind in KIND_OF_NAME.items():
                _read_table(connection, name, found, partial(_keep_value, found, kind))
            _read_table(connection, "step", found, partial(_keep_step, found))
            _read_table(connection, "journal", found, partial(_keep_entry, found))
    except faults():
        pass  # then the pages have to say it all
    if not {"step", "journal"} <= found.whole:
        content = store.read_bytes()
        protected = key is not None and not is_plain(store)
        _read_pages(rows_in(decrypted(content, key), RESERVED) if key and protected else rows_in(content), found)
    return found


def _read_table(connection: sqlite3.Connection, name: str, found: Salvage, keep: Callable[[Fields], None]) -> None:
    """Keep the rows of a table from both of its ends, up to what is damaged."""
    whole = True
    for order in ("ASC", "DESC"):
        try:
            names = _columns(connection, name)
            for row in connection.execute(f"SELECT * FROM {quoted(name)} ORDER BY rowid {order}"):  # noqa: S608 - quoted
                try:
                    keep(dict(zip(names, map(_decoded, row), strict=True)))
                except _WRONG:
                    whole = False
            break
        except faults():
            whole = False
    if whole:
        found.whole.add(name)


def _columns(connection: sqlite3.Connection, table: str) -> tuple[str, ...]:
    """Return the names of the columns of a table of which texts are read as bytes."""
    names = tuple(str(_decoded(name)) for name in columns_of(connection, table))
    if not names:
        raise sqlite3.DatabaseError(table)
    return names


def _read_pages(rows: Iterable[Found], found: Salvage) -> None:
    for row in rows:
        try:
            if len(row.cells) == len(_JOURNAL) and row.cells[2] in KIND_OF_NAME:
                _keep_entry(found, dict(zip(_JOURNAL, (row.number, *row.cells[1:]), strict=True)))
            elif len(row.cells) == len(_STEP) and row.cells[2] in set(Deed):
                _keep_step(found, dict(zip(_STEP, (row.number, *row.cells[1:]), strict=True)))
        except _WRONG:
            continue


def _decoded(content: object) -> object:
    """Return a text as such; what is stored as bytes cannot be told from it, and is made bytes again by its field."""
    if not isinstance(content, bytes):
        return content
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content


def _keep_value(found: Salvage, kind: type[Identified], row: Mapping[str, Any]) -> None:
    contents = {}
    for name, hint in hints_of(kind).items():
        if name in row:
            contents[name] = _content(hint, row[name])
    value = kind(**contents)
    found.values[value.id] = value


def _content(hint: Hint, stored: Any) -> Any:
    holds = hint.holds
    if stored is None:
        if not hint.optional:
            raise ValueError(hint)
        return None
    if holds is bytes:
        return stored.encode() if isinstance(stored, str) else bytes(stored)
    if isinstance(stored, bytes):
        raise TypeError(hint)  # words that are none any more
    if holds is Text:
        pairs = json.loads(stored).items()
        return Text(tuple(Wording(language, words, WordingState(state)) for language, (state, words) in pairs))
    if holds in (date, time):
        return holds.fromisoformat(stored)
    if holds is str:
        clean(stored)  # what no keyboard gives is damage
    return bool(stored) if holds is bool else holds(stored)


def _keep_step(found: Salvage, row: Mapping[str, Any]) -> None:
    number, at = int(row["number"]), datetime.fromisoformat(row["at"])
    words = {name: row[name] for name in ("label", "who", "visit")}
    if not all(isinstance(one, str) for one in words.values()):
        raise ValueError(number)
    rest = {"deed": Deed(row["deed"]).value, "target": row["target"], "undoable": bool(row["undoable"]), "at": at}
    found.steps[number] = {"number": number, **words, **rest}


def _keep_entry(found: Salvage, row: Mapping[str, Any]) -> None:
    number, kind = int(row["number"]), KIND_OF_NAME[row["kind"]]
    sides = {side: loaded(row[side]) for side in ("before", "after")}
    whole = [plain for plain in sides.values() if plain is not None]
    if len(whole) == 1:
        value_of(kind, whole[0])
    elif any(key.split(".", 1)[0] not in hints_of(kind) for plain in whole for key in plain):
        raise ValueError(number)
    found.entries[number] = {
        "number": number, "step": int(row["step"]), "kind": row["kind"], "value_id": str(row["value_id"]), **sides,
    }  # fmt: skip


def as_the_journal_has_it(found: Salvage) -> Iterator[Identified]:
    """Yield every record as it was last, as far as the journal still tells it whole."""
    states: dict[str, tuple[str, Fields] | None] = {}
    for _number, entry in sorted(found.entries.items()):
        before, after, id_ = entry["before"], entry["after"], entry["value_id"]
        known = states.get(id_)
        if after is None or (known is None and before is not None):
            states[id_] = None
        else:
            states[id_] = (entry["kind"], {**(known[1] if known else {}), **after})
    for state in states.values():
        if state is not None:
            try:
                yield value_of(KIND_OF_NAME[state[0]], state[1])
            except _WRONG:
                continue
