"""The last day that the plan gives, while a programme is stopped for good before it.

Revision ID: 029
Revises: 028
"""

import sqlalchemy as sa
from alembic import op

revision = "029"
down_revision = "028"
branch_labels = None
depends_on = None

_STOPPED = """
UPDATE programme SET planned_end = (
    SELECT max(restriction.programme_ended_on) FROM restriction
    WHERE restriction.participant_id = programme.participant_id
    AND restriction.kind = 'termination' AND restriction.lifted_from IS NULL
)
"""


def upgrade() -> None:
    """Go forward."""
    with op.batch_alter_table("programme") as batch:
        batch.add_column(sa.Column("planned_end", sa.Date(), nullable=True))
    op.execute(_STOPPED)


def downgrade() -> None:
    """Go back."""
    with op.batch_alter_table("programme") as batch:
        batch.drop_column("planned_end")
