"""Months that are computed in parts, and corrections of earlier months.

Going back forgets every correction; a month that was being computed when it goes back is gone.

Revision ID: 020
Revises: 013
"""

import sqlalchemy as sa
from alembic import op

revision = "020"
down_revision = "013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    with op.batch_alter_table("payment") as table:
        # Nothing has this stamp: such payments are computed again once, and compared.
        table.add_column(
            sa.Column("stamp", sa.String(length=32), nullable=False, server_default="")
        )
    with op.batch_alter_table("payment") as table:
        table.alter_column("stamp", server_default=None)
    _create_parts()
    _create_corrections()


def downgrade() -> None:
    """Go back."""
    op.drop_table("payment_correction")
    op.drop_table("payment_run_part")
    op.execute(
        "DELETE FROM payment WHERE run_id IN"
        " (SELECT id FROM payment_run WHERE status IN ('preparing', 'failed'))"
    )
    op.execute("DELETE FROM payment_run WHERE status IN ('preparing', 'failed')")
    with op.batch_alter_table("payment") as table:
        table.drop_column("stamp")


def _create_parts() -> None:
    table = "payment_run_part"
    op.create_table(
        table,
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("run_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("participant_ids", sa.JSON(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("is_done", sa.Boolean(), nullable=False),
        _reference(table, "run_id", "payment_run"),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
        sa.UniqueConstraint("run_id", "number", name=op.f(f"uq_{table}_run_id_number")),
    )


def _create_corrections() -> None:
    table = "payment_correction"
    op.create_table(
        table,
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("run_id", sa.Uuid(), nullable=False),
        sa.Column("of_run_id", sa.Uuid(), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.Column("issued_ore", sa.Integer(), nullable=False),
        sa.Column("due_ore", sa.Integer(), nullable=False),
        sa.Column("is_open", sa.Boolean(), nullable=False),
        sa.Column("assessment", sa.JSON(), nullable=True),
        sa.Column("stamp", sa.String(length=32), nullable=False),
        sa.CheckConstraint("run_id <> of_run_id", name=op.f(f"ck_{table}_another_month")),
        _reference(table, "run_id", "payment_run"),
        _reference(table, "of_run_id", "payment_run"),
        _reference(table, "participant_id", "participant"),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
        sa.UniqueConstraint(
            "run_id",
            "of_run_id",
            "participant_id",
            name=op.f(f"uq_{table}_run_id_of_run_id_participant_id"),
        ),
        sa.UniqueConstraint(
            "of_run_id",
            "participant_id",
            "number",
            name=op.f(f"uq_{table}_of_run_id_participant_id_number"),
        ),
    )
    op.create_index(op.f(f"ix_{table}_participant_id"), table, ["participant_id"])


def _reference(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}")
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=name)
