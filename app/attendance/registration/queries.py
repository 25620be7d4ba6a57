"""Reading the class list of a session, and the sessions of a teacher's day."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from sqlalchemy import case, func, or_, select
from sqlalchemy.orm import Session

from app.attendance.membership import is_member_that_day
from app.attendance.models import (
    AttendanceMark,
    Group,
    GroupMembership,
    GroupSession,
)
from app.attendance.queries import MemberLine, list_members
from app.attendance.queries.week import load_told
from app.attendance.registration.models import MarkCorrection
from app.core.actor import MunicipalityScope
from app.core.period import Period
from app.enrolment.models import Participant


@dataclass(frozen=True, slots=True)
class ClassRows:
    """Everything that the class list of a session is drawn from."""

    meeting: GroupSession
    members: tuple[MemberLine, ...]
    marks: dict[UUID, AttendanceMark]
    """By participant."""
    told: frozenset[UUID]
    """Participants with a registered absence that day. The reason is none of the teacher's."""
    corrections: tuple[tuple[MarkCorrection, str], ...]
    """With the participant's name, newest first."""


@dataclass(frozen=True, slots=True)
class TodaySession:
    """A session of today, and how far its registration has come."""

    session_id: UUID
    group_id: UUID
    group_name: str
    title: str
    starts_at: time
    is_cancelled: bool
    members: int
    marked: int


def load_class(session: Session, scope: MunicipalityScope, meeting: GroupSession) -> ClassRows:
    """Return the class list of a session in five queries, however many people."""
    day = Period(meeting.day, meeting.day)
    members = list_members(session, scope, meeting.group_id, day)
    marks = select(AttendanceMark).where(AttendanceMark.session_id == meeting.id)
    told = load_told(session, scope, {each.participant_id for each in members}, day)
    corrections = (
        select(MarkCorrection, Participant.given_name, Participant.family_name)
        .join(Participant, Participant.id == MarkCorrection.participant_id)
        .where(Participant.municipality_id == scope.municipality_id)
        .where(MarkCorrection.session_id == meeting.id)
        .order_by(MarkCorrection.corrected_at.desc(), MarkCorrection.id)
    )
    return ClassRows(
        meeting=meeting,
        members=tuple(members),
        marks={row.participant_id: row for row in session.scalars(marks)},
        told=frozenset(who for who, _day in told),
        corrections=tuple(
            (row.MarkCorrection, f"{row.given_name} {row.family_name}")
            for row in session.execute(corrections)
        ),
    )


def list_sessions_on(
    session: Session, scope: MunicipalityScope, days: Collection[date]
) -> list[GroupSession]:
    """Return the municipality's sessions on these days, newest first."""
    rows = (
        select(GroupSession)
        .join(Group, Group.id == GroupSession.group_id)
        .where(Group.municipality_id == scope.municipality_id, GroupSession.day.in_(days))
        .order_by(GroupSession.day.desc(), GroupSession.starts_at, GroupSession.id)
    )
    return list(session.scalars(rows))


def list_sessions_of_teacher(
    session: Session, scope: MunicipalityScope, teacher_id: UUID, day: date
) -> list[TodaySession]:
    """Return the sessions that somebody teaches on a day, in order: her own and as substitute."""
    teaches = or_(
        GroupSession.teacher_id == teacher_id,
        GroupSession.teacher_id.is_(None) & (Group.teacher_id == teacher_id),
    )
    is_marked = case((AttendanceMark.id.is_not(None), 1), else_=0)
    rows = (
        select(
            GroupSession.id,
            Group.id,
            Group.name,
            GroupSession.title,
            GroupSession.starts_at,
            GroupSession.is_cancelled,
            func.count(GroupMembership.id),
            func.coalesce(func.sum(is_marked), 0),
        )
        .join(Group, Group.id == GroupSession.group_id)
        .outerjoin(GroupMembership, is_member_that_day())
        .outerjoin(
            AttendanceMark,
            (AttendanceMark.session_id == GroupSession.id)
            & (AttendanceMark.participant_id == GroupMembership.participant_id),
        )
        .where(Group.municipality_id == scope.municipality_id, GroupSession.day == day, teaches)
        .group_by(
            GroupSession.id,
            Group.id,
            Group.name,
            GroupSession.title,
            GroupSession.starts_at,
            GroupSession.is_cancelled,
        )
        .order_by(GroupSession.starts_at, Group.name, GroupSession.id)
    )
    return [TodaySession(*row) for row in session.execute(rows)]
