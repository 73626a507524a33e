"""What can be done with any record alike: add it, change it field by field, remove it, put it back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from dialogue_prep.domain.identity import Identified
from dialogue_prep.services.workspace import Workspace

V = TypeVar("V", bound=Identified)

# So many records that go at once are many: the store is backed up first.
_MANY = 10


class Records:
    """Requests about single records; what is special to a kind has a service of its own."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def add(self, *values: Identified, label: str) -> None:
        """Add records, as one step."""
        with self._workspace.request(label) as work:
            for value in values:
                work.put(value)

    def change(self, before: V, after: V, *, label: str, visit: str = "") -> V:
        """Put a record in the place of its former self; Conflict where somebody else changed it meanwhile.

        Changes of one `visit` to a form, one after the other, are one undo step.
        """
        with self._workspace.request(label, visit=visit) as work:
            return work.put(after, instead_of=before)

    def edit(self, value: V, change: Callable[[V], V], *, label: str, visit: str = "") -> V:
        """Change a record as it is kept now, whatever else was changed in it meanwhile; NotFound where it is gone.

        Raise Conflict, with both, where somebody else changed the same of it since `value` was read.
        """
        with self._workspace.request(label, visit=visit) as work:
            return work.revise(value, change, visit=visit)

    def remove(self, *values: Identified, label: str) -> None:
        """Remove records with all that belongs to them, as one step that can be undone; many after a backup."""
        with self._workspace.look() as work:
            going = {one.id for value in values for one in work.belonging(value)}
        with self._workspace.request(label, copied_before=len(going) >= _MANY) as work:
            for value in values:
                work.remove_whole(value)
