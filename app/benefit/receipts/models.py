"""Receipts. What was read is never changed; a line gets a note of what was done, once."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.benefit.receipts.kinds import Outcome, ReceiptStatus
from app.core.ids import new_id
from app.persistence.base import Base


class PaymentReceipt(Base):
    """A receipt file that was read back for a month."""

    __tablename__ = "payment_receipt"
    __table_args__ = (UniqueConstraint("run_id", "digest"),)

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    run_id: Mapped[UUID] = mapped_column(ForeignKey("payment_run.id"))
    digest: Mapped[str] = mapped_column(String(64))
    """SHA-256 of what its lines say: the same answer is read once."""
    read_by: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    read_at: Mapped[datetime]


class PaymentReceiptLine(Base):
    """What the payroll system says of one person's payment."""

    __tablename__ = "payment_receipt_line"
    __table_args__ = (
        UniqueConstraint("receipt_id", "line"),
        CheckConstraint("(settled_at IS NULL) = (settled_by IS NULL)", name="settled_by_somebody"),
        CheckConstraint("(settled_at IS NULL) = (note = '')", name="settled_with_note"),
        CheckConstraint(
            "(outcome = 'unknown') = (participant_id IS NULL)", name="unknown_is_nobody"
        ),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    receipt_id: Mapped[UUID] = mapped_column(ForeignKey("payment_receipt.id"))
    line: Mapped[int]
    """Where it stood in the file; 1 is the line below the headings."""
    participant_id: Mapped[UUID | None] = mapped_column(ForeignKey("participant.id"), index=True)
    reference: Mapped[str] = mapped_column(String(60))
    """As the payroll system writes it; an identity number is masked."""
    amount_ore: Mapped[int | None] = mapped_column(BigInteger)
    """None: the line names no amount."""
    status: Mapped[ReceiptStatus]
    reason: Mapped[str] = mapped_column(Text)
    """Why it was rejected, in the payroll system's words."""
    outcome: Mapped[Outcome]
    note: Mapped[str] = mapped_column(Text, default="")
    """What was done about it; empty: nothing yet."""
    settled_by: Mapped[UUID | None] = mapped_column(ForeignKey("user.id"))
    settled_at: Mapped[datetime | None]
