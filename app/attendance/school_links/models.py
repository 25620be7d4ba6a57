"""Links for schools, and what came by them. What was sent is never changed."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    CheckConstraint,
    Connection,
    ForeignKey,
    Index,
    String,
    Text,
    UniqueConstraint,
    event,
)
from sqlalchemy.orm import Mapped, Mapper, mapped_column

from app.core.ids import new_id
from app.persistence.base import Base


class SchoolLink(Base):
    """A secret address with which a school tells of absence in one group."""

    __tablename__ = "school_link"
    __table_args__ = (
        Index(None, "municipality_id", "group_id"),
        CheckConstraint("first_day <= last_day", name="order"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    municipality_id: Mapped[UUID] = mapped_column(ForeignKey("municipality.id"))
    group_id: Mapped[UUID] = mapped_column(ForeignKey("group.id"))
    school: Mapped[str] = mapped_column(String(200))
    contact: Mapped[str] = mapped_column(String(200))
    """Who got it."""
    first_day: Mapped[date]
    last_day: Mapped[date]
    """Of the days that can be told about."""
    address_hash: Mapped[str] = mapped_column(String(64), unique=True)
    """SHA-256 of the secret in the address: a copy of the database opens no link."""
    created_by: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    created_at: Mapped[datetime]
    revoked_by: Mapped[UUID | None] = mapped_column(ForeignKey("user.id"))
    revoked_at: Mapped[datetime | None]


class SchoolReport(Base):
    """What the school told about some days."""

    __tablename__ = "school_report"
    __table_args__ = (
        UniqueConstraint("link_id", "number"),
        CheckConstraint("first_day <= last_day", name="order"),
        CheckConstraint("sender <> ''", name="sender"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    link_id: Mapped[UUID] = mapped_column(ForeignKey("school_link.id"))
    number: Mapped[int]
    first_day: Mapped[date]
    last_day: Mapped[date]
    sender: Mapped[str] = mapped_column(String(200))
    """The name that was typed."""
    rows: Mapped[str] = mapped_column(Text)
    """As a list from a school: reference, day and minutes."""
    absences: Mapped[int]
    """How many days that somebody was away."""
    sent_at: Mapped[datetime]


class SchoolReportAnswer(Base):
    """What the municipality did with a report."""

    __tablename__ = "school_report_answer"
    __table_args__ = (CheckConstraint("is_taken_in OR reason <> ''", name="reason"),)

    report_id: Mapped[UUID] = mapped_column(ForeignKey("school_report.id"), primary_key=True)
    is_taken_in: Mapped[bool]
    reason: Mapped[str] = mapped_column(Text, default="")
    """Why it was set aside, or marks were changed after the deadline."""
    answered_by: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    answered_at: Mapped[datetime]


class ReportTouched(Exception):
    """A programming error: something tried to change what was sent or answered."""


def _refuse(_mapper: Mapper[Any], _connection: Connection, row: Any) -> None:
    raise ReportTouched(type(row).__name__)


for _moment in ("before_update", "before_delete"):
    for _model in (SchoolReport, SchoolReportAnswer):
        event.listen(_model, _moment, _refuse)
