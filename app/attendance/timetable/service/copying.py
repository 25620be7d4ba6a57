"""Repeating a week, a term or a year: first what it would make, then the same, kept."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from enum import StrEnum
from uuid import UUID

from sqlalchemy import insert
from sqlalchemy.orm import Session

from app.attendance.models import GroupSession, TimetableSlot
from app.attendance.queries import get_group, list_sessions, list_slots
from app.attendance.service.permission import require_case_staff
from app.attendance.service.timetable import minutes_between
from app.attendance.timetable import queries
from app.attendance.timetable.commands import CopyTimetable
from app.attendance.timetable.errors import CannotCopy, CopyRefusal
from app.audit import service as audit
from app.audit.actions import Action
from app.core.actor import Actor
from app.core.clock import Clock
from app.core.ids import new_id
from app.core.period import Period
from app.sources.public_holidays import public_holidays

WEEK = timedelta(days=7)
LONGEST = timedelta(days=366)


class Obstacle(StrEnum):
    """Why a copied session is not made."""

    HOLIDAY = "holiday"
    CLOSED = "closed"
    TAKEN = "taken"
    """The group meets then already, or met and cancelled it."""


@dataclass(frozen=True, slots=True)
class CopiedSession:
    """One session that the copy is about."""

    day: date
    starts_at: time
    minutes: int
    title: str
    room_id: UUID | None
    teacher_id: UUID | None
    slot: TimetableSlot | None
    """The weekly meeting that is repeated; None: one session of a week."""
    obstacle: Obstacle | None
    """None: it is made."""
    closed_name: str = ""


def preview_copy(
    session: Session, actor: Actor, command: CopyTimetable
) -> tuple[CopiedSession, ...]:
    """Return every session of the copy in order: those it makes, and those it skips.

    Raises:
        NotFound: there is no such group.
        CannotCopy: the periods are impossible, or there is nothing to copy.
    """
    require_case_staff(actor)
    group = get_group(session, actor.scope, command.group_id)
    source, target = command.source, command.target
    if target.last_day - target.first_day > LONGEST:
        raise CannotCopy(CopyRefusal.TOO_LONG)
    if target.touches(source):
        raise CannotCopy(CopyRefusal.ONTO_ITSELF)
    if command.is_week:
        sessions = list_sessions(session, actor.scope, group.id, source)
        wanted = list(_week_again([each for each in sessions if not each.is_cancelled], target))
    else:
        slots = list_slots(session, actor.scope, group.id)
        wanted = list(_slots_again([each for each in slots if _is_in(each, source)], target))
    if not wanted:
        raise CannotCopy(CopyRefusal.NOTHING_TO_COPY)
    holidays = public_holidays(target.first_day.year, target.last_day.year)
    closed = queries.closed_days(session, actor.scope, target, group.id)
    taken: dict[date, list[GroupSession]] = {}
    for each in list_sessions(session, actor.scope, group.id, target):
        taken.setdefault(each.day, []).append(each)
    return tuple(
        _judged(each, holidays, closed, taken.get(each.day, []))
        for each in sorted(wanted, key=lambda each: (each.day, each.starts_at))
    )


def copy_timetable(session: Session, clock: Clock, actor: Actor, command: CopyTimetable) -> int:
    """Make what the preview shows, and return how many sessions that is; again makes none.

    Raises:
        NotFound: there is no such group.
        CannotCopy: the periods are impossible, or there is nothing to copy.
    """
    made = [each for each in preview_copy(session, actor, command) if each.obstacle is None]
    if command.is_week:
        _insert(session, command.group_id, made, {})
    else:
        _repeat_slots(session, command, made)
    audit.record(
        session,
        clock,
        actor,
        Action.TIMETABLE_COPIED,
        ("group", command.group_id),
        details={
            "from": command.source.first_day.isoformat(),
            "first_day": command.target.first_day.isoformat(),
            "last_day": command.target.last_day.isoformat(),
            "sessions": len(made),
        },
    )
    return len(made)


def _insert(
    session: Session,
    group_id: UUID,
    made: Sequence[CopiedSession],
    new_slots: Mapping[UUID, UUID],
) -> None:
    """Keep the sessions; `new_slots`: which weekly meeting each repeated one belongs to now."""
    rows = [
        {
            "id": new_id(),
            "group_id": group_id,
            "day": each.day,
            "starts_at": each.starts_at,
            "minutes": each.minutes,
            "title": each.title,
            "is_cancelled": False,
            "slot_id": new_slots[each.slot.id] if each.slot else None,
            "planned_on": each.day if each.slot else None,
            "room_id": each.room_id,
            "teacher_id": each.teacher_id,
        }
        for each in made
    ]
    if rows:
        session.execute(insert(GroupSession), rows)


def _repeat_slots(session: Session, command: CopyTimetable, made: Sequence[CopiedSession]) -> None:
    """Make each weekly meeting anew for the target, unless it would make no session."""
    kept = {each.slot.id: each.slot for each in made if each.slot is not None}
    new = {slot_id: _again(slot, command.target) for slot_id, slot in kept.items()}
    session.add_all(new.values())
    session.flush()
    _insert(session, command.group_id, made, {old: slot.id for old, slot in new.items()})


def _again(slot: TimetableSlot, target: Period) -> TimetableSlot:
    return TimetableSlot(
        id=new_id(),
        group_id=slot.group_id,
        weekday=slot.weekday,
        starts_at=slot.starts_at,
        ends_at=slot.ends_at,
        title=slot.title,
        first_day=target.first_day,
        last_day=target.last_day,
        room_id=slot.room_id,
        teacher_id=slot.teacher_id,
    )


def _week_again(sessions: Sequence[GroupSession], target: Period) -> Iterator[CopiedSession]:
    for day in target.days():
        for each in sessions:
            if each.day.isoweekday() == day.isoweekday():
                yield CopiedSession(
                    day,
                    each.starts_at,
                    each.minutes,
                    each.title,
                    each.room_id,
                    each.teacher_id,
                    None,
                    None,
                )


def _slots_again(slots: Sequence[TimetableSlot], target: Period) -> Iterator[CopiedSession]:
    for day in target.days():
        for slot in slots:
            if slot.weekday == day.isoweekday():
                length = minutes_between(slot.starts_at, slot.ends_at)
                yield CopiedSession(
                    day,
                    slot.starts_at,
                    length,
                    slot.title,
                    slot.room_id,
                    slot.teacher_id,
                    slot,
                    None,
                )


def _is_in(slot: TimetableSlot, period: Period) -> bool:
    return slot.first_day <= period.last_day and period.first_day <= slot.last_day


def _judged(
    each: CopiedSession,
    holidays: frozenset[date],
    closed: dict[date, str],
    others: Sequence[GroupSession],
) -> CopiedSession:
    if each.day in holidays:
        return replace(each, obstacle=Obstacle.HOLIDAY)
    if each.day in closed:
        return replace(each, obstacle=Obstacle.CLOSED, closed_name=closed[each.day])
    if any(_collides(each, other) for other in others):
        return replace(each, obstacle=Obstacle.TAKEN)
    return each


def _collides(each: CopiedSession, other: GroupSession) -> bool:
    begins, starts = (minutes_between(time(0), of.starts_at) for of in (each, other))
    overlaps = begins < starts + other.minutes and starts < begins + each.minutes
    return begins == starts or (overlaps and not other.is_cancelled)
