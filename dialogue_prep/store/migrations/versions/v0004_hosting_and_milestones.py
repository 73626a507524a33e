"""How a round is held and what it does to turns, meetings beside rounds, milestones and the plans they come from."""

import sqlalchemy as sa
from alembic import op

from dialogue_prep.store.migrations.compact import make_table

revision = "0004"
down_revision = "0003"

TABLES = {
    "special_meeting": (
        "dialogue_id>dialogue kind title reason reference host_id>side? form city "
        "start:date? end:date? time_zone status"
    ),
    "milestone": "round_id>round title offset:integer count fixed:date? owner done_on:date? waived",
    "milestone_plan": "name part",
    "planned_milestone": "plan_id>milestone_plan position:integer title offset:integer count owner",
}


def upgrade() -> None:
    """Make the new tables; every round so far was hosted in its turn, and no side has chosen its holidays."""
    for name, columns in TABLES.items():
        make_table(name, columns)
    op.add_column("side", _text("holiday_calendar", ""))
    op.add_column("round", _text("form", "hosted"))
    op.add_column("round", _text("turn", "in turn"))
    op.add_column("round", _text("reference", ""))


def _text(name: str, usual: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(), nullable=False, server_default=usual)
