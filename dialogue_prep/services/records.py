"""What can be done with any record alike: add it, change it field by field, remove it, bring it back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from dialogue_prep.domain.identity import Identified
from dialogue_prep.services.workspace import Workspace

V = TypeVar("V", bound=Identified)


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

    def amend(self, value: V, *, label: str, visit: str = "", **content: object) -> V:
        """Change only these fields of a record, whatever else in it was changed meanwhile; NotFound if it is gone."""
        with self._workspace.request(label, visit=visit) as work:
            present = work.get(type(value), value.id)
            fields: dict[str, Any] = content
            return work.put(replace(present, **fields))

    def reword(self, value: V, field: str, language: str, words: str, *, label: str, visit: str = "") -> V:
        """Put other words in one language into a text of a record, whatever else in it was changed meanwhile."""
        with self._workspace.request(label, visit=visit) as work:
            present = work.get(type(value), value.id)
            text: dict[str, Any] = {field: getattr(present, field).reworded(language, words)}
            return work.put(replace(present, **text))

    def edit(self, value: V, change: Callable[[V], V], *, label: str, visit: str = "") -> V:
        """Change a record as it is kept now, whatever else was changed in it meanwhile; NotFound where it is gone."""
        with self._workspace.request(label, visit=visit) as work:
            return work.put(change(work.get(type(value), value.id)))

    def change_all(self, pairs: Sequence[tuple[V, V]], *, label: str) -> None:
        """Change several records alike, as one step: each pair is a record before and after."""
        with self._workspace.request(label) as work:
            for before, after in pairs:
                work.put(after, instead_of=before)

    def remove(self, *values: Identified, label: str) -> None:
        """Remove records with all that belongs to them, as one step that can be undone."""
        with self._workspace.request(label) as work:
            for value in values:
                work.remove_whole(value)
