"""Reading attendance for pictures: a group's last weeks, and a participant's year."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from sqlalchemy.orm import Session

from app.attendance.heatmap.queries import MemberDay, list_member_days
from app.attendance.models import Group
from app.attendance.queries import (
    MemberLine,
    absent_minutes,
    get_group_for,
    list_members,
    scheduled_minutes,
    unmarked_sessions,
)
from app.attendance.service.absences import read_absences
from app.attendance.service.permission import require_case_staff, require_registrar
from app.audit import service as audit
from app.audit.actions import Action
from app.core.actor import Actor, MunicipalityScope
from app.core.clock import Clock, today
from app.core.period import Period
from app.enrolment.models import Participant
from app.enrolment.queries import get_participant
from app.plans.queries import find_programme
from app.rules.absence import AbsenceReason, DayAssessment

WEEKS_SHOWN = 16


@dataclass(frozen=True, slots=True)
class WeekSum:
    """A member's week in a group."""

    scheduled: int
    """Minutes."""
    missed: int
    unmarked: int


@dataclass(frozen=True, slots=True)
class GroupHeat:
    """A group's weeks."""

    group: Group
    members: tuple[MemberLine, ...]
    """By name, each once."""
    mondays: tuple[date, ...]
    weeks: Mapping[tuple[UUID, date], WeekSum]
    """By participant and Monday; weeks without sessions are left out."""


class DayState(StrEnum):
    """What a day of a participant's year was; the worst that is true of it."""

    INVALID = "invalid"
    UNEXPLAINED = "unexplained"
    """She was away, and nobody has registered why."""
    UNPAID = "unpaid"
    LAWFUL = "lawful"
    UNMARKED = "unmarked"
    """Nobody has registered attendance."""
    PRESENT = "present"
    PLANNED = "planned"
    """Still to come."""


@dataclass(frozen=True, slots=True)
class YearDay:
    """One day with something planned or registered."""

    state: DayState
    reason: AbsenceReason | None
    scheduled: int
    missed: int


@dataclass(frozen=True, slots=True)
class Year:
    """A participant's calendar year."""

    participant: Participant
    number: int
    days: Mapping[date, YearDay]
    has_programme: bool


def open_group_heat(
    session: Session, clock: Clock, actor: Actor, group_id: UUID, last_week: date
) -> GroupHeat:
    """Return the weeks of a group up to the one with `last_week` in it, and record the look.

    Raises:
        NotFound: there is no such group, or it is another teacher's.
    """
    require_registrar(actor)
    group = get_group_for(session, actor.scope, actor, group_id)
    last_monday = last_week - timedelta(days=last_week.weekday())
    mondays = tuple(last_monday - timedelta(weeks=back) for back in reversed(range(WEEKS_SHOWN)))
    period = Period(mondays[0], last_monday + timedelta(days=6))
    members = {
        each.participant_id: each for each in list_members(session, actor.scope, group_id, period)
    }
    days = list_member_days(session, actor.scope, group_id, period)
    audit.record(
        session,
        clock,
        actor,
        Action.ATTENDANCE_VIEWED,
        ("group", group_id),
        details={"participant_ids": [str(who) for who in members]},
    )
    return GroupHeat(group, tuple(members.values()), mondays, _by_week(days, today(clock)))


def open_year(
    session: Session, clock: Clock, actor: Actor, participant_id: UUID, year: int
) -> Year:
    """Return a participant's year, and record the look.

    Raises:
        NotFound: there is no such participant in the municipality.
    """
    require_case_staff(actor)
    found = read_year(session, clock, actor.scope, participant_id, year)
    audit.record(
        session,
        clock,
        actor,
        Action.ABSENCES_VIEWED,
        ("participant", participant_id),
        participant_id=participant_id,
        details={"year": year},
    )
    return found


def read_year(
    session: Session, clock: Clock, scope: MunicipalityScope, participant_id: UUID, year: int
) -> Year:
    """Return a participant's year. The caller records the look.

    Raises:
        NotFound: there is no such participant in the municipality.
    """
    participant = get_participant(session, scope, participant_id)
    if find_programme(session, scope, participant_id) is None:
        return Year(participant, year, {}, has_programme=False)
    period = Period(date(year, 1, 1), date(year, 12, 31))
    planned = dict(scheduled_minutes(session, scope, period, among=(participant_id,)))
    missed = dict(absent_minutes(session, scope, period, among=(participant_id,)))
    waiting = dict(unmarked_sessions(session, scope, period, among=(participant_id,)))
    book = read_absences(session, clock, scope, participant_id)
    assessed: defaultdict[date, list[DayAssessment]] = defaultdict(list)
    for day in book.assessment.days if book.assessment else ():
        assessed[day.day].append(day)
    minutes_missed = {day.day: day.minutes_absent for day in missed.get(participant_id, ())}
    unmarked = {each.day for each in waiting.get(participant_id, ())}
    unexplained = {each.day for each in book.unexplained}
    scheduled = planned.get(participant_id, {})
    on = today(clock)
    days = {
        day: _year_day(
            assessed.get(day, ()),
            scheduled.get(day, 0),
            minutes_missed.get(day, 0),
            is_unexplained=day in unexplained,
            is_unmarked=day in unmarked and day <= on,
            is_ahead=day > on,
        )
        for day in sorted({*scheduled, *assessed})
        if day in period
    }
    return Year(participant, year, days, has_programme=True)


def _year_day(
    assessed: Iterable[DayAssessment],
    scheduled: int,
    missed: int,
    *,
    is_unexplained: bool,
    is_unmarked: bool,
    is_ahead: bool,
) -> YearDay:
    came_after_all = scheduled > 0 and not (missed or is_unmarked or is_ahead)
    parts = [] if came_after_all else list(assessed)
    state = DayState.PLANNED if is_ahead else DayState.PRESENT
    if is_unmarked:
        state = DayState.UNMARKED
    if parts:
        state = DayState.LAWFUL
    if any(part.is_lawful and not part.is_paid for part in parts):
        state = DayState.UNPAID
    if is_unexplained:
        state = DayState.UNEXPLAINED
    if any(not part.is_lawful for part in parts):
        state = DayState.INVALID
    return YearDay(state, parts[0].reason if parts else None, scheduled, missed)


def _by_week(days: Iterable[MemberDay], until: date) -> dict[tuple[UUID, date], WeekSum]:
    """Return the weeks; days that are still to come are no missing marks."""
    sums: defaultdict[tuple[UUID, date], list[int]] = defaultdict(lambda: [0, 0, 0])
    for each in days:
        if each.day > until:
            continue
        week = sums[each.participant_id, each.day - timedelta(days=each.day.weekday())]
        week[0] += each.scheduled
        week[1] += each.missed
        week[2] += each.unmarked
    return {key: WeekSum(*week) for key, week in sums.items()}
