"""The day since which the status of a round holds."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add the day; of no round has anybody said it yet."""
    op.add_column("round", sa.Column("status_on", sa.Date(), nullable=True))
