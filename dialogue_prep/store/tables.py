"""The tables, derived from the values: a value and its record have the same fields, by construction.

A field typed with an identifier of another kind (`topic_id: TopicId`) becomes a foreign key to the table of that kind.
There are two forms. Queries need the names and types of columns alone: that is `TABLES`. Keys and indexes are what the
migrations make, and only `schema` declares them: it takes ten times as long, which the start of the window would show.
"""

from __future__ import annotations

import json
from datetime import date, datetime, time
from enum import StrEnum
from functools import cache
from typing import Any, NewType

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    TableClause,
    Time,
    TypeDecorator,
    UniqueConstraint,
    column,
    table,
)
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeEngine

from dialogue_prep.domain.identity import Identified
from dialogue_prep.domain.text import NOTHING, Text, Wording, WordingState
from dialogue_prep.store.fields import hints_of
from dialogue_prep.store.kinds import KINDS, name_of, references

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


_NO_WORDINGS = "{}"
# Of thousands of texts these take half of the time that `json.loads` and asking the enumeration would.
_READ_JSON = json.JSONDecoder().raw_decode
_STATES = {state.value: state for state in WordingState}


class WordingsColumn(TypeDecorator[Text]):
    """A Text as JSON: {language: [state, words]}."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: Text | None, dialect: Dialect) -> str | None:
        if value is None:
            return None
        return json.dumps({w.language: [w.state.value, w.words] for w in value}, ensure_ascii=False, sort_keys=True)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Text | None:
        if value is None:
            return None
        if value == _NO_WORDINGS:  # most texts of most values are empty
            return NOTHING
        found, end = _READ_JSON(value)
        if end != len(value):
            raise ValueError("there is more than one text")
        return Text(tuple(Wording(language, words, _STATES[state]) for language, (state, words) in found.items()))


class ChoiceColumn(TypeDecorator[StrEnum]):
    """A member of an enumeration by its value."""

    impl = String
    cache_ok = True

    def __init__(self, choices: type[StrEnum]) -> None:
        super().__init__()
        self.choices = choices

    def process_bind_param(self, value: StrEnum | None, dialect: Dialect) -> str | None:
        return None if value is None else value.value

    def process_result_value(self, value: str | None, dialect: Dialect) -> StrEnum | None:
        return None if value is None else self.choices(value)


class MomentColumn(TypeDecorator[datetime]):
    """A moment in UTC as ISO 8601 text, so that every database orders and shows it alike."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        return None if value is None else value.isoformat(timespec="milliseconds")

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:
        return None if value is None else datetime.fromisoformat(value)


# One of each for all columns: what a type has to do for a database is worked out once for each of these.
_PLAIN: dict[Any, TypeEngine[Any]] = {
    str: String(),
    int: Integer(),
    bool: Boolean(),
    date: Date(),
    time: Time(),
    bytes: LargeBinary(),
    Text: WordingsColumn(),
}


def _queried(kind: type[Identified]) -> TableClause:
    return table(name_of(kind), *(column(name, _type_of(hint.holds)) for name, hint in hints_of(kind).items()))


def _type_of(holds: Any) -> TypeEngine[Any]:
    if isinstance(holds, NewType):
        return _PLAIN[str]
    if isinstance(holds, type) and issubclass(holds, StrEnum):
        return _choice_of(holds)
    return _PLAIN[holds]


@cache
def _choice_of(choices: type[StrEnum]) -> ChoiceColumn:
    return ChoiceColumn(choices)


TABLES: dict[type[Identified], TableClause] = {kind: _queried(kind) for kind in KINDS}

STEP = Table(
    "step",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("label", String, nullable=False),
    Column("deed", String, nullable=False),
    Column("target", Integer, ForeignKey("step.number")),
    Column("undoable", Boolean, nullable=False),
    Column("at", MomentColumn, nullable=False),
    Column("who", String, nullable=False),
    Column("visit", String, nullable=False),
    sqlite_autoincrement=True,
)

JOURNAL = Table(
    "journal",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("step", Integer, ForeignKey("step.number"), nullable=False),
    Column("kind", String, nullable=False),
    Column("value_id", String, nullable=False),
    Column("before", String),
    Column("after", String),
    sqlite_autoincrement=True,
)

SEARCH = Table(
    "search",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("kind", String, nullable=False),
    Column("value_id", String, nullable=False),
    Column("folded", String, nullable=False),
    UniqueConstraint("value_id"),
    sqlite_autoincrement=True,
)

# What copies of a store know of each other; none of it is a record, and none of it travels as it stands here.
OWN_COPY = Table(
    "own_copy",
    METADATA,
    Column("id", String, primary_key=True),
    Column("secret", LargeBinary, nullable=False),
    Column("seen", String, nullable=False),
    Column("journal_read", Integer, nullable=False),
)

KNOWN_COPY = Table(
    "known_copy",
    METADATA,
    Column("id", String, primary_key=True),
    Column("name", String, nullable=False),
    Column("public_key", LargeBinary, nullable=False),
    Column("entity_id", String),
    Column("ceiling_id", String),
    Column("holds", String, nullable=False),
)

STRAND = Table(
    "strand",
    METADATA,
    Column("id", String, primary_key=True),
    Column("known", String, nullable=False),
)


def schema() -> MetaData:
    """Return all tables with their keys and indexes, to be compared with what the migrations make."""
    for kind, queried in TABLES.items():
        if queried.name not in METADATA.tables:
            _declare(kind, queried)
    if not JOURNAL.indexes:
        Index(None, JOURNAL.c.step)
        Index(None, JOURNAL.c.value_id)
    return METADATA


def _declare(kind: type[Identified], queried: TableClause) -> None:
    named = references()[kind]
    whole = Table(queried.name, METADATA)
    for name, hint in hints_of(kind).items():
        key = [ForeignKey(f"{name_of(named[name])}.id")] if name in named else []
        whole.append_column(Column(name, queried.c[name].type, *key, primary_key=name == "id", nullable=hint.optional))
        if key:
            Index(None, whole.c[name])
