"""First tables."""

import sqlalchemy as sa
from alembic import op

from dialogue_prep.store.migrations.compact import index, key, make_table

revision = "0001"
down_revision = None

TABLES = {
    "store_setting": "value",
    "marking": "rank:integer name shared:boolean internal:boolean ceiling:boolean",
    "dialogue": (
        "designation short_name purpose cadence host_rule participation subgroups guidance topics_open:boolean"
    ),
    "side": (
        "dialogue_id>dialogue position:integer name long_name adjective home:boolean hosts_first:boolean "
        "capital time_zone"
    ),
    "entity": "side_id>side position:integer precedence:integer name abbreviation participates:boolean",
    "post": "side_id>side title role entity_id>entity?",
    "person": "side_id>side name form_of_address",
    "tenure": "post_id>post person_id>person as_of:date? until:date? confirmed:boolean",
    "topic": "dialogue_id>dialogue number:integer title added_on:date?",
    "mechanism": "dialogue_id>dialogue number:integer name",
    "objective": "dialogue_id>dialogue number:integer wording",
    "instrument": "dialogue_id>dialogue title kind state?",
    "objective_instrument": "objective_id>objective instrument_id>instrument",
    "objective_topic": "objective_id>objective topic_id>topic",
    "source": "dialogue_id>dialogue kind title place dated:date? language sha256",
    "source_paragraph": "source_id>source number:integer words",
    "citation": "source_id>source subject subject_id role paragraph:integer start:integer end:integer",
    "alias": "subject subject_id name source_id>source?",
    "round": (
        "dialogue_id>dialogue ordinal:integer host_id>side city venue year:integer? start:date? end:date? "
        "time_zone status reason"
    ),
    "commitment": (
        "dialogue_id>dialogue round_id>round code wording action kind strength by_id>side? due:date? "
        "topic_id>topic? topic_confirmed:boolean mechanism_id>mechanism? objective_id>objective? "
        "source_id>source? paragraph:integer? start:integer end:integer reference"
    ),
    "commitment_lead": "commitment_id>commitment entity_id>entity",
    "commitment_instrument": "commitment_id>commitment instrument_id>instrument",
    "status_entry": "commitment_id>commitment voice state on:date evidence next_step",
    "agenda": "round_id>round version:integer state begins:time minutes_available:integer",
    "agenda_item": (
        "agenda_id>agenda position:integer kind title minutes:integer topic_id>topic? speaks_first_id>side? "
        "objective outcome parked:boolean"
    ),
    "agenda_item_lead": "agenda_item_id>agenda_item entity_id>entity",
    "agenda_item_commitment": "agenda_item_id>agenda_item commitment_id>commitment",
    "speaking_point": "agenda_item_id>agenda_item kind position:integer words about marking_id>marking?",
    "delegate": (
        "round_id>round side_id>side person_id>person role precedence:integer entity_id>entity? office "
        "stands_in_for_id>post?"
    ),
    "absence": "round_id>round entity_id>entity reason",
    "draft": (
        "round_id>round kind audience language version:integer profile marking path written_on:date "
        "content_hash file_hash snapshot:blob"
    ),
}


def upgrade() -> None:
    """Make the tables of the values, then those of the journal and of the search."""
    for name, columns in TABLES.items():
        make_table(name, columns)
    _make_journal()
    _make_search()


def _make_journal() -> None:
    op.create_table(
        "step",
        *key("step", "number", sa.Integer()),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("deed", sa.String(), nullable=False),
        sa.Column("target", sa.Integer()),
        sa.Column("undoable", sa.Boolean(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("visit", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["target"], ["step.number"], name="fk_step_target"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "journal",
        *key("journal", "number", sa.Integer()),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("value_id", sa.String(), nullable=False),
        sa.Column("before", sa.String()),
        sa.Column("after", sa.String()),
        sa.ForeignKeyConstraint(["step"], ["step.number"], name="fk_journal_step"),
        sqlite_autoincrement=True,
    )
    index("journal", "step")
    index("journal", "value_id")


def _make_search() -> None:
    op.create_table(
        "search",
        *key("search", "number", sa.Integer()),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("value_id", sa.String(), nullable=False),
        sa.Column("folded", sa.String(), nullable=False),
        sa.UniqueConstraint("value_id", name="uq_search_value_id"),
        sqlite_autoincrement=True,
    )
    if op.get_context().dialect.name == "sqlite":  # a server's own is in postgres_search.py
        op.execute(
            "CREATE VIRTUAL TABLE search_words "
            "USING fts5(folded, content='search', content_rowid='number', prefix='1 2 3')"
        )
