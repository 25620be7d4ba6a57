"""Holds. A row is never changed but for its release."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.benefit.holds.kinds import HoldKind
from app.core.ids import new_id
from app.persistence.base import Base


class ReductionHold(Base):
    """Days whose reduction is not to be taken, or not to be approved, for the time being."""

    __tablename__ = "reduction_hold"
    __table_args__ = (
        Index(None, "participant_id", "first_day"),
        CheckConstraint("last_day >= first_day", name="days_in_order"),
        CheckConstraint("reason <> ''", name="reason"),
        CheckConstraint(
            "(released_at IS NULL) = (released_by IS NULL)", name="released_by_somebody"
        ),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    participant_id: Mapped[UUID] = mapped_column(ForeignKey("participant.id"))
    kind: Mapped[HoldKind]
    first_day: Mapped[date]
    last_day: Mapped[date]
    reason: Mapped[str] = mapped_column(Text)
    """What she contests, or which decision is suspended and by whom."""
    placed_by: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    placed_at: Mapped[datetime]
    released_by: Mapped[UUID | None] = mapped_column(ForeignKey("user.id"))
    released_at: Mapped[datetime | None]
