"""What comes back with edited papers; what the sides consult on between rounds; filters that were kept."""

import sqlalchemy as sa
from alembic import op

from dialogue_prep.store.migrations.compact import index, make_table

revision = "0007"
down_revision = "0006"

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
    "own_words": "round_id>round unit words base",
    "unit_look": "round_id>round unit language words_hash marks",
    "unit_note": "round_id>round unit language words author on:date? draft_id>draft?",
    "returned_copy": "draft_id>draft? round_id>round path file_hash author taken_on:date",
}


def upgrade() -> None:
    """Make the new tables; no meeting so far was one of a sub-group that is kept."""
    for name, columns in TABLES.items():
        make_table(name, columns)
    with op.batch_alter_table("special_meeting") as meeting:
        meeting.add_column(sa.Column("subgroup_id", sa.String(), nullable=True))
        meeting.create_foreign_key("fk_special_meeting_subgroup_id", "subgroup", ["subgroup_id"], ["id"])
    index("special_meeting", "subgroup_id")
