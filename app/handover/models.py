"""Bundles that were made and received: bytes that nobody changes afterwards."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import (
    CheckConstraint,
    ForeignKey,
    Index,
    LargeBinary,
    String,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from app.core.ids import new_id
from app.handover.kinds import HandoverGround
from app.persistence.base import Base


class HandoverMade(Base):
    """A bundle that was made of a case."""

    __tablename__ = "handover_made"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    municipality_id: Mapped[UUID] = mapped_column(ForeignKey("municipality.id"))
    participant_id: Mapped[UUID] = mapped_column(ForeignKey("participant.id"), index=True)
    recipient: Mapped[str] = mapped_column(String(100))
    """The municipality that the participant moves to."""
    ground: Mapped[HandoverGround]
    reason: Mapped[str] = mapped_column(Text)
    """In the caseworker's words: what the participant said, or what the purpose is."""
    content: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)
    sha256: Mapped[str] = mapped_column(String(64))
    made_by: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    made_at: Mapped[datetime]


class HandoverReceived(Base):
    """A bundle that came from another municipality, kept byte for byte."""

    __tablename__ = "handover_received"
    __table_args__ = (
        UniqueConstraint("municipality_id", "digest"),
        Index(
            "uq_handover_received_origin",
            "municipality_id",
            "origin_id",
            unique=True,
            sqlite_where=text("participant_id IS NOT NULL"),
            postgresql_where=text("participant_id IS NOT NULL"),
        ),
        CheckConstraint(
            "(participant_id IS NULL) = (taken_in_by IS NULL)"
            " AND (participant_id IS NULL) = (taken_in_at IS NULL)",
            name="taken_in_by_somebody",
        ),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    municipality_id: Mapped[UUID] = mapped_column(ForeignKey("municipality.id"))
    participant_id: Mapped[UUID | None] = mapped_column(ForeignKey("participant.id"), unique=True)
    """Whose case it became; None: nobody has taken it in yet."""
    origin_id: Mapped[UUID]
    """The participant's id where the bundle was made."""
    sender: Mapped[str] = mapped_column(String(100))
    fingerprint: Mapped[str] = mapped_column(String(40))
    content: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)
    sha256: Mapped[str] = mapped_column(String(64))
    """Of the file."""
    digest: Mapped[str] = mapped_column(String(64))
    """Of what is in it, however it was packed (`bundle.Bundle.digest`)."""
    uploaded_by: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    uploaded_at: Mapped[datetime]
    taken_in_by: Mapped[UUID | None] = mapped_column(ForeignKey("user.id"))
    taken_in_at: Mapped[datetime | None]


class KnownSender(Base):
    """A fingerprint that somebody has compared with the sender."""

    __tablename__ = "known_sender"
    __table_args__ = (UniqueConstraint("municipality_id", "fingerprint"),)

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    municipality_id: Mapped[UUID] = mapped_column(ForeignKey("municipality.id"))
    fingerprint: Mapped[str] = mapped_column(String(40))
    sender: Mapped[str] = mapped_column(String(100))
    confirmed_by: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    confirmed_at: Mapped[datetime]
