"""What was issued for signing, and what came of it."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.core.ids import new_id
from app.persistence.base import Base


class SigningStatus(StrEnum):
    """Where the paper stands. Not signing has no effect on programme or benefit."""

    ISSUED = "issued"
    SIGNED = "signed"
    NOT_SIGNED = "not_signed"
    """The participant did not want to, or could not, sign; recorded with reason and guidance."""
    REPLACED = "replaced"
    """A newer sheet was issued for the same plan."""


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
    """Who interpreted, or why nobody did (tolkeloven § 6)."""
    not_signed_reason: Mapped[str] = mapped_column(Text, default="")
    scan_id: Mapped[UUID | None] = mapped_column(ForeignKey("scanned_paper.id"))
    registered_by: Mapped[UUID | None] = mapped_column(ForeignKey("user.id"))
    registered_at: Mapped[datetime | None]
    row_version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": row_version}  # noqa: RUF012 (SQLAlchemy's own form)
