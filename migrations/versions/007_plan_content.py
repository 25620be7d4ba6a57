"""What a plan says in more detail.

Going back loses place, responsible, reasons of single elements and what was said about goals.

Revision ID: 007
Revises: 006
"""

import hashlib
import re
import unicodedata

import sqlalchemy as sa
from alembic import op

revision = "007"
down_revision = "006"
branch_labels = None
depends_on = None

PLAN, ELEMENT = "integration_plan", "plan_element"
PLAN_COLUMNS = {
    "goals_language": sa.String(length=10),
    "norwegian_goals_reason": sa.Text(),
    "participation_note": sa.Text(),
    "reasons_digest": sa.String(length=64),
}
ELEMENT_COLUMNS = {
    "catalogue_id": sa.String(length=60),
    "place": sa.String(length=200),
    "responsible": sa.String(length=200),
    "reason": sa.Text(),
    "reason_digest": sa.String(length=64),
}


def upgrade() -> None:
    """Go forward."""
    _add(PLAN, PLAN_COLUMNS)
    _add(ELEMENT, ELEMENT_COLUMNS)
    _digest_reasons()
    op.create_index(op.f("ix_integration_plan_reasons_digest"), PLAN, ["reasons_digest"])
    op.create_index(op.f("ix_plan_element_reason_digest"), ELEMENT, ["reason_digest"])


def _add(table: str, columns: dict[str, sa.types.TypeEngine[str]]) -> None:
    for name, kind in columns.items():
        op.add_column(table, sa.Column(name, kind, nullable=False, server_default=""))


def _digest_reasons() -> None:
    """Give the plans that exist the digest of their reasons."""
    plan = sa.table(PLAN, sa.column("id"), sa.column("reasons"), sa.column("reasons_digest"))
    connection = op.get_bind()
    for row in connection.execute(sa.select(plan.c.id, plan.c.reasons)).all():
        connection.execute(
            sa.update(plan)
            .where(plan.c.id == row.id)
            .values(reasons_digest=_digest_of(row.reasons))
        )


def _digest_of(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).casefold()
    words = re.sub(r"[\W_]+", " ", folded).strip()
    return hashlib.sha256(words.encode()).hexdigest() if words else ""


def downgrade() -> None:
    """Go back."""
    op.drop_index(op.f("ix_plan_element_reason_digest"), table_name=ELEMENT)
    op.drop_index(op.f("ix_integration_plan_reasons_digest"), table_name=PLAN)
    for table, columns in ((ELEMENT, ELEMENT_COLUMNS), (PLAN, PLAN_COLUMNS)):
        for name in reversed(columns):
            op.drop_column(table, name)
