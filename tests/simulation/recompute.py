"""One participant's month, computed again from the law and the facts alone.

Written from integreringsloven §§ 19–25 and 46 and folketrygdloven § 1-4, with numbers of its own,
and not from the portal's rules. Where the law is open, the municipality's choices decide.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from math import ceil

from tests.simulation.facts import ONE_DAY, Benefit, Choices, Person, Town
from tests.simulation.recompute_absence import (
    INVALID,
    PAID,
    UNPAID,
    Part,
    judge,
    planned_on,
)

YEAR = 2026
BASE_AMOUNT_2025, BASE_AMOUNT_2026 = 130_160, 136_549
"""Folketrygdloven § 1-4; the second by FOR-2026-05-22-869 from 1 May 2026."""
NEW_BASE_AMOUNT_FROM = date(2026, 5, 1)
OFF = {
    date(2026, 1, 1), date(2026, 4, 2), date(2026, 4, 3), date(2026, 4, 6), date(2026, 5, 1),
    date(2026, 5, 14), date(2026, 5, 17), date(2026, 5, 25), date(2026, 12, 25),
    date(2026, 12, 26), date(2027, 1, 1),
}  # fmt: skip
"""Integreringsforskriften § 17, beside Saturdays and Sundays."""
ZERO = Fraction(0)
TEN = 10


@dataclass(frozen=True)
class Month:
    """What a month gives."""

    gross: Fraction
    invalid: Fraction
    unpaid: Fraction
    other: Fraction
    recovered: Fraction
    """Among `other`: what was taken back (§ 25)."""
    must_decide: bool
    """By § 46 second paragraph g."""

    @property
    def recovered_ore(self) -> int:
        """The øre that recovery takes of the payment."""
        kept = self.gross - self.invalid - self.unpaid - (self.other - self.recovered)
        return ore(kept) - self.payout_ore

    @property
    def payout_ore(self) -> int:
        """The øre that are paid, half up."""
        return ore(self.gross - self.invalid - self.unpaid - self.other)


NOTHING = Month(ZERO, ZERO, ZERO, ZERO, ZERO, must_decide=False)


def ore(kroner: Fraction) -> int:
    """Round to whole øre, half up."""
    return int((kroner * 200 + 1) // 2)


def month_days(month: int) -> list[date]:
    """Return the days of a month of the simulated year."""
    return [date(YEAR, month, day) for day in range(1, monthrange(YEAR, month)[1] + 1)]


def pay(
    person: Person, town: Town, choices: Choices, month: int, known_on: date, recovery_ore: int = 0
) -> Month | None:
    """Return what she has a right to for a month; None: her programme does not reach into it."""
    last_day = end_of_programme(person, town, choices, month)
    days = [day for day in month_days(month) if person.starts_on <= day <= last_day]
    if not days:
        return None
    paid = [day for day in days if not person.is_stopped(day)]  # § 18: no programme, no benefit
    if not paid:
        return NOTHING
    return _Payment(person, town, choices, paid, known_on).month(recovery_ore)


def invalid_days(person: Person, town: Town, choices: Choices, month: int) -> frozenset[date]:
    """Return the days of a month with hours that are taken because nothing makes them valid."""
    last_day = end_of_programme(person, town, choices, month)
    days = [day for day in month_days(month) if person.starts_on <= day <= last_day]
    if not days:
        return frozenset()
    parts = judge(person, town, choices, days[-1])
    return frozenset(row.day for row in parts if row.day in days and row.kind == INVALID)


def end_of_programme(person: Person, town: Town, choices: Choices, month: int) -> date:
    """Return the last day, with what absence adds (§§ 10 and 19): all days where over ten."""
    if person.ends_on >= month_days(month)[-1]:
        return person.ends_on
    counted = sum(
        (
            row.share
            for row in judge(person, town, choices, person.ends_on)
            if row.adds_time and (choices.ten_day_hours == "counted" or row.is_whole)
        ),
        ZERO,
    )
    if counted <= TEN:
        return person.ends_on
    left = ceil(counted if choices.ten_day_rule == "all_days" else counted - TEN)
    day = person.ends_on
    while left:
        day += ONE_DAY
        left -= day.weekday() < 5 and day not in OFF
    return day


class _Payment:
    def __init__(
        self, person: Person, town: Town, choices: Choices, days: list[date], known_on: date
    ) -> None:
        self._person, self._town, self._choices = person, town, choices
        self._days, self._known_on = days, known_on

    def month(self, recovery_ore: int) -> Month:
        gross, transitional = self._gross()
        parts = [
            row
            for row in judge(self._person, self._town, self._choices, self._days[-1])
            if row.day >= self._days[0] and row.kind != PAID
        ]
        invalid, unpaid = self._reductions(parts, gross - transitional)
        tested = invalid
        if self._person.suspended:
            # What is suspended is taken of nothing: it is as if she had been there.
            left = [row for row in parts if row.day not in self._person.suspended]
            is_whole = self._is_whole_month_missed(parts)
            invalid, unpaid = self._reductions(left, gross - transitional, spread=is_whole)
        other = transitional
        other += min(gross - invalid - unpaid - other, self._benefits())
        other += min(gross - invalid - unpaid - other, self._work())
        recovered = min(gross - invalid - unpaid - other, Fraction(recovery_ore, 100))
        other += recovered
        if self._choices.recovery_counts_in_46_g:
            tested += recovered
        must_decide = tested > 0 and tested * 2 >= gross and tested * 12 >= self._base(-1)
        return Month(gross, invalid, unpaid, other, recovered, must_decide)

    def _base(self, at: int) -> int:
        day = self._days[at]
        is_new = day >= NEW_BASE_AMOUNT_FROM and self._known_on >= self._town.base_amount_known_on
        return BASE_AMOUNT_2026 if is_new else BASE_AMOUNT_2025

    def _year(self, day: date) -> tuple[Fraction, Fraction]:
        """Return the benefit of a year on a day, and what overgangsstønad takes of it (§ 22)."""
        base = self._base(0)
        year = 2 * base * self._fraction(day)
        transitional = sum(
            (
                Fraction(row.amount_ore, 100)
                for row in self._person.benefits
                if row.kind == "transitional_benefit" and row.first_day <= day <= row.last_day
            ),
            ZERO,
        )
        above = transitional - Fraction(base, 2)
        return year, min(year, above * Fraction(40, 100)) if above > 0 else ZERO

    def _fraction(self, day: date) -> Fraction:
        """§ 20 third and fourth paragraph."""
        person = self._person
        begun = [row for row in person.living if row.first_day <= day] or person.living[:1]
        now = begun[-1]
        born = person.born_on
        is_young = (day.year - born.year - ((day.month, day.day) < (born.month, born.day))) < 25
        has_child = any(child.born_on <= day for child in person.children)
        is_couple = now.partner_takes_part and not has_child
        if is_young:
            if is_couple and self._choices.under_25_in_childless_couple == "five_sixths":
                return Fraction(5, 6)
            return Fraction(1, 3) if now.with_parents else Fraction(2, 3)
        return Fraction(5, 6) if is_couple else Fraction(1)

    def _gross(self) -> tuple[Fraction, Fraction]:
        """Return the sum of the days, and what overgangsstønad takes of them."""
        gross = transitional = ZERO
        counted = self._thirtieths()
        for day in self._days:
            year, cut = self._year(day)
            gross += year / 12 / 30 * counted[day]
            transitional += cut / 12 / 30 * counted[day]
        return gross, transitional

    def _thirtieths(self) -> dict[date, int]:
        """Return how many thirtieths each day is: a whole month is always thirty.

        The days of the last rate of a month fill it up to thirty, or are cut down to it.
        """
        counted = dict.fromkeys(self._days, 1)
        days_in_month = monthrange(YEAR, self._days[0].month)[1]
        if self._days[-1].day < days_in_month:
            return counted
        is_part = len(self._days) < days_in_month
        if self._choices.part_month == "calendar_days" and is_part:
            return counted
        last = self._days[-1]
        counted[last] += 30 - days_in_month
        return counted

    def _reductions(
        self, parts: list[Part], entitlement: Fraction, *, spread: bool | None = None
    ) -> tuple[Fraction, Fraction]:
        """Return what the invalid and the unpaid hours take (§§ 20 and 21)."""
        if spread is None:
            spread = self._is_whole_month_missed(parts)
        cost = {INVALID: ZERO, UNPAID: ZERO}
        if spread and self._choices.whole_period_absent == "whole_payment":
            planned = [day for day in self._days if planned_on(self._person, self._town, day)]
            for row in parts:
                cost[row.kind] += entitlement / len(planned) * row.share
        else:
            spent: dict[date, Fraction] = {}
            for row in parts:
                year, cut = self._year(row.day)
                day_rate, hour_rate = (year - cut) / 12 / 30, (year - cut) / 1850
                price = hour_rate * Fraction(row.minutes, 60)
                if row.is_whole and self._choices.whole_day_basis == "day":
                    price = day_rate
                elif self._choices.cap_day_at_day_rate:
                    price = min(price, day_rate - spent.get(row.day, ZERO))
                spent[row.day] = spent.get(row.day, ZERO) + price
                cost[row.kind] += price
        invalid = min(cost[INVALID], entitlement)
        return invalid, min(cost[UNPAID], entitlement - invalid)

    def _is_whole_month_missed(self, parts: list[Part]) -> bool:
        """Whether every planned day was missed, and no whole week was free."""
        missed: dict[date, Fraction] = {}
        for row in parts:
            missed[row.day] = missed.get(row.day, ZERO) + row.share
        planned = [day for day in self._days if planned_on(self._person, self._town, day)]
        if not planned or any(missed.get(day, ZERO) < 1 for day in planned):
            return False
        for day in self._days:
            week = [day + timedelta(days=each) for each in range(5)]
            is_inside = day.weekday() == 0 and all(each in self._days for each in week)
            if is_inside and not any(each in planned for each in week):
                return False
        return True

    def _benefits(self) -> Fraction:
        """Return what other benefits come to on the days that she has a right to benefit (§ 22)."""
        whole = monthrange(YEAR, self._days[0].month)[1]
        total = ZERO
        for row in self._person.benefits:
            if _reduces(row):
                covered = [day for day in self._days if row.first_day <= day <= row.last_day]
                total += Fraction(row.amount_ore, 100) * len(covered) / whole
        return total

    def _work(self) -> Fraction:
        """Return what work in the programme takes: by the hour, or krone for krone (§ 23)."""
        by_time = wage = ZERO
        for row in self._person.benefits:
            if row.kind == "programme_work" and row.first_day in self._days:
                year, cut = self._year(row.first_day)
                by_time += (year - cut) / 1850 * Fraction(row.minutes, 60)
                wage += Fraction(row.amount_ore, 100)
        return min(by_time, wage)


def _reduces(row: Benefit) -> bool:
    if row.kind in {"unemployment_benefit", "sickness_benefit", "parental_benefit"}:
        return row.earned_before is True
    return row.kind in {"disability_benefit", "work_assessment_allowance"}
