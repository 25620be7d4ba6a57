"""Applications for leave, what is decided about them, and the absence that follows.

Going back forgets the applications; letters and absences stay.

Revision ID: 021
Revises: 020
"""

import sqlalchemy as sa
from alembic import op

revision = "021"
down_revision = "020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    _create_application()
    _create_closing()
    _create_decided()
    _create_granted()


def downgrade() -> None:
    """Go back."""
    for table in ("granted_leave", "decided_leave", "leave_closing", "leave_application"):
        op.drop_table(table)


def _create_application() -> None:
    table = "leave_application"
    op.create_table(
        table,
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("municipality_id", sa.Uuid(), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=False),
        sa.Column("way", sa.String(length=40), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("statement_id", sa.Uuid(), nullable=True),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.Column("reason", sa.String(length=40), nullable=False),
        sa.Column("welfare_ground", sa.String(length=40), nullable=True),
        sa.Column("child_id", sa.Uuid(), nullable=True),
        sa.Column("has_medical_certificate", sa.Boolean(), nullable=False),
        sa.Column("language", sa.String(length=10), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("registered_by", sa.Uuid(), nullable=False),
        sa.Column("registered_at", sa.DateTime(timezone=True), nullable=False),
        _check(table, "order", "first_day <= last_day"),
        _check(table, "minutes", "minutes IS NULL OR minutes > 0"),
        _reference(table, "municipality_id", "municipality"),
        _reference(table, "participant_id", "participant"),
        _reference(table, "statement_id", "absence_statement"),
        _reference(table, "child_id", "child"),
        _reference(table, "registered_by", "user"),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
        sa.UniqueConstraint("statement_id", name=op.f(f"uq_{table}_statement_id")),
    )
    op.create_index(
        op.f(f"ix_{table}_municipality_id_participant_id"),
        table,
        ["municipality_id", "participant_id"],
    )


def _create_closing() -> None:
    table = "leave_closing"
    op.create_table(
        table,
        sa.Column("application_id", sa.Uuid(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("closed_by", sa.Uuid(), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=False),
        _check(table, "reason", "reason <> ''"),
        _reference(table, "application_id", "leave_application"),
        _reference(table, "closed_by", "user"),
        sa.PrimaryKeyConstraint("application_id", name=op.f(f"pk_{table}")),
    )


def _create_decided() -> None:
    table = "decided_leave"
    op.create_table(
        table,
        sa.Column("decision_id", sa.Uuid(), nullable=False),
        sa.Column("application_id", sa.Uuid(), nullable=False),
        sa.Column("outcome", sa.String(length=40), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=True),
        sa.Column("last_day", sa.Date(), nullable=True),
        _check(table, "first_day", "(outcome = 'refused') = (first_day IS NULL)"),
        _check(table, "last_day", "(outcome = 'refused') = (last_day IS NULL)"),
        _check(table, "order", "first_day <= last_day"),
        sa.ForeignKeyConstraint(
            ["decision_id"],
            ["administrative_decision.id"],
            name=op.f(f"fk_{table}_decision_id"),
            ondelete="CASCADE",
        ),
        _reference(table, "application_id", "leave_application"),
        sa.PrimaryKeyConstraint("decision_id", name=op.f(f"pk_{table}")),
        sa.UniqueConstraint("application_id", name=op.f(f"uq_{table}_application_id")),
    )


def _create_granted() -> None:
    table = "granted_leave"
    op.create_table(
        table,
        sa.Column("decision_id", sa.Uuid(), nullable=False),
        sa.Column("absence_id", sa.Uuid(), nullable=False),
        _reference(table, "decision_id", "administrative_decision"),
        _reference(table, "absence_id", "absence"),
        sa.PrimaryKeyConstraint("decision_id", name=op.f(f"pk_{table}")),
        sa.UniqueConstraint("absence_id", name=op.f(f"uq_{table}_absence_id")),
    )


def _check(table: str, name: str, condition: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(condition, name=op.f(f"ck_{table}_{name}"))


def _reference(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}")
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=name)
