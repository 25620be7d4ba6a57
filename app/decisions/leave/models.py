"""Applications for leave with what was decided: rows that follow each other and never change."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Connection, ForeignKey, Index, String, Text, event
from sqlalchemy.orm import Mapped, Mapper, mapped_column

from app.core.ids import new_id
from app.decisions.leave.kinds import LeaveOutcome, LeaveWay
from app.persistence.base import Base
from app.rules.absence import AbsenceReason, WelfareGround


class LeaveApplication(Base):
    """Søknad om fravær eller permisjon (integreringsloven § 17), as it came."""

    __tablename__ = "leave_application"
    __table_args__ = (
        Index(None, "municipality_id", "participant_id"),
        CheckConstraint("first_day <= last_day", name="order"),
        CheckConstraint("minutes IS NULL OR minutes > 0", name="minutes"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    municipality_id: Mapped[UUID] = mapped_column(ForeignKey("municipality.id"))
    participant_id: Mapped[UUID] = mapped_column(ForeignKey("participant.id"))
    way: Mapped[LeaveWay]
    received_on: Mapped[date]
    """Also the day on which the participant told about a religious holiday (§ 17)."""
    first_day: Mapped[date]
    last_day: Mapped[date]
    statement_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("absence_statement.id"), unique=True
    )
    """What the participant sent from her own page; None: it came otherwise."""
    minutes: Mapped[int | None]
    """Of each day; None: whole days."""
    reason: Mapped[AbsenceReason]
    welfare_ground: Mapped[WelfareGround | None]
    child_id: Mapped[UUID | None] = mapped_column(ForeignKey("child.id"))
    has_medical_certificate: Mapped[bool]
    language: Mapped[str] = mapped_column(String(10))
    """BCP 47 code of the words."""
    words: Mapped[str] = mapped_column(Text, default="")
    """What the participant wrote or said; no diagnosis."""
    registered_by: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    registered_at: Mapped[datetime]


class LeaveClosing(Base):
    """Nothing is decided: the participant took the application back, or it was a mistake."""

    __tablename__ = "leave_closing"
    __table_args__ = (CheckConstraint("reason <> ''", name="reason"),)

    application_id: Mapped[UUID] = mapped_column(
        ForeignKey("leave_application.id"), primary_key=True
    )
    reason: Mapped[str] = mapped_column(Text)
    closed_by: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    closed_at: Mapped[datetime]


class DecidedLeave(Base):
    """What a decision says of an application. A draft thrown away takes its row along."""

    __tablename__ = "decided_leave"
    __table_args__ = (
        CheckConstraint("(outcome = 'refused') = (first_day IS NULL)", name="first_day"),
        CheckConstraint("(outcome = 'refused') = (last_day IS NULL)", name="last_day"),
        CheckConstraint("first_day <= last_day", name="order"),
    )

    decision_id: Mapped[UUID] = mapped_column(
        ForeignKey("administrative_decision.id", ondelete="CASCADE"), primary_key=True
    )
    application_id: Mapped[UUID] = mapped_column(ForeignKey("leave_application.id"), unique=True)
    outcome: Mapped[LeaveOutcome]
    first_day: Mapped[date | None]
    """Of what is granted."""
    last_day: Mapped[date | None]


class GrantedLeave(Base):
    """The absence that a decision laid into the calendar."""

    __tablename__ = "granted_leave"

    decision_id: Mapped[UUID] = mapped_column(
        ForeignKey("administrative_decision.id"), primary_key=True
    )
    absence_id: Mapped[UUID] = mapped_column(ForeignKey("absence.id"), unique=True)


class LeaveTouched(Exception):
    """A programming error: something tried to change what was received or decided."""


def _refuse(_mapper: Mapper[Any], _connection: Connection, row: Any) -> None:
    raise LeaveTouched(type(row).__name__)


for _model in (LeaveApplication, LeaveClosing, GrantedLeave):
    for _moment in ("before_update", "before_delete"):
        event.listen(_model, _moment, _refuse)
event.listen(DecidedLeave, "before_update", _refuse)
