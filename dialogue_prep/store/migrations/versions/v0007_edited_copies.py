"""What comes back with edited papers: words in place of composed ones, their look, notes, and the copies themselves."""

from dialogue_prep.store.migrations.compact import make_table

revision = "0007"
down_revision = "0006"

TABLES = {
    "own_words": "round_id>round unit words base",
    "unit_look": "round_id>round unit language words_hash marks",
    "unit_note": "round_id>round unit language words author on:date? draft_id>draft?",
    "returned_copy": "draft_id>draft? round_id>round path file_hash author taken_on:date",
}


def upgrade() -> None:
    """Make the tables; no edited copy has come back yet."""
    for name, columns in TABLES.items():
        make_table(name, columns)
