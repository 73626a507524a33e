"""The journal in the store: written with every change, read for history, undo and redo."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, RowMapping, Select, func, insert, select

from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.journal import Change, Deed, JournalEntry
from dialogue_prep.store.fields import Fields, difference, dumped, fields_of, loaded, value_of
from dialogue_prep.store.kinds import KIND_OF_NAME, name_of
from dialogue_prep.store.repository import by_id
from dialogue_prep.store.tables import JOURNAL, STEP, TABLES

# What had changed is gone for good; the line remains, so that nobody takes its step for another.
PURGED = JOURNAL.c.before.is_(None) & JOURNAL.c.after.is_(None)

# Built once, which takes longer than a step takes to write.
_BEGIN, _WRITE = insert(STEP), insert(JOURNAL)


@dataclass(frozen=True, slots=True)
class Entry:
    """What is written about a step beside its changes.

    `target` is the step that an undo or redo is about. Requests of one `visit` to a field that follow each other are
    one step.
    """

    label: str
    who: str
    at: datetime
    undoable: bool
    deed: Deed = Deed.REQUEST
    target: int | None = None
    visit: str = ""


@dataclass(frozen=True, slots=True)
class Target:
    """A step that can be undone or redone; `reversed` is the one whose changes are turned round for that.

    Undo turns the step itself round, redo the undo of it: that may have taken more along than the step had made.
    """

    number: int
    label: str
    reversed: int


class Journal:
    """Reads and writes the journal within a transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def write(self, entry: Entry, changes: Sequence[Change]) -> None:
        """Write one step and all its changes, or add them to the step of the same visit if that is the last one."""
        number = self._visited(entry) or self._begun(entry)
        rows = [{"step": number, **_row(change)} for change in changes]
        if rows:
            self._connection.execute(_WRITE, rows)

    def _visited(self, entry: Entry) -> int | None:
        if not entry.visit:
            return None
        last = self._connection.execute(select(STEP).order_by(STEP.c.number.desc()).limit(1)).first()
        return last.number if last is not None and last.visit == entry.visit else None

    def _begun(self, entry: Entry) -> int | None:
        step = self._connection.execute(
            _BEGIN,
            {
                "label": entry.label,
                "deed": entry.deed.value,
                "target": entry.target,
                "undoable": entry.undoable,
                "at": entry.at,
                "who": entry.who,
                "visit": entry.visit,
            },
        )
        (number,) = step.inserted_primary_key or (None,)
        return number

    def read(self, value_id: str | None, limit: int) -> tuple[JournalEntry, ...]:
        """Return the newest entries first, of one value or of all."""
        return self._read(*([JOURNAL.c.value_id == value_id] if value_id is not None else []), limit=limit)

    def of_step(self, number: int) -> tuple[JournalEntry, ...]:
        """Return all entries of one step, newest first."""
        return self._read(JOURNAL.c.step == number)

    def removals(self, limit: int | None) -> tuple[JournalEntry, ...]:
        """Return the entries with which values went that have not come back since, newest first."""
        newest = select(func.max(JOURNAL.c.number)).group_by(JOURNAL.c.value_id)
        return self._read(JOURNAL.c.number.in_(newest), JOURNAL.c.after.is_(None), limit=limit)

    def last_steps(self) -> dict[str, tuple[int, datetime]]:
        """Return for every value that ever was the number of the last step that changed it, and when that was."""
        newest = select(JOURNAL.c.value_id, func.max(JOURNAL.c.step)).group_by(JOURNAL.c.value_id)
        moments = {row.number: row.at for row in self._connection.execute(select(STEP.c.number, STEP.c.at))}
        return {value_id: (step, moments[step]) for value_id, step in self._connection.execute(newest)}

    def last_visit(self, value_id: str | None = None) -> str:
        """Return the visit in which a value, or anything, was changed last; empty where that was in none."""
        query = select(STEP.c.visit).order_by(STEP.c.number.desc()).limit(1)
        if value_id is not None:
            query = query.join(JOURNAL, JOURNAL.c.step == STEP.c.number).where(JOURNAL.c.value_id == value_id)
        return self._connection.execute(query).scalar() or ""

    def entries(self, value_id: str) -> Iterator[JournalEntry]:
        """Yield the entries of one value, newest first; no more of them are read than are asked for."""
        query = _entries(JOURNAL.c.value_id == value_id)
        with self._connection.execute(query.execution_options(yield_per=100)).mappings() as rows:
            yield from map(_entry, rows)

    def _read(self, *conditions: ColumnElement[bool], limit: int | None = None) -> tuple[JournalEntry, ...]:
        return tuple(map(_entry, self._connection.execute(_entries(*conditions).limit(limit)).mappings()))

    def target(self, deed: Deed) -> Target | None:
        """Return the step that undo or redo is about now.

        Going back from the newest step, the first word on a step is the one that holds. Undo takes the first
        step that nobody has taken back; redo the first that was taken back, unless something new was done since.
        """
        settled: set[int] = set()
        for step in self._newest_first():
            doing = Deed(step.deed)
            if doing is Deed.REQUEST:
                if deed is Deed.REDO:
                    return None
                if step.number not in settled:
                    return Target(step.number, step.label, step.number)
            elif step.target not in settled:
                settled.add(step.target)
                if deed is Deed.REDO and doing is Deed.UNDO:
                    return Target(step.target, step.label, step.number)
                if deed is Deed.UNDO and doing is Deed.REDO:
                    return Target(step.target, step.label, step.target)
        return None

    def replayed(self, target: Target) -> Iterator[Change]:
        """Yield the changes that take a step back or bring it again, in the order in which they can be made."""
        query = select(JOURNAL).where(JOURNAL.c.step == target.reversed).order_by(JOURNAL.c.number.desc())
        rows = self._connection.execute(query).mappings().all()
        if any(row["before"] is None and row["after"] is None for row in rows):
            raise UserError("This can no longer be taken back or brought again: what it had changed was purged.")
        for row in rows:
            yield self._change(row["kind"], row["value_id"], loaded(row["after"]), loaded(row["before"]))

    def _newest_first(self) -> Iterator[Any]:
        query = select(STEP).where(STEP.c.undoable).order_by(STEP.c.number.desc())
        with self._connection.execute(query.execution_options(yield_per=100)) as steps:
            yield from steps

    def _change(self, kind_name: str, id_: str, leaving: Fields | None, coming: Fields | None) -> Change:
        kind = KIND_OF_NAME[kind_name]
        row = self._connection.execute(by_id(TABLES[kind]), {"wanted_id": id_}).first()
        present = None if row is None else kind(**row._mapping)
        plain = None if present is None else fields_of(present)
        if (leaving is None) != (plain is None) or any((plain or {}).get(n) != v for n, v in (leaving or {}).items()):
            raise UserError("This can no longer be taken back: what it is about has been changed since.")
        return Change(present, None if coming is None else value_of(kind, {**(plain or {}), **coming}))


def _entries(*conditions: ColumnElement[bool]) -> Select[Any]:
    query = select(STEP, JOURNAL).join(JOURNAL, JOURNAL.c.step == STEP.c.number).where(*conditions, ~PURGED)
    return query.order_by(JOURNAL.c.number.desc())


def _entry(row: RowMapping) -> JournalEntry:
    return JournalEntry(
        step=row[STEP.c.number],
        label=row[STEP.c.label],
        deed=Deed(row[STEP.c.deed]),
        at=row[STEP.c.at],
        who=row[STEP.c.who],
        kind=row[JOURNAL.c.kind],
        value_id=row[JOURNAL.c.value_id],
        before=loaded(row[JOURNAL.c.before]),
        after=loaded(row[JOURNAL.c.after]),
    )


def _row(change: Change) -> dict[str, str | None]:
    before = fields_of(change.before) if change.before else None
    after = fields_of(change.after) if change.after else None
    if before and after:
        before, after = difference(before, after)
    subject = change.subject
    return {
        "kind": name_of(type(subject)),
        "value_id": subject.id,
        "before": dumped(before),
        "after": dumped(after),
    }
