"""What a payment was computed from, as a short mark for each participant and month.

Where the mark is the same and no attendance was marked since, the payment would be the same: so
two years of months are looked through without computing any of them again.
"""

import hashlib
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Executable, select
from sqlalchemy.orm import Session

from app.attendance.models import Absence, AbsenceStatus, GroupMembership, GroupSession
from app.attendance.restrictions.queries import restrictions_by_participant
from app.attendance.timetable.queries import closed_days
from app.benefit.deductions.facts import touching
from app.benefit.deductions.queries import deductions_by_participant
from app.benefit.holds.queries import holds_by_participant
from app.core.actor import MunicipalityScope
from app.core.period import Period
from app.enrolment.models import Child, HouseholdPeriod, Participant
from app.plans.models import Programme

Stamps = Mapping[tuple[UUID, Period], str]
_Rows = Mapping[UUID, list[tuple[Any, ...]]]
STAMP_BYTES = 16


def read_stamps(
    session: Session,
    scope: MunicipalityScope,
    participant_ids: Collection[UUID],
    periods: Sequence[Period],
) -> Stamps:
    """Return the mark of each participant and period. A few queries, however many they are.

    `periods`: in order, without overlap. Marks of attendance are not in it: see app.benefit.issued.
    """
    people = _people(session, scope, participant_ids)
    absences = _rows(
        session,
        select(
            Absence.participant_id,
            Absence.first_day,
            Absence.last_day,
            Absence.id,
            Absence.row_version,
        )
        .where(Absence.participant_id.in_(participant_ids))
        .where(Absence.status == AbsenceStatus.REGISTERED)
        .order_by(Absence.first_day, Absence.id),
    )
    memberships = _rows(
        session,
        select(
            GroupMembership.participant_id,
            GroupMembership.group_id,
            GroupMembership.first_day,
            GroupMembership.last_day,
        )
        .where(GroupMembership.participant_id.in_(participant_ids))
        .order_by(GroupMembership.group_id, GroupMembership.first_day),
    )
    deductions = deductions_by_participant(session, scope, periods[-1].last_day, participant_ids)
    whole = Period(periods[0].first_day, periods[-1].last_day)
    holds = holds_by_participant(session, scope, whole, participant_ids)
    restrictions = restrictions_by_participant(session, scope, participant_ids)
    groups = {group_id for rows in memberships.values() for group_id, *_days in rows}
    planned = _planned(session, groups, periods)
    closed = sorted(closed_days(session, scope, whole))
    timetables = _Timetables(
        periods,
        planned,
        {each: _mark(day for day in closed if day in each) for each in periods},
    )
    stamps = {}
    for who, person in people.items():
        away, places = absences.get(who, ()), memberships.get(who, ())
        absent_from = timetables.absent_from(away)
        for period in periods:
            parts = [
                person,
                *(day for day in closed if day in period),
                *(
                    row.id
                    for row in holds.get(who, ())
                    if row.first_day <= period.last_day and row.last_day >= period.first_day
                ),
                *(
                    (row.kind, row.first_day, row.last_day, row.lifted_from)
                    for row in restrictions.get(who, ())
                    if row.first_day <= period.last_day
                ),
                *(row.id for row in touching(deductions.get(who, ()), period)),
                *(
                    (first_day, *version)
                    for first_day, _last_day, *version in away
                    if first_day <= period.last_day
                ),
                *timetables.looked_at(period, absent_from, places),
                *(
                    (first_day, last_day, planned.get((group_id, period)))
                    for group_id, first_day, last_day in places
                    if first_day <= period.last_day
                    and (last_day is None or last_day >= period.first_day)
                ),
            ]
            stamps[who, period] = _mark(parts)
    return stamps


