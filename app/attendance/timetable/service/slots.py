"""Another title, room or teacher for a weekly meeting, without touching what has been."""

from uuid import UUID

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from app.attendance.models import AttendanceMark, GroupSession, TimetableSlot
from app.attendance.queries import list_slots
from app.attendance.service.permission import require_case_staff
from app.attendance.timetable.commands import ChangeSlot
from app.attendance.timetable.errors import CannotSaveSession, SessionRefusal
from app.attendance.timetable.service.checks import check_room, is_teacher, record_change
from app.core.actor import Actor, MunicipalityScope
from app.core.clock import Clock, today
from app.core.errors import NotFound

CHANGEABLE = ("title", "room_id", "teacher_id")


def get_slot(
    session: Session, scope: MunicipalityScope, group_id: UUID, slot_id: UUID
) -> TimetableSlot:
    """Return a weekly meeting of the group.

    Raises:
        NotFound: the group has no such meeting.
    """
    found = [each for each in list_slots(session, scope, group_id) if each.id == slot_id]
    if not found:
        raise NotFound
    return found[0]


def change_slot(session: Session, clock: Clock, actor: Actor, command: ChangeSlot) -> None:
    """Change a weekly meeting and its sessions from today on.

    A session that differs already, such as one with a substitute, keeps what is its own; one with
    registered attendance keeps everything.

    Raises:
        NotFound: the group has no such meeting, or there is no such room.
        CannotSaveSession: the teacher is none of ours.
    """
    require_case_staff(actor)
    slot = get_slot(session, actor.scope, command.group_id, command.slot_id)
    if command.room_id != slot.room_id:
        check_room(session, actor, command.room_id)
    if not is_teacher(session, actor, command.teacher_id):
        raise CannotSaveSession(SessionRefusal.NOT_A_TEACHER)
    marked = exists().where(AttendanceMark.session_id == GroupSession.id)
    coming = select(GroupSession).where(
        GroupSession.slot_id == slot.id, GroupSession.day >= today(clock), ~marked
    )
    before = {name: getattr(slot, name) for name in CHANGEABLE}
    for each in session.scalars(coming):
        for name, value in before.items():
            if getattr(each, name) == value:
                setattr(each, name, getattr(command, name))
    for name in CHANGEABLE:
        setattr(slot, name, getattr(command, name))
    session.flush()
    record_change(session, clock, actor, command.group_id, "slot_changed", slot.id)
