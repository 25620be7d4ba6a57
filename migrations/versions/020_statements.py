"""What participants say of their own absence, and what became of it.

Going back forgets both; absences that were registered from it stay.

Revision ID: 020
Revises: 019
"""

import sqlalchemy as sa
from alembic import op

revision = "020"
down_revision = "019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    table = "absence_statement"
    op.create_table(
        table,
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("child_id", sa.Uuid(), nullable=True),
        sa.Column("ground", sa.String(length=40), nullable=True),
        sa.Column("language", sa.String(length=10), nullable=False),
        sa.Column("shown", sa.Text(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_by", sa.Uuid(), nullable=True),
        _check(table, "days_in_order", "last_day >= first_day"),
        _check(table, "which_child", "(kind = 'child_illness') = (child_id IS NOT NULL)"),
        _check(table, "why_away", "(kind = 'away') = (ground IS NOT NULL)"),
        _reference(table, "participant_id", "participant"),
        _reference(table, "child_id", "child"),
        _reference(table, "made_by", "user"),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    )
    op.create_index(
        op.f(f"ix_{table}_participant_id_first_day"), table, ["participant_id", "first_day"]
    )
    table = "absence_statement_answer"
    op.create_table(
        table,
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("statement_id", sa.Uuid(), nullable=False),
        sa.Column("answer", sa.String(length=40), nullable=False),
        sa.Column("absence_id", sa.Uuid(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("answered_by", sa.Uuid(), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=False),
        _check(
            table,
            "absence",
            "answer = 'decided' OR (answer IN ('rejected', 'withdrawn')) = (absence_id IS NULL)",
        ),
        _check(table, "reason", "answer <> 'rejected' OR reason <> ''"),
        _reference(table, "statement_id", "absence_statement"),
        _reference(table, "absence_id", "absence"),
        _reference(table, "answered_by", "user"),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
        sa.UniqueConstraint("statement_id", name=op.f(f"uq_{table}_statement_id")),
    )
    op.create_index(op.f(f"ix_{table}_absence_id"), table, ["absence_id"])


def downgrade() -> None:
    """Go back."""
    op.drop_table("absence_statement_answer")
    op.drop_table("absence_statement")


def _check(table: str, name: str, condition: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(condition, name=op.f(f"ck_{table}_{name}"))


def _reference(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}")
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=name)
