"""Notices of other things than money, what they consider, and what decisions lay down.

Going back forgets restrictions and what they rest on; letters stay, and so do notices of payments.

Revision ID: 025
Revises: 024
"""

import sqlalchemy as sa
from alembic import op

revision = "025"
down_revision = "024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    with op.batch_alter_table("reduction_notice") as batch:
        batch.alter_column("last_day", existing_type=sa.Date(), nullable=True)
        batch.alter_column("reduction", existing_type=sa.JSON(), nullable=True)
        batch.create_check_constraint(
            op.f("ck_reduction_notice_whole_payment"), "reduction IS NULL OR last_day IS NOT NULL"
        )
    _create_restriction()
    _create_review()
    _create_intervention()
    _create_decided()
    _create_imposed()


def downgrade() -> None:
    """Go back."""
    for table in (
        "imposed_restriction",
        "decided_intervention",
        "intervention",
        "restriction_review",
        "restriction",
    ):
        op.drop_table(table)
    for table in ("step", "reply", "closing"):
        op.execute(
            f"DELETE FROM reduction_notice_{table} WHERE notice_id IN"  # noqa: S608 (own names)
            " (SELECT id FROM reduction_notice WHERE reduction IS NULL)"
        )
    op.execute("DELETE FROM reduction_notice WHERE reduction IS NULL")
    with op.batch_alter_table("reduction_notice") as batch:
        batch.drop_constraint(op.f("ck_reduction_notice_whole_payment"), type_="check")
        batch.alter_column("last_day", existing_type=sa.Date(), nullable=False)
        batch.alter_column("reduction", existing_type=sa.JSON(), nullable=False)


def _create_restriction() -> None:
    table = "restriction"
    op.create_table(
        table,
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("municipality_id", sa.Uuid(), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=True),
        sa.Column("programme_ended_on", sa.Date(), nullable=True),
        sa.Column("decided_on", sa.Date(), nullable=False),
        sa.Column("decided_by", sa.Uuid(), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("lifted_from", sa.Date(), nullable=True),
        sa.Column("lifted_reason", sa.Text(), nullable=False),
        sa.Column("lifted_by", sa.Uuid(), nullable=True),
        sa.Column("lifted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("row_version", sa.Integer(), nullable=False),
        _check(table, "order", "first_day <= last_day"),
        _check(table, "for_a_time", "kind <> 'suspension' OR last_day IS NOT NULL"),
        _check(table, "for_good", "kind <> 'termination' OR last_day IS NULL"),
        _check(
            table,
            "lifted_wholly",
            "(lifted_from IS NULL AND lifted_by IS NULL AND lifted_at IS NULL"
            " AND lifted_reason = '')"
            " OR (lifted_from IS NOT NULL AND lifted_by IS NOT NULL AND lifted_at IS NOT NULL"
            " AND lifted_reason <> '')",
        ),
        _reference(table, "municipality_id", "municipality"),
        _reference(table, "participant_id", "participant"),
        _reference(table, "decided_by", "user"),
        _reference(table, "lifted_by", "user"),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    )
    op.create_index(
        op.f(f"ix_{table}_participant_id_first_day"), table, ["participant_id", "first_day"]
    )
    op.create_index(op.f(f"ix_{table}_municipality_id"), table, ["municipality_id"])


def _create_review() -> None:
    table = "restriction_review"
    op.create_table(
        table,
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("restriction_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("reviewed_on", sa.Date(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("reviewed_by", sa.Uuid(), nullable=False),
        sa.Column("reviewed_at", sa.DateTime(timezone=True), nullable=False),
        _check(table, "reason", "reason <> ''"),
        _reference(table, "restriction_id", "restriction"),
        _reference(table, "reviewed_by", "user"),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
        sa.UniqueConstraint(
            "restriction_id", "number", name=op.f(f"uq_{table}_restriction_id_number")
        ),
    )


def _create_intervention() -> None:
    table = "intervention"
    op.create_table(
        table,
        sa.Column("notice_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("cause", sa.String(length=40), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=True),
        sa.Column("warned_on", sa.Date(), nullable=True),
        sa.Column("occasions", sa.Integer(), nullable=True),
        _check(table, "order", "first_day <= last_day"),
        _check(table, "for_a_time", "(kind = 'suspension') = (last_day IS NOT NULL)"),
        _check(table, "warned", "cause <> 'covered_face' OR warned_on IS NOT NULL"),
        _reference(table, "notice_id", "reduction_notice", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("notice_id", name=op.f(f"pk_{table}")),
    )


def _create_decided() -> None:
    table = "decided_intervention"
    op.create_table(
        table,
        sa.Column("decision_id", sa.Uuid(), nullable=False),
        sa.Column("notice_id", sa.Uuid(), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=True),
        _check(table, "order", "first_day <= last_day"),
        _reference(table, "decision_id", "administrative_decision", ondelete="CASCADE"),
        _reference(table, "notice_id", "reduction_notice"),
        sa.PrimaryKeyConstraint("decision_id", name=op.f(f"pk_{table}")),
        sa.UniqueConstraint("notice_id", name=op.f(f"uq_{table}_notice_id")),
    )


def _create_imposed() -> None:
    table = "imposed_restriction"
    op.create_table(
        table,
        sa.Column("restriction_id", sa.Uuid(), nullable=False),
        sa.Column("decision_id", sa.Uuid(), nullable=False),
        _reference(table, "restriction_id", "restriction"),
        _reference(table, "decision_id", "administrative_decision"),
        sa.PrimaryKeyConstraint("restriction_id", name=op.f(f"pk_{table}")),
    )
    op.create_index(op.f(f"ix_{table}_decision_id"), table, ["decision_id"])


def _check(table: str, name: str, condition: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(condition, name=op.f(f"ck_{table}_{name}"))


def _reference(
    table: str, column: str, target: str, ondelete: str | None = None
) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}")
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=name, ondelete=ondelete)
