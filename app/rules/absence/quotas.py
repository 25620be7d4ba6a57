"""Quotas: what the days before a day have used, and since when they are counted."""

from bisect import bisect_left
from collections.abc import Iterable
from datetime import date
from fractions import Fraction

from app.core.period import ONE_DAY, add_months, after_months
from app.rules.absence.types import ChildFacts
from app.rules.policy import HolidayPeriod

Amount = int | Fraction
"""Shares of days or hours: a whole number wherever only whole ones are counted, for speed."""

_SAME_BIRTH_MONTHS = 10
"""Not a number of the law: the rules give days for each pregnancy and birth, and the facts do not
name it, so days within this long are taken to belong to the same."""


class QuotaLedger:
    """What the days so far have used of one quota, in order of date."""

    __slots__ = ("_days", "_sums")

    def __init__(self) -> None:
        self._days: list[date] = []
        self._sums: list[Amount] = [0]
        """What all the days before each position used."""

    def used_since(self, first_day: date) -> Amount:
        """Return what was used from `first_day` on."""
        return self._sums[-1] - self._sums[bisect_left(self._days, first_day)]

    def use(self, day: date, amount: Amount) -> None:
        """Record what a day used; the days come in order."""
        self._days.append(day)
        self._sums.append(self._sums[-1] + amount)


def months_until(day: date, months: int) -> date:
    """Return where the months that end with `day` begin; the same day so long ago is outside."""
    return add_months(day, -months) + ONE_DAY


def calendar_year_of(day: date) -> date:
    """Return the first day of the calendar year."""
    return date(day.year, 1, 1)


def programme_year_of(day: date, programme_start: date) -> date:
    """Return the first day of the running twelve months of the programme."""
    years = day.year - programme_start.year
    first_day = after_months(programme_start, years * 12)
    return first_day if first_day <= day else after_months(programme_start, (years - 1) * 12)


def holiday_year_of(day: date, programme_start: date, period: HolidayPeriod) -> date:
    """Return where the days of holiday are counted from: the regulation does not say (§ 18)."""
    if period is HolidayPeriod.CALENDAR_YEAR:
        return calendar_year_of(day)
    return programme_year_of(day, programme_start)


def same_birth_until(day: date, children: Iterable[ChildFacts] = ()) -> date:
    """Return where the days of the same pregnancy or birth may begin.

    A birth ends a pregnancy, and begins the days after it: what lies before belongs to another.
    """
    births = (child.born_on for child in children if child.born_on <= day)
    return max([months_until(day, _SAME_BIRTH_MONTHS), *births])


def last_day_of_months(first_day: date, months: int) -> date:
    """Return the last day of so many months from a day, itself included.

    Where the last month is too short for the day, all of it: a year from 29 February ends on
    28 February, as who is born that day completes a year on 1 March.
    """
    return after_months(first_day, months) - ONE_DAY
