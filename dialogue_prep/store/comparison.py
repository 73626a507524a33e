"""Two stores beside each other: what would change if one took the place of the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from dialogue_prep.store.kinds import KIND_OF_NAME
from dialogue_prep.store.plain_reading import columns_of, opened_to_read, rows_of, tables_of
from dialogue_prep.store.store_key import StoreKey


@dataclass(frozen=True, slots=True, kw_only=True)
class KindChange:
    """What would become of the records of one kind: how many would go, come back, be as they were once."""

    kind: str
    gone: int
    back: int
    changed: int


def compare(
    present: Path, other: Path, *, key: StoreKey | None = None, other_key: StoreKey | None = None
) -> tuple[KindChange, ...]:
    """Return what would change, kind by kind, if the other store took the place of the present one.

    They may be of different versions: only columns that both have are compared. Raise one of the `faults` where
    one of the two cannot be read.
    """
    ours, theirs = _Records(present, key), _Records(other, other_key)
    changes = (_change(kind, ours.of(kind), theirs.of(kind)) for kind in KIND_OF_NAME)
    return tuple(change for change in changes if change.gone or change.back or change.changed)


class _Records:
    """The records of a store as plain rows, read kind by kind."""

    def __init__(self, path: Path, key: StoreKey | None) -> None:
        self._path = path
        self._key = key

    def of(self, kind: str) -> dict[str, Mapping[str, object]]:
        """Return the rows of a kind by identifier; none where the version of the store has no such kind."""
        return {str(row["id"]): row for row in self._rows(kind)}

    def _rows(self, kind: str) -> Iterator[Mapping[str, object]]:
        with opened_to_read(self._path, key=self._key) as connection:
            if kind in tables_of(connection) and "id" in columns_of(connection, kind):
                yield from rows_of(connection, kind)


def _change(
    kind: str, ours: Mapping[str, Mapping[str, object]], theirs: Mapping[str, Mapping[str, object]]
) -> KindChange:
    both = ours.keys() & theirs.keys()
    changed = sum(
        any(ours[id_][name] != theirs[id_][name] for name in ours[id_].keys() & theirs[id_].keys()) for id_ in both
    )
    return KindChange(
        kind=kind, gone=len(ours.keys() - theirs.keys()), back=len(theirs.keys() - ours.keys()), changed=changed
    )
