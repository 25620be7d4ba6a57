"""Reading what the week grid shows: sessions, members and marks of one group."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.attendance.membership import times_without
from app.attendance.models import (
    Absence,
    AbsenceStatus,
    AttendanceMark,
    Group,
    GroupMembership,
    GroupSession,
)
from app.attendance.queries.groups import MemberLine, list_members
from app.attendance.restrictions.queries import stops_by_participant
from app.attendance.statements.queries import stated_days
from app.core.actor import MunicipalityScope
from app.core.errors import NotFound
from app.core.period import Period


@dataclass(frozen=True, slots=True)
class MarkLine:
    """A mark as the grid shows it."""

    session_id: UUID
    participant_id: UUID
    minutes_absent: int
    version: int
    marked_by: UUID


@dataclass(frozen=True, slots=True)
class WeekRows:
    """Everything that the week of a group is drawn from."""

    period: Period
    sessions: tuple[GroupSession, ...]
    members: tuple[MemberLine, ...]
    marks: dict[tuple[UUID, UUID], MarkLine]
    """By session and participant."""
    told: frozenset[tuple[UUID, date]]
    """Who told that she is away on which day. The reason is none of the teacher's."""


def load_week(
    session: Session, scope: MunicipalityScope, group_id: UUID, period: Period
) -> WeekRows:
    """Return the week of a group in six queries, however many people and sessions."""
    sessions = list_sessions(session, scope, group_id, period)
    members = _without_stops(session, scope, list_members(session, scope, group_id, period))
    people = {member.participant_id for member in members}
    return WeekRows(
        period=period,
        sessions=tuple(sessions),
        members=tuple(members),
        marks=_marks(session, [each.id for each in sessions]),
        told=load_told(session, scope, people, period),
    )


def list_sessions(
    session: Session, scope: MunicipalityScope, group_id: UUID, period: Period
) -> list[GroupSession]:
    """Return the sessions of a group in a period, in order, cancelled ones too."""
    sessions = (
        select(GroupSession)
        .join(Group, Group.id == GroupSession.group_id)
        .where(Group.municipality_id == scope.municipality_id, Group.id == group_id)
        .where(GroupSession.day.between(period.first_day, period.last_day))
        .order_by(GroupSession.day, GroupSession.starts_at, GroupSession.id)
    )
    return list(session.scalars(sessions))


def get_session_of_group(
    session: Session, scope: MunicipalityScope, group_id: UUID, session_id: UUID
) -> GroupSession:
    """Return a session of the group.

    Raises:
        NotFound: the group has no such session.
    """
    sessions = (
        select(GroupSession)
        .join(Group, Group.id == GroupSession.group_id)
        .where(Group.municipality_id == scope.municipality_id, Group.id == group_id)
        .where(GroupSession.id == session_id)
    )
    found = session.scalar(sessions)
    if found is None:
        raise NotFound
    return found


def sessions_by_id(
    session: Session, scope: MunicipalityScope, group_id: UUID, session_ids: Collection[UUID]
) -> dict[UUID, GroupSession]:
    """Return those of the sessions that are the group's, by id."""
    sessions = (
        select(GroupSession)
        .join(Group, Group.id == GroupSession.group_id)
        .where(Group.municipality_id == scope.municipality_id, Group.id == group_id)
        .where(GroupSession.id.in_(session_ids))
    )
    return {found.id: found for found in session.scalars(sessions)}


def marks_by_place(
    session: Session, scope: MunicipalityScope, group_id: UUID, session_ids: Collection[UUID]
) -> dict[tuple[UUID, UUID], AttendanceMark]:
    """Return the marks of these sessions of the group, by session and participant."""
    marks = (
        select(AttendanceMark)
        .join(GroupSession, GroupSession.id == AttendanceMark.session_id)
        .join(Group, Group.id == GroupSession.group_id)
        .where(Group.municipality_id == scope.municipality_id, Group.id == group_id)
        .where(AttendanceMark.session_id.in_(session_ids))
    )
    return {(mark.session_id, mark.participant_id): mark for mark in session.scalars(marks)}


def memberships_by_participant(
    session: Session, scope: MunicipalityScope, group_id: UUID
) -> dict[UUID, list[tuple[date, date | None]]]:
    """Return everybody's times in the group (first day, last day or open)."""
    rows = (
        select(GroupMembership.participant_id, GroupMembership.first_day, GroupMembership.last_day)
        .join(Group, Group.id == GroupMembership.group_id)
        .where(Group.municipality_id == scope.municipality_id, Group.id == group_id)
        .order_by(GroupMembership.first_day, GroupMembership.id)
    )
    times = list(session.execute(rows))
    stops = stops_by_participant(session, scope, {who for who, _first, _last in times})
    found: dict[UUID, list[tuple[date, date | None]]] = {}
    for who, first_day, last_day in times:
        there = times_without(first_day, last_day, stops.get(who, ()))
        found.setdefault(who, []).extend(there)
    return found


def _without_stops(
    session: Session, scope: MunicipalityScope, members: Iterable[MemberLine]
) -> list[MemberLine]:
    """Return the times in a group without the days on which somebody's programme is stopped."""
    lines = list(members)
    stops = stops_by_participant(session, scope, {each.participant_id for each in lines})
    return [
        replace(each, first_day=first_day, last_day=last_day)
        for each in lines
        for first_day, last_day in times_without(
            each.first_day, each.last_day, stops.get(each.participant_id, ())
        )
    ]


def _marks(session: Session, session_ids: Collection[UUID]) -> dict[tuple[UUID, UUID], MarkLine]:
    rows = select(
        AttendanceMark.session_id,
        AttendanceMark.participant_id,
        AttendanceMark.minutes_absent,
        AttendanceMark.version,
        AttendanceMark.marked_by,
    ).where(AttendanceMark.session_id.in_(session_ids))
    return {(row[0], row[1]): MarkLine(*row) for row in session.execute(rows)}


def load_told(
    session: Session, scope: MunicipalityScope, people: Collection[UUID], period: Period
) -> frozenset[tuple[UUID, date]]:
    """Return who is away on which days as far as the municipality was told, answered or not."""
    rows = select(Absence.participant_id, Absence.first_day, Absence.last_day).where(
        Absence.participant_id.in_(people),
        Absence.status == AbsenceStatus.REGISTERED,
        Absence.first_day <= period.last_day,
        Absence.last_day >= period.first_day,
    )
    told = {
        (who, day)
        for who, days in stated_days(session, scope, period, people).items()
        for day in days
    }
    for who, first_day, last_day in session.execute(rows):
        shared = Period(first_day, last_day).intersection(period)
        if shared is not None:
            told.update((who, day) for day in shared.days())
    return frozenset(told)
