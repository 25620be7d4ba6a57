"""What the rules are asked about a month: for the whole municipality in a few queries."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from uuid import UUID

from sqlalchemy.orm import Session

from app.attendance.claims import claimed_days
from app.attendance.facts import MINUTES_PER_HOUR, absence_facts, unexplained_absences
from app.attendance.models import Absence as AbsenceRow
from app.attendance.queries import (
    AbsentDay,
    DaysAround,
    UnmarkedSession,
    absent_minutes,
    days_around,
    list_absences_history,
    scheduled_minutes,
    unmarked_sessions,
)
from app.attendance.reconciliation.queries import objected_days
from app.attendance.restrictions.models import Restriction
from app.attendance.restrictions.queries import (
    last_day_before_termination,
    restrictions_by_participant,
    stopped_periods,
    withdrawals,
)
from app.attendance.timetable.queries import closed_days
from app.benefit.added_time import last_day_of_programme
from app.benefit.attended import cut_to_attendance
from app.benefit.deductions.facts import instalment, other_facts
from app.benefit.deductions.kinds import DeductionKind
from app.benefit.deductions.models import BenefitDeduction
from app.benefit.deductions.queries import deductions_by_participant, taken_back_ore
from app.benefit.freezing import Circumstances
from app.benefit.holds.effect import held_days
from app.benefit.holds.kinds import HoldKind
from app.benefit.holds.models import ReductionHold
from app.benefit.holds.queries import holds_by_participant
from app.benefit.queries import list_enrolled
from app.core.actor import MunicipalityScope
from app.core.money import Kroner
from app.core.period import Period
from app.enrolment.facts import children_facts, children_in_care, living_periods
from app.enrolment.models import Participant
from app.plans.models import Programme
from app.rules.absence import ParticipantFacts
from app.rules.benefit import PaymentFacts, Policy
from app.rules.calendar import FULL_DAY, MONDAY_TO_FRIDAY, RegisteredHours, Schedule
from app.sources.public_holidays import public_holidays

_NOTHING_AROUND = DaysAround()


@dataclass(frozen=True, slots=True)
class Asked:
    """One participant's month, as it is put to the rules."""

    participant_id: UUID
    facts: PaymentFacts
    around: Circumstances


@dataclass(frozen=True, slots=True)
class _Month:
    """What the municipality has registered about a month, by participant."""

    period: Period
    known_on: date
    policy: Policy
    absent: Mapping[UUID, tuple[AbsentDay, ...]]
    scheduled: Mapping[UUID, Mapping[date, int]]
    unmarked: Mapping[UUID, tuple[UnmarkedSession, ...]]
    registered: Mapping[UUID, list[AbsenceRow]]
    around: Mapping[UUID, DaysAround]
    """Days of the registered absences before and after the month."""
    deductions: Mapping[UUID, list[BenefitDeduction]]
    holds: Mapping[UUID, list[ReductionHold]]
    restrictions: Mapping[UUID, list[Restriction]]
    objected: Mapping[UUID, frozenset[date]]
    claimed: Mapping[UUID, frozenset[date]]
    recoveries: Mapping[UUID, Kroner]
    closed: frozenset[date]
    """Days on which the whole municipality has no programme, also around the month."""


def load_month(
    session: Session,
    scope: MunicipalityScope,
    period: Period,
    known_on: date,
    policy: Policy,
    *,
    among: Collection[UUID] | None = None,
    recoveries: Mapping[UUID, Kroner] | None = None,
    also: AbsenceRow | None = None,
) -> list[Asked]:
    """Return what the rules are asked about everyone with a programme in the period.

    `among`: these participants alone.
    `recoveries`: what was to be taken back of the month (§ 25), where it was settled before; None:
    what is to be taken now.
    `known_on`: unmarked sessions are counted until this day, and the law is taken as known then.
    `also`: an absence that nobody has registered, to see what it would mean.
    """
    enrolled = list_enrolled(session, scope, period, among)
    if not enrolled:
        return []
    deductions = deductions_by_participant(session, scope, period.last_day, among)
    if recoveries is None:
        recoveries = _instalments(session, scope, period, deductions)
    registered = list_absences_history(session, scope, among, period.last_day)
    if also is not None and also.first_day <= period.last_day:
        registered.setdefault(also.participant_id, []).append(also)
    told = [row for rows in registered.values() for row in rows]
    known = Period(
        min([period.first_day, *(row.first_day for row in told)]),
        max([period.last_day, *(row.last_day for row in told)]),
    )
    month = _Month(
        period=period,
        known_on=known_on,
        policy=policy,
        absent=dict(absent_minutes(session, scope, period, among=among)),
        scheduled=dict(scheduled_minutes(session, scope, period, among=among)),
        unmarked=dict(unmarked_sessions(session, scope, period, among=among)),
        registered=registered,
        around=days_around(session, scope, registered, period, among),
        deductions=deductions,
        holds=holds_by_participant(session, scope, period, among),
        restrictions=restrictions_by_participant(session, scope, among),
        objected=objected_days(session, scope, period, among),
        claimed=claimed_days(session, scope, period, among),
        recoveries=recoveries,
        closed=frozenset(closed_days(session, scope, known)),
    )
    holidays = public_holidays(
        min(programme.starts_on.year for _, programme in enrolled), period.last_day.year
    )
    asked = (_ask(participant, programme, month, holidays) for participant, programme in enrolled)
    return [each for each in asked if each is not None]


