"""Days off between two days of invalid absence, by the municipality's reading."""

from datetime import date
from fractions import Fraction

import pytest

from app.rules.absence import Absence, AbsenceReason
from app.rules.benefit import Basis, DayKind, OtherFacts, PaymentGround
from app.rules.calendar import Schedule
from app.rules.policy import (
    Policy,
    PolicyKey,
    WeekendInAbsence,
    WholeDayBasis,
    WholePeriodAbsent,
)
from tests.support.payment_rules import FULL, pay
from tests.support.rule_facts import HOLIDAYS, JUNE, absence, certified, participant, period

PARENT = participant(children=["2026-05-01"])


def leave(first: str) -> Absence:
    return absence(first, reason=AbsenceReason.PARENTAL_LEAVE, child=0)


ABSENT_ALL_JUNE = absence("2026-06-01", "2026-06-30")
COUNTED = Policy(weekend_in_absence=WeekendInAbsence.COUNTED)
FRIDAY, MONDAY = absence("2026-06-05"), absence("2026-06-08")


def test_a_weekend_inside_absence_costs_what_the_municipality_says() -> None:
    for policy, days in ((Policy(), 2), (COUNTED, 4)):
        answer = pay(FRIDAY, MONDAY, policy=policy)
        assert answer.absence_reduction == days * FULL.day
        assert PolicyKey.WEEKEND_IN_ABSENCE in answer.policies


def test_each_day_off_has_a_line_with_its_own_ground() -> None:
    away = absence("2026-06-05", reason=AbsenceReason.PERMISSION)
    friday, saturday, sunday, monday = pay(away, MONDAY, policy=COUNTED).days
    assert [line.day.day for line in (friday, saturday, sunday, monday)] == [5, 6, 7, 8]
    assert saturday.reason is sunday.reason is AbsenceReason.PERMISSION
    for line in (saturday, sunday):
        (ground,) = line.grounds
        assert ground.code is PaymentGround.DAY_OFF_WITHIN_ABSENCE
        assert ground.provision.citation == "if § 17 (1)"
        assert [row.citation for row in line.provisions] == [
            "il § 21",
            "il § 20 (2)",
            "if § 17 (1)",
        ]
        assert (line.kind, line.basis, line.hours) == (DayKind.INVALID, Basis.DAY, None)
        assert line.rate == line.amount == FULL.day


def test_one_registration_or_two_is_the_same_absence() -> None:
    through = pay(absence("2026-06-05", "2026-06-08"), policy=COUNTED)
    assert through.days == pay(FRIDAY, MONDAY, policy=COUNTED).days


def test_a_holy_day_is_a_day_off() -> None:
    # 14 May 2026 is Ascension Day, a Thursday.
    asked = period("2026-05-01", "2026-05-31")
    answer = pay(absence("2026-05-13"), absence("2026-05-15"), asked=asked, policy=COUNTED)
    assert [line.day.day for line in answer.days] == [13, 14, 15]


@pytest.mark.parametrize(
    "rows",
    [
        (absence("2026-06-05"), certified("2026-06-08")),
        (absence("2026-06-05"), leave("2026-06-08")),
        (leave("2026-06-05"), absence("2026-06-08")),
        (absence("2026-06-05"), absence("2026-06-08", hours="7")),
        (absence("2026-06-05", hours="4"), absence("2026-06-05", hours="3.5"), MONDAY),
        (absence("2026-06-05"), absence("2026-06-09")),
        (absence("2026-06-04"), absence("2026-06-08")),
        (absence("2026-06-03", "2026-06-05"),),
    ],
)
def test_days_off_need_a_whole_invalid_day_on_either_side(rows: tuple[Absence, ...]) -> None:
    answer = pay(*rows, person=PARENT, policy=COUNTED)
    assert all(line.day.isoweekday() < 6 for line in answer.days)
    assert PolicyKey.WEEKEND_IN_ABSENCE not in answer.policies


def test_days_off_have_no_hours() -> None:
    policy = Policy(weekend_in_absence=WeekendInAbsence.COUNTED, whole_day_basis=WholeDayBasis.HOUR)
    answer = pay(FRIDAY, MONDAY, policy=policy)
    assert [line.day.day for line in answer.days] == [5, 8]
    assert PolicyKey.WEEKEND_IN_ABSENCE not in answer.policies


@pytest.mark.parametrize(
    "schedule",
    [
        Schedule(HOLIDAYS, closed=frozenset({date(2026, 6, 5)})),
        Schedule(HOLIDAYS, weekdays=frozenset({1, 2, 3, 4})),
    ],
)
def test_a_closed_day_or_a_day_without_programme_ends_the_absence(schedule: Schedule) -> None:
    rows = (absence("2026-06-04"), absence("2026-06-08"))
    answer = pay(*rows, schedule=schedule, policy=COUNTED)
    assert [line.day.day for line in answer.days] == [4, 8]


def test_days_off_on_the_edge_of_a_payment_belong_to_nobody() -> None:
    rows = (absence("2026-05-29"), absence("2026-06-01"))
    for asked in (JUNE, period("2026-05-01", "2026-05-31")):
        assert len(pay(*rows, asked=asked, policy=COUNTED).days) == 1


def test_days_off_are_cut_with_the_rest_of_the_payment() -> None:
    # 30 January is a Friday, and 31 January counts no thirtieth: nothing is left for the weekend.
    asked = period("2026-01-30", "2026-02-02")
    policy = Policy(
        weekend_in_absence=WeekendInAbsence.COUNTED,
        whole_period_absent=WholePeriodAbsent.SCHEDULED_DAYS,
    )
    answer = pay(absence("2026-01-30"), absence("2026-02-02"), asked=asked, policy=policy)
    assert [row.days_counted for row in answer.segments] == [1, 2]
    assert answer.absence_reduction == answer.gross
    assert [line.cut_by_payment > 0 for line in answer.days] == [False, False, False, True]


def test_a_weekend_that_changes_nothing_is_not_named() -> None:
    # Every scheduled day is missed, so the whole payment is lost by either reading.
    assert pay(ABSENT_ALL_JUNE, policy=COUNTED).policies == (PolicyKey.WHOLE_PERIOD_ABSENT,)


def test_a_weekend_that_costs_nothing_is_not_named() -> None:
    nothing_left = OtherFacts(transitional_benefit_year=Fraction(2_000_000))
    answer = pay(FRIDAY, MONDAY, other=nothing_left, policy=COUNTED)
    assert [line.amount for line in answer.days] == [0, 0, 0, 0]
    assert PolicyKey.WEEKEND_IN_ABSENCE not in answer.policies
