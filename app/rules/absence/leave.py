"""Fredsarbeid, høytidsdager, ferie og tillatelse.

Provision: integreringsloven § 17; integreringsforskriften §§ 14a, 17 and 18.
In one sentence: what was granted is lawful, and paid within its days; religious days need
notice; holiday and religious days never make the programme longer.
"""

from datetime import timedelta

from app.rules.absence import verdict
from app.rules.absence.codes import AbsenceGround, AbsenceStep
from app.rules.absence.context import Context, Quota
from app.rules.absence.history import AbsentDay
from app.rules.absence.quotas import calendar_year_of, holiday_year_of
from app.rules.absence.verdict import Verdict, Verdicts
from app.rules.law.grounds import Ground
from app.rules.law.sources import INTEGRERINGSFORSKRIFTEN, INTEGRERINGSLOVEN
from app.rules.parameters import absence_limits as limits

_PERMISSION = INTEGRERINGSLOVEN.section("17", "(1)")
_PEACE_WORK = INTEGRERINGSFORSKRIFTEN.section("14a")
_RELIGIOUS = INTEGRERINGSFORSKRIFTEN.section("17", "(2)")
_HOLIDAY = INTEGRERINGSFORSKRIFTEN.section("18")

_PEACE_GRANTED = verdict.paid(AbsenceGround.GRANTED, _PEACE_WORK)
_PEACE_USED = verdict.unpaid(AbsenceGround.QUOTA_USED, _PEACE_WORK, extends=False)
_PEACE_REFUSED = verdict.invalid(AbsenceGround.NOT_GRANTED, _PEACE_WORK)
_RELIGIOUS_WITHIN = (
    Verdict(
        is_lawful=True,
        is_paid=True,
        extends_programme=False,
        grounds=(
            Ground(AbsenceGround.WITHIN_QUOTA, _RELIGIOUS),
            Ground(AbsenceGround.NOTICE_IN_TIME, _RELIGIOUS),
        ),
    ),
)
_RELIGIOUS_USED = verdict.invalid(AbsenceGround.QUOTA_USED, _RELIGIOUS)
_TOLD_TOO_LATE = verdict.invalid(AbsenceGround.NOTICE_TOO_LATE, _RELIGIOUS)
_HOLIDAY_WITHIN = verdict.paid(AbsenceGround.WITHIN_QUOTA, _HOLIDAY, extends=False)
_HOLIDAY_USED = verdict.invalid(AbsenceGround.QUOTA_USED, _HOLIDAY)
_PERMITTED = verdict.paid(AbsenceGround.GRANTED, _PERMISSION, extends=False)
_NOT_PERMITTED = verdict.invalid(AbsenceGround.NOT_GRANTED, _PERMISSION)


def peace_work(row: AbsentDay, context: Context) -> Verdicts:
    """Freds- og forsoningsarbeid (§ 14a): discretionary, ten virkedager a calendar year.

    Beyond the days with benefit, granted leave is still permitted: § 21 does not reach it.
    """
    if not row.absence.is_granted:
        return _PEACE_REFUSED
    quota = Quota(limits.PEACE_WORK_DAYS.on(row.day), calendar_year_of(row.day), _PEACE_WORK)
    return context.by_quota(row, quota, _PEACE_GRANTED, _PEACE_USED)


def religious_holiday(row: AbsentDay, context: Context) -> Verdicts:
    """Religious holy days (§ 17): two a calendar year, told 14 days before."""
    absence = row.absence
    latest_notice = row.day - timedelta(days=limits.RELIGIOUS_NOTICE.on(row.day))
    context.step(
        AbsenceStep.NOTICE, _RELIGIOUS, latest_notice=latest_notice, notice_on=absence.notice_on
    )
    if absence.notice_on is None or absence.notice_on > latest_notice:
        return _TOLD_TOO_LATE
    quota = Quota(limits.RELIGIOUS_DAYS.on(row.day), calendar_year_of(row.day), _RELIGIOUS)
    return context.by_quota(row, quota, _RELIGIOUS_WITHIN, _RELIGIOUS_USED)


def holiday(row: AbsentDay, context: Context) -> Verdicts:
    """Ferie (§ 18): 25 virkedager, counted over what the municipality has chosen."""
    start = context.facts.participant.programme_start
    since = holiday_year_of(row.day, start, context.policy.holiday_period)
    quota = Quota(limits.HOLIDAY_DAYS.on(row.day), since, _HOLIDAY)
    return context.by_quota(row, quota, _HOLIDAY_WITHIN, _HOLIDAY_USED)


def permission(row: AbsentDay) -> Verdicts:
    """Tillatelse til fravær (il § 17): not under the regulation, so it adds no time."""
    return _PERMITTED if row.absence.is_granted else _NOT_PERMITTED
