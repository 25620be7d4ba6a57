"""Granted leave, religious days, holiday and permission (§§ 14a, 17, 18; il § 17)."""

from dataclasses import replace
from fractions import Fraction

import pytest

from app.rules.absence import (
    Absence,
    AbsenceGround,
    AbsenceReason,
    AbsenceStep,
    classify,
)
from app.rules.policy import HolidayPeriod, Policy, PolicyKey
from tests.support.absent_days import INVALID, PAID, UNPAID, YEAR, codes, days, flags, steps
from tests.support.rule_facts import (
    absence,
    absence_facts,
    day,
    participant,
    period,
)

Reason = AbsenceReason
Ground = AbsenceGround


@pytest.mark.parametrize("reason", [Reason.WELFARE_LEAVE, Reason.PEACE_WORK])
def test_granted_leave_is_paid_for_ten_days_a_calendar_year(reason: AbsenceReason) -> None:
    rows = days(
        absence("2025-12-29", "2025-12-30", reason=reason, is_granted=True),
        absence("2026-06-01", "2026-06-15", reason=reason, is_granted=True),
    )
    assert flags(rows) == [PAID] * 12 + [UNPAID]
    assert [row.extends_programme for row in rows] == [True] * 12 + [False]


@pytest.mark.parametrize("reason", [Reason.WELFARE_LEAVE, Reason.PEACE_WORK, Reason.PERMISSION])
def test_leave_that_was_not_granted_is_invalid(reason: AbsenceReason) -> None:
    rows = days(absence("2026-06-03", reason=reason))
    assert (flags(rows), codes(rows)) == ([INVALID], [Ground.NOT_GRANTED])


def test_permission_is_paid_and_adds_no_time() -> None:
    (row,) = days(absence("2026-06-03", reason=Reason.PERMISSION, is_granted=True))
    assert (flags([row]), row.extends_programme) == ([PAID], False)


@pytest.mark.parametrize(
    ("notice", "expected"),
    [("2026-06-04", PAID), ("2026-06-05", INVALID), (None, INVALID)],
)
def test_religious_days_are_told_fourteen_days_before(
    notice: str | None, expected: tuple[bool, bool]
) -> None:
    told = day(notice) if notice else None
    rows = days(absence("2026-06-18", reason=Reason.RELIGIOUS_HOLIDAY, notice_on=told))
    assert flags(rows) == [expected]
    assert not rows[0].extends_programme


def test_there_are_two_religious_days_a_calendar_year() -> None:
    told = day("2025-12-01")
    rows = days(
        *(
            absence(first, last, reason=Reason.RELIGIOUS_HOLIDAY, notice_on=told)
            for first, last in (("2025-12-29", "2025-12-30"), ("2026-03-18", "2026-03-20"))
        )
    )
    assert flags(rows) == [PAID] * 4 + [INVALID]


def test_holiday_is_twenty_five_days_a_programme_year() -> None:
    rows = days(
        absence("2026-07-01", "2026-08-05", reason=Reason.HOLIDAY),
        absence("2026-09-01", reason=Reason.HOLIDAY),
    )
    assert flags(rows) == [PAID] * 25 + [INVALID] + [PAID]
    assert {row.extends_programme for row in rows} == {False}


def test_the_balances_of_holiday_follow_the_programme_year() -> None:
    facts = absence_facts(absence("2025-12-22", "2025-12-23", reason=Reason.HOLIDAY))
    early = classify(replace(facts, period=period("2026-01-01", "2026-08-31"))).balances.holiday
    late = classify(replace(facts, period=period("2026-01-01", "2026-09-01"))).balances.holiday
    assert (early.used, early.left, late.used) == (2, 23, 0)


def test_parts_of_days_use_parts_of_quotas() -> None:
    appointment = absence("2026-06-03", reason=Reason.WELFARE_LEAVE, hours="1.5", is_granted=True)
    answer = classify(absence_facts(appointment))
    assert answer.balances.welfare_leave.used == Fraction(1, 5)
    assert answer.days[0].share_of_day == Fraction(1, 5)


