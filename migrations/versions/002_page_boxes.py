"""Issued documents say how many pages they have and where to sign.

Revision ID: 002
Revises: 001
"""

import sqlalchemy as sa
from alembic import op

revision = "002"
down_revision = "001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    with op.batch_alter_table("issued_document") as table:
        table.add_column(sa.Column("page_count", sa.Integer(), nullable=True))
        table.add_column(sa.Column("boxes", sa.JSON(), nullable=True))


def downgrade() -> None:
    """Go back."""
    with op.batch_alter_table("issued_document") as table:
        table.drop_column("boxes")
        table.drop_column("page_count")
