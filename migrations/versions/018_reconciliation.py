"""Objections to marks, what was settled, and contacts about absence.

Going back forgets them.

Revision ID: 018
Revises: 017
"""

import sqlalchemy as sa
from alembic import op

revision = "018"
down_revision = "017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    table = "attendance_objection"
    op.create_table(
        table,
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("session_id", sa.Uuid(), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=False),
        sa.Column("mark_version", sa.Integer(), nullable=False),
        sa.Column("minutes_marked", sa.Integer(), nullable=False),
        sa.Column("minutes_said", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("language", sa.String(length=10), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_by", sa.Uuid(), nullable=False),
        _check(table, "says_less", "minutes_said >= 0 AND minutes_said < minutes_marked"),
        _check(table, "words", "words <> ''"),
        _reference(table, "session_id", "group_session"),
        _reference(table, "participant_id", "participant"),
        _reference(table, "made_by", "user"),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
        _unique(table, "session_id", "participant_id", "mark_version"),
    )
    op.create_index(op.f(f"ix_{table}_participant_id"), table, ["participant_id"])
    table = "attendance_settlement"
    op.create_table(
        table,
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("session_id", sa.Uuid(), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=False),
        sa.Column("mark_version", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("outcome", sa.String(length=40), nullable=False),
        sa.Column("minutes_absent", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("settled_by", sa.Uuid(), nullable=False),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=False),
        _check(table, "reason", "reason <> ''"),
        _reference(table, "session_id", "group_session"),
        _reference(table, "participant_id", "participant"),
        _reference(table, "settled_by", "user"),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
        _unique(table, "session_id", "participant_id", "mark_version", "kind"),
    )
    op.create_index(op.f(f"ix_{table}_participant_id"), table, ["participant_id"])
    table = "absence_contact"
    op.create_table(
        table,
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("way", sa.String(length=40), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("language", sa.String(length=10), nullable=False),
        sa.Column("month", sa.Date(), nullable=True),
        sa.Column("registered_by", sa.Uuid(), nullable=False),
        sa.Column("registered_at", sa.DateTime(timezone=True), nullable=False),
        _check(table, "words", "words <> ''"),
        _check(table, "warned_of_a_month", "(kind = 'warning') = (month IS NOT NULL)"),
        _reference(table, "participant_id", "participant"),
        _reference(table, "registered_by", "user"),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    )
    op.create_index(
        op.f(f"ix_{table}_participant_id_held_on"), table, ["participant_id", "held_on"]
    )


def downgrade() -> None:
    """Go back."""
    op.drop_table("absence_contact")
    op.drop_table("attendance_settlement")
    op.drop_table("attendance_objection")


def _check(table: str, name: str, condition: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(condition, name=op.f(f"ck_{table}_{name}"))


def _reference(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}")
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=name)


def _unique(table: str, *columns: str) -> sa.UniqueConstraint:
    return sa.UniqueConstraint(*columns, name=op.f(f"uq_{table}_{'_'.join(columns)}"))
