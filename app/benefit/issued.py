"""What has been issued for earlier months, and which of them may have to be corrected.

A month that was issued is computed again where something it rests on may have changed since: what
is registered of the participant, her absence or her timetable (a stamp), a mark of attendance, or
the base amount.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import cache
from uuid import UUID

from sqlalchemy import case, func, literal, select
from sqlalchemy.orm import Session

from app.attendance.models import Absence, AbsenceStatus, AttendanceMark
from app.benefit.deductions.queries import settled_ore
from app.benefit.models import ISSUED, Payment, PaymentCorrection, PaymentRun
from app.benefit.stamps import Stamps
from app.core.actor import MunicipalityScope
from app.core.clock import OSLO
from app.core.period import Period, add_months
from app.persistence.types import UtcDateTime
from app.plans.models import Programme
from app.rules.parameters.base_amount import BASE_AMOUNT

CORRECTED_MONTHS = 36
"""How far back a month is looked at again: claims are as a rule time-barred after three years
(foreldelsesloven § 2). What is older is corrected by hand."""
SLACK = timedelta(hours=1)
"""Whatever was being saved while a month was computed counts as saved afterwards."""


@dataclass(frozen=True, slots=True)
class IssuedRun:
    """An earlier month that was approved."""

    id: UUID
    period: Period
    computed_at: datetime


@dataclass(frozen=True, slots=True)
class IssuedMonth:
    """What one participant got for an earlier month, corrections that were approved among it.

    What is taken back of it by decision is no longer hers.
    """

    run: IssuedRun
    participant_id: UUID
    issued_ore: int
    stamp: str
    """As of the newest computation."""
    computed_at: datetime
    """When the newest computation began."""
    corrections: int
    """How many were approved."""


IssuedMonths = Mapping[tuple[UUID, UUID], IssuedMonth]
"""By participant and run."""


def list_issued_runs(session: Session, scope: MunicipalityScope, before: Period) -> list[IssuedRun]:
    """Return the approved months before a month, oldest first, as far back as is corrected."""
    rows = (
        select(PaymentRun)
        .where(PaymentRun.municipality_id == scope.municipality_id)
        .where(PaymentRun.status.in_(ISSUED), PaymentRun.last_day < before.first_day)
        .where(PaymentRun.first_day >= add_months(before.first_day, -CORRECTED_MONTHS))
        .order_by(PaymentRun.first_day)
    )
    return [
        IssuedRun(run.id, Period(run.first_day, run.last_day), run.prepared_at)
        for run in session.scalars(rows)
    ]


def read_issued(
    session: Session, runs: Sequence[IssuedRun], participant_ids: Collection[UUID]
) -> dict[tuple[UUID, UUID], IssuedMonth]:
    """Return what was issued to these participants in these months."""
    by_id = {run.id: run for run in runs}
    payments = select(
        Payment.participant_id, Payment.run_id, Payment.payout_ore, Payment.stamp
    ).where(Payment.participant_id.in_(participant_ids), Payment.run_id.in_(by_id))
    found = {}
    for who, run_id, payout_ore, stamp in session.execute(payments):
        run = by_id[run_id]
        found[who, run_id] = IssuedMonth(run, who, payout_ore, stamp, run.computed_at, 0)
    corrections = (
        select(PaymentCorrection, PaymentRun.prepared_at)
        .join(PaymentRun, PaymentRun.id == PaymentCorrection.run_id)
        .where(PaymentCorrection.participant_id.in_(participant_ids))
        .where(PaymentCorrection.of_run_id.in_(by_id), PaymentCorrection.number.is_not(None))
        .order_by(PaymentCorrection.number)
    )
    for correction, computed_at in session.execute(corrections):
        place = correction.participant_id, correction.of_run_id
        run = by_id[correction.of_run_id]
        before = found.get(place) or IssuedMonth(
            run, correction.participant_id, 0, "", computed_at, 0
        )
        found[place] = replace(
            before,
            issued_ore=before.issued_ore + correction.after_payment_ore,
            stamp=correction.stamp,
            computed_at=computed_at,
            corrections=before.corrections + 1,
        )
    for place, taken_ore in settled_ore(session, by_id, participant_ids).items():
        if place in found:
            month = found[place]
            found[place] = replace(month, issued_ore=month.issued_ore - taken_ore)
    return found


def find_changed(
    session: Session,
    runs: Sequence[IssuedRun],
    issued: IssuedMonths,
    stamps: Stamps,
    participant_ids: Collection[UUID],
    known_on: date,
) -> Iterator[tuple[UUID, IssuedRun]]:
    """Yield the participants and months that must be computed again."""
    if not runs:
        return
    marked = _marked_at(session, runs, participant_ids)
    base_amount_changed = cache(_base_amount_changed)  # asked for everybody, answered once a month
    for place, month in issued.items():
        if (
            month.stamp != stamps.get((month.participant_id, month.run.period))
            or (place in marked and marked[place] >= month.computed_at - SLACK)
            or base_amount_changed(month.run.period, month.computed_at, known_on)
        ):
            yield month.participant_id, month.run
    yield from _left_out(session, runs, issued, participant_ids)


def _marked_at(
    session: Session, runs: Sequence[IssuedRun], participant_ids: Collection[UUID]
) -> dict[tuple[UUID, UUID], datetime]:
    """Return when attendance that an earlier month rests on was marked last, if afterwards.

    It rests on its own attendance, on that of absence before it, which quotas look back on, and on
    that of absence that goes on after it.
    """
    last = runs[-1]
    computed_before = case(
        *(
            (
                AttendanceMark.day <= run.period.last_day,
                literal(run.computed_at - SLACK, UtcDateTime()),
            )
            for run in runs
        ),
        else_=literal(last.computed_at - SLACK, UtcDateTime()),
    )
    absent_since = (
        select(func.min(Absence.first_day))
        .where(
            Absence.participant_id == AttendanceMark.participant_id,
            Absence.first_day <= AttendanceMark.day,
            Absence.last_day >= AttendanceMark.day,
            Absence.status == AbsenceStatus.REGISTERED,
        )
        .correlate(AttendanceMark)
        .scalar_subquery()
    )
    rows = (
        select(
            AttendanceMark.participant_id,
            AttendanceMark.day,
            func.max(AttendanceMark.marked_at),
            absent_since,
        )
        .where(AttendanceMark.participant_id.in_(participant_ids))
        .where(AttendanceMark.marked_at >= computed_before)
        .where(
            AttendanceMark.day.between(runs[0].period.first_day, last.period.last_day)
            | (absent_since <= last.period.last_day)
        )
        .group_by(AttendanceMark.participant_id, AttendanceMark.day)
    )
    found: dict[tuple[UUID, UUID], datetime] = {}
    for who, day, marked_at, began_on in session.execute(rows):
        since: date | None = began_on
        for run in runs:
            is_looked_at = since is not None and (
                day < run.period.first_day or since <= run.period.last_day
            )
            if day in run.period or is_looked_at:
                place = who, run.id
                found[place] = max(marked_at, found.get(place, marked_at))
    return found


def _base_amount_changed(period: Period, computed_at: datetime, known_on: date) -> bool:
    """Tell whether the base amount was fixed backwards since (folketrygdloven § 1-4)."""
    then = computed_at.astimezone(OSLO).date()
    return any(
        BASE_AMOUNT.on(day, then) != BASE_AMOUNT.on(day, known_on)
        for day in (period.first_day, period.last_day)
    )


def _left_out(
    session: Session,
    runs: Sequence[IssuedRun],
    issued: IssuedMonths,
    participant_ids: Collection[UUID],
) -> Iterator[tuple[UUID, IssuedRun]]:
    """Yield months that gave a participant nothing, though her programme may reach into them.

    Her programme may have been registered late, or absence that was registered late makes it
    longer (integreringsforskriften §§ 10 and 19).
    """
    late = (
        select(Absence.participant_id, func.max(Absence.registered_at))
        .where(Absence.participant_id.in_(participant_ids))
        .group_by(Absence.participant_id)
    )
    told_at = {row[0]: row[1] for row in session.execute(late)}
    programmes = select(Programme.participant_id, Programme.starts_on, Programme.ends_on).where(
        Programme.participant_id.in_(participant_ids)
    )
    for who, starts_on, ends_on in session.execute(programmes):
        for run in runs:
            if (who, run.id) in issued or starts_on > run.period.last_day:
                continue
            is_told_later = who in told_at and told_at[who] >= run.computed_at - SLACK
            if ends_on >= run.period.first_day or is_told_later:
                yield who, run
