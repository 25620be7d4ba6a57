"""Advance notices of reductions, what is decided after them, and complaints.

Going back forgets them; the letters stay among the issued documents.

Revision ID: 017
Revises: 016
"""

import sqlalchemy as sa
from alembic import op

revision = "017"
down_revision = "016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    _create_notice()
    _create_step()
    _create_reply()
    _create_closing()
    _create_decided()
    _create_complaint()
    _create_check()
    _create_suspension()
    _create_answer()
    _create_outcome()
    _create_talk()


def downgrade() -> None:
    """Go back."""
    for table in (
        "social_assistance_talk",
        "complaint_outcome",
        "complaint_answer",
        "complaint_suspension",
        "complaint_check",
        "complaint",
        "decided_reduction",
        "reduction_notice_closing",
        "reduction_notice_reply",
        "reduction_notice_step",
        "reduction_notice",
    ):
        op.drop_table(table)


def _create_notice() -> None:
    table = "reduction_notice"
    op.create_table(
        table,
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("municipality_id", sa.Uuid(), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("form", sa.String(length=40), nullable=False),
        sa.Column("summary_language", sa.String(length=10), nullable=False),
        sa.Column("reply_by", sa.Date(), nullable=False),
        sa.Column("reasons", sa.Text(), nullable=False),
        sa.Column("reduction", sa.JSON(), nullable=False),
        sa.Column("document_id", sa.Uuid(), nullable=True),
        sa.Column("created_by", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("issued_by", sa.Uuid(), nullable=True),
        sa.Column("issued_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("row_version", sa.Integer(), nullable=False),
        _check(table, "letter_when_issued", "state = 'draft' OR document_id IS NOT NULL"),
        _reference(table, "municipality_id", "municipality"),
        _reference(table, "participant_id", "participant"),
        _reference(table, "document_id", "issued_document"),
        _reference(table, "created_by", "user"),
        _reference(table, "issued_by", "user"),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
        sa.UniqueConstraint(
            "participant_id",
            "first_day",
            "number",
            name=op.f(f"uq_{table}_participant_id_first_day_number"),
        ),
        sa.UniqueConstraint("document_id", name=op.f(f"uq_{table}_document_id")),
    )
    op.create_index(
        op.f(f"ix_{table}_municipality_id_participant_id"),
        table,
        ["municipality_id", "participant_id"],
    )


def _create_step() -> None:
    table = "reduction_notice_step"
    op.create_table(
        table,
        *_numbered(table, "notice_id", "reduction_notice"),
        sa.Column("move", sa.String(length=40), nullable=False),
        sa.Column("way", sa.String(length=40), nullable=True),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        _check(table, "sent_somehow", "move <> 'sent' OR way IS NOT NULL"),
    )


def _create_reply() -> None:
    table = "reduction_notice_reply"
    op.create_table(
        table,
        *_numbered(table, "notice_id", "reduction_notice"),
        sa.Column("way", sa.String(length=40), nullable=False),
        sa.Column("told_on", sa.Date(), nullable=False),
        sa.Column("language", sa.String(length=10), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        _check(table, "words", "words <> ''"),
    )


def _create_closing() -> None:
    table = "reduction_notice_closing"
    op.create_table(
        table,
        sa.Column("notice_id", sa.Uuid(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("closed_by", sa.Uuid(), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=False),
        _check(table, "reason", "reason <> ''"),
        _reference(table, "notice_id", "reduction_notice"),
        _reference(table, "closed_by", "user"),
        sa.PrimaryKeyConstraint("notice_id", name=op.f(f"pk_{table}")),
    )


def _create_decided() -> None:
    table = "decided_reduction"
    op.create_table(
        table,
        sa.Column("decision_id", sa.Uuid(), nullable=False),
        sa.Column("notice_id", sa.Uuid(), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("amount_ore", sa.Integer(), nullable=False),
        sa.Column("reduction", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["decision_id"],
            ["administrative_decision.id"],
            name=op.f(f"fk_{table}_decision_id"),
            ondelete="CASCADE",
        ),
        _reference(table, "notice_id", "reduction_notice"),
        _reference(table, "participant_id", "participant"),
        sa.PrimaryKeyConstraint("decision_id", name=op.f(f"pk_{table}")),
        sa.UniqueConstraint("notice_id", name=op.f(f"uq_{table}_notice_id")),
    )
    op.create_index(
        op.f(f"ix_{table}_participant_id_first_day"), table, ["participant_id", "first_day"]
    )


def _create_complaint() -> None:
    table = "complaint"
    op.create_table(
        table,
        sa.Column("municipality_id", sa.Uuid(), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=False),
        *_numbered(table, "decision_id", "administrative_decision"),
        sa.Column("way", sa.String(length=40), nullable=False),
        sa.Column("handed_in_on", sa.Date(), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("language", sa.String(length=10), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("asks_postponement", sa.Boolean(), nullable=False),
        _check(table, "words", "words <> ''"),
        _check(table, "order", "handed_in_on <= received_on"),
        _reference(table, "municipality_id", "municipality"),
        _reference(table, "participant_id", "participant"),
    )
    op.create_index(
        op.f(f"ix_{table}_municipality_id_participant_id"),
        table,
        ["municipality_id", "participant_id"],
    )


def _create_check() -> None:
    table = "complaint_check"
    op.create_table(
        table,
        *_numbered(table, "complaint_id", "complaint"),
        sa.Column("is_by_party", sa.Boolean(), nullable=False),
        sa.Column("is_signed", sa.Boolean(), nullable=False),
        sa.Column("names_decision", sa.Boolean(), nullable=False),
        sa.Column("names_change", sa.Boolean(), nullable=False),
        sa.Column("mend_by", sa.Date(), nullable=True),
        sa.Column("excuse", sa.String(length=40), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        _check(table, "reason", "excuse = 'none' OR reason <> ''"),
    )


def _create_suspension() -> None:
    table = "complaint_suspension"
    op.create_table(
        table,
        *_numbered(table, "complaint_id", "complaint"),
        sa.Column("is_suspended", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        _check(table, "reason", "reason <> ''"),
    )


def _create_answer() -> None:
    table = "complaint_answer"
    op.create_table(
        table,
        sa.Column("complaint_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("amount_ore", sa.Integer(), nullable=True),
        sa.Column("reasons", sa.Text(), nullable=False),
        sa.Column("form", sa.String(length=40), nullable=False),
        sa.Column("summary_language", sa.String(length=10), nullable=False),
        sa.Column("document_id", sa.Uuid(), nullable=False),
        sa.Column("answered_on", sa.Date(), nullable=False),
        sa.Column("answered_by", sa.Uuid(), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=False),
        _check(table, "reasons", "reasons <> ''"),
        _check(table, "amount", "amount_ore IS NULL OR kind = 'changed'"),
        _reference(table, "complaint_id", "complaint"),
        _reference(table, "document_id", "issued_document"),
        _reference(table, "answered_by", "user"),
        sa.PrimaryKeyConstraint("complaint_id", name=op.f(f"pk_{table}")),
        sa.UniqueConstraint("document_id", name=op.f(f"uq_{table}_document_id")),
    )


def _create_outcome() -> None:
    table = "complaint_outcome"
    op.create_table(
        table,
        sa.Column("complaint_id", sa.Uuid(), nullable=False),
        sa.Column("outcome", sa.String(length=40), nullable=False),
        sa.Column("amount_ore", sa.Integer(), nullable=True),
        sa.Column("decided_on", sa.Date(), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("registered_by", sa.Uuid(), nullable=False),
        sa.Column("registered_at", sa.DateTime(timezone=True), nullable=False),
        _check(table, "amount", "amount_ore IS NULL OR outcome = 'changed'"),
        _check(table, "order", "decided_on <= received_on"),
        _reference(table, "complaint_id", "complaint"),
        _reference(table, "registered_by", "user"),
        sa.PrimaryKeyConstraint("complaint_id", name=op.f(f"pk_{table}")),
    )


def _create_talk() -> None:
    table = "social_assistance_talk"
    op.create_table(
        table,
        sa.Column("decision_id", sa.Uuid(), nullable=False),
        sa.Column("told_by", sa.Uuid(), nullable=False),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=False),
        _reference(table, "decision_id", "administrative_decision"),
        _reference(table, "told_by", "user"),
        sa.PrimaryKeyConstraint("decision_id", name=op.f(f"pk_{table}")),
    )


def _numbered(
    table: str, column: str, target: str
) -> tuple[sa.Column[object] | sa.Constraint, ...]:
    """Return what rows that follow each other have in common."""
    return (
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column(column, sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("registered_by", sa.Uuid(), nullable=False),
        sa.Column("registered_at", sa.DateTime(timezone=True), nullable=False),
        _reference(table, column, target),
        _reference(table, "registered_by", "user"),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
        sa.UniqueConstraint(column, "number", name=op.f(f"uq_{table}_{column}_number")),
    )


def _check(table: str, name: str, condition: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(condition, name=op.f(f"ck_{table}_{name}"))


def _reference(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}")
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=name)
