"""Corrections of marks after the municipality's deadline. A row is never changed."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Connection, ForeignKey, Index, Text, event
from sqlalchemy.orm import Mapped, Mapper, mapped_column

from app.core.ids import new_id
from app.persistence.base import Base


class MarkCorrection(Base):
    """A mark that was set or changed after the deadline, with the reason."""

    __tablename__ = "mark_correction"
    __table_args__ = (
        Index(None, "session_id", "participant_id"),
        CheckConstraint("reason <> ''", name="reason"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    session_id: Mapped[UUID] = mapped_column(ForeignKey("group_session.id"))
    participant_id: Mapped[UUID] = mapped_column(ForeignKey("participant.id"), index=True)
    minutes_before: Mapped[int | None]
    """None: nobody had marked it."""
    minutes_after: Mapped[int]
    reason: Mapped[str] = mapped_column(Text)
    corrected_by: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    corrected_at: Mapped[datetime]


class CorrectionTouched(Exception):
    """A programming error: something tried to change a correction."""


def _refuse(_mapper: Mapper[Any], _connection: Connection, _row: MarkCorrection) -> None:
    raise CorrectionTouched


for _moment in ("before_update", "before_delete"):
    event.listen(MarkCorrection, _moment, _refuse)
