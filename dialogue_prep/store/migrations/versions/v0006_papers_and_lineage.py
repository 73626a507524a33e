"""Templates, clearances and releases of papers; how commitments, wordings and instruments move from round to round."""

import sqlalchemy as sa
from alembic import op

from dialogue_prep.store.migrations.compact import index, make_table

revision = "0006"
down_revision = "0005"

TABLES = {
    "wording_grade": "position:integer name phrases",
    "template": "name use content:blob kind? audience language",
    "instrument_entry": (
        "instrument_id>instrument state on:date? source_id>source? paragraph:integer? start:integer end:integer "
        "evidence"
    ),
    "commitment_link": "commitment_id>commitment earlier_id>commitment kind reason",
    "clearance": "round_id>round kind audience consulted approved approved_on:date?",
    "release": "draft_id>draft? path file_hash released_hash on:date by findings",
}


def upgrade() -> None:
    """Make the new tables; every draft so far was in one language, ours, of the program's own look and no addendum."""
    for name, columns in TABLES.items():
        make_table(name, columns)
    with op.batch_alter_table("draft") as draft:
        draft.add_column(sa.Column("second_language", sa.String(), nullable=False, server_default=""))
        draft.add_column(sa.Column("copy_for", sa.String(), nullable=True))
        draft.add_column(sa.Column("template_id", sa.String(), nullable=True))
        draft.add_column(sa.Column("addendum", sa.Integer(), nullable=False, server_default="0"))
        draft.create_foreign_key("fk_draft_copy_for", "side", ["copy_for"], ["id"])
        draft.create_foreign_key("fk_draft_template_id", "template", ["template_id"], ["id"])
    index("draft", "copy_for")
    index("draft", "template_id")
