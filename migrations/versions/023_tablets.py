"""Shared tablets, and the codes that participants type there.

Going back forgets both; what was said at tablets stays.

Revision ID: 023
Revises: 022
"""

import sqlalchemy as sa
from alembic import op

revision = "023"
down_revision = "022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    table = "reporting_tablet"
    op.create_table(
        table,
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("municipality_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("address_hash", sa.String(length=64), nullable=False),
        sa.Column("created_by", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revoked_by", sa.Uuid(), nullable=True),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        _reference(table, "municipality_id", "municipality"),
        _reference(table, "created_by", "user"),
        _reference(table, "revoked_by", "user"),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
        sa.UniqueConstraint("address_hash", name=op.f(f"uq_{table}_address_hash")),
    )
    op.create_index(op.f(f"ix_{table}_municipality_id"), table, ["municipality_id"])
    table = "reporting_code"
    op.create_table(
        table,
        sa.Column("participant_id", sa.Uuid(), nullable=False),
        sa.Column("municipality_id", sa.Uuid(), nullable=False),
        sa.Column("code_hash", sa.String(length=64), nullable=False),
        sa.Column("created_by", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        _reference(table, "participant_id", "participant"),
        _reference(table, "municipality_id", "municipality"),
        _reference(table, "created_by", "user"),
        sa.PrimaryKeyConstraint("participant_id", name=op.f(f"pk_{table}")),
        sa.UniqueConstraint(
            "municipality_id", "code_hash", name=op.f(f"uq_{table}_municipality_id_code_hash")
        ),
    )


def downgrade() -> None:
    """Go back."""
    op.drop_table("reporting_code")
    op.drop_table("reporting_tablet")


def _reference(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}")
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=name)
