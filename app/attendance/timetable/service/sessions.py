"""Single sessions: an extra one, or one that is moved or has another room or teacher."""

from datetime import date, time
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.attendance.models import Group, GroupSession
from app.attendance.queries import get_group, get_session_of_group, list_sessions
from app.attendance.service.permission import require_case_staff
from app.attendance.service.timetable import minutes_between
from app.attendance.timetable import queries
from app.attendance.timetable.commands import AddSession, ChangeSession, SessionContent
from app.attendance.timetable.errors import CannotSaveSession, SessionRefusal
from app.attendance.timetable.service.checks import check_room, is_teacher, record_change
from app.core.actor import Actor
from app.core.clock import Clock
from app.core.ids import new_id
from app.core.period import Period
from app.rules.calendar import is_virkedag
from app.sources.public_holidays import public_holidays


def add_session(session: Session, clock: Clock, actor: Actor, command: AddSession) -> GroupSession:
    """Add a session beside the weekly ones.

    Raises:
        NotFound: there is no such group or room.
        CannotSaveSession: the group cannot meet then.
    """
    require_case_staff(actor)
    group = get_group(session, actor.scope, command.group_id)
    _check(session, actor, command.content)
    _check_time(session, actor, group.id, command.content)
    found = GroupSession(id=new_id(), group_id=group.id)
    _fill(found, command.content)
    session.add(found)
    session.flush()
    record_change(session, clock, actor, group.id, "session_added", found.id)
    return found


def change_session(
    session: Session, clock: Clock, actor: Actor, command: ChangeSession
) -> GroupSession:
    """Move one session, or give it another room, teacher or title; the weekly ones stay.

    Raises:
        NotFound: the group has no such session, or there is no such room.
        CannotSaveSession: the group cannot meet then, or attendance is registered.
    """
    require_case_staff(actor)
    group = get_group(session, actor.scope, command.group_id)
    # Whoever registers attendance takes the same lock: a session is not moved from under marks.
    session.execute(select(Group.id).where(Group.id == group.id).with_for_update())
    found = get_session_of_group(session, actor.scope, group.id, command.session_id)
    if found.is_cancelled:
        raise CannotSaveSession(SessionRefusal.CANCELLED)
    content = command.content
    _check(session, actor, content, kept_room_id=found.room_id)
    if _time_of(found) != (
        content.day,
        content.starts_at,
        minutes_between(content.starts_at, content.ends_at),
    ):
        if queries.is_marked(session, found.id):
            raise CannotSaveSession(SessionRefusal.MARKED)
        _check_time(session, actor, group.id, content, but=found.id)
    _fill(found, content)
    session.flush()
    record_change(session, clock, actor, group.id, "session_changed", found.id)
    return found


def _time_of(found: GroupSession) -> tuple[date, time, int]:
    return found.day, found.starts_at, found.minutes


def _fill(found: GroupSession, content: SessionContent) -> None:
    found.day, found.starts_at = content.day, content.starts_at
    found.minutes = minutes_between(content.starts_at, content.ends_at)
    found.title = content.title
    found.room_id, found.teacher_id = content.room_id, content.teacher_id


def _check(
    session: Session, actor: Actor, content: SessionContent, kept_room_id: UUID | None = None
) -> None:
    if content.ends_at <= content.starts_at:
        raise CannotSaveSession(SessionRefusal.ENDS_BEFORE_IT_STARTS)
    if content.room_id != kept_room_id:
        check_room(session, actor, content.room_id)
    if not is_teacher(session, actor, content.teacher_id):
        raise CannotSaveSession(SessionRefusal.NOT_A_TEACHER)


def _check_time(
    session: Session,
    actor: Actor,
    group_id: UUID,
    content: SessionContent,
    but: UUID | None = None,
) -> None:
    day = Period(content.day, content.day)
    if not is_virkedag(content.day, public_holidays(content.day.year, content.day.year)):
        raise CannotSaveSession(SessionRefusal.DAY_OFF)
    if queries.closed_days(session, actor.scope, day, group_id):
        raise CannotSaveSession(SessionRefusal.CLOSED)
    length = minutes_between(content.starts_at, content.ends_at)
    begins = minutes_between(time(0), content.starts_at)
    for other in list_sessions(session, actor.scope, group_id, day):
        starts = minutes_between(time(0), other.starts_at)
        overlaps = begins < starts + other.minutes and starts < begins + length
        # A cancelled session keeps its place: it can be restored.
        if other.id != but and (starts == begins or (overlaps and not other.is_cancelled)):
            raise CannotSaveSession(SessionRefusal.OVERLAPS)
