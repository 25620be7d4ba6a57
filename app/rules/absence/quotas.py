"""Quotas: what was used before a day, and what a day may use."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction

from app.core.period import Period, add_months
from app.rules.absence.reasons import AbsenceReason
from app.rules.absence.types import ChildFacts
from app.rules.parameters import absence_limits as limits

_SAME_BIRTH_MONTHS = 10
"""Not a number of the law: the rules give days for each pregnancy and birth, and the facts do not
name it, so days within this long are taken to belong to the same."""


@dataclass(slots=True)
class QuotaLedger:
    """What the days so far have used, by reason: shares of days, or hours of breastfeeding."""

    _entries: dict[AbsenceReason, list[tuple[date, Fraction]]] = field(default_factory=dict)

    def used(self, reason: AbsenceReason, period: Period) -> Fraction:
        """Return what was used in a period."""
        return sum(
            (amount for day, amount in self._entries.get(reason, ()) if day in period),
            start=Fraction(0),
        )

    def use(self, reason: AbsenceReason, day: date, amount: Fraction) -> None:
        """Record what a day used."""
        self._entries.setdefault(reason, []).append((day, amount))


def child_illness_quota(children: Sequence[ChildFacts], on: date, *, is_sole_carer: bool) -> int:
    """Return the virkedager in twelve months for a child's illness (§ 7); 0 without a child."""
    qualifying = [child for child in children if qualifies_for_child_illness(child, on)]
    if not qualifying:
        return 0
    shared, alone = limits.CHILD_ILLNESS_DAYS, limits.CHILD_ILLNESS_DAYS_ALONE
    if len(qualifying) > limits.CHILD_ILLNESS_MORE_THAN_CHILDREN.on(on):
        shared = limits.CHILD_ILLNESS_DAYS_MANY_CHILDREN
        alone = limits.CHILD_ILLNESS_DAYS_MANY_CHILDREN_ALONE
    if any(child.is_chronically_ill for child in qualifying):
        shared = limits.CHILD_ILLNESS_DAYS_CHRONIC
        alone = limits.CHILD_ILLNESS_DAYS_CHRONIC_ALONE
    return (alone if is_sole_carer else shared).on(on)


def qualifies_for_child_illness(child: ChildFacts, on: date) -> bool:
    """Whether the child is born, and not past the calendar year of its last age (§ 6)."""
    last_age = (
        limits.CHILD_ILLNESS_LAST_AGE_CHRONIC
        if child.is_chronically_ill
        else limits.CHILD_ILLNESS_LAST_AGE
    )
    return child.born_on <= on and on.year <= child.born_on.year + last_age.on(on)


def calendar_year_until(day: date) -> Period:
    """Return 1 January to `day`."""
    return Period(date(day.year, 1, 1), day)


def programme_year_until(day: date, programme_start: date) -> Period:
    """Return the part of the running twelve months of the programme that ends with `day`."""
    years = day.year - programme_start.year
    first_day = add_months(programme_start, years * 12)
    if first_day > day:
        first_day = add_months(programme_start, (years - 1) * 12)
    return Period(first_day, day)


def same_birth_until(day: date) -> Period:
    """Return the months in which days belong to the same pregnancy or birth."""
    return Period(add_months(day, -_SAME_BIRTH_MONTHS) + timedelta(days=1), day)
