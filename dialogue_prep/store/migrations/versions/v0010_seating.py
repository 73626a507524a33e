"""By which rules the two sides of a round are seated."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Add the rules to rounds; every table so far was laid by the same ones."""
    op.add_column("round", _text("seat_order", "right hand first"))
    op.add_column("round", _text("interpreter_seat", "at the left hand of the head"))
    op.add_column("round", sa.Column("seats_a_side", sa.Integer(), nullable=False, server_default="9"))
    op.add_column("round", _text("facing_door", "guests"))


def _text(name: str, usual: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(), nullable=False, server_default=usual)
