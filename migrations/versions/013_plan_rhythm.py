"""Reviews, life events and calendars of plans; the review interval becomes a municipal choice.

Going back forgets what was said at reviews, every life event and every link to a calendar.

Revision ID: 013
Revises: 012
"""

import sqlalchemy as sa
from alembic import op

revision = "013"
down_revision = "012"
branch_labels = None
depends_on = None

_INTERPRETED = (
    "(interpreter_use = 'none' AND no_interpreter_reason IS NOT NULL)"
    " OR (interpreter_use <> 'none' AND mode IS NOT NULL AND kinship IS NOT NULL)"
)
_OPEN = sa.text("revoked_at IS NULL")


def upgrade() -> None:
    """Go forward."""
    _create_talks()
    _create_events()
    _create_links()
    with op.batch_alter_table("municipality") as table:
        table.drop_column("review_interval_months")


def downgrade() -> None:
    """Go back."""
    with op.batch_alter_table("municipality") as table:
        table.add_column(
            sa.Column("review_interval_months", sa.Integer(), nullable=False, server_default="3")
        )
    with op.batch_alter_table("municipality") as table:
        table.alter_column("review_interval_months", server_default=None)
    for name in ("calendar_link", "life_event_settlement", "life_event", "plan_review_talk"):
        op.drop_table(name)


def _create_talks() -> None:
    table = "plan_review_talk"
    op.create_table(
        table,
        sa.Column("review_id", sa.Uuid(), nullable=False),
        sa.Column("outcome", sa.String(length=40), nullable=False),
        sa.Column("changes", sa.Text(), nullable=False),
        sa.Column("participant_words", sa.Text(), nullable=False),
        sa.Column("words_language", sa.String(length=10), nullable=False),
        sa.Column("next_steps", sa.Text(), nullable=False),
        sa.Column("took_part", sa.String(length=300), nullable=False),
        sa.Column("language", sa.String(length=10), nullable=False),
        sa.Column("interpreter_use", sa.String(length=40), nullable=False),
        sa.Column("interpreter_name", sa.String(length=200), nullable=False),
        sa.Column("register_id", sa.String(length=40), nullable=False),
        sa.Column("category", sa.String(length=40), nullable=True),
        sa.Column("exemption", sa.String(length=40), nullable=True),
        sa.Column("mode", sa.String(length=40), nullable=True),
        sa.Column("kinship", sa.String(length=40), nullable=True),
        sa.Column("is_adult", sa.Boolean(), nullable=False),
        sa.Column("no_interpreter_reason", sa.String(length=40), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        _check(table, "words_language", "participant_words = '' OR words_language <> ''"),
        _check(table, "interpreted", _INTERPRETED),
        _reference(table, "review_id", "plan_review"),
        sa.PrimaryKeyConstraint("review_id", name=op.f(f"pk_{table}")),
    )


def _create_events() -> None:
    table = "life_event"
    op.create_table(
        table,
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("happened_on", sa.Date(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("registered_by", sa.Uuid(), nullable=False),
        sa.Column("registered_at", sa.DateTime(timezone=True), nullable=False),
        _reference(table, "participant_id", "participant"),
        _reference(table, "registered_by", "user"),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    )
    op.create_index(op.f(f"ix_{table}_participant_id"), table, ["participant_id"])
    table = "life_event_settlement"
    op.create_table(
        table,
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=False),
        sa.Column("event_key", sa.String(length=60), nullable=False),
        sa.Column("outcome", sa.String(length=40), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("settled_by", sa.Uuid(), nullable=False),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=False),
        _check(table, "reason", "reason <> ''"),
        _reference(table, "participant_id", "participant"),
        _reference(table, "settled_by", "user"),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
        sa.UniqueConstraint(
            "participant_id", "event_key", name=op.f(f"uq_{table}_participant_id_event_key")
        ),
    )


def _create_links() -> None:
    table = "calendar_link"
    op.create_table(
        table,
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("made_by", sa.Uuid(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revoked_by", sa.Uuid(), nullable=True),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        _check(table, "revoked_by_somebody", "(revoked_at IS NULL) = (revoked_by IS NULL)"),
        _reference(table, "participant_id", "participant"),
        _reference(table, "made_by", "user"),
        _reference(table, "revoked_by", "user"),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
        sa.UniqueConstraint("token_hash", name=op.f(f"uq_{table}_token_hash")),
    )
    op.create_index(op.f(f"ix_{table}_participant_id"), table, ["participant_id"])
    op.create_index(
        op.f(f"ix_{table}_open"),
        table,
        ["participant_id"],
        unique=True,
        sqlite_where=_OPEN,
        postgresql_where=_OPEN,
    )


def _check(table: str, name: str, condition: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(condition, name=op.f(f"ck_{table}_{name}"))


def _reference(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}")
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=name)