def _ask(
    participant: Participant, programme: Programme, month: _Month, holidays: frozenset[date]
) -> Asked | None:
    """Return what is asked about one participant; None: her programme had ended before."""
    who, period = participant.id, month.period
    around = month.around.get(who, _NOTHING_AROUND)
    restrictions = month.restrictions.get(who, ())
    known_days = Period(min([period.first_day, *around.days]), max([period.last_day, *around.days]))
    stopped = stopped_periods(restrictions, known_days)
    schedule = Schedule(
        public_holidays=holidays,
        closed=month.closed.union(*(days.days() for days in stopped)),
        registered=_registered_hours(month.scheduled.get(who), around, period),
    )
    person = ParticipantFacts(
        programme_start=programme.starts_on,
        children=children_facts(participant),
        is_sole_carer=participant.is_sole_carer,
    )
    rows = month.registered.get(who, [])
    registered = absence_facts(rows, [child.id for child in children_in_care(participant)])
    scheduled = {
        day: hours for day in (*around.days, *period.days()) if (hours := schedule.hours_on(day))
    }
    absent = [
        each
        for each in month.absent.get(who, ())
        if programme.starts_on <= each.day and schedule.hours_on(each.day)
    ]
    away = {**_hours(around.missed.items()), **_hours_away(month, who, absent, scheduled)}
    known = tuple(cut_to_attendance(registered, away, scheduled))
    last_day = programme.ends_on
    terminated = last_day_before_termination(restrictions)
    if terminated is not None:
        last_day = min(last_day, terminated)
    elif last_day < period.last_day:
        last_day = last_day_of_programme(last_day, person, schedule, known, month.policy)
    if last_day < period.first_day:
        return None
    running = Period(max(period.first_day, programme.starts_on), min(period.last_day, last_day))
    stopped_now = stopped_periods(restrictions, period)
    missing = tuple(unexplained_absences((each for each in absent if each.day <= last_day), rows))
    waiting = [
        each
        for each in month.unmarked.get(who, ())
        if programme.starts_on <= each.day <= min(last_day, month.known_on)
    ]
    return Asked(
        who,
        PaymentFacts(
            born_on=participant.born_on,
            participant=person,
            living=living_periods(participant),
            schedule=schedule,
            period=period,
            absences=(*known, *missing),
            decisions=withdrawals(restrictions),
            other=other_facts(
                month.deductions.get(who, ()),
                period,
                month.recoveries.get(who, Fraction(0)),
                running.without(*stopped_now),
            ),
            programme_last_day=last_day if last_day in period else None,
            stopped=stopped_now,
        ),
        Circumstances(
            known_on=month.known_on,
            unmarked=_minutes_by_day(waiting),
            unexplained=frozenset(each.first_day for each in missing),
            suspended=held_days(month.holds.get(who, ()), HoldKind.SUSPENDED),
            contested=held_days(month.holds.get(who, ()), HoldKind.CONTESTED)
            | month.objected.get(who, frozenset())
            | month.claimed.get(who, frozenset()),
        ),
    )


def _instalments(
    session: Session,
    scope: MunicipalityScope,
    period: Period,
    deductions: Mapping[UUID, Sequence[BenefitDeduction]],
) -> dict[UUID, Kroner]:
    """Return what is to be taken back of everybody's payment of the month."""
    recoveries = {
        who: [row for row in rows if row.kind is DeductionKind.RECOVERY]
        for who, rows in deductions.items()
    }
    owing = {who: rows for who, rows in recoveries.items() if rows}
    if not owing:
        return {}
    taken = taken_back_ore(session, scope, owing, period.first_day)
    return {who: instalment(rows, taken.get(who, 0)) for who, rows in owing.items()}


def _hours_away(
    month: _Month, who: UUID, days: Iterable[AbsentDay], scheduled: Mapping[date, Fraction]
) -> dict[date, Fraction]:
    """Return the hours missed on each day that is registered in full."""
    if who not in month.scheduled:
        return {}
    missed = _hours((each.day, each.minutes_absent) for each in days)
    waiting = {each.day for each in month.unmarked.get(who, ())}
    return {
        day: missed.get(day, Fraction(0))
        for day in scheduled
        if day in month.period and day not in waiting
    }


def _registered_hours(
    planned: Mapping[date, int] | None, around: DaysAround, period: Period
) -> RegisteredHours | None:
    """Return the hours of the timetable in the period, and of days of absence around it.

    Days of months without a timetable have those of an ordinary week.
    """
    if not planned and not around.days:
        return None
    ordinary = dict.fromkeys(around.days, FULL_DAY)
    if not planned:
        weekdays = (day for day in period.days() if day.isoweekday() in MONDAY_TO_FRIDAY)
        ordinary.update(dict.fromkeys(weekdays, FULL_DAY))
    hours = {**ordinary, **_hours(around.planned.items()), **_hours((planned or {}).items())}
    known = {*around.days, period.first_day, period.last_day}
    return RegisteredHours(Period(min(known), max(known)), hours)


def _hours(minutes: Iterable[tuple[date, int]]) -> dict[date, Fraction]:
    return {day: Fraction(count, MINUTES_PER_HOUR) for day, count in minutes}


def _minutes_by_day(sessions: Iterable[UnmarkedSession]) -> tuple[tuple[date, int], ...]:
    summed: dict[date, int] = {}
    for each in sessions:
        summed[each.day] = summed.get(each.day, 0) + each.minutes
    return tuple(sorted(summed.items()))
