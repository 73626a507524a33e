"""Biographies."""

from dialogue_prep.store.migrations.compact import make_table

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Make the table; nothing is known of anybody yet."""
    make_table("biography", "person_id>person career languages last_met courtesy")
