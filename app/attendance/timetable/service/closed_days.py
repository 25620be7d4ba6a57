"""Closing days: sessions are cancelled with the reason, and come back when the days are opened."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy import exists, select, update
from sqlalchemy.orm import Session

from app.attendance.models import AttendanceMark, Group, GroupSession
from app.attendance.queries import get_group, list_slots
from app.attendance.service.permission import require_case_staff
from app.attendance.service.timetable import make_sessions
from app.attendance.timetable import queries
from app.attendance.timetable.commands import AddClosedDay
from app.attendance.timetable.errors import CannotCloseDay, ClosedDayRefusal
from app.attendance.timetable.models import ClosedDay
from app.audit import service as audit
from app.audit.actions import Action
from app.core.actor import Actor
from app.core.clock import Clock
from app.core.ids import new_id
from app.core.period import Period

LONGEST = timedelta(weeks=10)
"""A summer is shorter; longer is a slip of the finger."""


def add_closed_day(
    session: Session, clock: Clock, actor: Actor, command: AddClosedDay
) -> ClosedDay:
    """Close a period.

    Its sessions are cancelled, but not those with registered attendance: they were held, and are
    shown as conflicts for a person to settle.

    Raises:
        NotFound: there is no such group.
        CannotCloseDay: the period is impossible, or closed already.
    """
    require_case_staff(actor)
    if command.group_id is not None:
        get_group(session, actor.scope, command.group_id)
    if command.last_day < command.first_day:
        raise CannotCloseDay(ClosedDayRefusal.LAST_DAY_BEFORE_FIRST)
    if command.last_day - command.first_day >= LONGEST:
        raise CannotCloseDay(ClosedDayRefusal.TOO_LONG)
    period = Period(command.first_day, command.last_day)
    closed = queries.list_closed_lines(session, actor.scope, period)
    if any(each.group_id in {None, command.group_id} for each in closed):
        raise CannotCloseDay(ClosedDayRefusal.OVERLAPS)
    found = ClosedDay(
        id=new_id(),
        municipality_id=actor.scope.municipality_id,
        group_id=command.group_id,
        kind=command.kind,
        name=command.name,
        first_day=command.first_day,
        last_day=command.last_day,
        created_by=actor.user_id,
        created_at=clock(),
    )
    session.add(found)
    session.flush()
    _cancel_sessions(session, found)
    _record(session, clock, actor, Action.CLOSED_DAY_ADDED, found)
    return found


def remove_closed_day(session: Session, clock: Clock, actor: Actor, closed_day_id: UUID) -> None:
    """Open a period again: what it cancelled is held, and what it kept from being made is made.

    Raises:
        NotFound: there is no such closed period.
    """
    require_case_staff(actor)
    closed = queries.get_closed_day(session, actor.scope, closed_day_id)
    period = Period(closed.first_day, closed.last_day)
    _restore_sessions(session, closed)
    session.delete(closed)
    session.flush()
    for group in _groups(session, closed):
        make_sessions(session, actor.scope, group, list_slots(session, actor.scope, group), period)
    _record(session, clock, actor, Action.CLOSED_DAY_REMOVED, closed)


def _groups(session: Session, closed: ClosedDay) -> list[UUID]:
    groups = select(Group.id).where(Group.municipality_id == closed.municipality_id)
    if closed.group_id is not None:
        groups = groups.where(Group.id == closed.group_id)
    return list(session.scalars(groups.where(Group.is_active).order_by(Group.id)))


def _cancel_sessions(session: Session, closed: ClosedDay) -> None:
    marked = exists().where(AttendanceMark.session_id == GroupSession.id)
    groups = select(Group.id).where(Group.municipality_id == closed.municipality_id)
    if closed.group_id is not None:
        groups = groups.where(Group.id == closed.group_id)
    session.execute(
        update(GroupSession)
        .where(GroupSession.group_id.in_(groups))
        .where(GroupSession.day.between(closed.first_day, closed.last_day))
        .where(~GroupSession.is_cancelled, ~marked)
        .values(is_cancelled=True, cancel_reason=closed.name, closed_day_id=closed.id),
        execution_options={"synchronize_session": "fetch"},
    )


def _restore_sessions(session: Session, closed: ClosedDay) -> None:
    session.execute(
        update(GroupSession)
        .where(GroupSession.closed_day_id == closed.id)
        .values(is_cancelled=False, cancel_reason="", closed_day_id=None),
        execution_options={"synchronize_session": "fetch"},
    )


def _record(
    session: Session, clock: Clock, actor: Actor, action: Action, closed: ClosedDay
) -> None:
    audit.record(
        session,
        clock,
        actor,
        action,
        ("closed_day", closed.id),
        details={
            "first_day": closed.first_day.isoformat(),
            "last_day": closed.last_day.isoformat(),
            "kind": closed.kind.value,
            "group_id": str(closed.group_id) if closed.group_id else None,
        },
    )
