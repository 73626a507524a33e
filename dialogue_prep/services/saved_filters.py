"""What the user can do with filters of lists: keep one under a name, give it another name, remove it."""

from __future__ import annotations

from dataclasses import replace

from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.saved_filter import SavedFilter
from dialogue_prep.services.workspace import Workspace
from dialogue_prep.store.work import Work


class SavedFilters:
    """Requests about filters that are kept; in one list, no two have the same name, whatever its capitals."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def of_list(self, list_name: str) -> tuple[SavedFilter, ...]:
        """Return the filters of a list by their names."""
        with self._workspace.look() as work:
            found = work.find(SavedFilter, list_name=list_name)
        return tuple(sorted(found, key=lambda one: (one.name.casefold(), one.id)))

    def keep(self, list_name: str, name: str, criteria: str) -> SavedFilter:
        """Keep what a list is narrowed to; a filter of that name is changed, whatever it was."""
        with self._workspace.request("Save a filter") as work:
            present = _named(work, list_name, name)
            made = SavedFilter(
                id=present.id if present else self._workspace.new_id(),
                name=name.strip(),
                list_name=list_name,
                criteria=criteria,
            )
            return work.put(made)

    def rename(self, kept: SavedFilter, name: str) -> SavedFilter:
        """Give a filter another name; UserError where another one has it, Conflict where somebody else renamed it."""
        with self._workspace.request("Rename a filter") as work:
            present = work.get(SavedFilter, kept.id)
            other = _named(work, present.list_name, name)
            if other is not None and other.id != present.id:
                raise UserError("There is a filter named “{name}” already.", field="name", name=other.name)
            return work.revise(kept, lambda one: replace(one, name=name.strip()))

    def remove(self, kept: SavedFilter) -> None:
        """Remove a filter; one that is gone already is no error."""
        with self._workspace.request("Remove a filter") as work:
            work.remove(kept)


def _named(work: Work, list_name: str, name: str) -> SavedFilter | None:
    wanted = name.strip().casefold()
    return next((one for one in work.find(SavedFilter, list_name=list_name) if one.name.casefold() == wanted), None)
