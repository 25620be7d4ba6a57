"""A year of groups, sessions and marks; some are away, most of them with a reason."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta
from random import Random
from uuid import UUID

from app.attendance import queries, service
from app.attendance.commands import (
    AbsenceContent,
    AddMember,
    AddSlot,
    CreateGroup,
    Mark,
    MarkWeek,
    RegisterAbsence,
)
from app.attendance.models import GroupSession
from app.attendance.service.absences import register_absence
from app.attendance.timetable.commands import AddClosedDay, SaveRoom
from app.attendance.timetable.kinds import ClosedKind
from app.attendance.timetable.service.closed_days import add_closed_day
from app.attendance.timetable.service.rooms import save_room
from app.core.period import ONE_DAY, Period
from app.demo.calendar import ONE_WEEK, clock_on
from app.demo.enrolling import Enrolled
from app.demo.stage import Stage
from app.rules.absence import AbsenceReason, WelfareGround

MEMBERS_PER_GROUP = 11
TIMES = ((time(8, 30), time(11, 30), "Norsk"), (time(12, 0), time(14, 30), "Programfag"))
JULY = 7
"""No group meets in July."""


@dataclass(frozen=True, slots=True)
class Away:
    """One participant's absence on one day."""

    minutes: int | None
    """None: the whole day."""
    reason: AbsenceReason | None
    """None: nobody has said why yet."""


def attend(stage: Stage, planned: list[Enrolled]) -> None:
    """Let everybody with a plan meet in a group from the first day until yesterday."""
    for number, start in enumerate(range(0, len(planned), MEMBERS_PER_GROUP), start=1):
        members = planned[start : start + MEMBERS_PER_GROUP]
        group_id = _make_group(stage, number, members)
        first = min(each.starts_on for each in members)
        for week in _weeks(stage, first):
            _mark(stage, group_id, week, members)
    _close_days(stage)


def _close_days(stage: Stage) -> None:
    """Plan a day without programme and a week of holiday, both after today."""
    clock = clock_on(stage.calendar.today)
    meeting = stage.calendar.monday + 2 * ONE_WEEK + 4 * ONE_DAY
    holiday = stage.calendar.monday + 5 * ONE_WEEK
    for command in (
        AddClosedDay(meeting, meeting, "Planleggingsdag", ClosedKind.CLOSED),
        AddClosedDay(holiday, holiday + 4 * ONE_DAY, "Ferie", ClosedKind.HOLIDAY),
    ):
        add_closed_day(stage.session, clock, stage.caseworker, command)


def _make_group(stage: Stage, number: int, members: list[Enrolled]) -> UUID:
    first = min(each.starts_on for each in members)
    clock = clock_on(first - 3 * ONE_WEEK)
    room = save_room(stage.session, clock, stage.caseworker, SaveRoom(f"Rom {number}"))
    command = CreateGroup(f"Gruppe {number}", stage.teacher.user_id)
    group = service.create_group(stage.session, clock, stage.caseworker, command)
    for term in _terms(Period(first, stage.calendar.monday + 8 * ONE_WEEK)):
        for weekday in range(1, 6):
            for starts_at, ends_at, title in TIMES:
                slot = AddSlot(
                    group_id=group.id,
                    weekday=weekday,
                    starts_at=starts_at,
                    ends_at=ends_at,
                    title=title,
                    first_day=term.first_day,
                    last_day=term.last_day,
                    room_id=room.id,
                )
                service.add_slot(stage.session, clock, stage.caseworker, slot)
    for each in members:
        service.add_member(
            stage.session,
            clock_on(each.starts_on - ONE_DAY),
            stage.caseworker,
            AddMember(group.id, each.participant_id, each.starts_on),
        )
    return group.id


def _terms(period: Period) -> Iterator[Period]:
    """Yield the stretches of the period that lie outside July."""
    first = None
    for day in period.days():
        if day.month != JULY and first is None:
            first = day
        if first is not None and (day.month == JULY or day == period.last_day):
            yield Period(first, day if day.month != JULY else day - ONE_DAY)
            first = None


def _weeks(stage: Stage, first: date) -> Iterator[Period]:
    monday = first - timedelta(days=first.weekday())
    while monday < stage.calendar.today:
        yield Period(monday, min(monday + ONE_WEEK - ONE_DAY, stage.calendar.today - ONE_DAY))
        monday += ONE_WEEK


def _mark(stage: Stage, group_id: UUID, week: Period, members: list[Enrolled]) -> None:
    by_day: dict[date, list[GroupSession]] = {}
    for each in queries.list_sessions(stage.session, stage.scope, group_id, week):
        by_day.setdefault(each.day, []).append(each)
    marks: list[Mark] = []
    absences: list[tuple[Enrolled, date, Away]] = []
    for day, sessions in by_day.items():
        for member in members:
            if member.starts_on > day:
                continue
            away = _away(stage, member, day)
            marks.extend(_marks_of(member, sessions, away))
            if away is not None and away.reason is not None:
                absences.append((member, day, away))
    if marks:
        clock = clock_on(week.last_day + ONE_DAY)
        service.mark_week(stage.session, clock, stage.teacher, MarkWeek(group_id, tuple(marks)))
    for member, day, away in absences:
        _register(stage, member, day, away)


def _marks_of(member: Enrolled, sessions: list[GroupSession], away: Away | None) -> Iterator[Mark]:
    """Yield a mark for each session of the day; who is late misses some of the first."""
    for number, session in enumerate(sessions):
        if away is None:
            missed = 0
        elif away.minutes is None:
            missed = session.minutes
        else:
            missed = away.minutes if number == 0 else 0
        yield Mark(session.id, member.participant_id, missed)


def _away(stage: Stage, member: Enrolled, day: date) -> Away | None:
    """Decide, the same way every time, whether somebody is away on a day."""
    roll = Random(f"{member.person.family_name} {day}").random()  # noqa: S311 (made-up data)
    is_lately = day >= stage.calendar.today.replace(day=1)
    if roll < 0.012:
        return Away(None, None if is_lately else AbsenceReason.NONE)
    if roll < 0.030:
        return Away(None, AbsenceReason.OWN_ILLNESS)
    if roll < 0.038:
        return Away(None, AbsenceReason.WELFARE_LEAVE)
    if roll < 0.055:
        minutes = 15 + int(roll * 10_000) % 4 * 15
        return Away(minutes, None if is_lately else AbsenceReason.NONE)
    return None


def _register(stage: Stage, member: Enrolled, day: date, away: Away) -> None:
    assert away.reason is not None
    is_leave = away.reason is AbsenceReason.WELFARE_LEAVE
    content = AbsenceContent(
        first_day=day,
        last_day=day,
        reason=away.reason,
        minutes=away.minutes,
        has_medical_certificate=away.reason is AbsenceReason.OWN_ILLNESS,
        is_granted=is_leave,
        welfare_ground=WelfareGround.OTHER if is_leave else None,
    )
    register_absence(
        stage.session,
        clock_on(min(day + 3 * ONE_DAY, stage.calendar.today)),
        stage.caseworker,
        RegisterAbsence(member.participant_id, content),
    )
