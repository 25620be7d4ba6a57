"""Svangerskap, fødsel og amming: time off around a child.

Provision: integreringsforskriften §§ 11, 12 and 13.
In one sentence: days around pregnancy and birth are paid within a number, and breastfeeding is
paid an hour a day in the child's first year.
"""

from datetime import date
from fractions import Fraction

from app.rules.absence import verdict
from app.rules.absence.codes import AbsenceDoubt, AbsenceGround, AbsenceStep
from app.rules.absence.context import Context, Quota
from app.rules.absence.history import AbsentDay
from app.rules.absence.quotas import last_day_of_months, same_birth_until
from app.rules.absence.types import ChildFacts
from app.rules.absence.verdict import Verdict, Verdicts
from app.rules.law.grounds import Ground
from app.rules.law.sources import INTEGRERINGSFORSKRIFTEN
from app.rules.parameters import absence_limits as limits

_CHECK = INTEGRERINGSFORSKRIFTEN.section("11", "(1)")
_PREGNANCY = INTEGRERINGSFORSKRIFTEN.section("11", "(2)")
_MOTHER = INTEGRERINGSFORSKRIFTEN.section("12", "(1)")
_FATHER = INTEGRERINGSFORSKRIFTEN.section("12", "(2)")
_BREASTFEEDING = INTEGRERINGSFORSKRIFTEN.section("13")

PREGNANCY_CHECK = verdict.paid(AbsenceGround.PREGNANCY_CHECK, _CHECK)
"""Svangerskapskontroll (§ 11 first paragraph): as needed."""

_PREGNANCY_WITHIN = verdict.paid(AbsenceGround.WITHIN_QUOTA, _PREGNANCY)
_PREGNANCY_USED = verdict.invalid(AbsenceGround.QUOTA_USED, _PREGNANCY)
_MOTHER_WITHIN = verdict.paid(AbsenceGround.WITHIN_QUOTA, _MOTHER)
_MOTHER_USED = verdict.invalid(AbsenceGround.QUOTA_USED, _MOTHER)
_MOTHER_TOO_EARLY = verdict.invalid(AbsenceGround.BEFORE_BIRTH, _MOTHER)
_FATHER_WITHIN = verdict.paid(AbsenceGround.WITHIN_QUOTA, _FATHER)
_FATHER_USED = verdict.invalid(AbsenceGround.QUOTA_USED, _FATHER)
_FATHER_APART = verdict.invalid(AbsenceGround.LIVES_APART_FROM_MOTHER, _FATHER)
_AFTER_FIRST_YEAR = verdict.unpaid(AbsenceGround.BREASTFEEDING_AFTER_FIRST_YEAR, _BREASTFEEDING)
_FIRST_HOUR = (Ground(AbsenceGround.BREASTFEEDING_FIRST_HOUR, _BREASTFEEDING),)
_BEYOND_HOUR = (Ground(AbsenceGround.BREASTFEEDING_BEYOND_HOUR, _BREASTFEEDING),)


def pregnancy(row: AbsentDay, context: Context) -> Verdicts:
    """Days off in the pregnancy (§ 11 second paragraph)."""
    since = same_birth_until(row.day, context.facts.participant.children)
    quota = Quota(limits.PREGNANCY_DAYS.on(row.day), since, _PREGNANCY)
    return context.by_quota(row, quota, _PREGNANCY_WITHIN, _PREGNANCY_USED)


def birth_mother(row: AbsentDay, context: Context) -> Verdicts:
    """The mother's days after the birth (§ 12 first paragraph)."""
    child = row.absence.child
    if child is not None and row.day < context.facts.participant.children[child].born_on:
        return _MOTHER_TOO_EARLY
    since = same_birth_until(row.day, context.facts.participant.children)
    quota = Quota(limits.BIRTH_DAYS_MOTHER.on(row.day), since, _MOTHER)
    return context.by_quota(row, quota, _MOTHER_WITHIN, _MOTHER_USED)


def birth_father(row: AbsentDay, context: Context) -> Verdicts:
    """The father's days around the birth, or another's who assists the mother (§ 12)."""
    absence = row.absence
    if absence.lives_with_mother is False and not absence.assists_mother:
        return _FATHER_APART
    # His days lie around the birth, so the birth does not part them.
    quota = Quota(limits.BIRTH_DAYS_FATHER.on(row.day), same_birth_until(row.day), _FATHER)
    return context.by_quota(row, quota, _FATHER_WITHIN, _FATHER_USED)


class Breastfeeding:
    """Ammefri (§ 13): the first hour of a day is paid in the first year, the rest is not."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def assess(self, row: AbsentDay) -> Verdicts:
        """Return the answer for each part of one day."""
        context = self._context
        child = context.child_of(row)
        if child is None:
            context.doubt(AbsenceDoubt.CHILD_NOT_KNOWN, _BREASTFEEDING)
        elif not self._is_in_first_year(child, row.day):
            return _AFTER_FIRST_YEAR
        left = limits.BREASTFEEDING_PAID_HOURS.on(row.day) - context.ledger.used_since(row.day)
        paid_hours = min(row.missed_hours, left)
        context.ledger.use(row.day, paid_hours)
        context.step(
            AbsenceStep.BREASTFEEDING, _BREASTFEEDING, hours=row.missed_hours, paid_hours=paid_hours
        )
        return _parts(row.missed_hours, paid_hours)

    def _is_in_first_year(self, child: ChildFacts, day: date) -> bool:
        ends_on = first_year_with_benefit_ends_on(child, day)
        self._context.step(
            AbsenceStep.FIRST_YEAR, _BREASTFEEDING, born_on=child.born_on, ends_on=ends_on
        )
        return day <= ends_on


def first_year_with_benefit_ends_on(child: ChildFacts, day: date) -> date:
    """Return the last day with a paid hour, by the rule that holds on `day` (§ 13)."""
    return last_day_of_months(child.born_on, limits.BREASTFEEDING_PAID_FOR.on(day))


def _parts(missed: Fraction, paid: Fraction) -> Verdicts:
    parts = ((paid, _FIRST_HOUR, True), (missed - paid, _BEYOND_HOUR, False))
    return tuple(
        Verdict(
            is_lawful=True,
            is_paid=is_paid,
            extends_programme=True,
            grounds=grounds,
            hours=hours,
        )
        for hours, grounds, is_paid in parts
        if hours > 0
    )
