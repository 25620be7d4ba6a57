"""Opening timetables: of a group, a room, a teacher, a participant, and what is wrong in a week."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from app.attendance.models import Group
from app.attendance.queries import get_group_for
from app.attendance.service.permission import require_case_staff, require_registrar
from app.attendance.timetable import queries
from app.attendance.timetable.conflicts import (
    Conflict,
    find_closed,
    find_conflicts,
    find_overlaps,
)
from app.attendance.timetable.gaps import Gap, find_gap
from app.attendance.timetable.models import Room
from app.attendance.timetable.queries import ClosedLine, GroupMember, Meeting
from app.audit import service as audit
from app.audit.actions import Action
from app.core.actor import Actor
from app.core.clock import Clock, today
from app.core.period import Period
from app.enrolment.models import Participant
from app.enrolment.queries import get_participant
from app.sources.public_holidays import public_holidays


@dataclass(frozen=True, slots=True)
class TimetableWeek:
    """One week: its sessions, and its days without programme with their names."""

    week: Period
    on: date
    """Today."""
    meetings: tuple[Meeting, ...]
    holidays: frozenset[date]
    closed: dict[date, str]


@dataclass(frozen=True, slots=True)
class TimetableCheck:
    """What is wrong in a week."""

    conflicts: tuple[Conflict, ...]
    gaps: tuple[Gap, ...]


def open_group_week(
    session: Session, clock: Clock, actor: Actor, group_id: UUID, week: Period
) -> tuple[Group, TimetableWeek]:
    """Return a week of a group; nobody's name is in it but the teachers'.

    Raises:
        NotFound: there is no such group, or it is another teacher's.
    """
    require_registrar(actor)
    group = get_group_for(session, actor.scope, actor, group_id, today(clock))
    meetings = queries.list_meetings(session, actor.scope, week, group_id=group.id)
    return group, _week(session, clock, actor, week, meetings, group.id)


def open_room_week(
    session: Session, clock: Clock, actor: Actor, room_id: UUID, week: Period
) -> tuple[Room, TimetableWeek]:
    """Return a week of a room.

    Raises:
        NotFound: there is no such room.
    """
    require_case_staff(actor)
    room = queries.get_room(session, actor.scope, room_id)
    meetings = queries.list_meetings(session, actor.scope, week, room_id=room.id)
    return room, _week(session, clock, actor, week, meetings)


def open_own_week(session: Session, clock: Clock, actor: Actor, week: Period) -> TimetableWeek:
    """Return the week of the teacher herself."""
    require_registrar(actor)
    meetings = queries.list_meetings(session, actor.scope, week, teacher_id=actor.user_id)
    return _week(session, clock, actor, week, meetings)


def open_participant_week(
    session: Session, clock: Clock, actor: Actor, participant_id: UUID, week: Period
) -> tuple[Participant, TimetableWeek, TimetableCheck]:
    """Return a participant's week with what is wrong in it, and record the look.

    Raises:
        NotFound: she is not the municipality's.
    """
    require_case_staff(actor)
    participant = open_participant(session, clock, actor, participant_id)
    meetings = queries.list_meetings(session, actor.scope, week, participant_id=participant_id)
    found = _week(session, clock, actor, week, meetings)
    gaps = _gaps(session, actor, week, participant_id=participant_id)
    conflicts = [
        each
        for each in _conflicts(session, actor, week, meetings)
        if not each.people or participant_id in {who.participant_id for who in each.people}
    ]
    return participant, found, TimetableCheck(tuple(conflicts), tuple(gaps))


def open_participant(
    session: Session, clock: Clock, actor: Actor, participant_id: UUID
) -> Participant:
    """Return a participant whose timetable is shown or changed, and record the look.

    Raises:
        NotFound: she is not the municipality's.
    """
    require_case_staff(actor)
    participant = get_participant(session, actor.scope, participant_id)
    audit.record(
        session,
        clock,
        actor,
        Action.TIMETABLE_VIEWED,
        ("participant", participant_id),
        participant_id=participant_id,
    )
    return participant


def check_week(
    session: Session, clock: Clock, actor: Actor, week: Period, group_id: UUID | None = None
) -> TimetableCheck:
    """Return what is wrong in a week of the municipality or one group, and record who was shown.

    Raises:
        NotFound: there is no such group.
    """
    require_case_staff(actor)
    meetings = queries.list_meetings(session, actor.scope, week)
    conflicts = _conflicts(session, actor, week, meetings)
    if group_id is not None:
        get_group_for(session, actor.scope, actor, group_id)
        conflicts = [each for each in conflicts if group_id in _groups_of(each)]
    gaps = _gaps(session, actor, week, group_id=group_id)
    shown = {str(each.participant_id) for each in gaps}
    shown |= {str(who.participant_id) for each in conflicts for who in each.people}
    if shown:
        audit.record(
            session,
            clock,
            actor,
            Action.TIMETABLE_VIEWED,
            ("group", group_id),
            details={"participant_ids": sorted(shown)},
        )
    return TimetableCheck(tuple(conflicts), tuple(gaps))


def _week(
    session: Session,
    clock: Clock,
    actor: Actor,
    week: Period,
    meetings: list[Meeting],
    group_id: UUID | None = None,
) -> TimetableWeek:
    return TimetableWeek(
        week=week,
        on=today(clock),
        meetings=tuple(meetings),
        holidays=_holidays(week),
        closed=queries.closed_days(session, actor.scope, week, group_id),
    )


def _conflicts(
    session: Session, actor: Actor, week: Period, meetings: list[Meeting]
) -> list[Conflict]:
    pairs = find_overlaps(meetings)
    groups = {meeting.group_id for pair in pairs for meeting in pair}
    members: dict[UUID, list[GroupMember]] = {}
    for each in queries.list_group_members(session, actor.scope, week, groups) if groups else ():
        members.setdefault(each.group_id, []).append(each)
    closed = queries.list_closed_lines(session, actor.scope, week)
    of_groups = {each.group_id: _closed_of(each.group_id, closed) for each in meetings}
    return [
        *find_conflicts(pairs, members),
        *find_closed(meetings, _holidays(week), of_groups),
    ]


def _closed_of(group_id: UUID, closed: list[ClosedLine]) -> dict[date, str]:
    return {
        day: each.name
        for each in closed
        if each.group_id in {None, group_id}
        for day in each.period.days()
    }


def _gaps(
    session: Session,
    actor: Actor,
    week: Period,
    *,
    group_id: UUID | None = None,
    participant_id: UUID | None = None,
) -> list[Gap]:
    planned = queries.list_planned_elements(
        session, actor.scope, week, group_id=group_id, participant_id=participant_id
    )
    people = None if group_id is None and participant_id is None else list(planned)
    scheduled = queries.scheduled_in_week(session, actor.scope, week, people)
    days_off = _holidays(week) | frozenset(
        queries.closed_days(session, actor.scope, week, group_id)
    )
    gaps = (
        find_gap(elements, scheduled.get(who, 0), week, days_off)
        for who, elements in planned.items()
    )
    return [each for each in gaps if each is not None]


def _groups_of(conflict: Conflict) -> set[UUID]:
    return {each.group_id for each in (conflict.first, conflict.second) if each is not None}


def _holidays(week: Period) -> frozenset[date]:
    return public_holidays(week.first_day.year, week.last_day.year)
