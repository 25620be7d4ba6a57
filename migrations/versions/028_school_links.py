"""Links with which schools tell of absence, and what came by them.

Revision ID: 028
Revises: 027
"""

import sqlalchemy as sa
from alembic import op

revision = "028"
down_revision = "027"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    _create_link()
    _create_report()
    _create_answer()


def downgrade() -> None:
    """Go back."""
    for table in ("school_report_answer", "school_report", "school_link"):
        op.drop_table(table)


def _create_link() -> None:
    table = "school_link"
    op.create_table(
        table,
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("municipality_id", sa.Uuid(), nullable=False),
        sa.Column("group_id", sa.Uuid(), nullable=False),
        sa.Column("school", sa.String(length=200), nullable=False),
        sa.Column("contact", sa.String(length=200), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("address_hash", sa.String(length=64), nullable=False),
        sa.Column("created_by", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revoked_by", sa.Uuid(), nullable=True),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        _check(table, "order", "first_day <= last_day"),
        _reference(table, "municipality_id", "municipality"),
        _reference(table, "group_id", "group"),
        _reference(table, "created_by", "user"),
        _reference(table, "revoked_by", "user"),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
        sa.UniqueConstraint("address_hash", name=op.f(f"uq_{table}_address_hash")),
    )
    op.create_index(
        op.f(f"ix_{table}_municipality_id_group_id"), table, ["municipality_id", "group_id"]
    )


def _create_report() -> None:
    table = "school_report"
    op.create_table(
        table,
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("link_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("sender", sa.String(length=200), nullable=False),
        sa.Column("rows", sa.Text(), nullable=False),
        sa.Column("absences", sa.Integer(), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=False),
        _check(table, "order", "first_day <= last_day"),
        _check(table, "sender", "sender <> ''"),
        _reference(table, "link_id", "school_link"),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
        sa.UniqueConstraint("link_id", "number", name=op.f(f"uq_{table}_link_id_number")),
    )


def _create_answer() -> None:
    table = "school_report_answer"
    op.create_table(
        table,
        sa.Column("report_id", sa.Uuid(), nullable=False),
        sa.Column("is_taken_in", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("answered_by", sa.Uuid(), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=False),
        _check(table, "reason", "is_taken_in OR reason <> ''"),
        _reference(table, "report_id", "school_report"),
        _reference(table, "answered_by", "user"),
        sa.PrimaryKeyConstraint("report_id", name=op.f(f"pk_{table}")),
    )


def _check(table: str, name: str, condition: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(condition, name=op.f(f"ck_{table}_{name}"))


def _reference(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}")
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=name)
