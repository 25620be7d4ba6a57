"""Payment runs and payments. What is approved never changes; corrections are new rows."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, CheckConstraint, ForeignKey, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.core.ids import new_id
from app.persistence.base import Base

PART_SIZE = 250
"""Participants that are computed, kept and remembered together."""


class RunStatus(StrEnum):
    """How far the month has come."""

    PREPARING = "preparing"
    """Its parts are being computed, one job each."""
    FAILED = "failed"
    """A part could not be computed: the month has to be prepared again."""
    PREPARED = "prepared"
    APPROVED = "approved"
    SENT = "sent"
    """The payment file exists; there is never a second one."""


ISSUED = (RunStatus.APPROVED, RunStatus.SENT)
"""A month that has come this far never changes."""


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
    """SHA-256 of every payment and correction: what the approver saw is what is approved.
    Empty until the month is prepared."""
    prepared_by: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    prepared_at: Mapped[datetime]
    """When the computing began: whatever changes afterwards may not be in it."""
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
    stamp: Mapped[str] = mapped_column(String(32))
    """Of what was registered when it was computed, without the marks: see app.benefit.stamps."""
    registrars: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    """Who had registered her absence when it was computed: ids of users by day. None: payments
    from before this was kept."""


class PaymentRunPart(Base):
    """Participants of a run who are computed together. A part is computed once, by its own job."""

    __tablename__ = "payment_run_part"
    __table_args__ = (UniqueConstraint("run_id", "number"),)

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    run_id: Mapped[UUID] = mapped_column(ForeignKey("payment_run.id"))
    number: Mapped[int]
    participant_ids: Mapped[list[str]] = mapped_column(JSON)
    size: Mapped[int]
    """How many they are."""
    is_done: Mapped[bool] = mapped_column(default=False)


class PaymentCorrection(Base):
    """Retting: a month that was issued, computed again from what is registered now.

    Found when a later month is prepared, and approved with it. What was issued stays as it is.
    """

    __tablename__ = "payment_correction"
    __table_args__ = (
        UniqueConstraint("run_id", "of_run_id", "participant_id"),
        UniqueConstraint("of_run_id", "participant_id", "number"),
        CheckConstraint("run_id <> of_run_id", name="another_month"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    run_id: Mapped[UUID] = mapped_column(ForeignKey("payment_run.id"))
    """The month it is approved and paid with."""
    of_run_id: Mapped[UUID] = mapped_column(ForeignKey("payment_run.id"))
    """The month that is corrected."""
    participant_id: Mapped[UUID] = mapped_column(ForeignKey("participant.id"), index=True)
    number: Mapped[int | None]
    """1 for the first correction of the month that was approved; None: not approved yet. Two runs
    can never both be the first."""
    issued_ore: Mapped[int]
    """What had been issued for the month when it was computed again."""
    due_ore: Mapped[int]
    """What the month gives by what is registered now."""
    is_open: Mapped[bool]
    """A person must settle something before it can be approved."""
    assessment: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    """The whole reasoning by what is registered now; None: no right to benefit in the month."""
    stamp: Mapped[str] = mapped_column(String(32))

    @property
    def after_payment_ore(self) -> int:
        """What is paid after, with the run (§ 19)."""
        return max(0, self.due_ore - self.issued_ore)

    @property
    def overpaid_ore(self) -> int:
        """What was paid too much: nothing is taken back without a decision (§ 25)."""
        return max(0, self.issued_ore - self.due_ore)


class PaymentFile(Base):
    """The file to the payroll system: made once per run."""

    __tablename__ = "payment_file"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    run_id: Mapped[UUID] = mapped_column(ForeignKey("payment_run.id"), unique=True)
    content: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)
    sha256: Mapped[str] = mapped_column(String(64))
    layout: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    """How it was written; None: as the portal wrote files before municipalities could choose."""
    employee_numbers: Mapped[dict[str, Any] | None] = mapped_column(
        JSON(none_as_null=True), deferred=True
    )
    """The numbers that stand in it, by participant: receipts answer with them."""
    created_by: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    created_at: Mapped[datetime]
