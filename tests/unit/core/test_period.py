"""Months that are complete, months that end a deadline, and years of age."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.period import Period, add_months, after_months, age_on, birthday, whole_months


@pytest.mark.parametrize(
    ("day", "months", "deadline", "after"),
    [
        (date(2026, 3, 1), 24, date(2028, 3, 1), date(2028, 3, 1)),
        (date(2028, 2, 29), 12, date(2029, 2, 28), date(2029, 3, 1)),
        (date(2028, 2, 29), 48, date(2032, 2, 29), date(2032, 2, 29)),
        (date(2026, 11, 30), 3, date(2027, 2, 28), date(2027, 3, 1)),
        (date(2027, 11, 30), 3, date(2028, 2, 29), date(2028, 3, 1)),
        (date(2027, 1, 31), 3, date(2027, 4, 30), date(2027, 5, 1)),
        (date(2026, 12, 31), -10, date(2026, 2, 28), date(2026, 3, 1)),
        (date(2026, 12, 31), 0, date(2026, 12, 31), date(2026, 12, 31)),
    ],
)
def test_short_months(day: date, months: int, deadline: date, after: date) -> None:
    assert add_months(day, months) == deadline
    assert after_months(day, months) == after


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(0, 30))
def test_years_are_complete_on_the_day_that_ages_are(day: date, years: int) -> None:
    complete = after_months(day, 12 * years)
    assert complete == birthday(day, years)
    assert age_on(day, complete) == years
    assert age_on(day, complete - timedelta(days=1)) == years - 1


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(0, 60))
def test_who_begins_later_is_never_done_earlier(day: date, months: int) -> None:
    assert after_months(day, months) <= after_months(day + timedelta(days=1), months)


@pytest.mark.parametrize(
    ("first_day", "last_day", "months"),
    [
        (date(2026, 9, 14), date(2027, 9, 13), 12),
        (date(2026, 9, 14), date(2028, 9, 13), 24),
        (date(2027, 1, 1), date(2027, 3, 31), 3),
        (date(2028, 2, 29), date(2028, 5, 28), 3),
    ],
)
def test_a_period_ends_on_the_day_before_its_months_are_over(
    first_day: date, last_day: date, months: int
) -> None:
    assert whole_months(Period(first_day, last_day)) == months


@pytest.mark.parametrize(
    ("first", "last", "is_shared"),
    [(1, 4, False), (1, 5, True), (6, 7, True), (1, 20, True), (10, 12, True), (11, 12, False)],
)
def test_periods_touch_when_they_share_a_day(first: int, last: int, *, is_shared: bool) -> None:
    period = Period(date(2026, 6, 5), date(2026, 6, 10))
    other = Period(date(2026, 6, first), date(2026, 6, last))
    assert period.touches(other) is is_shared
    assert other.touches(period) is is_shared
    assert (period.intersection(other) is not None) is is_shared


def _periods() -> st.SearchStrategy[Period]:
    days = st.dates(date(2026, 1, 1), date(2026, 2, 1))
    return st.tuples(days, days).map(lambda pair: Period(min(pair), max(pair)))


@given(_periods(), _periods())
def test_without_leaves_each_day_of_the_first_that_is_not_in_the_other(
    first: Period, other: Period
) -> None:
    left = [day for part in first.without(other) for day in part.days()]
    assert left == [day for day in first.days() if day not in other]
