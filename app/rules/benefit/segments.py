"""Satsperioder: the days of a payment, grouped by month, rate and base amount.

Provision: integreringsloven § 20; folketrygdloven § 1-4.
In one sentence: every day counts a thirtieth of a month, with the base amount and the rate of
that day, and a whole month is never more or less than a month.
"""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import pairwise

from app.core.money import Kroner
from app.core.period import ONE_DAY, Period, month_period
from app.rules.benefit.fraction import FractionOnDay, FractionRule
from app.rules.benefit.rates import Rates, rates, rates_of_year
from app.rules.benefit.types import RateSegment
from app.rules.law.sources import INTEGRERINGSLOVEN
from app.rules.parameters import benefit_rates
from app.rules.parameters.base_amount import BASE_AMOUNT
from app.rules.policy import PartMonth, PolicyKey

_RATE = INTEGRERINGSLOVEN.section("20", "(1)")
_UNITS = INTEGRERINGSLOVEN.section("20", "(2)")
_ZERO = Fraction(0)


@dataclass(frozen=True, slots=True)
class PricedSegment:
    """A segment, and what one unit of it is worth after overgangsstønad."""

    shown: RateSegment
    reduced: Rates
    """The rates that absence is priced with."""
    reduction: Kroner
    """What overgangsstønad takes from the segment."""


def priced_segments(
    entitled: Sequence[Period],
    rule: FractionRule,
    part_month: PartMonth,
    transitional_benefit_year: Kroner,
    known_on: date | None,
) -> tuple[PricedSegment, ...]:
    """Return the segments of the days with a right to benefit, in order.

    `entitled`: in order, without overlap. A month with a stop inside counts the days beside it.
    """
    # The base amount has only ever changed with a month, so the months part it.
    changes = rule.days_that_change()
    return tuple(
        _price(period, days_counted, answer, transitional_benefit_year, known_on)
        for stretch in entitled
        for month, days in _months(stretch)
        for period, answer, days_counted in _segments(month, days, rule, part_month, changes)
    )


def _months(entitled: Period) -> Iterator[tuple[Period, Period]]:
    """Yield each calendar month, and the days of it that are asked about."""
    day = entitled.first_day
    while day <= entitled.last_day:
        month = month_period(day.year, day.month)
        yield month, Period(day, min(month.last_day, entitled.last_day))
        day = month.last_day + ONE_DAY


def _segments(
    month: Period,
    days: Period,
    rule: FractionRule,
    part_month: PartMonth,
    changes: AbstractSet[date],
) -> Iterator[tuple[Period, FractionOnDay, int]]:
    """Split the days of one calendar month where the rate changes."""
    for period, answer in _stretches(days, rule, changes):
        by_thirty = _thirtieths(period, month)
        # A whole month is a month by either count.
        by_calendar = by_thirty if days == month else len(period)
        if by_thirty != by_calendar:
            rule.policies.add(PolicyKey.PART_MONTH)
        is_thirty = part_month is PartMonth.THIRTY_DAY_MONTH
        yield period, answer, by_thirty if is_thirty else by_calendar


def _stretches(
    days: Period, rule: FractionRule, changes: AbstractSet[date]
) -> Iterator[tuple[Period, FractionOnDay]]:
    """Yield the longest stretches with one rate; nothing changes but on the days of `changes`."""
    starts: list[date] = []
    answers: list[FractionOnDay] = []
    for day in sorted({days.first_day, *(day for day in changes if day in days)}):
        answer = rule.on(day)
        if not answers or answer != answers[-1]:
            starts.append(day)
            answers.append(answer)
    ends = [*(later - ONE_DAY for _, later in pairwise(starts)), days.last_day]
    for first_day, last_day, answer in zip(starts, ends, answers, strict=True):
        yield Period(first_day, last_day), answer


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
    on = period.first_day
    full = rates(on, answer.fraction, known_on)
    thirtieths = Fraction(days_counted, benefit_rates.DAYS_A_MONTH.on(on))
    base_amount = BASE_AMOUNT.row_on(on, known_on)
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
    reduced = _reduced(full, transitional_benefit_year, on)
    reduction = _ZERO if reduced is full else (full.month - reduced.month) * thirtieths
    return PricedSegment(shown, reduced, reduction)


def _reduced(full: Rates, transitional_benefit_year: Kroner, on: date) -> Rates:
    """Reduce the year by 40 per cent of what is above half of G (§ 22 second paragraph)."""
    above = transitional_benefit_year - transitional_benefit_free(full.base_amount, on)
    if above <= 0:
        return full
    reduction = min(full.year, benefit_rates.TRANSITIONAL_BENEFIT_SHARE.on(on) * above)
    return rates_of_year(full.base_amount, full.fraction, full.year - reduction, on)


def transitional_benefit_free(base_amount: int, on: date) -> Kroner:
    """Return how much overgangsstønad a year leaves the benefit alone."""
    return benefit_rates.TRANSITIONAL_BENEFIT_FREE_SHARE_OF_G.on(on) * base_amount


def segment_of(day: date, segments: Sequence[PricedSegment]) -> PricedSegment:
    """Return the segment that a day lies in."""
    return next(segment for segment in segments if day in segment.shown.period)
