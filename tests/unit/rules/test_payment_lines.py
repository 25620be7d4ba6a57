"""What absent days cost: day or hours, caps, whole periods and days off in between."""

from fractions import Fraction

import pytest

from app.core.period import Period
from app.rules.absence import Absence, AbsenceReason
from app.rules.benefit import Basis, DayKind, OtherFacts
from app.rules.calendar import Schedule
from app.rules.policy import (
    Policy,
    PolicyKey,
    WholeDayBasis,
    WholePeriodAbsent,
)
from tests.support.payment_rules import FULL, pay
from tests.support.rule_facts import HOLIDAYS, JUNE, absence, certified, day, participant, period

PARENT = participant(children=["2026-05-01"])


def leave(first: str, last: str | None = None) -> Absence:
    return absence(first, last, reason=AbsenceReason.PARENTAL_LEAVE, child=0)


def test_paid_and_unpaid_lines_cite_their_ground() -> None:
    answer = pay(certified("2026-06-01"), leave("2026-06-02"), person=PARENT)
    paid, unpaid = answer.days
    assert (paid.kind, paid.amount, unpaid.kind, unpaid.amount) == (
        DayKind.PAID,
        0,
        DayKind.UNPAID,
        FULL.day,
    )
    assert [row.citation for row in paid.provisions] == ["if § 5 (1)"]
    assert [row.citation for row in unpaid.provisions] == ["il § 20 (2)", "if § 16 (1)"]
    assert (answer.absence_reduction, answer.unpaid_leave_reduction) == (0, FULL.day)


def test_a_paid_day_names_no_reading_of_its_price() -> None:
    assert pay(certified("2026-06-01")).policies == ()
    assert PolicyKey.WHOLE_DAY_BASIS in pay(absence("2026-06-01")).policies
    assert PolicyKey.WHOLE_DAY_BASIS not in pay(absence("2026-06-01", hours="2")).policies


def test_a_whole_day_can_be_priced_by_its_hours() -> None:
    policy = Policy(whole_day_basis=WholeDayBasis.HOUR, cap_day_at_day_rate=False)
    (line,) = pay(absence("2026-06-03"), policy=policy).days
    assert (line.basis, line.rate, line.units) == (Basis.HOUR, FULL.hour, Fraction(15, 2))
    assert line.amount == FULL.hour * Fraction(15, 2)


def test_a_whole_day_by_its_hours_is_capped_too() -> None:
    answer = pay(absence("2026-06-03"), policy=Policy(whole_day_basis=WholeDayBasis.HOUR))
    (line,) = answer.days
    assert line.amount == FULL.day
    assert line.cut_by_day_rate == FULL.hour * Fraction(15, 2) - FULL.day
    assert PolicyKey.CAP_DAY_AT_DAY_RATE in answer.policies


@pytest.mark.parametrize(("hours", "is_cut"), [("5", False), ("5.2", True)])
def test_the_cap_bites_above_five_hours_and_a_bit(hours: str, is_cut: bool) -> None:
    # The day rate is 1850/360 = 5.138… hour rates.
    answer = pay(absence("2026-06-03", hours=hours))
    assert answer.absence_reduction == (FULL.day if is_cut else FULL.hour * 5)
    assert (PolicyKey.CAP_DAY_AT_DAY_RATE in answer.policies) is is_cut


def test_hours_that_cost_exactly_a_day_are_not_cut() -> None:
    schedule = Schedule(HOLIDAYS, hours_per_day=Fraction(8))
    answer = pay(absence("2026-06-03", hours="185/36"), schedule=schedule)
    assert answer.absence_reduction == FULL.day
    assert PolicyKey.CAP_DAY_AT_DAY_RATE not in answer.policies


def test_the_hours_of_one_day_share_the_cap() -> None:
    lines = pay(absence("2026-06-03", hours="4"), absence("2026-06-03", hours="3")).days
    assert sum(line.amount for line in lines) == FULL.day
    assert [line.cut_by_day_rate > 0 for line in lines] == [False, True]


def test_the_cap_is_for_each_day() -> None:
    answer = pay(absence("2026-06-03", "2026-06-04", hours="6"))
    assert answer.absence_reduction == 2 * FULL.day


def test_without_the_cap_hours_cost_what_they_cost() -> None:
    answer = pay(absence("2026-06-03", hours="6"), policy=Policy(cap_day_at_day_rate=False))
    assert answer.absence_reduction == 6 * FULL.hour
    assert PolicyKey.CAP_DAY_AT_DAY_RATE in answer.policies


def test_paid_hours_leave_the_cap_alone() -> None:
    answer = pay(certified("2026-06-03", hours="4"), absence("2026-06-03", hours="3"))
    assert answer.absence_reduction == 3 * FULL.hour


ALL_JUNE = absence("2026-06-01", "2026-06-30")


def test_a_whole_period_without_attendance_is_the_whole_payment() -> None:
    answer = pay(ALL_JUNE)
    assert answer.absence_reduction == answer.gross
    assert {(line.basis, line.rate, line.units) for line in answer.days} == {
        (Basis.WHOLE_PERIOD, FULL.month / 22, Fraction(1))
    }
    assert answer.policies == (PolicyKey.WHOLE_PERIOD_ABSENT,)


def test_a_whole_period_of_unpaid_and_invalid_time_splits_the_payment() -> None:
    answer = pay(
        absence("2026-06-01", "2026-06-15"), leave("2026-06-16", "2026-06-30"), person=PARENT
    )
    assert answer.payout == 0
    assert answer.absence_reduction == answer.unpaid_leave_reduction == answer.gross / 2


