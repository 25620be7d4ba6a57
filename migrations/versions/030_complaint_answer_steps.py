"""When the answer to a complaint was sent, and when it arrived.

Revision ID: 030
Revises: 029
"""

import sqlalchemy as sa
from alembic import op

revision = "030"
down_revision = "029"
branch_labels = None
depends_on = None

TABLE = "complaint_answer_step"


def upgrade() -> None:
    """Go forward."""
    op.create_table(
        TABLE,
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("complaint_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("move", sa.String(length=40), nullable=False),
        sa.Column("way", sa.String(length=40), nullable=True),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("registered_by", sa.Uuid(), nullable=False),
        sa.Column("registered_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "move <> 'sent' OR way IS NOT NULL", name=op.f(f"ck_{TABLE}_sent_somehow")
        ),
        sa.ForeignKeyConstraint(
            ["complaint_id"],
            ["complaint_answer.complaint_id"],
            name=op.f(f"fk_{TABLE}_complaint_id"),
        ),
        sa.ForeignKeyConstraint(
            ["registered_by"], ["user.id"], name=op.f(f"fk_{TABLE}_registered_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{TABLE}")),
        sa.UniqueConstraint("complaint_id", "number", name=op.f(f"uq_{TABLE}_complaint_id_number")),
    )


def downgrade() -> None:
    """Go back."""
    op.drop_table(TABLE)
