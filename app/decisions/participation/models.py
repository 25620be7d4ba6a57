"""Certificates as they were issued. None is ever changed: another one takes its place."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Connection, ForeignKey, Index, Text, UniqueConstraint, event
from sqlalchemy.orm import Mapped, Mapper, mapped_column

from app.core.ids import new_id
from app.decisions.participation.kinds import ProgrammeEnding
from app.persistence.base import Base


class ParticipationCertificate(Base):
    """Deltakerbevis (integreringsloven § 18 a). The newest of a participant's counts."""

    __tablename__ = "participation_certificate"
    __table_args__ = (
        UniqueConstraint("participant_id", "number"),
        Index(None, "municipality_id"),
        CheckConstraint("first_day <= last_day", name="order"),
        CheckConstraint("number = 1 OR replaces_because <> ''", name="replaces_because"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    municipality_id: Mapped[UUID] = mapped_column(ForeignKey("municipality.id"))
    participant_id: Mapped[UUID] = mapped_column(ForeignKey("participant.id"))
    number: Mapped[int]
    ending: Mapped[ProgrammeEnding]
    first_day: Mapped[date]
    last_day: Mapped[date]
    replaces_because: Mapped[str] = mapped_column(Text, default="")
    """Why it takes the place of the one before; empty: it is the first."""
    document_id: Mapped[UUID] = mapped_column(ForeignKey("issued_document.id"), unique=True)
    issued_by: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    issued_at: Mapped[datetime]


class CertificateTouched(Exception):
    """A programming error: something tried to change a certificate that is out."""


def _refuse(_mapper: Mapper[Any], _connection: Connection, row: ParticipationCertificate) -> None:
    raise CertificateTouched(str(row.id))


for _moment in ("before_update", "before_delete"):
    event.listen(ParticipationCertificate, _moment, _refuse)
