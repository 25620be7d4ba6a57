"""Payment runs and payments. What is approved never changes; corrections are new rows."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.core.ids import new_id
from app.persistence.base import Base


class RunStatus(StrEnum):
    """How far the month has come."""

    PREPARED = "prepared"
    APPROVED = "approved"
    SENT = "sent"
    """The payment file exists; there is never a second one."""


class PaymentRun(Base):
    """Utbetaling: one period of one municipality, prepared by one and approved by another."""

    __tablename__ = "payment_run"
    __table_args__ = (
        UniqueConstraint("municipality_id", "first_day", "last_day"),
        CheckConstraint("approved_by <> prepared_by", name="two_people"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    municipality_id: Mapped[UUID] = mapped_column(ForeignKey("municipality.id"))
    first_day: Mapped[date]
    last_day: Mapped[date]
    status: Mapped[RunStatus] = mapped_column(default=RunStatus.PREPARED)
    digest: Mapped[str] = mapped_column(String(64))
    """SHA-256 of every payment's assessment: what the approver saw is what is approved."""
    prepared_by: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    prepared_at: Mapped[datetime]
    approved_by: Mapped[UUID | None] = mapped_column(ForeignKey("user.id"))
    approved_at: Mapped[datetime | None]
    row_version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": row_version}  # noqa: RUF012 (SQLAlchemy's own form)


class Payment(Base):
    """One participant's payment in a run: amounts in øre, and the whole reasoning."""

    __tablename__ = "payment"
    __table_args__ = (UniqueConstraint("run_id", "participant_id"),)

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    run_id: Mapped[UUID] = mapped_column(ForeignKey("payment_run.id"))
    participant_id: Mapped[UUID] = mapped_column(ForeignKey("participant.id"), index=True)
    gross_ore: Mapped[int]
    absence_reduction_ore: Mapped[int]
    """§ 21."""
    unpaid_leave_reduction_ore: Mapped[int]
    other_reductions_ore: Mapped[int]
    """§§ 22, 23, 25."""
    payout_ore: Mapped[int]
    is_decision_required: Mapped[bool]
    """§ 46 letter g, or the municipality's policy."""
    has_open_clarifications: Mapped[bool]
    """A person must settle something before the run can be approved."""
    assessment: Mapped[dict[str, Any]]
    """Facts, lines, rates, provisions and policies as they were: explains the payment for ever."""


class PaymentFile(Base):
    """The file to the payroll system: made once per run."""

    __tablename__ = "payment_file"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    run_id: Mapped[UUID] = mapped_column(ForeignKey("payment_run.id"), unique=True)
    content: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)
    sha256: Mapped[str] = mapped_column(String(64))
    created_by: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    created_at: Mapped[datetime]
