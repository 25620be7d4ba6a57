"""Opening the class list of a session. Marks are kept by `app.attendance.service.mark_week`."""

from uuid import UUID

from sqlalchemy.orm import Session

from app.attendance.models import Group, GroupSession
from app.attendance.queries import get_group_for, get_session_of_group
from app.attendance.registration.locking import is_locked, marks_lock
from app.attendance.registration.queries import (
    ClassRows,
    TodaySession,
    list_sessions_of_teacher,
    list_sessions_on,
    load_class,
)
from app.attendance.registration.sheet import days_of, is_code_of
from app.attendance.service.permission import require_registrar
from app.audit import service as audit
from app.audit.actions import Action
from app.core.actor import Actor
from app.core.clock import Clock, today
from app.core.errors import NotFound


def open_class(
    session: Session, clock: Clock, actor: Actor, group_id: UUID, session_id: UUID
) -> tuple[Group, ClassRows, bool]:
    """Return a session's class list, and whether the deadline is over; record who was seen.

    Raises:
        NotFound: there is no such group or session, or it is another teacher's.
    """
    require_registrar(actor)
    group = get_group_for(session, actor.scope, actor, group_id, today(clock))
    meeting = get_session_of_group(session, actor.scope, group.id, session_id)
    rows = load_class(session, actor.scope, meeting)
    audit.record(
        session,
        clock,
        actor,
        Action.ATTENDANCE_VIEWED,
        ("group_session", meeting.id),
        details={
            "first_day": meeting.day.isoformat(),
            "participant_ids": sorted({str(each.participant_id) for each in rows.members}),
        },
    )
    lock = marks_lock(session, actor.scope)
    return group, rows, is_locked(meeting.day, today(clock), lock)


def list_own_today(session: Session, clock: Clock, actor: Actor) -> list[TodaySession]:
    """Return what the actor teaches today; no names."""
    return list_sessions_of_teacher(session, actor.scope, actor.user_id, today(clock))


def find_by_code(session: Session, clock: Clock, actor: Actor, code: str) -> GroupSession | None:
    """Return the session that a printed list belongs to, if the actor may open it; no names."""
    require_registrar(actor)
    for found in list_sessions_on(session, actor.scope, days_of(code, today(clock))):
        if not is_code_of(code, found.day, found.id):
            continue
        try:
            get_group_for(session, actor.scope, actor, found.group_id, today(clock))
        except NotFound:
            continue
        return found
    return None
