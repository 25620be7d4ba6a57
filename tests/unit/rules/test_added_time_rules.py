"""Added time: the ten virkedager, what counts towards them, and the three settings."""

from fractions import Fraction

import pytest

from app.rules.absence import AbsenceReason, DayAssessment
from app.rules.policy import Policy, PolicyKey, TenDayHours, TenDayPeriod, TenDayRule
from app.rules.programme import (
    AddedTime,
    AddedTimeDoubt,
    ProgrammeStep,
    added_time,
    last_day_with_added,
)
from tests.support.rule_facts import HOLIDAYS, absence, day

START = day("2026-03-02")
EXCESS = Policy(ten_day_rule=TenDayRule.EXCESS)
WHOLE = Policy(ten_day_hours=TenDayHours.WHOLE_DAYS_ONLY)
YEARLY = Policy(ten_day_period=TenDayPeriod.PROGRAMME_YEAR)
RULE, HOURS, PERIOD = PolicyKey.TEN_DAY_RULE, PolicyKey.TEN_DAY_HOURS, PolicyKey.TEN_DAY_PERIOD


def missed(text: str, hours: str | None = None, *, counts: bool = True) -> DayAssessment:
    row = absence(text, reason=AbsenceReason.OWN_ILLNESS, hours=hours)
    return DayAssessment(
        day=row.first_day,
        absence=row,
        is_lawful=True,
        is_paid=True,
        extends_programme=counts,
        hours=row.hours,
        scheduled_hours=Fraction("7.5"),
        grounds=(),
    )


def weekdays(count: int, month: str = "2026-06", first: int = 1) -> list[DayAssessment]:
    return [missed(f"{month}-{number:02}") for number in range(first, first + count)]


def added(*days: DayAssessment, policy: Policy | None = None) -> AddedTime:
    return added_time(days, START, policy or Policy())


@pytest.mark.parametrize(
    ("whole_days", "hours", "policy", "expected"),
    [
        (10, None, Policy(), 0),
        (10, "0.5", Policy(), 11),
        (11, None, Policy(), 11),
        (10, None, EXCESS, 0),
        (10, "0.5", EXCESS, 1),
        (12, None, EXCESS, 2),
        (10, "7", WHOLE, 0),
        (11, "7", WHOLE, 11),
    ],
)
def test_more_than_ten_days_are_added(
    whole_days: int, hours: str | None, policy: Policy, expected: int
) -> None:
    days = weekdays(whole_days)
    if hours is not None:
        days.append(missed("2026-06-29", hours))
    assert added(*days, policy=policy).days == expected


def test_parts_of_one_day_are_counted_together() -> None:
    both = (missed("2026-06-29", "3.5"), missed("2026-06-29", "4"))
    assert added(*weekdays(10), *both, policy=WHOLE).days == 11


def test_what_does_not_count_is_left_out() -> None:
    answer = added(*weekdays(10), missed("2026-06-29", counts=False))
    assert (answer.days, answer.counted) == (0, Fraction(10))


@pytest.mark.parametrize(("policy", "expected"), [(Policy(), 12), (EXCESS, 2), (YEARLY, 0)])
def test_each_programme_year_may_have_its_own_ten_days(policy: Policy, expected: int) -> None:
    days = (*weekdays(8, "2027-02", 15), *weekdays(4, "2027-03", 2))
    assert added(*days, policy=policy).days == expected


def test_programme_years_begin_on_the_day_of_the_start() -> None:
    first, second = weekdays(11, "2027-02", 15), weekdays(11, "2028-03", 2)
    answer = added(*first, missed("2027-03-01"), missed("2027-03-02"), *second, policy=YEARLY)
    assert [dict(step.numbers) for step in answer.steps] == [
        {"from": "2026-03-02", "counted": "12", "limit": "10", "added": "12"},
        {"from": "2027-03-02", "counted": "1", "limit": "10", "added": "0"},
        {"from": "2028-03-02", "counted": "11", "limit": "10", "added": "11"},
    ]
    assert answer.days == 23


@pytest.mark.parametrize(
    ("days", "policy", "expected"),
    [
        ([], Policy(), ()),
        (weekdays(10), Policy(), ()),
        (weekdays(11), Policy(), (RULE,)),
        (weekdays(11), EXCESS, (RULE,)),
        ([*weekdays(10), missed("2026-06-29", "1")], Policy(), (RULE, HOURS)),
        ([*weekdays(10), missed("2026-06-29", "1")], WHOLE, (HOURS,)),
        ([*weekdays(10), missed("2027-03-02")], Policy(), (RULE, PERIOD)),
        ([*weekdays(10), missed("2027-03-02")], YEARLY, (PERIOD,)),
    ],
)
def test_a_setting_is_named_only_where_it_made_a_difference(
    days: list[DayAssessment], policy: Policy, expected: tuple[PolicyKey, ...]
) -> None:
    assert added(*days, policy=policy).policies == expected


@pytest.mark.parametrize(("text", "is_asked"), [("2025-12-31", True), ("2026-01-02", False)])
def test_absence_from_before_2026_is_a_doubt(text: str, is_asked: bool) -> None:
    answer = added_time([missed(text)], day("2025-09-01"), Policy())
    codes = [doubt.code for doubt in answer.clarifications]
    assert codes == ([AddedTimeDoubt.ADDED_TIME_BEFORE_2026] if is_asked else [])


def test_the_step_shows_the_count() -> None:
    (step,) = added(*weekdays(10), missed("2026-06-29", "0.5")).steps
    assert (step.what, step.provision.citation) == (ProgrammeStep.TEN_DAYS, "if § 10")
    assert dict(step.numbers) == {
        "from": "2026-03-02",
        "counted": "151/15",
        "limit": "10",
        "added": "11",
    }


@pytest.mark.parametrize(
    ("last_day", "days", "expected"),
    [
        ("2026-06-12", 0, "2026-06-12"),
        ("2026-06-12", 1, "2026-06-15"),
        ("2026-12-23", 2, "2026-12-28"),
    ],
)
def test_added_days_are_virkedager(last_day: str, days: int, expected: str) -> None:
    assert last_day_with_added(day(last_day), days, HOLIDAYS) == day(expected)
