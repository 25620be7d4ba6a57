"""Packages that were made for the archive. Bytes are written once and never changed."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, LargeBinary, String
from sqlalchemy.orm import Mapped, deferred, mapped_column

from app.core.ids import new_id
from app.persistence.base import Base


class PackageState(StrEnum):
    """How far the making of the package has come."""

    WAITING = "waiting"
    READY = "ready"
    FAILED = "failed"


class ArchivePackage(Base):
    """One package of one paper; when more has happened to the paper, another is made."""

    __tablename__ = "archive_package"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    declaration_id: Mapped[UUID] = mapped_column(ForeignKey("declaration.id"), index=True)
    state: Mapped[PackageState] = mapped_column(default=PackageState.WAITING)
    content: Mapped[bytes | None] = deferred(mapped_column(LargeBinary))
    sha256: Mapped[str | None] = mapped_column(String(64))
    requested_by: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    requested_at: Mapped[datetime]
    made_at: Mapped[datetime | None]