@dataclass(frozen=True, slots=True)
class _Timetables:
    """What was planned in each period, as marks."""

    periods: Sequence[Period]
    planned: Mapping[tuple[UUID, Period], str]
    closed: Mapping[Period, str]

    def absent_from(self, absences: Sequence[tuple[Any, ...]]) -> Mapping[Period, date]:
        """Return the periods with absence, each with the first day of the earliest in it."""
        found: dict[Period, date] = {}
        for first_day, last_day, *_version in absences:
            for period in self.periods:
                if first_day <= period.last_day and last_day >= period.first_day:
                    found[period] = min(first_day, found.get(period, first_day))
        return found

    def looked_at(
        self,
        period: Period,
        absent_from: Mapping[Period, date],
        memberships: Sequence[tuple[Any, ...]],
    ) -> Iterator[Hashable]:
        """Yield the marks of other periods with absence that counts in this one.

        Quotas count earlier absence, and what began in the period may go on after it.
        """
        for other in self.periods:
            first = absent_from.get(other)
            if first is not None and first <= period.last_day and other != period:
                yield self.closed[other]
                for group_id, first_day, last_day in memberships:
                    yield first_day, last_day, self.planned.get((group_id, other))


def _people(
    session: Session, scope: MunicipalityScope, participant_ids: Collection[UUID]
) -> dict[UUID, str]:
    """Return a mark of what is registered of each participant herself and her household."""
    about = _rows(
        session,
        select(
            Participant.id,
            Participant.born_on,
            Participant.is_sole_carer,
            Programme.starts_on,
            Programme.ends_on,
        )
        .join(Programme, Programme.participant_id == Participant.id)
        .where(Participant.municipality_id == scope.municipality_id)
        .where(Participant.id.in_(participant_ids)),
    )
    household = _rows(
        session,
        select(
            HouseholdPeriod.participant_id,
            HouseholdPeriod.first_day,
            HouseholdPeriod.lives_with_parents,
            HouseholdPeriod.has_partner,
            HouseholdPeriod.is_partner_in_programme,
        )
        .where(HouseholdPeriod.participant_id.in_(participant_ids))
        .order_by(HouseholdPeriod.first_day),
    )
    children = _rows(
        session,
        select(
            Child.participant_id,
            Child.id,
            Child.born_on,
            Child.is_chronically_ill,
            Child.cared_for_until,
        )
        .where(Child.participant_id.in_(participant_ids))
        .order_by(Child.born_on, Child.id),
    )
    return {
        who: _mark([*rows, *household.get(who, ()), "children", *children.get(who, ())])
        for who, rows in about.items()
    }


def _planned(
    session: Session, groups: Collection[UUID], periods: Sequence[Period]
) -> dict[tuple[UUID, Period], str]:
    """Return a mark of what was planned for each group in each period."""
    if not periods:
        return {}
    starts = [period.first_day for period in periods]
    meetings = (
        select(GroupSession.group_id, GroupSession.day, GroupSession.minutes)
        .where(GroupSession.group_id.in_(groups), ~GroupSession.is_cancelled)
        .where(GroupSession.day.between(periods[0].first_day, periods[-1].last_day))
        .order_by(GroupSession.group_id, GroupSession.day, GroupSession.starts_at)
    )
    found: dict[tuple[UUID, Period], list[tuple[date, int]]] = defaultdict(list)
    for group_id, day, minutes in session.execute(meetings):
        period = periods[bisect_right(starts, day) - 1]
        if day in period:
            found[group_id, period].append((day, minutes))
    return {place: _mark(rows) for place, rows in found.items()}


def _rows(session: Session, rows: Executable) -> _Rows:
    """Return rows by their first column, without it."""
    found: dict[UUID, list[tuple[Any, ...]]] = defaultdict(list)
    for who, *rest in session.execute(rows):
        found[who].append(tuple(rest))
    return found


def _mark(parts: Iterable[Hashable]) -> str:
    text = "\n".join(map(repr, parts))
    return hashlib.blake2b(text.encode(), digest_size=STAMP_BYTES).hexdigest()
