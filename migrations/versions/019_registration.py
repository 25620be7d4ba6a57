"""How a participant missed a part of a session, and corrections after the deadline.

Going back forgets both.

Revision ID: 019
Revises: 018
"""

import sqlalchemy as sa
from alembic import op

revision = "019"
down_revision = "018"
branch_labels = None
depends_on = None

_TOGETHER = "minutes_late + minutes_left_early <= minutes_absent"


def upgrade() -> None:
    """Go forward."""
    with op.batch_alter_table("attendance_mark") as table:
        for name in ("minutes_late", "minutes_left_early"):
            table.add_column(sa.Column(name, sa.Integer(), nullable=False, server_default="0"))
    with op.batch_alter_table("attendance_mark") as table:
        for name in ("minutes_late", "minutes_left_early"):
            table.alter_column(name, server_default=None)
        table.create_check_constraint(
            op.f("ck_attendance_mark_parts_within_absence"),
            f"minutes_late >= 0 AND minutes_left_early >= 0 AND {_TOGETHER}",
        )
    table_name = "mark_correction"
    op.create_table(
        table_name,
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("session_id", sa.Uuid(), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=False),
        sa.Column("minutes_before", sa.Integer(), nullable=True),
        sa.Column("minutes_after", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("corrected_by", sa.Uuid(), nullable=False),
        sa.Column("corrected_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("reason <> ''", name=op.f(f"ck_{table_name}_reason")),
        _reference(table_name, "session_id", "group_session"),
        _reference(table_name, "participant_id", "participant"),
        _reference(table_name, "corrected_by", "user"),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table_name}")),
    )
    op.create_index(op.f(f"ix_{table_name}_participant_id"), table_name, ["participant_id"])
    op.create_index(
        op.f(f"ix_{table_name}_session_id_participant_id"),
        table_name,
        ["session_id", "participant_id"],
    )


def downgrade() -> None:
    """Go back."""
    op.drop_table("mark_correction")
    with op.batch_alter_table("attendance_mark") as table:
        table.drop_constraint(op.f("ck_attendance_mark_parts_within_absence"), type_="check")
        table.drop_column("minutes_left_early")
        table.drop_column("minutes_late")


def _reference(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}")
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=name)
