"""Days of registered absence outside a month: what was planned on them, and what of it was missed.

Quotas look back over days of earlier months, and an absence may go on into the next one. What
counts is what was missed, so the timetable and the attendance of those days decide, as they do in
their own month.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from sqlalchemy import exists, func, select
from sqlalchemy.orm import Session

from app.attendance.membership import is_member_that_day
from app.attendance.models import (
    Absence,
    AbsenceStatus,
    AttendanceMark,
    Group,
    GroupMembership,
    GroupSession,
)
from app.core.actor import MunicipalityScope
from app.core.period import ONE_DAY, Period, month_period
from app.enrolment.models import Participant

_Memberships = Mapping[UUID, list[tuple[UUID, date, date | None]]]
_Sessions = Mapping[tuple[UUID, date], Mapping[date, int]]
"""Minutes by day, of each group and calendar month that it met in."""


@dataclass(frozen=True, slots=True)
class DaysAround:
    """One participant's days of absence outside a month."""

    planned: dict[date, int] = field(default_factory=dict)
    """Minutes by day; 0 where nothing was. Days of months without a timetable are left out."""
    missed: dict[date, int] = field(default_factory=dict)
    """Minutes by day, of the days whose attendance is registered in full."""
    days: set[date] = field(default_factory=set)
    """All of them, days off among them."""


def days_around(
    session: Session,
    scope: MunicipalityScope,
    absences: Mapping[UUID, Sequence[Absence]],
    period: Period,
    among: Collection[UUID] | None = None,
) -> dict[UUID, DaysAround]:
    """Return the days outside the period that these absences cover. Three queries at most."""
    spans = {
        who: [span for row in rows for span in _outside(row, period)]
        for who, rows in absences.items()
    }
    spans = {who: rows for who, rows in spans.items() if rows}
    if not spans:
        return {}
    first_day = min(row.first_day for rows in spans.values() for row in rows)
    last_day = max(row.last_day for rows in spans.values() for row in rows)
    # Whole months, as a month without any meeting has no timetable.
    whole = Period(
        month_period(first_day.year, first_day.month).first_day,
        month_period(last_day.year, last_day.month).last_day,
    )
    memberships = _memberships(session, scope, among)
    sessions = _sessions(session, scope, whole, None if among is None else memberships)
    found = {who: _planned(rows, memberships.get(who, []), sessions) for who, rows in spans.items()}
    for who, day, minutes, missed in _marked(session, scope, whole, among):
        around = found.get(who)
        if around is not None and 0 < around.planned.get(day, 0) <= minutes:
            around.missed[day] = missed
    return found


def _outside(absence: Absence, period: Period) -> Iterator[Period]:
    """Yield the days of an absence before and after the period."""
    if absence.first_day < period.first_day:
        yield Period(absence.first_day, min(absence.last_day, period.first_day - ONE_DAY))
    if absence.last_day > period.last_day:
        yield Period(max(absence.first_day, period.last_day + ONE_DAY), absence.last_day)


def _planned(
    spans: Sequence[Period],
    memberships: Sequence[tuple[UUID, date, date | None]],
    sessions: _Sessions,
) -> DaysAround:
    around = DaysAround()
    months: dict[date, dict[date, int]] = {}
    for span in spans:
        for day in span.days():
            around.days.add(day)
            month = day.replace(day=1)
            if month not in months:
                months[month] = _month(month, memberships, sessions)
            if months[month]:
                around.planned[day] = months[month].get(day, 0)
    return around


def _month(
    month: date, memberships: Sequence[tuple[UUID, date, date | None]], sessions: _Sessions
) -> dict[date, int]:
    """Return the minutes that were planned for a participant in a month, by day."""
    planned: dict[date, int] = defaultdict(int)
    for group_id, first_day, last_day in memberships:
        for day, minutes in sessions.get((group_id, month), {}).items():
            if first_day <= day and (last_day is None or day <= last_day):
                planned[day] += minutes
    return planned


def _memberships(
    session: Session, scope: MunicipalityScope, among: Collection[UUID] | None
) -> _Memberships:
    rows = (
        select(
            GroupMembership.participant_id,
            GroupMembership.group_id,
            GroupMembership.first_day,
            GroupMembership.last_day,
        )
        .join(Participant, Participant.id == GroupMembership.participant_id)
        .where(Participant.municipality_id == scope.municipality_id)
    )
    if among is not None:
        rows = rows.where(GroupMembership.participant_id.in_(among))
    found: dict[UUID, list[tuple[UUID, date, date | None]]] = defaultdict(list)
    for who, group_id, first_day, last_day in session.execute(rows):
        found[who].append((group_id, first_day, last_day))
    return found


def _sessions(
    session: Session, scope: MunicipalityScope, period: Period, of: _Memberships | None
) -> _Sessions:
    """Return what was held, by group and month; `of` these memberships, or of everybody."""
    rows = (
        select(GroupSession.group_id, GroupSession.day, func.sum(GroupSession.minutes))
        .join(Group, Group.id == GroupSession.group_id)
        .where(Group.municipality_id == scope.municipality_id, ~GroupSession.is_cancelled)
        .where(GroupSession.day.between(period.first_day, period.last_day))
        .group_by(GroupSession.group_id, GroupSession.day)
    )
    if of is not None:
        groups = {group_id for each in of.values() for group_id, _first, _last in each}
        rows = rows.where(GroupSession.group_id.in_(groups))
    found: dict[tuple[UUID, date], dict[date, int]] = defaultdict(dict)
    for group_id, day, minutes in session.execute(rows):
        found[group_id, day.replace(day=1)][day] = int(minutes)
    return found


def _marked(
    session: Session,
    scope: MunicipalityScope,
    period: Period,
    among: Collection[UUID] | None,
) -> Iterator[tuple[UUID, date, int, int]]:
    """Yield participant, day, minutes with registered attendance, and what was missed of them."""
    is_member = exists().where(
        GroupMembership.participant_id == Absence.participant_id, is_member_that_day()
    )
    # From the absences to the marks of their days: the other way there are a hundred times as many.
    rows = (
        select(
            Absence.participant_id,
            GroupSession.id,
            GroupSession.day,
            GroupSession.minutes,
            AttendanceMark.minutes_absent,
        )
        .distinct()  # two absences may share a day
        .join(Participant, Participant.id == Absence.participant_id)
        .join(
            AttendanceMark,
            (AttendanceMark.participant_id == Absence.participant_id)
            & AttendanceMark.day.between(Absence.first_day, Absence.last_day),
        )
        .join(GroupSession, GroupSession.id == AttendanceMark.session_id)
        .where(Participant.municipality_id == scope.municipality_id, is_member)
        .where(Absence.status == AbsenceStatus.REGISTERED, ~GroupSession.is_cancelled)
        .where(Absence.first_day <= period.last_day, Absence.last_day >= period.first_day)
        .where(AttendanceMark.day <= period.last_day)
    )
    if among is not None:
        rows = rows.where(Absence.participant_id.in_(among))
    summed: dict[tuple[UUID, date], tuple[int, int]] = {}
    for who, _session_id, day, minutes, missed in session.execute(rows):
        before, missed_before = summed.get((who, day), (0, 0))
        summed[who, day] = before + minutes, missed_before + missed
    for (who, day), (minutes, missed) in summed.items():
        yield who, day, minutes, missed
