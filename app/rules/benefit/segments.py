"""Satsperioder: the days of a payment, grouped by month, rate and base amount.

Provision: integreringsloven § 20; folketrygdloven § 1-4.
In one sentence: every day counts a thirtieth of a month, with the base amount and the rate of
that day, and a whole month is never more or less than a month.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import groupby

from app.core.money import Kroner
from app.core.period import Period, month_period
from app.rules.benefit.fraction import FractionOnDay, FractionRule
from app.rules.benefit.rates import Rates, rates, rates_of_year
from app.rules.benefit.types import RateSegment
from app.rules.law.sources import INTEGRERINGSLOVEN
from app.rules.parameters import benefit_rates
from app.rules.parameters.base_amount import BASE_AMOUNT
from app.rules.policy import PartMonth, PolicyKey

_RATE = INTEGRERINGSLOVEN.section("20", "(1)")
_UNITS = INTEGRERINGSLOVEN.section("20", "(2)")


@dataclass(frozen=True, slots=True)
class PricedSegment:
    """A segment, and what one unit of it is worth after overgangsstønad."""

    shown: RateSegment
    reduced: Rates
    """The rates that absence is priced with."""

    @property
    def reduction(self) -> Kroner:
        """What overgangsstønad takes from the segment."""
        thirtieths = _thirtieths_of_month(self.shown.days_counted, self.shown.period.first_day)
        return (self.shown.month_rate - self.reduced.month) * thirtieths


def priced_segments(
    entitled: Period,
    rule: FractionRule,
    part_month: PartMonth,
    transitional_benefit_year: Kroner,
    known_on: date | None,
) -> tuple[PricedSegment, ...]:
    """Return the segments of the days with a right to benefit, in order."""
    return tuple(
        _price(period, days_counted, answer, transitional_benefit_year, known_on)
        for month in _months(entitled)
        for period, answer, days_counted in _segments(month, rule, part_month, known_on)
    )


def _months(entitled: Period) -> Iterator[Period]:
    for _, days in groupby(entitled.days(), key=lambda day: (day.year, day.month)):
        in_month = list(days)
        yield Period(in_month[0], in_month[-1])


def _segments(
    days: Period, rule: FractionRule, part_month: PartMonth, known_on: date | None
) -> Iterator[tuple[Period, FractionOnDay, int]]:
    """Split the days of one calendar month where the rate or the base amount changes."""
    month = month_period(days.first_day.year, days.first_day.month)

    def key(day: date) -> tuple[FractionOnDay, int]:
        return rule.on(day), BASE_AMOUNT.on(day, known_on)

    groups = [(answer, list(group)) for (answer, _), group in groupby(days.days(), key=key)]
    for answer, group in groups:
        period = Period(group[0], group[-1])
        by_thirty = _thirtieths(period, month)
        # A whole month is a month by either count.
        by_calendar = by_thirty if days == month else len(period)
        if by_thirty != by_calendar:
            rule.policies.add(PolicyKey.PART_MONTH)
        is_thirty = part_month is PartMonth.THIRTY_DAY_MONTH
        yield period, answer, by_thirty if is_thirty else by_calendar


def _thirtieths(period: Period, month: Period) -> int:
    """Count days, and let the last of the month fill it up to thirty or cut it down."""
    if period.last_day < month.last_day:
        return len(period)
    days_before = period.first_day.day - 1
    return max(0, benefit_rates.DAYS_A_MONTH.on(month.last_day) - days_before)


def _price(
    period: Period,
    days_counted: int,
    answer: FractionOnDay,
    transitional_benefit_year: Kroner,
    known_on: date | None,
) -> PricedSegment:
    full = rates(period.first_day, answer.fraction, known_on)
    thirtieths = _thirtieths_of_month(days_counted, period.first_day)
    base_amount = BASE_AMOUNT.row_on(period.first_day, known_on)
    shown = RateSegment(
        period=period,
        fraction=answer.fraction,
        base_amount=full.base_amount,
        days_counted=days_counted,
        month_rate=full.month,
        day_rate=full.day,
        hour_rate=full.hour,
        amount=full.month * thirtieths,
        provisions=(_RATE, _UNITS, *answer.provisions, base_amount.provision),
    )
    return PricedSegment(shown, _reduced(full, transitional_benefit_year, period.first_day))


def _reduced(full: Rates, transitional_benefit_year: Kroner, on: date) -> Rates:
    """Reduce the year by 40 per cent of what is above half of G (§ 22 second paragraph)."""
    free = benefit_rates.TRANSITIONAL_BENEFIT_FREE_SHARE_OF_G.on(on) * full.base_amount
    above = max(Fraction(0), transitional_benefit_year - free)
    reduction = min(full.year, benefit_rates.TRANSITIONAL_BENEFIT_SHARE.on(on) * above)
    return rates_of_year(full.base_amount, full.fraction, full.year - reduction, on)


def _thirtieths_of_month(days_counted: int, on: date) -> Fraction:
    return Fraction(days_counted, benefit_rates.DAYS_A_MONTH.on(on))


def segment_of(day: date, segments: Sequence[PricedSegment]) -> PricedSegment:
    """Return the segment that a day lies in."""
    return next(segment for segment in segments if day in segment.shown.period)
