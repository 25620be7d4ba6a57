"""Permisjon, høytidsdager, ferie og tillatelse.

Provision: integreringsloven § 17; integreringsforskriften §§ 14, 14a, 17 and 18.
In one sentence: what was granted is lawful, and paid within its days; religious days need
notice; holiday and religious days never make the programme longer.
"""

from datetime import timedelta

from app.core.period import Period
from app.rules.absence import verdict
from app.rules.absence.context import Context
from app.rules.absence.history import AbsentDay
from app.rules.absence.quotas import calendar_year_until, programme_year_until
from app.rules.absence.types import AbsenceGround
from app.rules.absence.verdict import Verdict
from app.rules.law.parameter import Parameter
from app.rules.law.provision import Provision
from app.rules.law.sources import INTEGRERINGSFORSKRIFTEN, INTEGRERINGSLOVEN
from app.rules.parameters import absence_limits as limits

_PERMISSION = INTEGRERINGSLOVEN.section("17", "(1)")
_WELFARE = INTEGRERINGSFORSKRIFTEN.section("14", "(1)")
_PEACE_WORK = INTEGRERINGSFORSKRIFTEN.section("14a")
_RELIGIOUS = INTEGRERINGSFORSKRIFTEN.section("17", "(2)")
_HOLIDAY = INTEGRERINGSFORSKRIFTEN.section("18")


def welfare_leave(row: AbsentDay, context: Context) -> Verdict:
    """Velferdspermisjon (§ 14): discretionary, ten virkedager a calendar year."""
    return _granted_leave(row, context, limits.WELFARE_DAYS, _WELFARE)


def peace_work(row: AbsentDay, context: Context) -> Verdict:
    """Freds- og forsoningsarbeid (§ 14a): discretionary, ten virkedager a calendar year."""
    return _granted_leave(row, context, limits.PEACE_WORK_DAYS, _PEACE_WORK)


def _granted_leave(
    row: AbsentDay, context: Context, quota: Parameter[int], provision: Provision
) -> Verdict:
    """Beyond the days with benefit, granted leave is still permitted: § 21 does not reach it."""
    if not row.absence.is_granted:
        return verdict.invalid(AbsenceGround.NOT_GRANTED, provision)
    if not context.uses_quota(row, quota.on(row.day), calendar_year_until(row.day)):
        return verdict.unpaid(AbsenceGround.QUOTA_USED, provision, extends=False)
    return verdict.paid(AbsenceGround.GRANTED, provision)


def religious_holiday(row: AbsentDay, context: Context) -> Verdict:
    """Religious holy days (§ 17): two a calendar year, told 14 days before."""
    absence = row.absence
    latest_notice = absence.first_day - timedelta(days=limits.RELIGIOUS_NOTICE.on(row.day))
    if absence.notice_on is None or absence.notice_on > latest_notice:
        return verdict.invalid(AbsenceGround.NOTICE_TOO_LATE, _RELIGIOUS)
    year = calendar_year_until(row.day)
    return _days_off(row, context, limits.RELIGIOUS_DAYS, year, _RELIGIOUS)


def holiday(row: AbsentDay, context: Context) -> Verdict:
    """Ferie (§ 18): 25 virkedager."""
    year = programme_year_until(row.day, context.facts.participant.programme_start)
    return _days_off(row, context, limits.HOLIDAY_DAYS, year, _HOLIDAY)


def _days_off(
    row: AbsentDay,
    context: Context,
    quota: Parameter[int],
    counted_over: Period,
    provision: Provision,
) -> Verdict:
    if not context.uses_quota(row, quota.on(row.day), counted_over):
        return verdict.invalid(AbsenceGround.QUOTA_USED, provision)
    return verdict.paid(AbsenceGround.WITHIN_QUOTA, provision, extends=False)


def permission(row: AbsentDay) -> Verdict:
    """Tillatelse til fravær (il § 17): not under the regulation, so it adds no time."""
    if not row.absence.is_granted:
        return verdict.invalid(AbsenceGround.NOT_GRANTED, _PERMISSION)
    return verdict.paid(AbsenceGround.GRANTED, _PERMISSION, extends=False)
