"""Attendance of a whole municipality over a period: what payment and worklists are built from.

Streamed Core rows, ordered by participant: a month of a big municipality never becomes objects,
and only marks that differ from "present" are read. `among` asks about these participants alone.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Executable, exists, func, select
from sqlalchemy.orm import Session

from app.attendance.membership import is_member_that_day
from app.attendance.models import (
    Absence,
    AbsenceStatus,
    AttendanceMark,
    Group,
    GroupMembership,
    GroupSession,
)
from app.core.actor import MunicipalityScope
from app.core.period import Period
from app.enrolment.models import Participant

ROWS_AT_A_TIME = 2_000


@dataclass(frozen=True, slots=True)
class AbsentDay:
    """A day on which a participant missed something, whatever the reason."""

    day: date
    minutes_absent: int
    scheduled_minutes: int
    """Everything that was planned for her that day, in all her groups."""

    @property
    def is_whole_day(self) -> bool:
        """Tell whether she missed everything that was planned that day."""
        return self.minutes_absent >= self.scheduled_minutes


@dataclass(frozen=True, slots=True)
class UnmarkedSession:
    """A session that was held, without a mark for somebody who should have been there."""

    session_id: UUID
    group_id: UUID
    day: date
    minutes: int


@dataclass(frozen=True, slots=True)
class UnexplainedDay:
    """A day on which more was missed than registered absences explain («Mangler grunn»)."""

    participant_id: UUID
    day: date
    minutes: int
    """What is not explained."""


ParticipantDays = tuple[UUID, tuple[AbsentDay, ...]]
ParticipantSessions = tuple[UUID, tuple[UnmarkedSession, ...]]
ParticipantSchedule = tuple[UUID, dict[date, int]]


def absent_minutes(
    session: Session,
    scope: MunicipalityScope,
    period: Period,
    *,
    participant_id: UUID | None = None,
    among: Collection[UUID] | None = None,
) -> Iterator[ParticipantDays]:
    """Yield each participant who missed something in the period, with her days in order."""
    scheduled = (
        select(func.sum(GroupSession.minutes))
        .join(GroupMembership, is_member_that_day())
        .where(
            GroupMembership.participant_id == AttendanceMark.participant_id,
            GroupSession.day == AttendanceMark.day,
            ~GroupSession.is_cancelled,
        )
        .correlate(AttendanceMark)
        .scalar_subquery()
    )
    held = exists().where(GroupSession.id == AttendanceMark.session_id, ~GroupSession.is_cancelled)
    rows = (
        select(
            AttendanceMark.participant_id,
            AttendanceMark.day,
            func.sum(AttendanceMark.minutes_absent),
            func.coalesce(scheduled, 0),
        )
        .join(Participant, Participant.id == AttendanceMark.participant_id)
        .where(_is_in(scope), _within(AttendanceMark.day, period))
        .where(AttendanceMark.minutes_absent > 0, held)
        .group_by(AttendanceMark.participant_id, AttendanceMark.day)
        .order_by(AttendanceMark.participant_id, AttendanceMark.day)
    )
    if participant_id is not None:
        rows = rows.where(AttendanceMark.participant_id == participant_id)
    if among is not None:
        rows = rows.where(AttendanceMark.participant_id.in_(among))
    for who, days in _grouped(session, rows):
        # A mark may be older than a change of groups: what was missed was planned then.
        yield (
            who,
            tuple(
                AbsentDay(day, int(missed), max(int(planned), int(missed)))
                for _, day, missed, planned in days
            ),
        )


def scheduled_minutes(
    session: Session,
    scope: MunicipalityScope,
    period: Period,
    *,
    participant_id: UUID | None = None,
    among: Collection[UUID] | None = None,
) -> Iterator[ParticipantSchedule]:
    """Yield each participant with something planned in the period: minutes by day."""
    rows = (
        select(GroupMembership.participant_id, GroupSession.day, func.sum(GroupSession.minutes))
        .join(GroupSession, is_member_that_day())
        .join(Participant, Participant.id == GroupMembership.participant_id)
        .where(_is_in(scope), _within(GroupSession.day, period), ~GroupSession.is_cancelled)
        .group_by(GroupMembership.participant_id, GroupSession.day)
        .order_by(GroupMembership.participant_id, GroupSession.day)
    )
    if participant_id is not None:
        rows = rows.where(GroupMembership.participant_id == participant_id)
    if among is not None:
        rows = rows.where(GroupMembership.participant_id.in_(among))
    for who, days in _grouped(session, rows):
        yield who, {day: int(minutes) for _, day, minutes in days}


def unmarked_sessions(
    session: Session,
    scope: MunicipalityScope,
    period: Period,
    *,
    participant_id: UUID | None = None,
    among: Collection[UUID] | None = None,
) -> Iterator[ParticipantSessions]:
    """Yield each participant whose attendance nobody registered, with the sessions in order."""
    marked = exists().where(
        AttendanceMark.session_id == GroupSession.id,
        AttendanceMark.participant_id == GroupMembership.participant_id,
    )
    rows = (
        select(
            GroupMembership.participant_id,
            GroupSession.id,
            GroupSession.group_id,
            GroupSession.day,
            GroupSession.minutes,
        )
        .join(GroupSession, is_member_that_day())
        .join(Participant, Participant.id == GroupMembership.participant_id)
        .where(_is_in(scope), _within(GroupSession.day, period))
        .where(~GroupSession.is_cancelled, ~marked)
        .order_by(GroupMembership.participant_id, GroupSession.day, GroupSession.starts_at)
        .order_by(GroupSession.id)
    )
    if participant_id is not None:
        rows = rows.where(GroupMembership.participant_id == participant_id)
    if among is not None:
        rows = rows.where(GroupMembership.participant_id.in_(among))
    for who, sessions in _grouped(session, rows):
        yield who, tuple(UnmarkedSession(*rest) for _, *rest in sessions)


def list_unexplained_absences(
    session: Session,
    scope: MunicipalityScope,
    period: Period,
    *,
    participant_id: UUID | None = None,
) -> list[UnexplainedDay]:
    """Return the days on which more was missed than registered absences explain, newest first."""
    whole_day = 24 * 60
    explained = (
        select(func.sum(func.coalesce(Absence.minutes, whole_day)))
        .where(
            Absence.participant_id == AttendanceMark.participant_id,
            Absence.status == AbsenceStatus.REGISTERED,
            Absence.first_day <= AttendanceMark.day,
            Absence.last_day >= AttendanceMark.day,
        )
        .correlate(AttendanceMark)
        .scalar_subquery()
    )
    missing = func.sum(AttendanceMark.minutes_absent) - func.coalesce(explained, 0)
    rows = (
        select(AttendanceMark.participant_id, AttendanceMark.day, missing)
        .join(Participant, Participant.id == AttendanceMark.participant_id)
        .join(GroupSession, GroupSession.id == AttendanceMark.session_id)
        .where(_is_in(scope), _within(AttendanceMark.day, period))
        .where(AttendanceMark.minutes_absent > 0, ~GroupSession.is_cancelled)
        .group_by(AttendanceMark.participant_id, AttendanceMark.day)
        .having(missing > 0)
        .order_by(AttendanceMark.day.desc(), AttendanceMark.participant_id)
    )
    if participant_id is not None:
        rows = rows.where(AttendanceMark.participant_id == participant_id)
    return [UnexplainedDay(who, day, int(minutes)) for who, day, minutes in session.execute(rows)]


def list_unmarked_groups(
    session: Session, scope: MunicipalityScope, period: Period
) -> list[tuple[UUID, str, date, int]]:
    """Return (group, name, first day, missing marks) for groups with sessions nobody marked."""
    marked = exists().where(
        AttendanceMark.session_id == GroupSession.id,
        AttendanceMark.participant_id == GroupMembership.participant_id,
    )
    rows = (
        select(Group.id, Group.name, func.min(GroupSession.day), func.count())
        .join(GroupSession, GroupSession.group_id == Group.id)
        .join(GroupMembership, is_member_that_day())
        .where(Group.municipality_id == scope.municipality_id)
        .where(_within(GroupSession.day, period), ~GroupSession.is_cancelled, ~marked)
        .group_by(Group.id, Group.name)
        .order_by(func.min(GroupSession.day), Group.name, Group.id)
    )
    return [(group_id, name, day, count) for group_id, name, day, count in session.execute(rows)]


def _grouped(
    session: Session, rows: Executable
) -> Iterator[tuple[UUID, Iterator[tuple[Any, ...]]]]:
    found = session.execute(rows, execution_options={"yield_per": ROWS_AT_A_TIME})
    yield from groupby(found, key=itemgetter(0))


def _is_in(scope: MunicipalityScope) -> ColumnElement[bool]:
    return Participant.municipality_id == scope.municipality_id


def _within(day: Any, period: Period) -> ColumnElement[bool]:
    found: ColumnElement[bool] = day.between(period.first_day, period.last_day)
    return found
