"""Weekly meetings, and the sessions that are made from them."""

from datetime import date, datetime, time, timedelta
from uuid import UUID

from sqlalchemy import delete, exists, insert, select, update
from sqlalchemy.orm import Session

from app.attendance import queries
from app.attendance.commands import AddSlot, CancelSession, GenerateSessions
from app.attendance.errors import CannotAddSlot, SlotRefusal
from app.attendance.models import AttendanceMark, GroupSession, TimetableSlot
from app.attendance.service.permission import require_case_staff, require_registrar
from app.attendance.timetable.queries import closed_days
from app.attendance.timetable.service.checks import check_room, is_teacher, record_change
from app.core.actor import Actor, MunicipalityScope
from app.core.clock import Clock, today
from app.core.errors import NotFound
from app.core.ids import new_id
from app.core.period import Period
from app.sources.public_holidays import public_holidays

MONDAY, FRIDAY = 1, 5  # ISO
LONGEST = timedelta(days=366)
"""A slot is made anew for each school year, so that a typing mistake makes no century."""


def add_slot(session: Session, clock: Clock, actor: Actor, command: AddSlot) -> TimetableSlot:
    """Add a weekly meeting to a group, and make its sessions.

    Raises:
        NotFound: there is no such group or room.
        CannotAddSlot: the times are impossible, or another meeting of the group is then.
    """
    require_case_staff(actor)
    group = queries.get_group(session, actor.scope, command.group_id)
    if not MONDAY <= command.weekday <= FRIDAY:
        raise CannotAddSlot(SlotRefusal.DAY_OFF)
    if command.ends_at <= command.starts_at:
        raise CannotAddSlot(SlotRefusal.ENDS_BEFORE_IT_STARTS)
    if command.last_day < command.first_day:
        raise CannotAddSlot(SlotRefusal.LAST_DAY_BEFORE_FIRST)
    if command.last_day - command.first_day > LONGEST:
        raise CannotAddSlot(SlotRefusal.TOO_LONG)
    check_room(session, actor, command.room_id)
    if not is_teacher(session, actor, command.teacher_id):
        raise CannotAddSlot(SlotRefusal.NOT_A_TEACHER)
    others = queries.list_slots(session, actor.scope, group.id)
    if any(_collides(command, other) for other in others):
        raise CannotAddSlot(SlotRefusal.OVERLAPS)
    slot = TimetableSlot(
        id=new_id(),
        group_id=group.id,
        weekday=command.weekday,
        starts_at=command.starts_at,
        ends_at=command.ends_at,
        title=command.title,
        first_day=command.first_day,
        last_day=command.last_day,
        room_id=command.room_id,
        teacher_id=command.teacher_id,
    )
    session.add(slot)
    session.flush()
    period = Period(command.first_day, command.last_day)
    make_sessions(session, actor.scope, group.id, [slot], period)
    record_change(session, clock, actor, group.id, "slot_added", slot.id)
    return slot


def end_slot(session: Session, clock: Clock, actor: Actor, group_id: UUID, slot_id: UUID) -> None:
    """End a weekly meeting today: later sessions that nobody has marked go away.

    Raises:
        NotFound: the group has no such meeting.
    """
    require_case_staff(actor)
    slots = queries.list_slots(session, actor.scope, group_id)
    slot = next((each for each in slots if each.id == slot_id), None)
    if slot is None:
        raise NotFound
    day = today(clock)
    marked = exists().where(AttendanceMark.session_id == GroupSession.id)
    coming = select(GroupSession.id).where(
        GroupSession.slot_id == slot.id, GroupSession.day >= day, ~marked
    )
    gone = list(session.scalars(coming))
    session.execute(delete(GroupSession).where(GroupSession.id.in_(gone)))
    if slot.first_day >= day:
        kept = update(GroupSession).where(GroupSession.slot_id == slot.id)
        session.execute(kept.values(slot_id=None, planned_on=None))
        session.delete(slot)
    else:
        slot.last_day = min(slot.last_day, day)
    session.flush()
    record_change(session, clock, actor, group_id, "slot_ended", slot_id)


