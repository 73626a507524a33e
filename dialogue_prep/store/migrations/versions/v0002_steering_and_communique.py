"""Steering points, the draft communiqué, and notes on delegates."""

import sqlalchemy as sa
from alembic import op

from dialogue_prep.store.migrations.compact import make_table

revision = "0002"
down_revision = "0001"

TABLES = {
    "steering_point": "round_id>round kind position:integer words marking_id>marking?",
    "passage": (
        "round_id>round position:integer state words topic_id>topic? commitment_id>commitment? fall_back red_line"
    ),
    "option": "passage_id>passage side_id>side position:integer words",
}


def upgrade() -> None:
    """Make the new tables; nobody has written a note on a delegate yet."""
    for name, columns in TABLES.items():
        make_table(name, columns)
    op.add_column("delegate", sa.Column("note", sa.String(), nullable=False, server_default="{}"))
