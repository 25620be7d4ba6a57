"""Whether a new version is a small change, and whether a plan was read, approved and agreed to.

Going back forgets these four things; the plans themselves stay.

Revision ID: 010
Revises: 009
"""

import sqlalchemy as sa
from alembic import op

revision = "010"
down_revision = "009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    op.create_table(
        "plan_change_kind",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("plan_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("plan_row_version", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("proposed", sa.String(length=40), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("decided_by", sa.Uuid(), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("reason <> ''", name=op.f("ck_plan_change_kind_reason")),
        _of_draft("plan_change_kind"),
        _reference("plan_change_kind", "decided_by", "user"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_change_kind")),
        _numbered("plan_change_kind"),
    )
    _create_approval()
    _create_answer()
    op.create_table(
        "disagreement_decision",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("answer_id", sa.Uuid(), nullable=False),
        sa.Column("outcome", sa.String(length=40), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("decided_by", sa.Uuid(), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("reason <> ''", name=op.f("ck_disagreement_decision_reason")),
        _reference("disagreement_decision", "answer_id", "plan_answer"),
        _reference("disagreement_decision", "decided_by", "user"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_disagreement_decision")),
        sa.UniqueConstraint("answer_id", name=op.f("uq_disagreement_decision_answer_id")),
    )


def _create_approval() -> None:
    op.create_table(
        "plan_approval",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("plan_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("plan_row_version", sa.Integer(), nullable=False),
        sa.Column("asked_by", sa.Uuid(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("outcome", sa.String(length=40), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("decided_by", sa.Uuid(), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "decided_by IS NULL OR decided_by <> asked_by",
            name=op.f("ck_plan_approval_maker_and_checker"),
        ),
        sa.CheckConstraint(
            "(outcome IS NULL AND decided_by IS NULL AND decided_at IS NULL)"
            " OR (outcome IS NOT NULL AND decided_by IS NOT NULL AND decided_at IS NOT NULL)",
            name=op.f("ck_plan_approval_open_or_decided"),
        ),
        sa.CheckConstraint(
            "outcome <> 'sent_back' OR reason <> ''", name=op.f("ck_plan_approval_reason")
        ),
        _of_draft("plan_approval"),
        _reference("plan_approval", "asked_by", "user"),
        _reference("plan_approval", "decided_by", "user"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_approval")),
        _numbered("plan_approval"),
    )


def _create_answer() -> None:
    op.create_table(
        "plan_answer",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("plan_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("way", sa.String(length=40), nullable=False),
        sa.Column("answered_on", sa.Date(), nullable=False),
        sa.Column("language", sa.String(length=10), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("words_language", sa.String(length=10), nullable=False),
        sa.Column("registered_by", sa.Uuid(), nullable=False),
        sa.Column("registered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("interpreter_use", sa.String(length=40), nullable=True),
        sa.Column("interpreter_name", sa.String(length=200), nullable=False),
        sa.Column("register_id", sa.String(length=40), nullable=False),
        sa.Column("category", sa.String(length=40), nullable=True),
        sa.Column("exemption", sa.String(length=40), nullable=True),
        sa.Column("mode", sa.String(length=40), nullable=True),
        sa.Column("kinship", sa.String(length=40), nullable=True),
        sa.Column("is_adult", sa.Boolean(), nullable=False),
        sa.Column("no_interpreter_reason", sa.String(length=40), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.CheckConstraint("kind <> 'disagrees' OR words <> ''", name=op.f("ck_plan_answer_words")),
        sa.CheckConstraint(
            "words = '' OR words_language <> ''", name=op.f("ck_plan_answer_words_language")
        ),
        sa.CheckConstraint(
            "way <> 'meeting' OR interpreter_use IS NOT NULL", name=op.f("ck_plan_answer_meeting")
        ),
        sa.CheckConstraint(
            "interpreter_use = 'none' OR (mode IS NOT NULL AND kinship IS NOT NULL"
            " AND kinship IN ('none', 'relative') AND is_adult"
            " AND (interpreter_name <> '' OR register_id <> ''))",
            name=op.f("ck_plan_answer_interpreted"),
        ),
        sa.CheckConstraint(
            "interpreter_use <> 'none' OR no_interpreter_reason IS NOT NULL",
            name=op.f("ck_plan_answer_not_interpreted"),
        ),
        sa.CheckConstraint(
            "interpreter_use <> 'registered' OR category IS NOT NULL",
            name=op.f("ck_plan_answer_qualified"),
        ),
        sa.CheckConstraint(
            "interpreter_use <> 'unregistered' OR exemption IS NOT NULL",
            name=op.f("ck_plan_answer_exempted"),
        ),
        _reference("plan_answer", "plan_id", "integration_plan"),
        _reference("plan_answer", "registered_by", "user"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_answer")),
        _numbered("plan_answer"),
    )


def downgrade() -> None:
    """Go back."""
    for table in ("disagreement_decision", "plan_answer", "plan_approval", "plan_change_kind"):
        op.drop_table(table)


def _reference(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=op.f(f"fk_{table}_{column}"))


def _of_draft(table: str) -> sa.ForeignKeyConstraint:
    """Return the reference of a row that goes when its draft is thrown away."""
    return sa.ForeignKeyConstraint(
        ["plan_id"], ["integration_plan.id"], name=op.f(f"fk_{table}_plan_id"), ondelete="CASCADE"
    )


def _numbered(table: str) -> sa.UniqueConstraint:
    return sa.UniqueConstraint("plan_id", "number", name=op.f(f"uq_{table}_plan_id_number"))