def generate_sessions(
    session: Session, clock: Clock, actor: Actor, command: GenerateSessions
) -> int:
    """Make the sessions of a period that do not exist yet, and return how many there were.

    Not on public holidays (integreringsforskriften § 17) or closed days. Doing it again changes
    nothing.

    Raises:
        NotFound: there is no such group.
    """
    require_case_staff(actor)
    group = queries.get_group(session, actor.scope, command.group_id)
    slots = queries.list_slots(session, actor.scope, group.id)
    made = make_sessions(session, actor.scope, group.id, slots, command.period)
    record_change(session, clock, actor, group.id, "sessions_made", None)
    return made


def cancel_session(
    session: Session, clock: Clock, actor: Actor, command: CancelSession
) -> GroupSession:
    """Say that a session was not held and why, or that it was after all.

    Raises:
        NotFound: the group has no such session, or is another teacher's.
    """
    require_registrar(actor)
    group = queries.get_group_for(session, actor.scope, actor, command.group_id, today(clock))
    found = queries.get_session_of_group(session, actor.scope, group.id, command.session_id)
    found.is_cancelled = command.is_cancelled
    found.cancel_reason = command.reason if command.is_cancelled else ""
    found.closed_day_id = None
    session.flush()
    what = "session_cancelled" if command.is_cancelled else "session_restored"
    record_change(session, clock, actor, group.id, what, found.id)
    return found


def make_sessions(
    session: Session,
    scope: MunicipalityScope,
    group_id: UUID,
    slots: list[TimetableSlot],
    period: Period,
) -> int:
    """Make the sessions that are missing, and return how many; those that were moved are not."""
    holidays = public_holidays(period.first_day.year, period.last_day.year)
    closed = closed_days(session, scope, period, group_id)
    taken, made = _places(session, group_id, period)
    rows = [
        {
            "id": new_id(),
            "group_id": group_id,
            "day": day,
            "starts_at": slot.starts_at,
            "minutes": minutes_between(slot.starts_at, slot.ends_at),
            "title": slot.title,
            "is_cancelled": False,
            "slot_id": slot.id,
            "planned_on": day,
            "room_id": slot.room_id,
            "teacher_id": slot.teacher_id,
        }
        for slot in slots
        for day in _days(slot, period)
        if day not in holidays and day not in closed
        if (day, slot.starts_at) not in taken and (slot.id, day) not in made
    ]
    if rows:
        session.execute(insert(GroupSession), rows)
    return len(rows)


def _places(
    session: Session, group_id: UUID, period: Period
) -> tuple[set[tuple[date, time]], set[tuple[UUID, date]]]:
    """Return when the group meets, and which days of its weekly meetings were made."""
    rows = select(
        GroupSession.day, GroupSession.starts_at, GroupSession.slot_id, GroupSession.planned_on
    ).where(GroupSession.group_id == group_id)
    within = GroupSession.day.between(period.first_day, period.last_day)
    planned = GroupSession.planned_on.between(period.first_day, period.last_day)
    found = session.execute(rows.where(within | planned)).all()
    taken = {(day, starts_at) for day, starts_at, _slot_id, _planned_on in found}
    return taken, {(slot_id, on) for _day, _starts_at, slot_id, on in found if slot_id and on}


def _days(slot: TimetableSlot, period: Period) -> list[date]:
    shared = Period(slot.first_day, slot.last_day).intersection(period)
    return [] if shared is None else [d for d in shared.days() if d.isoweekday() == slot.weekday]


def _collides(new: AddSlot, other: TimetableSlot) -> bool:
    same_time = new.starts_at < other.ends_at and other.starts_at < new.ends_at
    same_days = new.first_day <= other.last_day and other.first_day <= new.last_day
    return new.weekday == other.weekday and same_time and same_days


def minutes_between(starts_at: time, ends_at: time) -> int:
    """Return the whole minutes from one time of a day to a later one."""
    day = date(2000, 1, 1)
    length = datetime.combine(day, ends_at) - datetime.combine(day, starts_at)
    return int(length.total_seconds()) // 60
