"""All that a store holds as files that any program can read, and back; docs/archive-format.md tells how."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, Table, insert, select

from dialogue_prep.domain.identity import Identified
from dialogue_prep.store import search
from dialogue_prep.store.archive_values import ArchiveContents
from dialogue_prep.store.database import SCHEMA_VERSION
from dialogue_prep.store.fields import Fields, dumped, fields_of, hints_of, loaded
from dialogue_prep.store.kinds import KIND_OF_NAME, KINDS, name_of
from dialogue_prep.store.moving import all_named_are_there, go_on_counting
from dialogue_prep.store.tables import JOURNAL, STEP
from dialogue_prep.store.work import Work
from dialogue_prep.system.refusal import Refused

FORMAT = "dialogue-prep-archive"
FORMAT_VERSION = 1
MANIFEST, JOURNAL_PART = "manifest.json", "journal.json"

_SUFFIXES = {"template": ".docx", "draft": ".json.zlib"}


@dataclass(frozen=True, slots=True)
class Archived:
    """The parts of an archive by name, and how many records and steps are in them."""

    parts: Mapping[str, bytes]
    records: int
    steps: int


def archived(connection: Connection) -> Archived:
    """Return all that a store holds, as the transaction of a connection sees it; equal stores give equal bytes."""
    work, parts = Work(connection), dict[str, bytes]()
    counts: dict[str, int] = {}
    for kind in KINDS:
        name = name_of(kind)
        records = [_apart(kind, fields_of(value), parts) for value in work.find(kind)]
        counts[name] = len(records)
        parts[f"records/{name}.json"] = _json(records)
    steps = list(_steps(connection, parts))
    parts[JOURNAL_PART] = _json(steps)
    manifest = {
        "format": FORMAT,
        "format_version": FORMAT_VERSION,
        "schema": SCHEMA_VERSION,
        "records": counts,
        "steps": len(steps),
        "parts": {name: sha256(content).hexdigest() for name, content in parts.items()},
    }
    return Archived({MANIFEST: _json(manifest), **dict(sorted(parts.items()))}, sum(counts.values()), len(steps))


def _steps(connection: Connection, parts: dict[str, bytes]) -> Iterator[Fields]:
    entries: dict[int, list[Fields]] = {}
    for row in connection.execute(select(JOURNAL).order_by(JOURNAL.c.number)).mappings():
        kind = KIND_OF_NAME[row["kind"]]
        sides = {side: loaded(row[side]) for side in ("before", "after")}
        entry = {"number": row["number"], "kind": row["kind"], "id": row["value_id"]}
        entry |= {side: None if plain is None else _apart(kind, plain, parts) for side, plain in sides.items()}
        entries.setdefault(row["step"], []).append(entry)
    for step in connection.execute(select(STEP).order_by(STEP.c.number)).mappings():
        at = step["at"].isoformat(timespec="milliseconds")
        yield {**step, "at": at, "changes": entries.get(step["number"], [])}


def _apart(kind: type[Identified], plain: Fields, parts: dict[str, bytes]) -> Fields:
    """Return fields with every content that is bytes put among the parts, as a file of its own."""
    named = {}
    for name, hint in hints_of(kind).items():
        if hint.holds is bytes and isinstance(plain.get(name), str):
            content = base64.b64decode(plain[name])
            file = f"files/{sha256(content).hexdigest()}{_SUFFIXES.get(name_of(kind), '')}"
            parts[file] = content
            named[name] = {"file": file}
    return {**plain, **named}


def _json(content: object) -> bytes:
    return f"{json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True)}\n".encode()


def put_in(connection: Connection, contents: ArchiveContents) -> None:
    """Put what was read from an archive into an empty store whose references are looked at when the transaction ends.

    Refused, and nothing of it can be kept, where it contradicts itself.
    """
    work = Work(connection)
    for value in contents.values:
        work.put(value)
    _insert(connection, STEP, contents.steps)
    _insert(connection, JOURNAL, [_entry_row(entry) for entry in contents.entries])
    search.index(connection, work.changes)
    go_on_counting(connection)
    if not all_named_are_there(connection):
        raise Refused("a record in it names another that is not in it")


def _insert(connection: Connection, table: Table, rows: list[Fields]) -> None:
    if rows:
        connection.execute(insert(table), rows)


def _entry_row(entry: Mapping[str, Any]) -> Fields:
    return {**entry, "before": dumped(entry["before"]), "after": dumped(entry["after"])}
