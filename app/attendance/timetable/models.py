"""Rooms, and the days on which the municipality has no programme."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from app.attendance.timetable.kinds import ClosedKind
from app.core.ids import new_id
from app.persistence.base import Base


class Room(Base):
    """A place where groups meet, one at a time."""

    __tablename__ = "room"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    municipality_id: Mapped[UUID] = mapped_column(ForeignKey("municipality.id"), index=True)
    name: Mapped[str] = mapped_column(String(100))
    is_active: Mapped[bool] = mapped_column(default=True)
    row_version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": row_version}  # noqa: RUF012 (SQLAlchemy's own form)


class ClosedDay(Base):
    """Days without sessions, for the whole municipality or one group. Never absence."""

    __tablename__ = "closed_day"
    __table_args__ = (CheckConstraint("first_day <= last_day", name="first_before_last"),)

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    municipality_id: Mapped[UUID] = mapped_column(ForeignKey("municipality.id"), index=True)
    group_id: Mapped[UUID | None] = mapped_column(ForeignKey("group.id"), index=True)
    """None: the whole municipality."""
    kind: Mapped[ClosedKind]
    name: Mapped[str] = mapped_column(String(100))
    first_day: Mapped[date]
    last_day: Mapped[date]
    created_by: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    created_at: Mapped[datetime]
