"""Svangerskap, fødsel, amming og omsorg: time off around a child.

Provision: integreringsforskriften §§ 11, 12, 13 and 16.
In one sentence: days around pregnancy and birth are paid within a number, breastfeeding is paid
an hour a day in the first year, and parental leave is lawful without benefit.
"""

from datetime import date
from fractions import Fraction

from app.core.period import Period, add_months, age_on
from app.rules.absence import verdict
from app.rules.absence.context import Context
from app.rules.absence.history import AbsentDay
from app.rules.absence.quotas import same_birth_until
from app.rules.absence.reasons import AbsenceReason
from app.rules.absence.types import AbsenceDoubt, AbsenceGround, ChildFacts
from app.rules.absence.verdict import Verdict
from app.rules.law.grounds import Ground
from app.rules.law.parameter import Parameter
from app.rules.law.provision import Provision
from app.rules.law.sources import INTEGRERINGSFORSKRIFTEN
from app.rules.parameters import absence_limits as limits

_CHECK = INTEGRERINGSFORSKRIFTEN.section("11", "(1)")
_PREGNANCY = INTEGRERINGSFORSKRIFTEN.section("11", "(2)")
_MOTHER = INTEGRERINGSFORSKRIFTEN.section("12", "(1)")
_FATHER = INTEGRERINGSFORSKRIFTEN.section("12", "(2)")
_BREASTFEEDING = INTEGRERINGSFORSKRIFTEN.section("13")
_PARENTAL = INTEGRERINGSFORSKRIFTEN.section("16", "(1)")
_ADOPTION = INTEGRERINGSFORSKRIFTEN.section("16", "(3)")


def pregnancy_check() -> Verdict:
    """Svangerskapskontroll (§ 11 first paragraph): as needed."""
    return verdict.paid(AbsenceGround.PREGNANCY_CHECK, _CHECK)


def pregnancy(row: AbsentDay, context: Context) -> Verdict:
    """Days off in the pregnancy (§ 11 second paragraph)."""
    return _within(row, context, limits.PREGNANCY_DAYS, _PREGNANCY)


def birth_mother(row: AbsentDay, context: Context) -> Verdict:
    """The mother's days after the birth (§ 12 first paragraph)."""
    return _within(row, context, limits.BIRTH_DAYS_MOTHER, _MOTHER)


def birth_father(row: AbsentDay, context: Context) -> Verdict:
    """The father's days around the birth (§ 12 second paragraph)."""
    return _within(row, context, limits.BIRTH_DAYS_FATHER, _FATHER)


def _within(
    row: AbsentDay, context: Context, quota: Parameter[int], provision: Provision
) -> Verdict:
    if not context.uses_quota(row, quota.on(row.day), same_birth_until(row.day)):
        return verdict.invalid(AbsenceGround.QUOTA_USED, provision)
    return verdict.paid(AbsenceGround.WITHIN_QUOTA, provision)


def breastfeeding(row: AbsentDay, context: Context) -> tuple[Verdict, ...]:
    """Ammefri (§ 13): the first hour of a day is paid in the first year, the rest is not."""
    child = context.child_of(row)
    if child is None:
        context.doubt(AbsenceDoubt.CHILD_NOT_KNOWN, _BREASTFEEDING, row.day)
    elif row.day >= add_months(child.born_on, limits.BREASTFEEDING_PAID_FOR.on(row.day)):
        return (verdict.unpaid(AbsenceGround.BREASTFEEDING_AFTER_FIRST_YEAR, _BREASTFEEDING),)
    paid_hours = min(row.missed_hours, _paid_hours_left(row, context))
    context.ledger.use(AbsenceReason.BREASTFEEDING, row.day, paid_hours)
    parts = (
        (paid_hours, AbsenceGround.BREASTFEEDING_FIRST_HOUR, True),
        (row.missed_hours - paid_hours, AbsenceGround.BREASTFEEDING_BEYOND_HOUR, False),
    )
    return tuple(
        Verdict(
            is_lawful=True,
            is_paid=is_paid,
            extends_programme=True,
            grounds=(Ground(code, _BREASTFEEDING),),
            hours=hours,
        )
        for hours, code, is_paid in parts
        if hours > 0
    )


def _paid_hours_left(row: AbsentDay, context: Context) -> Fraction:
    today = Period(row.day, row.day)
    used = context.ledger.used(AbsenceReason.BREASTFEEDING, today)
    return limits.BREASTFEEDING_PAID_HOURS.on(row.day) - used


def parental_leave(row: AbsentDay, context: Context) -> Verdict:
    """Omsorgspermisjon (§ 16): ten months in the child's first year, or for an adopted child."""
    child = context.child_of(row)
    if child is None:
        context.doubt(AbsenceDoubt.CHILD_NOT_KNOWN, _PARENTAL, row.day)
    elif child.adopted_on is not None:
        if age_on(child.born_on, row.day) >= limits.ADOPTED_CHILD_UNDER_AGE.on(row.day):
            return verdict.invalid(AbsenceGround.ADOPTED_CHILD_TOO_OLD, _ADOPTION)
    elif not _is_in_first_year(child, row.day):
        return verdict.invalid(AbsenceGround.OUTSIDE_FIRST_YEAR, _PARENTAL)
    if context.leave_is_used_up(row, limits.PARENTAL_LEAVE.on(row.day)):
        return verdict.invalid(AbsenceGround.QUOTA_USED, _PARENTAL)
    return verdict.unpaid(AbsenceGround.LEAVE_WITHOUT_BENEFIT, _PARENTAL)


def _is_in_first_year(child: ChildFacts, day: date) -> bool:
    return child.born_on <= day < add_months(child.born_on, limits.PARENTAL_LEAVE_WITHIN.on(day))
