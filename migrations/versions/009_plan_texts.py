"""What a plan says in the participant's language.

Going back loses the translations; the plans keep their own words.

Revision ID: 009
Revises: 008
"""

import sqlalchemy as sa
from alembic import op

revision = "009"
down_revision = "008"
branch_labels = None
depends_on = None

TABLE = "plan_text_translation"


def upgrade() -> None:
    """Go forward."""
    op.create_table(
        TABLE,
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("piece", sa.String(length=40), nullable=False),
        sa.Column("source_language", sa.String(length=10), nullable=False),
        sa.Column("source_text", sa.Text(), nullable=False),
        sa.Column("source_digest", sa.String(length=64), nullable=False),
        sa.Column("language", sa.String(length=10), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("translated_by", sa.String(length=200), nullable=False),
        sa.Column("translated_on", sa.Date(), nullable=False),
        sa.Column("registered_by", sa.Uuid(), nullable=False),
        sa.Column("registered_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("text <> ''", name=op.f("ck_plan_text_translation_text")),
        sa.CheckConstraint(
            "language <> source_language", name=op.f("ck_plan_text_translation_languages")
        ),
        sa.CheckConstraint(
            "state NOT IN ('translated', 'checked') OR translated_by <> ''",
            name=op.f("ck_plan_text_translation_named"),
        ),
        sa.ForeignKeyConstraint(
            ["participant_id"],
            ["participant.id"],
            name=op.f("fk_plan_text_translation_participant_id"),
        ),
        sa.ForeignKeyConstraint(
            ["registered_by"], ["user.id"], name=op.f("fk_plan_text_translation_registered_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_text_translation")),
        sa.UniqueConstraint(
            "participant_id", "number", name=op.f("uq_plan_text_translation_participant_id_number")
        ),
    )


def downgrade() -> None:
    """Go back."""
    op.drop_table(TABLE)
