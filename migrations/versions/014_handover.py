"""Bundles of cases that are handed over and received, and whose signatures are known.

Going back forgets them; cases that were taken in stay.

Revision ID: 014
Revises: 013
"""

import sqlalchemy as sa
from alembic import op

revision = "014"
down_revision = "013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    op.create_table(
        "handover_made",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("municipality_id", sa.Uuid(), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=False),
        sa.Column("recipient", sa.String(100), nullable=False),
        sa.Column("ground", sa.String(40), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("made_by", sa.Uuid(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality_id"], ["municipality.id"], name="fk_handover_made_municipality_id"
        ),
        sa.ForeignKeyConstraint(
            ["participant_id"], ["participant.id"], name="fk_handover_made_participant_id"
        ),
        sa.ForeignKeyConstraint(["made_by"], ["user.id"], name="fk_handover_made_made_by"),
        sa.PrimaryKeyConstraint("id", name="pk_handover_made"),
    )
    op.create_index("ix_handover_made_participant_id", "handover_made", ["participant_id"])
    op.create_table(
        "handover_received",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("municipality_id", sa.Uuid(), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=True),
        sa.Column("origin_id", sa.Uuid(), nullable=False),
        sa.Column("sender", sa.String(100), nullable=False),
        sa.Column("fingerprint", sa.String(40), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("uploaded_by", sa.Uuid(), nullable=False),
        sa.Column("uploaded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("taken_in_by", sa.Uuid(), nullable=True),
        sa.Column("taken_in_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "(participant_id IS NULL) = (taken_in_by IS NULL)"
            " AND (participant_id IS NULL) = (taken_in_at IS NULL)",
            name="taken_in_by_somebody",
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id"], ["municipality.id"], name="fk_handover_received_municipality_id"
        ),
        sa.ForeignKeyConstraint(
            ["participant_id"], ["participant.id"], name="fk_handover_received_participant_id"
        ),
        sa.ForeignKeyConstraint(
            ["uploaded_by"], ["user.id"], name="fk_handover_received_uploaded_by"
        ),
        sa.ForeignKeyConstraint(
            ["taken_in_by"], ["user.id"], name="fk_handover_received_taken_in_by"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_handover_received"),
        sa.UniqueConstraint("participant_id", name="uq_handover_received_participant_id"),
        sa.UniqueConstraint(
            "municipality_id", "digest", name="uq_handover_received_municipality_id_digest"
        ),
    )
    op.create_index(
        "uq_handover_received_origin",
        "handover_received",
        ["municipality_id", "origin_id"],
        unique=True,
        sqlite_where=sa.text("participant_id IS NOT NULL"),
        postgresql_where=sa.text("participant_id IS NOT NULL"),
    )
    op.create_table(
        "known_sender",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("municipality_id", sa.Uuid(), nullable=False),
        sa.Column("fingerprint", sa.String(40), nullable=False),
        sa.Column("sender", sa.String(100), nullable=False),
        sa.Column("confirmed_by", sa.Uuid(), nullable=False),
        sa.Column("confirmed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality_id"], ["municipality.id"], name="fk_known_sender_municipality_id"
        ),
        sa.ForeignKeyConstraint(["confirmed_by"], ["user.id"], name="fk_known_sender_confirmed_by"),
        sa.PrimaryKeyConstraint("id", name="pk_known_sender"),
        sa.UniqueConstraint(
            "municipality_id", "fingerprint", name="uq_known_sender_municipality_id_fingerprint"
        ),
    )


def downgrade() -> None:
    """Go back."""
    op.drop_table("known_sender")
    op.drop_index("uq_handover_received_origin", "handover_received")
    op.drop_table("handover_received")
    op.drop_index("ix_handover_made_participant_id", "handover_made")
    op.drop_table("handover_made")
