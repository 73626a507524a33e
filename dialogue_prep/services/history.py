"""What the user can do with what was: see who changed what, put back a former value or what was removed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from dialogue_prep.domain.errors import NotFound, UserError
from dialogue_prep.domain.identity import Identified
from dialogue_prep.domain.journal import Deed, Fields, JournalEntry
from dialogue_prep.domain.returned import ReturnedCopy
from dialogue_prep.services.workspace import Workspace
from dialogue_prep.store.fields import fields_of, value_of
from dialogue_prep.store.kinds import KIND_OF_NAME, KINDS, name_of
from dialogue_prep.store.work import Work

V = TypeVar("V", bound=Identified)

_PUT_BACK = "Put a removed record back"


@dataclass(frozen=True, slots=True, kw_only=True)
class Removed:
    """A value that is gone: what it was, how it went, and how many others went with it that belong to it."""

    value: Identified
    entry: JournalEntry
    belongings: int

    @property
    def id(self) -> str:
        """Identify the line by the value."""
        return self.value.id


class History:
    """Requests about former states of records; each is one undo step like any other."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def of(self, value_id: str, limit: int = 200) -> tuple[JournalEntry, ...]:
        """Return what was done to a record, newest first."""
        return self._workspace.history(value_id, limit)

    def copies_of(self, entry: JournalEntry) -> tuple[ReturnedCopy, ...]:
        """Return the edited copies that the step of an entry took in; none where it did something else."""
        with self._workspace.look() as work:
            step = work.history_of_step(entry.step)
        coming = (one.after for one in step if one.kind == name_of(ReturnedCopy))
        return tuple(value_of(ReturnedCopy, after) for after in coming if after is not None)

    def named(self, ids: Iterable[str]) -> dict[str, Identified]:
        """Return the records that bear these identifiers, as far as they are there."""
        with self._workspace.look() as work:
            found = (work.look_up(kind, id_) for id_ in set(ids) for kind in KINDS)
            return {value.id: value for value in found if value is not None}

    def removed(self, limit: int = 200) -> tuple[Removed, ...]:
        """Return the records that were removed and are gone, newest first.

        What went with another record, as belonging to it, is counted there and not listed; nor is what was added and
        that taken back, which redo brings again.
        """
        with self._workspace.look() as work:
            gone = [entry for entry in work.removals() if not _never_was(entry)][:limit]
        lines = []
        for step in dict.fromkeys(entry.step for entry in gone):
            values = {entry.value_id: _former(entry) for entry in gone if entry.step == step}
            for entry in gone:
                if entry.step == step and not _named_by(values[entry.value_id]) & values.keys():
                    belongings = len(_with_belongings(entry.value_id, values)) - 1
                    lines.append(Removed(value=values[entry.value_id], entry=entry, belongings=belongings))
        return tuple(lines)

    def put_back(self, entry: JournalEntry, field: str) -> Identified:
        """Give one field of a record the value again that it had before an entry.

        `field` is named as in the entry, such as `title.fr`. Other languages of that text of which the entry changed
        nothing but the state get their former state too, if their words are still the same.
        """
        assert entry.before is not None
        with self._workspace.request("Put a former value back") as work:
            kind = KIND_OF_NAME[entry.kind]
            if (present := work.look_up(kind, entry.value_id)) is None:
                raise NotFound("This record is gone; put it back first.")
            plain = fields_of(present)
            former = {field: entry.before[field], **_states_beside(entry, field, plain)}
            value = value_of(kind, {**plain, **former})
            _check_above(work, value, {gone.value_id for gone in work.removals()})
            return work.put(value, instead_of=present)

    def put_back_removed(self, removed: Removed) -> Identified:
        """Put a removed record back with all that belongs to it, and have named it again what named it.

        What it belongs to itself comes back too where it went in the same step; else UserError.
        """
        with self._workspace.request(_PUT_BACK) as work:
            gone = {entry.value_id for entry in work.removals()}
            step = work.history_of_step(removed.entry.step)
            values = {e.value_id: _former(e) for e in step if e.after is None and e.value_id in gone}
            if removed.id not in values:
                raise UserError("This record is there again already.")
            coming = _with_belongings(removed.id, values)
            for id_ in tuple(coming):
                coming |= _above(values[id_], values)
            for value in sorted((values[id_] for id_ in coming), key=lambda value: KINDS.index(type(value))):
                _check_above(work, value, gone - coming)
                work.put(value)
            for entry in step:
                _tie_again(work, entry, coming)
            return values[removed.id]


def _never_was(entry: JournalEntry) -> bool:
    """Say whether a value went because its addition was taken back; to put one back is no addition."""
    return entry.deed is Deed.UNDO and entry.label != _PUT_BACK


def _former(entry: JournalEntry) -> Identified:
    assert entry.before is not None
    return value_of(KIND_OF_NAME[entry.kind], entry.before)


def _named_by(value: Identified) -> set[str]:
    """Return the identifiers that a value names in its fields, its own not among them."""
    return {content for name, content in fields_of(value).items() if name.endswith("_id") and isinstance(content, str)}


def _with_belongings(id_: str, values: Mapping[str, Identified]) -> set[str]:
    """Return the identifiers of a value and of all that names it, directly or through others."""
    found, waiting = {id_}, [id_]
    while waiting:
        above = waiting.pop()
        below = {other for other, value in values.items() if above in _named_by(value)} - found
        found |= below
        waiting += below
    return found


def _above(value: Identified, values: Mapping[str, Identified]) -> set[str]:
    """Return the identifiers of all that a value names, directly or through others."""
    found: set[str] = set()
    waiting = [value]
    while waiting:
        named = (_named_by(waiting.pop()) & values.keys()) - found
        found |= named
        waiting += (values[id_] for id_ in named)
    return found


def _check_above(work: Work, value: Identified, gone: Iterable[str]) -> None:
    """Raise UserError where a value names one that is gone."""
    for missing in _named_by(value) & set(gone):
        entry = work.history(missing, limit=1)[0]
        raise UserError(
            "What this belongs to was removed too ({kind}); put that back first.", kind=entry.kind.replace("_", " ")
        )


def _states_beside(entry: JournalEntry, field: str, present: Fields) -> dict[str, object]:
    """Return the former wordings of a text of which an entry changed only the state, but for one field."""
    before, after = entry.before or {}, entry.after or {}
    base = field.split(".", 1)[0]
    beside = [name for name in before if name != field and name.startswith(f"{base}.")]
    return {
        name: before[name]
        for name in beside
        if _words(before[name]) == _words(after.get(name)) == _words(present.get(name)) is not None
    }


def _words(wording: object) -> object:
    return wording[1] if isinstance(wording, list) else None


def _tie_again(work: Work, entry: JournalEntry, coming: set[str]) -> None:
    """Have a record name again what came back, where the removal had loosened it and nobody has tied it anew."""
    if entry.before is None or entry.after is None:
        return
    kind = KIND_OF_NAME[entry.kind]
    if (present := work.look_up(kind, entry.value_id)) is None:
        return
    plain = fields_of(present)
    tied = {
        name: former for name, former in entry.before.items() if former in coming and plain.get(name, former) is None
    }
    if tied:
        work.put(value_of(kind, {**plain, **tied}))
