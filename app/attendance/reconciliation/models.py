"""Objections and settlements. Neither is ever changed: the one stands beside the other."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    CheckConstraint,
    Connection,
    ForeignKey,
    String,
    Text,
    UniqueConstraint,
    event,
)
from sqlalchemy.orm import Mapped, Mapper, mapped_column

from app.attendance.reconciliation.kinds import DisputeKind, Outcome
from app.core.ids import new_id
from app.persistence.base import Base


class AttendanceObjection(Base):
    """What a participant says of a mark that she thinks is wrong."""

    __tablename__ = "attendance_objection"
    __table_args__ = (
        # Once for each version of the mark: what was settled is not asked again.
        UniqueConstraint("session_id", "participant_id", "mark_version"),
        CheckConstraint("minutes_said >= 0 AND minutes_said < minutes_marked", name="says_less"),
        CheckConstraint("words <> ''", name="words"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    session_id: Mapped[UUID] = mapped_column(ForeignKey("group_session.id"))
    participant_id: Mapped[UUID] = mapped_column(ForeignKey("participant.id"), index=True)
    mark_version: Mapped[int]
    minutes_marked: Mapped[int]
    """Missed according to the mark that she saw."""
    minutes_said: Mapped[int]
    """Missed according to herself; 0: she was there the whole time."""
    words: Mapped[str] = mapped_column(Text)
    language: Mapped[str] = mapped_column(String(10))
    """BCP 47 code of the language that she wrote in."""
    made_at: Mapped[datetime]
    made_by: Mapped[UUID] = mapped_column(ForeignKey("user.id"))


class AttendanceSettlement(Base):
    """What a caseworker found, with the reason."""

    __tablename__ = "attendance_settlement"
    __table_args__ = (
        UniqueConstraint("session_id", "participant_id", "mark_version", "kind"),
        CheckConstraint("reason <> ''", name="reason"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    session_id: Mapped[UUID] = mapped_column(ForeignKey("group_session.id"))
    participant_id: Mapped[UUID] = mapped_column(ForeignKey("participant.id"), index=True)
    mark_version: Mapped[int]
    """The version of the mark that was looked at. A newer one opens the question again."""
    kind: Mapped[DisputeKind]
    outcome: Mapped[Outcome]
    minutes_absent: Mapped[int]
    """Missed after the settlement."""
    reason: Mapped[str] = mapped_column(Text)
    settled_by: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    settled_at: Mapped[datetime]


class DisputeTouched(Exception):
    """A programming error: something tried to change what was written."""


def _refuse(
    _mapper: Mapper[Any], _connection: Connection, row: AttendanceObjection | AttendanceSettlement
) -> None:
    raise DisputeTouched(row.__tablename__)


for _model in (AttendanceObjection, AttendanceSettlement):
    for _moment in ("before_update", "before_delete"):
        event.listen(_model, _moment, _refuse)