def test_notice_is_counted_for_each_religious_day() -> None:
    """§ 17 gives days that she chooses: the second may be told in time though the first was not."""
    told = day("2026-06-05")
    rows = days(absence("2026-06-18", "2026-06-19", Reason.RELIGIOUS_HOLIDAY, notice_on=told))
    assert [row.is_lawful for row in rows] == [False, True]


def test_a_religious_day_says_that_notice_was_in_time() -> None:
    told = day("2026-06-04")
    (row,) = days(absence("2026-06-18", reason=Reason.RELIGIOUS_HOLIDAY, notice_on=told))
    assert [ground.code for ground in row.grounds] == [Ground.WITHIN_QUOTA, Ground.NOTICE_IN_TIME]
    assert steps(row) == {
        AbsenceStep.NOTICE: {"latest_notice": "2026-06-04", "notice_on": "2026-06-04"},
        AbsenceStep.QUOTA: {
            "quota": "2",
            "used_before": "0",
            "this_day": "1",
            "from": "2026-01-01",
        },
    }


def test_without_notice_the_latest_day_for_it_is_shown() -> None:
    (row,) = days(absence("2026-06-18", reason=Reason.RELIGIOUS_HOLIDAY))
    assert codes([row]) == [Ground.NOTICE_TOO_LATE]
    assert steps(row) == {AbsenceStep.NOTICE: {"latest_notice": "2026-06-04"}}


def test_notice_after_the_day_is_too_late_and_no_bad_fact() -> None:
    told = day("2026-07-01")
    (row,) = days(absence("2026-06-18", reason=Reason.RELIGIOUS_HOLIDAY, notice_on=told))
    assert codes([row]) == [Ground.NOTICE_TOO_LATE]


@pytest.mark.parametrize(("on", "expected"), [("2022-08-23", UNPAID), ("2022-08-24", PAID)])
def test_peace_work_is_paid_since_august_2022(on: str, expected: tuple[bool, bool]) -> None:
    leave = absence(on, reason=Reason.PEACE_WORK, is_granted=True)
    rows = days(leave, person=participant("2022-01-03"), asked=period(on, on))
    assert flags(rows) == [expected]


def holiday(first: str, last: str) -> Absence:
    return absence(first, last, reason=Reason.HOLIDAY)


def test_holiday_of_two_programme_years_can_be_too_much_for_a_calendar_year() -> None:
    """25 days in July and August of the first programme year, three in October of the second."""
    facts = absence_facts(
        holiday("2026-07-01", "2026-08-04"), holiday("2026-10-05", "2026-10-07"), asked=YEAR
    )
    by_programme = classify(facts)
    by_calendar = classify(facts, Policy(holiday_period=HolidayPeriod.CALENDAR_YEAR))
    assert flags(by_programme.days) == [PAID] * 28
    assert flags(by_calendar.days) == [PAID] * 25 + [INVALID] * 3
    assert by_programme.policies == by_calendar.policies == (PolicyKey.HOLIDAY_PERIOD,)
    assert by_programme.balance_policies == ()


@pytest.mark.parametrize(
    ("taken", "asked", "expected"),
    [
        ("2025-12-01", "2026-06-30", (PolicyKey.HOLIDAY_PERIOD,)),
        ("2026-02-02", "2026-06-30", ()),
        ("2026-02-02", "2026-09-01", (PolicyKey.HOLIDAY_PERIOD,)),
    ],
)
def test_what_holiday_is_counted_over_can_decide_the_balance_alone(
    taken: str, asked: str, expected: tuple[PolicyKey, ...]
) -> None:
    answer = classify(absence_facts(holiday(taken, taken), asked=period(asked, asked)))
    assert (answer.policies, answer.balance_policies) == ((), expected)


@pytest.mark.parametrize(
    ("on", "since"),
    [
        ("2027-02-28", "2026-03-01"),
        ("2027-03-01", "2027-03-01"),
        ("2028-02-28", "2027-03-01"),
        ("2028-02-29", "2028-02-29"),
    ],
)
def test_a_programme_year_from_29_february(on: str, since: str) -> None:
    answer = classify(absence_facts(person=participant("2024-02-29"), asked=period(on, on)))
    assert answer.balances.holiday.counted_over.first_day == day(since)