@pytest.mark.parametrize(
    "rows",
    [
        (absence("2026-06-02", "2026-06-30"),),
        (absence("2026-06-01", "2026-06-29"),),
        (absence("2026-06-01", "2026-06-29"), absence("2026-06-30", hours="7")),
        (absence("2026-06-01", "2026-06-29"), certified("2026-06-30")),
    ],
)
def test_one_attended_hour_or_paid_day_breaks_the_whole_period(rows: tuple[Absence, ...]) -> None:
    assert {line.basis for line in pay(*rows).days if line.kind is DayKind.INVALID} <= {
        Basis.DAY,
        Basis.HOUR,
    }


def test_parts_that_fill_every_day_are_the_whole_period() -> None:
    answer = pay(
        absence("2026-06-01", "2026-06-30", hours="4"),
        absence("2026-06-01", "2026-06-30", hours="3.5"),
    )
    assert answer.absence_reduction == answer.gross
    assert {line.units for line in answer.days} == {Fraction(8, 15), Fraction(7, 15)}


@pytest.mark.parametrize(
    ("first", "last", "days"),
    [("2026-06-01", "2026-06-05", 17), ("2026-06-15", "2026-06-19", 17)],
)
def test_a_free_week_means_that_the_whole_period_was_not_missed(
    first: str, last: str, days: int
) -> None:
    week = frozenset(Period(day(first), day(last)).days())
    answer = pay(ALL_JUNE, schedule=Schedule(HOLIDAYS, closed=week))
    assert answer.absence_reduction == days * FULL.day


@pytest.mark.parametrize(
    ("first", "last"), [("2026-06-16", "2026-06-19"), ("2026-06-29", "2026-06-30")]
)
def test_a_free_week_is_a_whole_one_inside_the_period(first: str, last: str) -> None:
    closed = frozenset(Period(day(first), day(last)).days())
    answer = pay(ALL_JUNE, schedule=Schedule(HOLIDAYS, closed=closed))
    assert answer.absence_reduction == answer.gross


def test_the_last_friday_of_the_period_still_makes_a_free_week() -> None:
    asked = period("2026-06-01", "2026-06-12")
    closed = frozenset(Period(day("2026-06-08"), day("2026-06-12")).days())
    answer = pay(ALL_JUNE, asked=asked, schedule=Schedule(HOLIDAYS, closed=closed))
    assert answer.absence_reduction == 5 * FULL.day


def test_a_free_week_is_found_in_a_month_that_begins_on_a_wednesday() -> None:
    july = period("2026-07-01", "2026-07-31")
    closed = frozenset(Period(day("2026-07-06"), day("2026-07-10")).days())
    away = absence("2026-07-01", "2026-07-31")
    answer = pay(away, asked=july, schedule=Schedule(HOLIDAYS, closed=closed))
    assert answer.absence_reduction == 18 * FULL.day


def test_half_an_hour_a_day_is_a_programme_to_be_missed() -> None:
    short = Schedule(HOLIDAYS, hours_per_day=Fraction(1, 2))
    answer = pay(ALL_JUNE, schedule=short)
    assert answer.absence_reduction == answer.gross
    one_attended = pay(absence("2026-06-01", "2026-06-29"), schedule=short)
    assert one_attended.absence_reduction == 21 * FULL.day


def test_a_whole_period_is_what_overgangsstonad_left() -> None:
    answer = pay(ALL_JUNE, other=OtherFacts(transitional_benefit_year=Fraction(200_000)))
    assert answer.absence_reduction == answer.gross - answer.other_reductions
    assert 0 < answer.other_reductions == answer.other_lines[0].claim


def test_a_period_without_scheduled_days_is_not_missed() -> None:
    closed = frozenset(JUNE.days())
    answer = pay(ALL_JUNE, schedule=Schedule(HOLIDAYS, closed=closed))
    assert (answer.payout, answer.policies) == (FULL.month, ())


def test_scheduled_days_can_be_the_municipalitys_choice() -> None:
    policy = Policy(whole_period_absent=WholePeriodAbsent.SCHEDULED_DAYS)
    answer = pay(ALL_JUNE, policy=policy)
    assert answer.absence_reduction == 22 * FULL.day
    assert PolicyKey.WHOLE_PERIOD_ABSENT in answer.policies


def test_lines_never_take_more_than_the_payment() -> None:
    # The 31st counts no thirtieth, but a day of absence costs a day.
    answer = pay(absence("2026-12-31", hours="2"), asked=period("2026-12-31", "2026-12-31"))
    assert (answer.gross, answer.absence_reduction, answer.payout) == (0, 0, 0)
    assert answer.days[0].cut_by_payment == 2 * FULL.hour


def test_unpaid_days_are_cut_before_invalid_ones() -> None:
    # 30 and 31 March are one thirtieth together, and two days of absence.
    asked = period("2026-03-30", "2026-03-31")
    policy = Policy(whole_period_absent=WholePeriodAbsent.SCHEDULED_DAYS)
    answer = pay(
        leave("2026-03-30"),
        absence("2026-03-31"),
        asked=asked,
        person=participant(children=["2026-01-01"]),
        policy=policy,
    )
    unpaid, invalid = answer.days
    assert (unpaid.amount, invalid.amount) == (0, answer.gross)
    assert (unpaid.cut_by_payment, invalid.cut_by_payment) == (answer.gross, 0)


def test_overgangsstonad_lowers_the_price_of_absence_too() -> None:
    other = OtherFacts(transitional_benefit_year=Fraction(200_000))
    answer = pay(absence("2026-06-03"), other=other)
    year = FULL.year - Fraction(2, 5) * (200_000 - Fraction(FULL.base_amount, 2))
    assert answer.absence_reduction == year / 360
    assert answer.payout == year / 12 - year / 360
