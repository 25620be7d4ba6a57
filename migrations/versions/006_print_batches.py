"""Sheets that are printed together.

Going back forgets which sheets were printed together; the sheets themselves stay.

Revision ID: 006
Revises: 005
"""

import sqlalchemy as sa
from alembic import op

revision = "006"
down_revision = "005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    op.create_table(
        "print_batch",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("municipality_id", sa.Uuid(), nullable=False),
        sa.Column("selection", sa.String(length=40), nullable=False),
        sa.Column("group_id", sa.Uuid(), nullable=True),
        sa.Column("created_by", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("cancelled_by", sa.Uuid(), nullable=True),
        sa.Column("cancelled_at", sa.DateTime(timezone=True), nullable=True),
        _reference("print_batch", "municipality_id", "municipality"),
        _reference("print_batch", "group_id", "group"),
        _reference("print_batch", "created_by", "user"),
        _reference("print_batch", "cancelled_by", "user"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_print_batch")),
    )
    op.create_index(
        op.f("ix_print_batch_municipality_id_created_at"),
        "print_batch",
        ["municipality_id", "created_at"],
    )
    op.create_table(
        "print_batch_item",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("batch_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=False),
        sa.Column("group_id", sa.Uuid(), nullable=True),
        sa.Column("language", sa.String(length=10), nullable=False),
        sa.Column("wish", sa.String(length=40), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("refusal", sa.String(length=40), nullable=True),
        sa.Column("document_id", sa.Uuid(), nullable=True),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        _reference("print_batch_item", "batch_id", "print_batch"),
        _reference("print_batch_item", "participant_id", "participant"),
        _reference("print_batch_item", "group_id", "group"),
        _reference("print_batch_item", "document_id", "issued_document"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_print_batch_item")),
        sa.UniqueConstraint(
            "batch_id", "participant_id", name=op.f("uq_print_batch_item_batch_id_participant_id")
        ),
        sa.UniqueConstraint(
            "batch_id", "position", name=op.f("uq_print_batch_item_batch_id_position")
        ),
    )
    for column in ("participant_id", "document_id"):
        op.create_index(op.f(f"ix_print_batch_item_{column}"), "print_batch_item", [column])


def downgrade() -> None:
    """Go back."""
    op.drop_table("print_batch_item")
    op.drop_table("print_batch")


def _reference(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=op.f(f"fk_{table}_{column}"))
