"""What the parts of an archive say, as values: whatever is wrong with them is found before anything is stored."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.identity import Identified
from dialogue_prep.domain.journal import Deed
from dialogue_prep.store.fields import Fields, fits, hints_of, value_of
from dialogue_prep.store.kinds import KIND_OF_NAME
from dialogue_prep.system.refusal import Refused

_STEP = {"number": int, "label": str, "deed": str, "undoable": bool, "at": str, "who": str, "visit": str}


@dataclass(frozen=True, slots=True)
class ArchiveContents:
    """The values of an archive in the order in which they were kept, and the rows of its journal."""

    values: tuple[Identified, ...]
    steps: list[Fields]
    entries: list[Fields]


def read_contents(parts: Mapping[str, bytes], name: str, format_version: int, schema: int) -> ArchiveContents:
    """Return what the parts of an archive say; Refused where that is not what such an archive says.

    `name`, `format_version` and `schema` are those that this program writes; newer ones are refused.
    """
    try:
        _check_manifest(parts, name, format_version, schema)
        files = {part: content for part, content in parts.items() if part.startswith("files/")}
        values = tuple(_values(parts, files))
        if len({value.id for value in values}) < len(values):
            raise Refused("two records in it have one identifier")
        steps, entries = _journal(_loaded(parts, "journal.json"), files)
    except UserError as error:
        raise Refused(f"a record in it cannot be: {str(error).rstrip('.')}") from error
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise Refused("what is in it is not what such an archive says") from error
    return ArchiveContents(values, steps, entries)


def _check_manifest(parts: Mapping[str, bytes], name: str, format_version: int, schema: int) -> None:
    if "manifest.json" not in parts:
        raise Refused("it is no archive of this program")
    manifest = _loaded(parts, "manifest.json")
    if manifest["format"] != name:
        raise Refused("it is no archive of this program")
    if int(manifest["format_version"]) > format_version or int(manifest["schema"]) > schema:
        raise Refused("it was made by a newer version of this program; install that version to take it in")
    told: dict[str, str] = manifest["parts"]
    if missing := sorted({*told, "journal.json"} - parts.keys()):
        raise Refused(f"a part of it is missing: {missing[0]}")
    if more := sorted(parts.keys() - told.keys() - {"manifest.json"}):
        raise Refused(f"there is a part in it that its manifest does not name: {more[0][:80]}")
    for part, written in told.items():
        if sha256(parts[part]).hexdigest() != written:
            raise Refused(f"a part of it was changed or damaged: {part}")


def _loaded(parts: Mapping[str, bytes], part: str) -> Any:
    return json.loads(parts[part].decode("utf-8"))


def _values(parts: Mapping[str, bytes], files: Mapping[str, bytes]) -> Iterable[Identified]:
    for part in parts:
        if part.startswith("records/") and part[len("records/") : -len(".json")] not in KIND_OF_NAME:
            raise Refused(f"it holds records of a kind that is not known: {part[:80]}")
    for name, kind in KIND_OF_NAME.items():
        if f"records/{name}.json" in parts:
            for plain in _loaded(parts, f"records/{name}.json"):
                yield _value(kind, _together(kind, plain, files))


def _together(kind: type[Identified], plain: Fields, files: Mapping[str, bytes]) -> Fields:
    """Return fields with the contents of the files that they name."""
    contents = {
        name: base64.b64encode(files[plain[name]["file"]]).decode("ascii")
        for name, hint in hints_of(kind).items()
        if hint.holds is bytes and isinstance(plain.get(name), dict)
    }
    return {**plain, **contents}


def _value(kind: type[Identified], plain: Fields) -> Identified:
    hints = hints_of(kind)
    if unknown := [key for key in plain if key.split(".", 1)[0] not in hints]:
        raise Refused(f"a record in it has a field that is not known: {unknown[0][:80]}")
    value = value_of(kind, plain)
    if not all(fits(hint, getattr(value, name)) for name, hint in hints.items()):
        raise ValueError(kind)
    return value


def _journal(steps: list[Fields], files: Mapping[str, bytes]) -> tuple[list[Fields], list[Fields]]:
    rows, entries = [], []
    for step in steps:
        if not all(type(step[name]) is kind for name, kind in _STEP.items()):
            raise ValueError(step["number"])
        target, at = step["target"], datetime.fromisoformat(step["at"])
        if at.tzinfo is None or not (target is None or type(target) is int):
            raise ValueError(step["number"])
        rows.append(
            {**{name: step[name] for name in _STEP}, "deed": Deed(step["deed"]).value, "at": at, "target": target}
        )
        entries += [{"step": step["number"], **_entry(entry, files)} for entry in step["changes"]]
    for numbered in (rows, entries):
        if len({row["number"] for row in numbered}) < len(numbered):
            raise Refused("two lines of its journal have one number")
    if {row["target"] for row in rows} - {None} - {row["number"] for row in rows}:
        raise Refused("a step in its journal is about another that is not in it")
    return rows, entries


def _entry(entry: Fields, files: Mapping[str, bytes]) -> Fields:
    kind = KIND_OF_NAME[entry["kind"]]
    sides = {side: None if entry[side] is None else _together(kind, entry[side], files) for side in ("before", "after")}
    whole = [plain for plain in sides.values() if plain is not None]
    if len(whole) == 1:  # a value that was added or removed is there whole; of a change only what differs
        _value(kind, whole[0])
    if type(entry["number"]) is not int or type(entry["id"]) is not str:
        raise ValueError(entry["number"])
    return {"number": entry["number"], "kind": entry["kind"], "value_id": entry["id"], **sides}
