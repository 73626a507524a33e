"""What copies of a store know of each other: who this one is, who the others are, what is known of each record."""

from dialogue_prep.store.migrations.compact import make_table

revision = "0009"
down_revision = "0008"

TABLES = {
    "own_copy": "secret:blob seen journal_read:integer",
    "known_copy": "name public_key:blob entity_id? ceiling_id? holds",
    "strand": "known",
}


def upgrade() -> None:
    """Make the tables; a store becomes one of several copies with its first bundle."""
    for name, columns in TABLES.items():
        make_table(name, columns)
