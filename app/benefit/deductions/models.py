"""Deductions as they are registered. A row is never changed: it is withdrawn, and written anew."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.benefit.deductions.kinds import DeductionKind
from app.core.ids import new_id
from app.persistence.base import Base


class BenefitDeduction(Base):
    """Something that reduces a participant's payments in a period, with what shows it."""

    __tablename__ = "benefit_deduction"
    __table_args__ = (
        Index(None, "participant_id", "first_day"),
        CheckConstraint("last_day IS NULL OR last_day >= first_day", name="days_in_order"),
        CheckConstraint("amount_ore > 0", name="amount_positive"),
        CheckConstraint("documentation <> ''", name="documented"),
        CheckConstraint(
            "(kind IN ('recovery', 'waiver')) = (of_run_id IS NOT NULL)", name="overpaid_month"
        ),
        CheckConstraint(
            "(withdrawn_at IS NULL) = (withdrawn_by IS NULL)", name="withdrawn_by_somebody"
        ),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    participant_id: Mapped[UUID] = mapped_column(ForeignKey("participant.id"))
    kind: Mapped[DeductionKind]
    first_day: Mapped[date]
    last_day: Mapped[date | None]
    """None: it goes on."""
    amount_ore: Mapped[int]
    """Benefits: a month. Overgangsstønad: a year. Work: the wage for all the hours. Recovery: the
    most that is taken of one payment. Waiver: all of it."""
    total_ore: Mapped[int | None]
    """Recovery: all that is taken back."""
    minutes: Mapped[int | None]
    """Work: time worked from the first day to the last, both in one month."""
    is_earned_before_programme: Mapped[bool | None]
    """Whether the right was earned before the programme; None: not known, or of no matter."""
    of_run_id: Mapped[UUID | None] = mapped_column(ForeignKey("payment_run.id"), index=True)
    """The month that was overpaid."""
    documentation: Mapped[str] = mapped_column(Text)
    """What shows it: a decision and its date, a payslip."""
    registered_by: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    registered_at: Mapped[datetime]
    withdrawn_by: Mapped[UUID | None] = mapped_column(ForeignKey("user.id"))
    withdrawn_at: Mapped[datetime | None]
