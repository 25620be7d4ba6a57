"""Tablets, and the codes that participants type there."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.core.ids import new_id
from app.persistence.base import Base


class ReportingTablet(Base):
    """A device that stands at the school, opened by a secret address."""

    __tablename__ = "reporting_tablet"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    municipality_id: Mapped[UUID] = mapped_column(ForeignKey("municipality.id"), index=True)
    name: Mapped[str] = mapped_column(String(200))
    """Where it stands."""
    address_hash: Mapped[str] = mapped_column(String(64), unique=True)
    """SHA-256 of the secret in the address: a copy of the database opens no tablet."""
    created_by: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    created_at: Mapped[datetime]
    revoked_by: Mapped[UUID | None] = mapped_column(ForeignKey("user.id"))
    revoked_at: Mapped[datetime | None]


class ReportingCode(Base):
    """The code that a participant types at a tablet. A new one takes the place of the old."""

    __tablename__ = "reporting_code"
    __table_args__ = (UniqueConstraint("municipality_id", "code_hash"),)

    participant_id: Mapped[UUID] = mapped_column(ForeignKey("participant.id"), primary_key=True)
    municipality_id: Mapped[UUID] = mapped_column(ForeignKey("municipality.id"))
    code_hash: Mapped[str] = mapped_column(String(64))
    """HMAC with the installation's key: the code itself is told once, and not kept."""
    created_by: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    created_at: Mapped[datetime]
