"""What was issued for signing, and what came of it."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.core.ids import new_id
from app.declarations.kinds import WithdrawalGround
from app.persistence.base import Base


class SigningStatus(StrEnum):
    """Where the paper stands. Not signing has no effect on programme or benefit."""

    ISSUED = "issued"
    SIGNED = "signed"
    NOT_SIGNED = "not_signed"
    """The participant did not want to, or could not, sign; recorded with reason and guidance."""
    REPLACED = "replaced"
    """A newer sheet was issued for the same plan."""
    WITHDRAWN = "withdrawn"
    """The sheet should not have been issued. It is kept, and must not be signed."""


class Declaration(Base):
    """A declaration or contract for one plan version. Its kind and text are the document's."""

    __tablename__ = "declaration"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    participant_id: Mapped[UUID] = mapped_column(ForeignKey("participant.id"), index=True)
    plan_id: Mapped[UUID] = mapped_column(ForeignKey("integration_plan.id"), index=True)
    document_id: Mapped[UUID] = mapped_column(ForeignKey("issued_document.id"), unique=True)
    status: Mapped[SigningStatus] = mapped_column(default=SigningStatus.ISSUED)
    signed_on: Mapped[date | None]
    signed_at_place: Mapped[str] = mapped_column(String(200), default="")
    interpreter: Mapped[str] = mapped_column(String(200), default="")
    """Of signings from the portal's first version; since then `explanations` says it."""
    not_signed_on: Mapped[date | None]
    """The day of the talk in which it was not signed; None before and in older rows."""
    not_signed_reason: Mapped[str] = mapped_column(Text, default="")
    guidance_given: Mapped[str] = mapped_column(Text, default="")
    """What the participant was told; older rows have it in the reason."""
    withdrawal_ground: Mapped[WithdrawalGround | None]
    withdrawal_reason: Mapped[str] = mapped_column(Text, default="")
    withdrawn_by: Mapped[UUID | None] = mapped_column(ForeignKey("user.id"))
    withdrawn_at: Mapped[datetime | None]
    scan_id: Mapped[UUID | None] = mapped_column(ForeignKey("scanned_paper.id"))
    registered_by: Mapped[UUID | None] = mapped_column(ForeignKey("user.id"))
    registered_at: Mapped[datetime | None]
    row_version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": row_version}  # noqa: RUF012 (SQLAlchemy's own form)
