"""Tables in a line of words, for migrations.

A column is text unless `:type` says otherwise; `>table` refers to one; `?` may be empty. Every table has an `id` that
the line does not name, and an index for each reference.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

TYPES = {
    "": sa.String,
    "integer": sa.Integer,
    "boolean": sa.Boolean,
    "date": sa.Date,
    "time": sa.Time,
    "blob": sa.LargeBinary,
}


def make_table(name: str, columns: str) -> None:
    """Make the table of a kind of value: "wording topic_id>topic? due:date?"."""
    parts = [_column(name, column) for column in columns.split()]
    op.create_table(name, *key(name, "id", sa.String()), *(part for pair in parts for part in pair))
    for column in columns.split():
        if ">" in column:
            index(name, column.split(">")[0])


def key(table: str, name: str, kind: sa.String | sa.Integer) -> tuple[sa.Column[object], sa.Constraint]:
    """Return the column that tells the rows of a table apart, and the constraint that it does."""
    return sa.Column(name, kind, nullable=False), sa.PrimaryKeyConstraint(name, name=f"pk_{table}")


def _column(table: str, written: str) -> list[sa.Column[object] | sa.Constraint]:
    rest, optional = (written[:-1], True) if written.endswith("?") else (written, False)
    rest, _, target = rest.partition(">")
    name, _, kind = rest.partition(":")
    parts: list[sa.Column[object] | sa.Constraint] = [sa.Column(name, TYPES[kind](), nullable=optional)]
    if target:
        parts.append(sa.ForeignKeyConstraint([name], [f"{target}.id"], name=f"fk_{table}_{name}"))
    return parts


def index(table: str, column: str) -> None:
    """Make the index that finds rows by what they have in a column."""
    op.create_index(f"ix_{table}_{column}", table, [column])
