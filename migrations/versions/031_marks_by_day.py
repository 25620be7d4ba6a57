"""Find the marks of a participant by their day.

Revision ID: 031
Revises: 030
"""

from alembic import op

revision = "031"
down_revision = "030"
branch_labels = None
depends_on = None

TABLE = "attendance_mark"
OLD, NEW = f"ix_{TABLE}_participant_id", f"ix_{TABLE}_participant_id_day"


def upgrade() -> None:
    """Go forward."""
    op.create_index(NEW, TABLE, ["participant_id", "day"])
    op.drop_index(OLD, TABLE)


def downgrade() -> None:
    """Go back."""
    op.create_index(OLD, TABLE, ["participant_id"])
    op.drop_index(NEW, TABLE)
