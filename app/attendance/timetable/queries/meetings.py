"""Reading sessions with their place and teacher, for one week or more at a time."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, time
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, case, func, or_, select
from sqlalchemy.orm import Session

from app.accounts.models import User
from app.attendance.membership import is_member_that_day
from app.attendance.models import AttendanceMark, Group, GroupMembership, GroupSession
from app.attendance.timetable.models import Room
from app.core.actor import MunicipalityScope
from app.core.period import Period
from app.enrolment.kinds import AddressProtection
from app.enrolment.models import Participant

MINUTES_PER_HOUR = 60


@dataclass(frozen=True, slots=True)
class Meeting:
    """A session with everything that a timetable shows of it."""

    session_id: UUID
    group_id: UUID
    group_name: str
    day: date
    starts_at: time
    minutes: int
    title: str
    room_id: UUID | None
    room_name: str | None
    place: str
    """Of an individual element; empty where somebody's address is protected."""
    teacher_id: UUID | None
    teacher_name: str | None
    is_substitute: bool
    """Somebody else than the group's teacher."""
    is_cancelled: bool
    cancel_reason: str

    @property
    def begins(self) -> int:
        """Return the minute of the day."""
        return self.starts_at.hour * MINUTES_PER_HOUR + self.starts_at.minute

    @property
    def ends(self) -> int:
        """Return the minute of the day after the last."""
        return self.begins + self.minutes


@dataclass(frozen=True, slots=True)
class GroupMember:
    """Somebody's time in a group."""

    group_id: UUID
    participant_id: UUID
    given_name: str
    family_name: str
    first_day: date
    last_day: date | None

    def is_there_on(self, day: date) -> bool:
        """Tell whether she is a member on the day."""
        return self.first_day <= day and (self.last_day is None or day <= self.last_day)


def list_meetings(
    session: Session,
    scope: MunicipalityScope,
    period: Period,
    *,
    group_id: UUID | None = None,
    room_id: UUID | None = None,
    teacher_id: UUID | None = None,
    participant_id: UUID | None = None,
) -> list[Meeting]:
    """Return the sessions of a period in order, cancelled ones too; filtered as asked."""
    teacher = func.coalesce(GroupSession.teacher_id, Group.teacher_id)
    rows = (
        select(
            GroupSession.id,
            Group.id,
            Group.name,
            GroupSession.day,
            GroupSession.starts_at,
            GroupSession.minutes,
            GroupSession.title,
            GroupSession.room_id,
            Room.name,
            case((_has_protected_member(), ""), else_=Group.place),
            teacher,
            User.display_name,
            case((GroupSession.teacher_id != Group.teacher_id, True), else_=False),
            GroupSession.is_cancelled,
            GroupSession.cancel_reason,
        )
        .join(Group, Group.id == GroupSession.group_id)
        .outerjoin(Room, Room.id == GroupSession.room_id)
        .outerjoin(User, User.id == teacher)
        .where(Group.municipality_id == scope.municipality_id)
        .where(GroupSession.day.between(period.first_day, period.last_day))
        .order_by(GroupSession.day, GroupSession.starts_at, Group.name, GroupSession.id)
    )
    if group_id is not None:
        rows = rows.where(Group.id == group_id)
    if room_id is not None:
        rows = rows.where(GroupSession.room_id == room_id)
    if teacher_id is not None:
        rows = rows.where(teacher == teacher_id)
    if participant_id is not None:
        rows = rows.join(GroupMembership, is_member_that_day()).where(
            GroupMembership.participant_id == participant_id
        )
    found: Iterable[Any] = session.execute(rows)
    return [Meeting(*row) for row in found]


def list_group_members(
    session: Session, scope: MunicipalityScope, period: Period, group_ids: Collection[UUID]
) -> list[GroupMember]:
    """Return who is in these groups during a period, by name."""
    rows = (
        select(
            GroupMembership.group_id,
            GroupMembership.participant_id,
            Participant.given_name,
            Participant.family_name,
            GroupMembership.first_day,
            GroupMembership.last_day,
        )
        .join(Participant, Participant.id == GroupMembership.participant_id)
        .where(Participant.municipality_id == scope.municipality_id)
        .where(GroupMembership.group_id.in_(group_ids))
        .where(GroupMembership.first_day <= period.last_day)
        .where(
            or_(GroupMembership.last_day.is_(None), GroupMembership.last_day >= period.first_day)
        )
        .order_by(Participant.family_name, Participant.given_name, Participant.id)
        .order_by(GroupMembership.first_day, GroupMembership.id)
    )
    return [GroupMember(*row) for row in session.execute(rows)]


def is_marked(session: Session, session_id: UUID) -> bool:
    """Tell whether attendance is registered for a session."""
    marks = select(AttendanceMark.id).where(AttendanceMark.session_id == session_id)
    return session.scalar(marks.limit(1)) is not None


def keeps_place_secret(session: Session, scope: MunicipalityScope, group_id: UUID) -> bool:
    """Tell whether where a group meets would betray somebody with a protected address."""
    groups = select(Group.id).where(Group.municipality_id == scope.municipality_id)
    secret = groups.where(Group.id == group_id, _has_protected_member())
    return session.scalar(secret) is not None


def _has_protected_member() -> ColumnElement[bool]:
    members = select(GroupMembership.id).join(
        Participant, Participant.id == GroupMembership.participant_id
    )
    return (
        members.where(GroupMembership.group_id == Group.id)
        .where(Participant.address_protection != AddressProtection.NONE)
        .correlate(Group)
        .exists()
    )
