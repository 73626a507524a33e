"""What the sides consult on between rounds; filters that are kept; when and why a passage came to its state."""

import sqlalchemy as sa
from alembic import op

from dialogue_prep.store.migrations.compact import index, make_table

revision = "0008"
down_revision = "0007"

TABLES = {
    "saved_filter": "name list_name criteria",
    "topic_proposal": (
        "dialogue_id>dialogue title proposed_by>side state our_consent:date? their_consent:date? state_on:date? reason "
        "topic_id>topic?"
    ),
    "subgroup": "dialogue_id>dialogue name purpose topic_id>topic? set_up_on:date? ended_on:date?",
    "guidance_request": (
        "dialogue_id>dialogue mechanism_id>mechanism question state raised_on:date? state_on:date? reason answer "
        "round_id>round?"
    ),
}


def upgrade() -> None:
    """Make the tables; no meeting so far was one of a sub-group, and nobody said why a passage stands as it does."""
    for name, columns in TABLES.items():
        make_table(name, columns)
    with op.batch_alter_table("special_meeting") as meeting:
        meeting.add_column(sa.Column("subgroup_id", sa.String(), nullable=True))
        meeting.create_foreign_key("fk_special_meeting_subgroup_id", "subgroup", ["subgroup_id"], ["id"])
    index("special_meeting", "subgroup_id")
    with op.batch_alter_table("passage") as passage:
        passage.add_column(sa.Column("state_on", sa.Date(), nullable=True))
        passage.add_column(sa.Column("reason", sa.String(), nullable=False, server_default="{}"))
