"""What participants and others say of a plan.

Going back forgets every proposal, every link and every answer.

Revision ID: 012
Revises: 011
"""

import sqlalchemy as sa
from alembic import op

revision = "012"
down_revision = "011"
branch_labels = None
depends_on = None

_IS_ANSWER = (
    "(outcome = 'taken' AND plan_id IS NOT NULL)"
    " OR (outcome = 'not_taken' AND plan_id IS NULL AND element_id IS NULL AND reason <> '')"
)
_IS_PERIOD = (
    "(first_day IS NULL AND last_day IS NULL)"
    " OR (first_day IS NOT NULL AND last_day IS NOT NULL AND last_day >= first_day)"
)
_HAS_CHANGES = (
    "(verdict = 'with_changes' AND (first_day IS NOT NULL OR minutes_per_week IS NOT NULL))"
    " OR (verdict <> 'with_changes' AND first_day IS NULL AND minutes_per_week IS NULL)"
)


def upgrade() -> None:
    """Go forward."""
    _create_proposals()
    _create_confirmations()
    _create_replies()


def downgrade() -> None:
    """Go back."""
    for table in (
        "plan_confirmation_verdict",
        "plan_confirmation_reply",
        "plan_confirmation_line",
        "plan_confirmation",
        "plan_proposal_answer",
        "plan_proposal",
    ):
        op.drop_table(table)


def _create_proposals() -> None:
    table = "plan_proposal"
    op.create_table(
        table,
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("element_id", sa.Uuid(), nullable=True),
        sa.Column("element_kind", sa.String(length=40), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("language", sa.String(length=10), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_by", sa.Uuid(), nullable=False),
        _check(table, "words", "words <> ''"),
        _check(table, "has_line", "kind <> 'change_element' OR element_id IS NOT NULL"),
        _reference(table, "participant_id", "participant"),
        _reference(table, "element_id", "plan_element"),
        _reference(table, "made_by", "user"),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    )
    _index(table, "participant_id", "element_id")
    table = "plan_proposal_answer"
    op.create_table(
        table,
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("proposal_id", sa.Uuid(), nullable=False),
        sa.Column("outcome", sa.String(length=40), nullable=False),
        sa.Column("plan_id", sa.Uuid(), nullable=True),
        sa.Column("element_id", sa.Uuid(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("translation", sa.Text(), nullable=False),
        sa.Column("translation_language", sa.String(length=10), nullable=False),
        sa.Column("answered_by", sa.Uuid(), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=False),
        _check(table, "is_answer", _IS_ANSWER),
        _reference(table, "proposal_id", "plan_proposal"),
        _reference(table, "plan_id", "integration_plan", ondelete="CASCADE"),
        _reference(table, "element_id", "plan_element", ondelete="CASCADE"),
        _reference(table, "answered_by", "user"),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
        sa.UniqueConstraint("proposal_id", name=op.f(f"uq_{table}_proposal_id")),
    )
    _index(table, "plan_id", "element_id")


def _create_confirmations() -> None:
    table = "plan_confirmation"
    op.create_table(
        table,
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=False),
        sa.Column("plan_id", sa.Uuid(), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("organisation", sa.String(length=200), nullable=False),
        sa.Column("person", sa.String(length=200), nullable=False),
        sa.Column("email", sa.String(length=200), nullable=False),
        sa.Column("shows_name", sa.Boolean(), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_by", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revoked_by", sa.Uuid(), nullable=True),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        _reference(table, "participant_id", "participant"),
        _reference(table, "plan_id", "integration_plan"),
        _reference(table, "created_by", "user"),
        _reference(table, "revoked_by", "user"),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
        sa.UniqueConstraint("token_hash", name=op.f(f"uq_{table}_token_hash")),
    )
    _index(table, "participant_id", "plan_id")
    table = "plan_confirmation_line"
    op.create_table(
        table,
        sa.Column("confirmation_id", sa.Uuid(), nullable=False),
        sa.Column("element_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        _reference(table, "confirmation_id", "plan_confirmation"),
        _reference(table, "element_id", "plan_element"),
        sa.PrimaryKeyConstraint("confirmation_id", "element_id", name=op.f(f"pk_{table}")),
    )
    _index(table, "element_id")


def _create_replies() -> None:
    table = "plan_confirmation_reply"
    op.create_table(
        table,
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("confirmation_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("role", sa.String(length=200), nullable=False),
        sa.Column("replied_at", sa.DateTime(timezone=True), nullable=False),
        _reference(table, "confirmation_id", "plan_confirmation"),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
        sa.UniqueConstraint("confirmation_id", name=op.f(f"uq_{table}_confirmation_id")),
    )
    table = "plan_confirmation_verdict"
    op.create_table(
        table,
        sa.Column("reply_id", sa.Uuid(), nullable=False),
        sa.Column("element_id", sa.Uuid(), nullable=False),
        sa.Column("verdict", sa.String(length=40), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=True),
        sa.Column("last_day", sa.Date(), nullable=True),
        sa.Column("minutes_per_week", sa.Integer(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        _check(table, "is_period", _IS_PERIOD),
        _check(table, "has_changes", _HAS_CHANGES),
        _check(table, "has_reason", "verdict <> 'refused' OR note <> ''"),
        _reference(table, "reply_id", "plan_confirmation_reply"),
        _reference(table, "element_id", "plan_element"),
        sa.PrimaryKeyConstraint("reply_id", "element_id", name=op.f(f"pk_{table}")),
    )
    _index(table, "element_id")


def _check(table: str, name: str, condition: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(condition, name=op.f(f"ck_{table}_{name}"))


def _index(table: str, *columns: str) -> None:
    for column in columns:
        op.create_index(op.f(f"ix_{table}_{column}"), table, [column])


def _reference(
    table: str, column: str, target: str, *, ondelete: str | None = None
) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}")
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=name, ondelete=ondelete)
