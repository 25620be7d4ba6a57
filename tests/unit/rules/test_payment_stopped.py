"""Days on which the programme is stopped for a time: no benefit, and nothing to be absent from."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.period import ONE_DAY, Period
from app.rules.benefit import DayKind, assess_payment
from app.rules.policy import PartMonth, Policy, PolicyKey, WeekendInAbsence
from tests.support.payment_rules import FULL
from tests.support.rule_facts import absence, payment_facts, period

JUNE = period("2026-06-01", "2026-06-30")
JULY = period("2026-07-01", "2026-07-31")


def test_each_stopped_day_costs_a_thirtieth_of_the_month() -> None:
    facts = payment_facts(stopped=(period("2026-06-10", "2026-06-19"),))
    answer = assess_payment(facts)
    assert answer.gross == answer.payout == FULL.month - 10 * FULL.day
    assert [segment.period for segment in answer.segments] == [
        period("2026-06-01", "2026-06-09"),
        period("2026-06-20", "2026-06-30"),
    ]


def test_a_month_that_is_stopped_throughout_pays_nothing() -> None:
    answer = assess_payment(payment_facts(absence("2026-06-03"), stopped=(JUNE,)))
    assert answer.gross == answer.payout == 0
    assert answer.segments == answer.days == ()


def test_absence_on_stopped_days_takes_nothing() -> None:
    away = absence("2026-06-08", "2026-06-12")
    stopped = (period("2026-06-10", "2026-06-19"),)
    answer = assess_payment(payment_facts(away, stopped=stopped))
    assert [line.day.day for line in answer.days if line.kind is DayKind.INVALID] == [8, 9]
    assert answer.payout == FULL.month - 12 * FULL.day


def test_a_weekend_that_is_stopped_is_no_day_off_within_absence() -> None:
    stopped = (period("2026-06-06", "2026-06-07"),)
    facts = payment_facts(absence("2026-06-05"), absence("2026-06-08"), stopped=stopped)
    answer = assess_payment(facts, Policy(weekend_in_absence=WeekendInAbsence.COUNTED))
    assert [line.day.day for line in answer.days] == [5, 8]


@pytest.mark.parametrize(
    ("part_month", "days"), [(PartMonth.THIRTY_DAY_MONTH, 20), (PartMonth.CALENDAR_DAYS, 21)]
)
def test_a_long_month_counts_what_is_left_as_the_municipality_counts_parts(
    part_month: PartMonth, days: int
) -> None:
    stopped = (period("2026-07-10", "2026-07-19"),)
    facts = replace(payment_facts(stopped=stopped), period=JULY)
    answer = assess_payment(facts, Policy(part_month=part_month))
    assert sum(segment.days_counted for segment in answer.segments) == days
    assert PolicyKey.PART_MONTH in answer.policies


DAYS = st.dates(JUNE.first_day, JUNE.last_day)


@given(st.lists(st.tuples(DAYS, DAYS), max_size=4))
def test_stops_leave_exactly_the_days_they_do_not_cover(spans: list[tuple[date, date]]) -> None:
    stops = tuple(Period(min(span), max(span)) for span in spans)
    answer = assess_payment(payment_facts(stopped=stops))
    left = [day for day in JUNE.days() if not any(day in stop for stop in stops)]
    assert answer.payout == FULL.month * Fraction(len(left), 30)
    paid = [day for segment in answer.segments for day in segment.period.days()]
    assert paid == left
    assert JUNE.last_day + ONE_DAY not in paid
