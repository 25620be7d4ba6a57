"""Certificates, their pages and their answers. None of them is ever changed."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    CheckConstraint,
    Connection,
    ForeignKey,
    Index,
    LargeBinary,
    String,
    Text,
    event,
)
from sqlalchemy.orm import Mapped, Mapper, deferred, mapped_column

from app.attendance.certificates.kinds import CertificateOutcome
from app.core.ids import new_id
from app.persistence.base import Base


class AbsenceCertificate(Base):
    """Legeerklæring that a participant sent as a picture, with the days that she says it is for."""

    __tablename__ = "absence_certificate"
    __table_args__ = (
        Index(None, "participant_id", "first_day"),
        CheckConstraint("last_day >= first_day", name="days_in_order"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    participant_id: Mapped[UUID] = mapped_column(ForeignKey("participant.id"))
    first_day: Mapped[date]
    last_day: Mapped[date]
    sha256: Mapped[str] = mapped_column(String(64))
    """Of the file as it came; the file itself is drawn anew and not kept."""
    language: Mapped[str] = mapped_column(String(10))
    """BCP 47 code of the page that she sent it from."""
    sent_at: Mapped[datetime]
    sent_by: Mapped[UUID] = mapped_column(ForeignKey("user.id"))


class AbsenceCertificatePage(Base):
    """A page of a certificate."""

    __tablename__ = "absence_certificate_page"

    certificate_id: Mapped[UUID] = mapped_column(
        ForeignKey("absence_certificate.id"), primary_key=True
    )
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    """From 1."""
    picture: Mapped[bytes] = deferred(mapped_column(LargeBinary, nullable=False))
    """JPEG without metadata."""


class AbsenceCertificateAnswer(Base):
    """What became of a certificate."""

    __tablename__ = "absence_certificate_answer"
    __table_args__ = (
        CheckConstraint("(outcome = 'accepted') = (absence_id IS NOT NULL)", name="absence"),
        CheckConstraint("outcome <> 'rejected' OR reason <> ''", name="reason"),
    )

    certificate_id: Mapped[UUID] = mapped_column(
        ForeignKey("absence_certificate.id"), primary_key=True
    )
    outcome: Mapped[CertificateOutcome]
    absence_id: Mapped[UUID | None] = mapped_column(ForeignKey("absence.id"), index=True)
    """What it documents."""
    reason: Mapped[str] = mapped_column(Text, default="")
    """Why it was not accepted, in Norwegian."""
    answered_by: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    answered_at: Mapped[datetime]


class CertificateTouched(Exception):
    """A programming error: something tried to change what was sent."""


def _refuse(_mapper: Mapper[Any], _connection: Connection, row: Base) -> None:
    raise CertificateTouched(row.__tablename__)


for _model in (AbsenceCertificate, AbsenceCertificatePage, AbsenceCertificateAnswer):
    for _moment in ("before_update", "before_delete"):
        event.listen(_model, _moment, _refuse)
