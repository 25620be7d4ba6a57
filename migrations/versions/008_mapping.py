"""The competence mapping, field by field.

What participants' rows say already becomes the first version of two parts, so that the history
begins with it. Going back forgets everything of the mapping but those facts, which stay on the
participants' rows.

Revision ID: 008
Revises: 007
"""

import uuid
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "008"
down_revision = "007"
branch_labels = None
depends_on = None

_PARTICIPANT = sa.table(
    "participant",
    sa.column("id", sa.Uuid()),
    sa.column("education_level", sa.String()),
    sa.column("mapped_on", sa.Date()),
    sa.column("mapping_missing_reason", sa.Text()),
    sa.column("guided_on", sa.Date()),
    sa.column("guidance_missing_reason", sa.Text()),
    sa.column("changed_at", sa.DateTime(timezone=True)),
)


def upgrade() -> None:
    """Go forward."""
    entries = op.create_table(
        "mapping_entry",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=False),
        sa.Column("part", sa.String(length=40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("values", sa.JSON(), nullable=False),
        sa.Column("recorded_by", sa.Uuid(), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        _reference("participant_id", "participant"),
        _reference("recorded_by", "user"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mapping_entry")),
        sa.UniqueConstraint(
            "participant_id",
            "part",
            "version",
            name=op.f("uq_mapping_entry_participant_id_part_version"),
        ),
    )
    rows = [entry for known in op.get_bind().execute(_PARTICIPANT.select()) for entry in _of(known)]
    if rows:
        op.bulk_insert(entries, rows)


def downgrade() -> None:
    """Go back."""
    op.drop_table("mapping_entry")


def _of(known: sa.Row[Any]) -> list[dict[str, Any]]:
    """Return what a participant's row says as first versions."""
    entries = []
    if known.mapped_on or known.mapping_missing_reason or known.education_level:
        values = {
            "mapped_on": known.mapped_on.isoformat() if known.mapped_on else None,
            "missing_reason": known.mapping_missing_reason,
            "education_level": known.education_level,
        }
        entries.append(_entry(known, "conversation", values))
    if known.guided_on or known.guidance_missing_reason:
        values = {
            "guided_on": known.guided_on.isoformat() if known.guided_on else None,
            "missing_reason": known.guidance_missing_reason,
        }
        entries.append(_entry(known, "guidance", values))
    return entries


def _entry(known: sa.Row[Any], part: str, values: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": uuid.uuid4(),
        "participant_id": known.id,
        "part": part,
        "version": 1,
        "values": values,
        "recorded_by": None,
        "recorded_at": known.changed_at,
    }


def _reference(column: str, target: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_mapping_entry_{column}")
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=name)
