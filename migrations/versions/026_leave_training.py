"""Offers of training during parental leave.

Revision ID: 026
Revises: 025
"""

import sqlalchemy as sa
from alembic import op

revision = "026"
down_revision = "025"
branch_labels = None
depends_on = None

TABLE = "leave_training_offer"


def upgrade() -> None:
    """Go forward."""
    op.create_table(
        TABLE,
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("municipality_id", sa.Uuid(), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=False),
        sa.Column("offered_on", sa.Date(), nullable=False),
        sa.Column("offer", sa.String(length=40), nullable=False),
        sa.Column("follow_up", sa.Text(), nullable=False),
        sa.Column("answer", sa.String(length=40), nullable=False),
        sa.Column("registered_by", sa.Uuid(), nullable=False),
        sa.Column("registered_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("follow_up <> ''", name=op.f(f"ck_{TABLE}_follow_up")),
        _reference("municipality_id", "municipality"),
        _reference("participant_id", "participant"),
        _reference("registered_by", "user"),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{TABLE}")),
    )
    op.create_index(
        op.f(f"ix_{TABLE}_participant_id_offered_on"), TABLE, ["participant_id", "offered_on"]
    )
    op.create_index(op.f(f"ix_{TABLE}_municipality_id"), TABLE, ["municipality_id"])


def downgrade() -> None:
    """Go back."""
    op.drop_table(TABLE)


def _reference(column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=op.f(f"fk_{TABLE}_{column}"))
