"""Layouts of the payment file, numbers of employees, receipts, and who registered what.

Files and payments that exist keep what they were made with: the portal's own layout, and nobody's
name. Going back forgets layouts, numbers and receipts; the files stay.

Revision ID: 024
Revises: 023
"""

import sqlalchemy as sa
from alembic import op

revision = "024"
down_revision = "023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    with op.batch_alter_table("payment_file") as table:
        table.add_column(sa.Column("layout", sa.JSON(), nullable=True))
        table.add_column(sa.Column("employee_numbers", sa.JSON(), nullable=True))
    with op.batch_alter_table("payment") as table:
        table.add_column(sa.Column("registrars", sa.JSON(), nullable=True))
    _create_layouts()
    _create_numbers()
    _create_receipts()
    _create_lines()


def downgrade() -> None:
    """Go back."""
    for table in ("payment_receipt_line", "payment_receipt", "employee_number", "payroll_layout"):
        op.drop_table(table)
    with op.batch_alter_table("payment") as payment:
        payment.drop_column("registrars")
    with op.batch_alter_table("payment_file") as file:
        file.drop_column("employee_numbers")
        file.drop_column("layout")


def _create_layouts() -> None:
    table = "payroll_layout"
    op.create_table(
        table,
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("municipality_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("layout", sa.JSON(), nullable=False),
        sa.Column("chosen_by", sa.Uuid(), nullable=False),
        sa.Column("chosen_at", sa.DateTime(timezone=True), nullable=False),
        _check(table, "number", "number > 0"),
        _reference(table, "municipality_id", "municipality"),
        _reference(table, "chosen_by", "user"),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
        sa.UniqueConstraint(
            "municipality_id", "number", name=op.f(f"uq_{table}_municipality_id_number")
        ),
    )


def _create_numbers() -> None:
    table = "employee_number"
    op.create_table(
        table,
        sa.Column("participant_id", sa.Uuid(), nullable=False),
        sa.Column("municipality_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.String(length=20), nullable=False),
        sa.Column("registered_by", sa.Uuid(), nullable=False),
        sa.Column("registered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        _check(table, "number", "number <> ''"),
        _reference(table, "participant_id", "participant"),
        _reference(table, "municipality_id", "municipality"),
        _reference(table, "registered_by", "user"),
        sa.PrimaryKeyConstraint("participant_id", name=op.f(f"pk_{table}")),
        sa.UniqueConstraint(
            "municipality_id", "number", name=op.f(f"uq_{table}_municipality_id_number")
        ),
    )


def _create_receipts() -> None:
    table = "payment_receipt"
    op.create_table(
        table,
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("run_id", sa.Uuid(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("read_by", sa.Uuid(), nullable=False),
        sa.Column("read_at", sa.DateTime(timezone=True), nullable=False),
        _reference(table, "run_id", "payment_run"),
        _reference(table, "read_by", "user"),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
        sa.UniqueConstraint("run_id", "digest", name=op.f(f"uq_{table}_run_id_digest")),
    )


def _create_lines() -> None:
    table = "payment_receipt_line"
    op.create_table(
        table,
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("receipt_id", sa.Uuid(), nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=True),
        sa.Column("reference", sa.String(length=60), nullable=False),
        sa.Column("amount_ore", sa.BigInteger(), nullable=True),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("outcome", sa.String(length=40), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("settled_by", sa.Uuid(), nullable=True),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        _check(table, "settled_by_somebody", "(settled_at IS NULL) = (settled_by IS NULL)"),
        _check(table, "settled_with_note", "(settled_at IS NULL) = (note = '')"),
        _check(table, "unknown_is_nobody", "(outcome = 'unknown') = (participant_id IS NULL)"),
        _reference(table, "receipt_id", "payment_receipt"),
        _reference(table, "participant_id", "participant"),
        _reference(table, "settled_by", "user"),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
        sa.UniqueConstraint("receipt_id", "line", name=op.f(f"uq_{table}_receipt_id_line")),
    )
    op.create_index(op.f(f"ix_{table}_participant_id"), table, ["participant_id"])


def _check(table: str, name: str, condition: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(condition, name=op.f(f"ck_{table}_{name}"))


def _reference(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}")
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=name)
