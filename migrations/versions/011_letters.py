"""Administrative decisions, their letters and when they reached whom.

Going back forgets the decisions; the letters stay among the issued documents.

Revision ID: 011
Revises: 010
"""

import sqlalchemy as sa
from alembic import op

revision = "011"
down_revision = "010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    table = "administrative_decision"
    op.create_table(
        table,
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("municipality_id", sa.Uuid(), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("plan_id", sa.Uuid(), nullable=True),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("form", sa.String(length=40), nullable=False),
        sa.Column("summary_language", sa.String(length=10), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("reasons", sa.Text(), nullable=False),
        sa.Column("grounds", sa.JSON(), nullable=True),
        sa.Column("document_id", sa.Uuid(), nullable=True),
        sa.Column("created_by", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("issued_by", sa.Uuid(), nullable=True),
        sa.Column("issued_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "state = 'draft' OR (issued_by IS NOT NULL AND issued_at IS NOT NULL"
            " AND document_id IS NOT NULL AND decided_on IS NOT NULL AND grounds IS NOT NULL"
            " AND reasons <> '')",
            name=op.f("ck_administrative_decision_whole_when_issued"),
        ),
        _reference(table, "municipality_id", "municipality"),
        _reference(table, "participant_id", "participant"),
        _reference(table, "plan_id", "integration_plan"),
        _reference(table, "document_id", "issued_document"),
        _reference(table, "created_by", "user"),
        _reference(table, "issued_by", "user"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_administrative_decision")),
        sa.UniqueConstraint("plan_id", "kind", name=op.f(f"uq_{table}_plan_id_kind")),
        sa.UniqueConstraint("document_id", name=op.f(f"uq_{table}_document_id")),
    )
    op.create_index(
        op.f("ix_administrative_decision_municipality_id_participant_id"),
        table,
        ["municipality_id", "participant_id"],
    )
    _create_approval()
    _create_row(
        "decision_sending",
        sa.Column("way", sa.String(length=40), nullable=False),
        sa.Column("sent_on", sa.Date(), nullable=False),
    )
    _create_row(
        "decision_arrival",
        sa.Column("arrived_on", sa.Date(), nullable=False),
        sa.Column("source", sa.String(length=40), nullable=False),
        sa.CheckConstraint(
            "source <> 'estimated' OR note <> ''", name=op.f("ck_decision_arrival_estimated")
        ),
    )


def downgrade() -> None:
    """Go back."""
    for table in ("decision_arrival", "decision_sending", "decision_approval"):
        op.drop_table(table)
    op.drop_table("administrative_decision")


def _create_approval() -> None:
    op.create_table(
        "decision_approval",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("decision_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("decision_row_version", sa.Integer(), nullable=False),
        sa.Column("asked_by", sa.Uuid(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("outcome", sa.String(length=40), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("decided_by", sa.Uuid(), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "decided_by IS NULL OR decided_by <> asked_by",
            name=op.f("ck_decision_approval_maker_and_checker"),
        ),
        sa.CheckConstraint(
            "(outcome IS NULL AND decided_by IS NULL AND decided_at IS NULL)"
            " OR (outcome IS NOT NULL AND decided_by IS NOT NULL AND decided_at IS NOT NULL)",
            name=op.f("ck_decision_approval_open_or_decided"),
        ),
        sa.CheckConstraint(
            "outcome <> 'sent_back' OR reason <> ''", name=op.f("ck_decision_approval_reason")
        ),
        sa.ForeignKeyConstraint(
            ["decision_id"],
            ["administrative_decision.id"],
            name=op.f("fk_decision_approval_decision_id"),
            ondelete="CASCADE",
        ),
        _reference("decision_approval", "asked_by", "user"),
        _reference("decision_approval", "decided_by", "user"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decision_approval")),
        _numbered("decision_approval"),
    )


def _create_row(table: str, *own: sa.Column[object] | sa.CheckConstraint) -> None:
    """Create a table of something that happened to an issued decision."""
    op.create_table(
        table,
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("decision_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("registered_by", sa.Uuid(), nullable=False),
        sa.Column("registered_at", sa.DateTime(timezone=True), nullable=False),
        *own,
        _reference(table, "decision_id", "administrative_decision"),
        _reference(table, "registered_by", "user"),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
        _numbered(table),
    )


def _reference(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=op.f(f"fk_{table}_{column}"))


def _numbered(table: str) -> sa.UniqueConstraint:
    return sa.UniqueConstraint("decision_id", "number", name=op.f(f"uq_{table}_decision_id_number"))
