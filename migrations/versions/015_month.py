"""Months that are computed in parts, corrections of earlier months, deductions and holds.

Going back forgets every correction, deduction and hold, and months that were being computed.

Revision ID: 015
Revises: 014
"""

import sqlalchemy as sa
from alembic import op

revision = "015"
down_revision = "014"
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
    _create_deductions()
    _create_holds()


def downgrade() -> None:
    """Go back."""
    op.drop_table("reduction_hold")
    op.drop_table("benefit_deduction")
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
        _check(table, "another_month", "run_id <> of_run_id"),
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


def _create_deductions() -> None:
    table = "benefit_deduction"
    op.create_table(
        table,
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=True),
        sa.Column("amount_ore", sa.Integer(), nullable=False),
        sa.Column("total_ore", sa.Integer(), nullable=True),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.Column("is_earned_before_programme", sa.Boolean(), nullable=True),
        sa.Column("of_run_id", sa.Uuid(), nullable=True),
        sa.Column("documentation", sa.Text(), nullable=False),
        sa.Column("registered_by", sa.Uuid(), nullable=False),
        sa.Column("registered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("withdrawn_by", sa.Uuid(), nullable=True),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        _check(table, "days_in_order", "last_day IS NULL OR last_day >= first_day"),
        _check(table, "amount_positive", "amount_ore > 0"),
        _check(table, "documented", "documentation <> ''"),
        _check(
            table,
            "overpaid_month",
            "(kind IN ('recovery', 'waiver')) = (of_run_id IS NOT NULL)",
        ),
        _check(table, "withdrawn_by_somebody", "(withdrawn_at IS NULL) = (withdrawn_by IS NULL)"),
        _reference(table, "participant_id", "participant"),
        _reference(table, "of_run_id", "payment_run"),
        _reference(table, "registered_by", "user"),
        _reference(table, "withdrawn_by", "user"),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    )
    op.create_index(
        op.f(f"ix_{table}_participant_id_first_day"), table, ["participant_id", "first_day"]
    )
    op.create_index(op.f(f"ix_{table}_of_run_id"), table, ["of_run_id"])


def _create_holds() -> None:
    table = "reduction_hold"
    op.create_table(
        table,
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("placed_by", sa.Uuid(), nullable=False),
        sa.Column("placed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("released_by", sa.Uuid(), nullable=True),
        sa.Column("released_at", sa.DateTime(timezone=True), nullable=True),
        _check(table, "days_in_order", "last_day >= first_day"),
        _check(table, "reason", "reason <> ''"),
        _check(table, "released_by_somebody", "(released_at IS NULL) = (released_by IS NULL)"),
        _reference(table, "participant_id", "participant"),
        _reference(table, "placed_by", "user"),
        _reference(table, "released_by", "user"),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    )
    op.create_index(
        op.f(f"ix_{table}_participant_id_first_day"), table, ["participant_id", "first_day"]
    )


def _check(table: str, name: str, condition: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(condition, name=op.f(f"ck_{table}_{name}"))


def _reference(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}")
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=name)
