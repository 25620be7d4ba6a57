"""Groups, sessions, marks and absences."""

from datetime import date, datetime, time
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from app.core.ids import new_id
from app.persistence.base import Base
from app.rules.absence import AbsenceReason, WelfareGround


class GroupKind(StrEnum):
    """Whether several meet, or one participant alone."""

    GROUP = "group"
    INDIVIDUAL = "individual"
    """One participant's practice, part-time work or other element with times of its own."""


class Group(Base):
    """A class or a programme group that meets regularly, or one participant's own element."""

    __tablename__ = "group"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    municipality_id: Mapped[UUID] = mapped_column(ForeignKey("municipality.id"), index=True)
    name: Mapped[str] = mapped_column(String(100))
    teacher_id: Mapped[UUID | None] = mapped_column(ForeignKey("user.id"), index=True)
    is_active: Mapped[bool] = mapped_column(default=True)
    kind: Mapped[GroupKind] = mapped_column(default=GroupKind.GROUP)
    plan_element_id: Mapped[UUID | None] = mapped_column(ForeignKey("plan_element.id"), index=True)
    """What an individual element was made from."""
    place: Mapped[str] = mapped_column(String(200), default="")
    """Of an individual element: the employer, the school or the address."""
    contact: Mapped[str] = mapped_column(String(200), default="")
    """Of an individual element: whom to call there."""
    row_version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": row_version}  # noqa: RUF012 (SQLAlchemy's own form)


class TimetableSlot(Base):
    """A weekly meeting of a group; sessions are made from it week by week."""

    __tablename__ = "timetable_slot"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    group_id: Mapped[UUID] = mapped_column(ForeignKey("group.id"), index=True)
    weekday: Mapped[int]
    """1 Monday to 7 Sunday (ISO)."""
    starts_at: Mapped[time]
    ends_at: Mapped[time]
    title: Mapped[str] = mapped_column(String(100))
    first_day: Mapped[date]
    last_day: Mapped[date]
    room_id: Mapped[UUID | None] = mapped_column(ForeignKey("room.id"), index=True)
    teacher_id: Mapped[UUID | None] = mapped_column(ForeignKey("user.id"), index=True)
    """None: the group's teacher."""


class GroupMembership(Base):
    """A participant's time in a group, both days counted; the last may be open."""

    __tablename__ = "group_membership"
    __table_args__ = (UniqueConstraint("group_id", "participant_id", "first_day"),)

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    group_id: Mapped[UUID] = mapped_column(ForeignKey("group.id"))
    participant_id: Mapped[UUID] = mapped_column(ForeignKey("participant.id"), index=True)
    first_day: Mapped[date]
    last_day: Mapped[date | None]


class GroupSession(Base):
    """One meeting of a group on one day: what attendance is registered for (§ 24)."""

    __tablename__ = "group_session"
    __table_args__ = (
        UniqueConstraint("group_id", "day", "starts_at"),
        Index(None, "day", "group_id"),
        CheckConstraint("minutes > 0", name="minutes_positive"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    group_id: Mapped[UUID] = mapped_column(ForeignKey("group.id"))
    day: Mapped[date]
    starts_at: Mapped[time]
    minutes: Mapped[int]
    """Length that counts as programme time."""
    title: Mapped[str] = mapped_column(String(100))
    is_cancelled: Mapped[bool] = mapped_column(default=False)
    """Not held: nobody can have been absent from it, and it waits for no marks."""
    cancel_reason: Mapped[str] = mapped_column(String(200), default="")
    closed_day_id: Mapped[UUID | None] = mapped_column(ForeignKey("closed_day.id"), index=True)
    """The closed days that cancelled it; None: it is held, or a person cancelled it."""
    slot_id: Mapped[UUID | None] = mapped_column(ForeignKey("timetable_slot.id"), index=True)
    """The weekly meeting it was made from; None: an extra session."""
    planned_on: Mapped[date | None]
    """The day of the weekly meeting, which stays when the session is moved."""
    room_id: Mapped[UUID | None] = mapped_column(ForeignKey("room.id"), index=True)
    teacher_id: Mapped[UUID | None] = mapped_column(ForeignKey("user.id"), index=True)
    """Who teaches this time, such as a substitute; None: the group's teacher."""


class AttendanceMark(Base):
    """How much of a session a participant missed: 0 was there, the whole length was not."""

    __tablename__ = "attendance_mark"
    __table_args__ = (
        UniqueConstraint("session_id", "participant_id"),
        CheckConstraint("minutes_absent >= 0", name="minutes_absent_not_negative"),
        CheckConstraint(
            "minutes_late >= 0 AND minutes_left_early >= 0"
            " AND minutes_late + minutes_left_early <= minutes_absent",
            name="parts_within_absence",
        ),
        Index(None, "participant_id", "day"),
        # The month asks only for what differs from "present": 5 % of the rows.
        Index(
            "ix_attendance_mark_absent",
            "day",
            "participant_id",
            "minutes_absent",
            sqlite_where=text("minutes_absent > 0"),
            postgresql_where=text("minutes_absent > 0"),
        ),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    session_id: Mapped[UUID] = mapped_column(ForeignKey("group_session.id"))
    participant_id: Mapped[UUID] = mapped_column(ForeignKey("participant.id"))
    day: Mapped[date]
    minutes_absent: Mapped[int]
    minutes_late: Mapped[int] = mapped_column(default=0)
    """Of the minutes absent: those before she came."""
    minutes_left_early: Mapped[int] = mapped_column(default=0)
    """Of the minutes absent: those after she left."""
    marked_by: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    marked_at: Mapped[datetime]
    version: Mapped[int] = mapped_column(default=1)
    """Counts the changes, so that a late unsent mark never overwrites a newer one."""


class AbsenceStatus(StrEnum):
    """Whether the absence still counts."""

    REGISTERED = "registered"
    WITHDRAWN = "withdrawn"


class Absence(Base):
    """Fravær, fri or permisjon with its reason: explains marks, and counts against quotas."""

    __tablename__ = "absence"
    __table_args__ = (Index(None, "participant_id", "first_day"),)

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    participant_id: Mapped[UUID] = mapped_column(ForeignKey("participant.id"))
    first_day: Mapped[date]
    last_day: Mapped[date]
    minutes: Mapped[int | None]
    """Missed on each day; None: the whole of each scheduled day."""
    reason: Mapped[AbsenceReason]
    is_self_certified: Mapped[bool] = mapped_column(default=False)
    has_medical_certificate: Mapped[bool] = mapped_column(default=False)
    is_granted: Mapped[bool] = mapped_column(default=False)
    """Leave or permission was granted on application (§ 17)."""
    notice_on: Mapped[date | None]
    """When the participant told about a religious holiday (integreringsforskriften § 17)."""
    child_id: Mapped[UUID | None] = mapped_column(ForeignKey("child.id"))
    welfare_ground: Mapped[WelfareGround | None]
    """Which of the grounds for welfare leave (integreringsforskriften § 14)."""
    note: Mapped[str] = mapped_column(Text, default="")
    """For the caseworker; no diagnosis."""
    status: Mapped[AbsenceStatus] = mapped_column(default=AbsenceStatus.REGISTERED)
    registered_by: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    registered_at: Mapped[datetime]
    row_version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": row_version}  # noqa: RUF012 (SQLAlchemy's own form)
