"""Weekly meetings, and the sessions that are made from them."""

from datetime import date, datetime, time, timedelta
from uuid import UUID

from sqlalchemy import delete, exists, insert, select
from sqlalchemy.orm import Session

from app.attendance import queries
from app.attendance.commands import AddSlot, CancelSession, GenerateSessions
from app.attendance.errors import CannotAddSlot, SlotRefusal
from app.attendance.models import AttendanceMark, GroupSession, TimetableSlot
from app.attendance.service.permission import require_case_staff, require_registrar
from app.audit import service as audit
from app.audit.actions import Action
from app.core.actor import Actor
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
        NotFound: there is no such group.
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
    )
    session.add(slot)
    session.flush()
    _make(session, group.id, [slot], Period(command.first_day, command.last_day))
    _record(session, clock, actor, group.id, "slot_added", slot.id)
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
    coming = select(GroupSession.id, GroupSession.day).where(
        GroupSession.group_id == group_id,
        GroupSession.starts_at == slot.starts_at,
        GroupSession.day.between(max(day, slot.first_day), slot.last_day),
        ~marked,
    )
    gone = [found for found, on in session.execute(coming) if on.isoweekday() == slot.weekday]
    session.execute(delete(GroupSession).where(GroupSession.id.in_(gone)))
    if slot.first_day >= day:
        session.delete(slot)
    else:
        slot.last_day = min(slot.last_day, day)
    session.flush()
    _record(session, clock, actor, group_id, "slot_ended", slot_id)


def generate_sessions(
    session: Session, clock: Clock, actor: Actor, command: GenerateSessions
) -> int:
    """Make the sessions of a period that do not exist yet, and return how many there were.

    Not on public holidays (integreringsforskriften § 17). Doing it again changes nothing.

    Raises:
        NotFound: there is no such group.
    """
    require_case_staff(actor)
    group = queries.get_group(session, actor.scope, command.group_id)
    slots = queries.list_slots(session, actor.scope, group.id)
    made = _make(session, group.id, slots, command.period)
    _record(session, clock, actor, group.id, "sessions_made", None)
    return made


def cancel_session(
    session: Session, clock: Clock, actor: Actor, command: CancelSession
) -> GroupSession:
    """Say that a session was not held (or was after all).

    Raises:
        NotFound: the group has no such session, or is another teacher's.
    """
    require_registrar(actor)
    group = queries.get_group_for(session, actor.scope, actor, command.group_id)
    found = queries.get_session_of_group(session, actor.scope, group.id, command.session_id)
    found.is_cancelled = command.is_cancelled
    session.flush()
    what = "session_cancelled" if command.is_cancelled else "session_restored"
    _record(session, clock, actor, group.id, what, found.id)
    return found


def _make(session: Session, group_id: UUID, slots: list[TimetableSlot], period: Period) -> int:
    holidays = public_holidays(period.first_day.year, period.last_day.year)
    taken = {
        (day, starts_at)
        for day, starts_at in session.execute(
            select(GroupSession.day, GroupSession.starts_at).where(
                GroupSession.group_id == group_id,
                GroupSession.day.between(period.first_day, period.last_day),
            )
        )
    }
    rows = [
        {
            "id": new_id(),
            "group_id": group_id,
            "day": day,
            "starts_at": slot.starts_at,
            "minutes": minutes_between(slot.starts_at, slot.ends_at),
            "title": slot.title,
            "is_cancelled": False,
        }
        for slot in slots
        for day in _days(slot, period)
        if day not in holidays and (day, slot.starts_at) not in taken
    ]
    if rows:
        session.execute(insert(GroupSession), rows)
    return len(rows)


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


def _record(
    session: Session, clock: Clock, actor: Actor, group_id: UUID, what: str, about: UUID | None
) -> None:
    audit.record(
        session,
        clock,
        actor,
        Action.GROUP_CHANGED,
        ("group", group_id),
        details={"what": what, "id": str(about) if about else None},
    )
