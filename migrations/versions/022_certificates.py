"""Doctors' certificates that participants send as pictures, and what became of them.

Going back forgets both; absences that were registered from them stay.

Revision ID: 022
Revises: 021
"""

import sqlalchemy as sa
from alembic import op

revision = "022"
down_revision = "021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    table = "absence_certificate"
    op.create_table(
        table,
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("language", sa.String(length=10), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sent_by", sa.Uuid(), nullable=False),
        _check(table, "days_in_order", "last_day >= first_day"),
        _reference(table, "participant_id", "participant"),
        _reference(table, "sent_by", "user"),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    )
    op.create_index(
        op.f(f"ix_{table}_participant_id_first_day"), table, ["participant_id", "first_day"]
    )
    table = "absence_certificate_page"
    op.create_table(
        table,
        sa.Column("certificate_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("picture", sa.LargeBinary(), nullable=False),
        _reference(table, "certificate_id", "absence_certificate"),
        sa.PrimaryKeyConstraint("certificate_id", "number", name=op.f(f"pk_{table}")),
    )
    table = "absence_certificate_answer"
    op.create_table(
        table,
        sa.Column("certificate_id", sa.Uuid(), nullable=False),
        sa.Column("outcome", sa.String(length=40), nullable=False),
        sa.Column("absence_id", sa.Uuid(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("answered_by", sa.Uuid(), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=False),
        _check(table, "absence", "(outcome = 'accepted') = (absence_id IS NOT NULL)"),
        _check(table, "reason", "outcome <> 'rejected' OR reason <> ''"),
        _reference(table, "certificate_id", "absence_certificate"),
        _reference(table, "absence_id", "absence"),
        _reference(table, "answered_by", "user"),
        sa.PrimaryKeyConstraint("certificate_id", name=op.f(f"pk_{table}")),
    )
    op.create_index(op.f(f"ix_{table}_absence_id"), table, ["absence_id"])


def downgrade() -> None:
    """Go back."""
    for table in ("absence_certificate_answer", "absence_certificate_page", "absence_certificate"):
        op.drop_table(table)


def _check(table: str, name: str, condition: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(condition, name=op.f(f"ck_{table}_{name}"))


def _reference(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}")
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=name)
