"""Repositories: values in, values out; no row ever leaves the store."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from functools import cache
from typing import Any, Generic, TypeVar

from sqlalchemy import (
    ColumnElement,
    Connection,
    Insert,
    Row,
    Select,
    Table,
    Update,
    bindparam,
    delete,
    insert,
    select,
    text,
    update,
)

from dialogue_prep.domain.clearance import Release
from dialogue_prep.domain.draft import Draft
from dialogue_prep.domain.errors import Conflict, NotFound
from dialogue_prep.domain.identity import Identified
from dialogue_prep.domain.returned import ReturnedCopy
from dialogue_prep.domain.text import clean
from dialogue_prep.store.kinds import name_of
from dialogue_prep.store.tables import TABLES

V = TypeVar("V", bound=Identified)
# The order is asked for: by an index, a database would give the values of one above after those of another.
_AS_KEPT = text("rowid")
NoteChange = Callable[[Identified | None, Identified | None], None]


class Repository(Generic[V]):
    """Keeps the values of one kind; every change is told to `note_change`."""

    def __init__(self, connection: Connection, kind: type[V], note_change: NoteChange) -> None:
        self._connection = connection
        self._kind = kind
        self._table = TABLES[kind]
        self._names = tuple(field.name for field in fields(kind))
        self._note_change = note_change

    def look_up(self, id_: str) -> V | None:
        """Return the value with this identifier, if there is one."""
        found = self._connection.execute(by_id(self._table), {"wanted_id": id_}).all()
        return next(values_of(self._kind, found), None)

    def get(self, id_: str) -> V:
        """Return the value with this identifier, or raise NotFound."""
        if (value := self.look_up(id_)) is None:
            raise NotFound("This {kind} is no longer there.", kind=name_of(self._kind).replace("_", " "))
        return value

    def find(self, **equal: Any) -> tuple[V, ...]:
        """Return the values whose fields equal these, in the order they were kept."""
        return self._all(_equal(self._table, *_asked(equal)), equal)

    def find_below(self, field: str, above: type[Identified], **equal: Any) -> tuple[V, ...]:
        """Return the values whose field names one of a kind above whose fields equal these, as they were kept."""
        return self._all(_below(self._table, field, TABLES[above], *_asked(equal)), equal)

    def _all(self, query: Select[Any], equal: Mapping[str, Any]) -> tuple[V, ...]:
        return tuple(values_of(self._kind, self._connection.execute(query, equal)))

    def put(self, value: V, *, instead_of: V | None = None) -> V:
        """Add the value, or replace the one with the same identifier; return it as it is kept.

        With `instead_of`, raise Conflict if what is kept is no longer that.
        """
        value = _cleaned(value)
        before = self.look_up(value.id)
        if instead_of is not None and before != instead_of:
            raise Conflict("Somebody else has changed this meanwhile.", wanted=value, found=before)
        if before == value:
            return value
        row = {name: getattr(value, name) for name in self._names}
        if before is None:
            self._connection.execute(_adding(self._table), row)
        else:
            self._connection.execute(_replacing(self._table), {"wanted_id": value.id, **row})
        self._note_change(before, value)
        return value

    def remove(self, id_: str) -> None:
        """Delete the value with this identifier, if there is one."""
        if (before := self.look_up(id_)) is not None:
            self._connection.execute(delete(self._table).where(self._table.c.id == id_))
            self._note_change(before, None)


def values_of(kind: type[V], rows: Iterable[Row[Any]]) -> Iterator[V]:
    """Return the values that whole rows of the table of their kind hold."""
    # A row has its contents in the order of the fields: to have it name each of them takes longer than all the rest.
    names = [field.name for field in fields(kind)]
    return (kind(**dict(zip(names, row, strict=True))) for row in rows)


# Queries are built once for each table, which takes longer than asking them.


@cache
def by_id(table: Table) -> Select[Any]:
    """Return what finds the row with the identifier `wanted_id`."""
    return select(table).where(table.c.id == bindparam("wanted_id"))


@cache
def _equal(table: Table, names: tuple[str, ...], empty: tuple[str, ...]) -> Select[Any]:
    return select(table).where(*_are(table, names, empty)).order_by(_AS_KEPT)


@cache
def _below(table: Table, field: str, above: Table, names: tuple[str, ...], empty: tuple[str, ...]) -> Select[Any]:
    named = select(above.c.id).where(*_are(above, names, empty))
    return select(table).where(table.c[field].in_(named)).order_by(_AS_KEPT)


@cache
def _adding(table: Table) -> Insert:
    return insert(table)


@cache
def _replacing(table: Table) -> Update:
    return update(table).where(table.c.id == bindparam("wanted_id"))


def _are(table: Table, names: Sequence[str], empty: Sequence[str]) -> list[ColumnElement[bool]]:
    return [*(table.c[name] == bindparam(name) for name in names), *(table.c[name].is_(None) for name in empty)]


def _asked(equal: Mapping[str, Any]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the fields that are to equal something, and those that are to be empty."""
    return tuple(name for name in equal if equal[name] is not None), tuple(
        name for name in equal if equal[name] is None
    )


def _cleaned(value: V) -> V:
    """Clean the plain strings of a value; its Texts are clean already."""
    said = {field.name: content for field in fields(value) if type(content := getattr(value, field.name)) is str}
    cleaned = {name: clean(content) for name, content in said.items()}
    changed = {name: content for name, content in cleaned.items() if content != said[name]}
    if isinstance(value, Draft | Release | ReturnedCopy):
        changed.pop("path", None)  # refused like any other, but kept as the disk has it, or it is not found again
    return replace(value, **changed) if changed else value
