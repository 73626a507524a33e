"""What the user can do with filters of lists: keep one under a name, give it another name, remove it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.saved_filter import SavedFilter
from dialogue_prep.services.kept_lists import check_as_seen
from dialogue_prep.services.workspace import Workspace


class SavedFilters:
    """Requests about filters that are kept; in one list, no two have the same name, whatever its capitals."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def of_list(self, list_name: str) -> tuple[SavedFilter, ...]:
        """Return the filters of a list by their names."""
        with self._workspace.look() as work:
            found = work.find(SavedFilter, list_name=list_name)
        return tuple(sorted(found, key=lambda one: (one.name.casefold(), one.id)))

    def keep(self, list_name: str, name: str, criteria: str, *, seen: Iterable[SavedFilter] = ()) -> SavedFilter:
        """Keep what a list is narrowed to; a filter of that name that the user has `seen` is changed.

        Raise UserError where another one has that name, Conflict where somebody else has changed it since it was seen.
        """
        with self._workspace.request("Save a filter") as work:
            present, known = _named(work.find(SavedFilter, list_name=list_name), name), _named(seen, name)
            if present is not None and (known is None or known.id != present.id):
                raise _taken(present)
            made = SavedFilter(
                id=present.id if present else self._workspace.new_id(),
                name=name.strip(),
                list_name=list_name,
                criteria=criteria,
            )
            if present is not None:
                check_as_seen(present, known, made)
            return work.put(made)

    def rename(self, kept: SavedFilter, name: str) -> SavedFilter:
        """Give a filter another name; UserError where another one has it, Conflict where somebody else renamed it."""
        with self._workspace.request("Rename a filter") as work:
            present = work.get(SavedFilter, kept.id)
            other = _named(work.find(SavedFilter, list_name=present.list_name), name)
            if other is not None and other.id != present.id:
                raise _taken(other)
            return work.revise(kept, lambda one: replace(one, name=name.strip()))

    def remove(self, kept: SavedFilter) -> None:
        """Remove a filter; one that is gone already is no error."""
        with self._workspace.request("Remove a filter") as work:
            work.remove(kept)


def _named(filters: Iterable[SavedFilter], name: str) -> SavedFilter | None:
    wanted = name.strip().casefold()
    return next((one for one in filters if one.name.casefold() == wanted), None)


def _taken(other: SavedFilter) -> UserError:
    return UserError("There is a filter named “{name}” already.", field="name", name=other.name)
