"""Participation certificates.

Revision ID: 027
Revises: 026
"""

import sqlalchemy as sa
from alembic import op

revision = "027"
down_revision = "026"
branch_labels = None
depends_on = None

TABLE = "participation_certificate"


def upgrade() -> None:
    """Go forward."""
    op.create_table(
        TABLE,
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("municipality_id", sa.Uuid(), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("ending", sa.String(length=40), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("replaces_because", sa.Text(), nullable=False),
        sa.Column("document_id", sa.Uuid(), nullable=False),
        sa.Column("issued_by", sa.Uuid(), nullable=False),
        sa.Column("issued_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("first_day <= last_day", name=op.f(f"ck_{TABLE}_order")),
        sa.CheckConstraint(
            "number = 1 OR replaces_because <> ''", name=op.f(f"ck_{TABLE}_replaces_because")
        ),
        _reference("municipality_id", "municipality"),
        _reference("participant_id", "participant"),
        _reference("document_id", "issued_document"),
        _reference("issued_by", "user"),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{TABLE}")),
        sa.UniqueConstraint(
            "participant_id", "number", name=op.f(f"uq_{TABLE}_participant_id_number")
        ),
        sa.UniqueConstraint("document_id", name=op.f(f"uq_{TABLE}_document_id")),
    )
    op.create_index(op.f(f"ix_{TABLE}_municipality_id"), TABLE, ["municipality_id"])


def downgrade() -> None:
    """Go back."""
    op.drop_table(TABLE)


def _reference(column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=op.f(f"fk_{TABLE}_{column}"))
