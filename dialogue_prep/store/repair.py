"""Makes a new store of what can be read of a damaged one, and says what was saved and what is missing."""

from __future__ import annotations

import shutil
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from dialogue_prep.domain.errors import MachineError, UserError
from dialogue_prep.domain.identity import Identified
from dialogue_prep.store.archive import put_in
from dialogue_prep.store.archive_values import ArchiveContents
from dialogue_prep.store.backup import unsound
from dialogue_prep.store.database import make_private_file
from dialogue_prep.store.fields import Fields, hints_of
from dialogue_prep.store.keys_file import is_protected, read_keys, write_keys
from dialogue_prep.store.kinds import KIND_OF_NAME, KINDS, name_of, references
from dialogue_prep.store.migrate import migrate
from dialogue_prep.store.moving import rows_of_file
from dialogue_prep.store.salvage import Salvage, as_the_journal_has_it, salvage
from dialogue_prep.store.store_key import StoreKey
from dialogue_prep.system.atomic import write_whole
from dialogue_prep.system.reasons import reason_why

Counts = dict[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Repair:
    """What came of a repair: records by kind saved as they were, made again of the journal, and known to be missing.

    `whole` says that every table and the journal were read to the end, so that nothing else can be missing.
    """

    saved: Counts
    rebuilt: Counts
    missing: Counts
    steps: int
    whole: bool


def repair(damaged: Path, target: Path, *, key: StoreKey | None = None) -> Repair:
    """Make a new store at the target of what the damaged one still gives; that one is read as a copy and not touched.

    What comes of a protected store is protected by the same key.

    Raise MachineError, with nothing made, where nothing at all can be read.
    """
    try:
        with TemporaryDirectory(prefix="dialogue-prep-") as folder:
            copy, made = Path(folder) / "damaged.store", Path(folder) / "made.store"
            for suffix in ("", "-journal"):
                if (beside := damaged.with_name(damaged.name + suffix)).is_file():
                    shutil.copyfile(beside, copy.with_name(copy.name + suffix))
            found = salvage(copy, key=key)
            told = _completed(found)
            if not found.values:
                raise MachineError("Nothing can be read of {path} any more; go back to a backup.", path=damaged)
            make_private_file(made)
            migrate(made, key=key)
            with rows_of_file(made, key, to_write=True) as rows:
                put_in(rows, _contents(found))
            if wrong := unsound(made, key=key):
                raise MachineError("{path} could not be repaired: {reason}.", path=damaged, reason=wrong)
            if is_protected(damaged):
                write_keys(target, read_keys(damaged))
            write_whole(target, made.read_bytes())
    except OSError as error:
        raise MachineError("{path} could not be repaired: {reason}.", path=damaged, reason=reason_why(error)) from error
    return told


def _completed(found: Salvage) -> Repair:
    """Add what the journal knows of records that their tables do not give, take away what names nothing, and count."""
    read = set(found.values)
    known = {value.id: value for value in as_the_journal_has_it(found)}
    for id_, value in known.items():
        if id_ not in read and name_of(type(value)) not in found.whole:
            found.values[id_] = value
    dropped = _loosened(found.values)
    rebuilt = [value for id_, value in found.values.items() if id_ not in read]
    lost = [known[id_] for id_ in known if id_ not in found.values and id_ not in dropped]
    return Repair(
        saved=_counts(value for id_, value in found.values.items() if id_ in read),
        rebuilt=_counts(rebuilt),
        missing=_counts([*lost, *dropped.values()]),
        steps=len(found.steps),
        whole={*KIND_OF_NAME, "step", "journal"} <= found.whole,
    )


def _loosened(values: dict[str, Identified]) -> dict[str, Identified]:
    """Take out what belongs to a record that is not there, and return it; what merely names one no longer does."""
    dropped: dict[str, Identified] = {}
    waiting = True
    while waiting:
        waiting = False
        for id_, value in list(values.items()):
            lost = [
                name
                for name, kind in references().get(type(value), {}).items()
                if (other := getattr(value, name)) is not None and type(values.get(other)) is not kind
            ]
            if not lost:
                continue
            if (without := _without(value, lost)) is None:
                dropped[id_] = values.pop(id_)
                waiting = True  # something may have belonged to this in its turn
            else:
                values[id_] = without
    return dropped


def _without(value: Identified, names: list[str]) -> Identified | None:
    """Return a record that names nothing in these fields; None where it cannot be without."""
    if not all(hints_of(type(value))[name].optional for name in names):
        return None
    nothing: dict[str, Any] = dict.fromkeys(names)
    try:
        return replace(value, **nothing)
    except UserError:
        return None


def _contents(found: Salvage) -> ArchiveContents:
    """Return what is put into the new store; a step whose target is lost can no longer be undone or redone."""
    steps: list[Fields] = []
    for _number, step in sorted(found.steps.items()):
        lone = step["target"] is not None and step["target"] not in found.steps
        steps.append({**step, "target": None, "undoable": False} if lone else step)
    entries = [entry for _number, entry in sorted(found.entries.items()) if entry["step"] in found.steps]
    ordered = sorted(found.values.values(), key=lambda value: KINDS.index(type(value)))
    return ArchiveContents(tuple(ordered), steps, entries)


def _counts(values: Any) -> Counts:
    counted = Counter(name_of(type(value)) for value in values)
    return {name: counted[name] for name in KIND_OF_NAME if counted[name]}
