"""Whether a new version is a small or an essential change: what a person decided, and why."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Connection, ForeignKey, Text, UniqueConstraint, event
from sqlalchemy.orm import Mapped, Mapper, mapped_column

from app.core.ids import new_id
from app.persistence.base import Base
from app.rules.plan import ChangeKind


class PlanChangeKind(Base):
    """What somebody decided about the change that a version is; the newest row counts.

    Rows are added, never changed. A draft that is thrown away takes its rows with it.
    """

    __tablename__ = "plan_change_kind"
    __table_args__ = (
        UniqueConstraint("plan_id", "number"),
        CheckConstraint("reason <> ''", name="reason"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    plan_id: Mapped[UUID] = mapped_column(ForeignKey("integration_plan.id", ondelete="CASCADE"))
    """The version that is the change."""
    number: Mapped[int]
    """1 for the first row about this version, and so on."""
    plan_row_version: Mapped[int]
    """The state of the draft that was judged; a draft that was edited since is judged again."""
    kind: Mapped[ChangeKind]
    """Essential: an administrative decision is due (integreringsloven § 46 second paragraph c)."""
    proposed: Mapped[ChangeKind]
    """What the portal proposed."""
    reason: Mapped[str] = mapped_column(Text)
    """In the caseworker's words."""
    decided_by: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    decided_at: Mapped[datetime]


class ChangeKindTouched(Exception):
    """A programming error: something tried to change what was decided about a change."""


def _refuse(_mapper: Mapper[Any], _connection: Connection, row: PlanChangeKind) -> None:
    raise ChangeKindTouched(str(row.id))


for _moment in ("before_update", "before_delete"):
    event.listen(PlanChangeKind, _moment, _refuse)
