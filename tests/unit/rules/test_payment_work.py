"""Paid work inside the programme: by the time it takes, or krone for krone (§ 23)."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from app.rules.benefit import (
    BenefitDoubt,
    OtherBenefit,
    OtherBenefitKind,
    OtherFacts,
    ProgrammeWork,
    WorkDay,
    rates,
)
from app.rules.law import BadFacts, FactProblem
from tests.support.payment_rules import FULL, pay
from tests.support.rule_facts import day, period


def work(hours: int = 0, wage: int = 90_000, **days: int) -> OtherFacts:
    """`days`: hours by date, as `d2026_04_30=4`."""
    rows = (
        WorkDay(day(name[1:].replace("_", "-")), Fraction(count)) for name, count in days.items()
    )
    return OtherFacts(programme_work=ProgrammeWork(Fraction(hours), Fraction(wage), tuple(rows)))


APRIL_HOUR = rates(date(2026, 4, 30)).hour
TWO_RATES = {"asked": period("2026-04-16", "2026-05-15")}


def test_work_costs_its_time_or_its_wage() -> None:
    assert pay(other=work(40, 5_200)).other_reductions == 5_200
    assert pay(other=work(40, 9_000)).other_reductions == 40 * FULL.hour


def test_undated_work_and_two_hour_rates_are_a_doubt() -> None:
    answer = pay(other=work(10), **TWO_RATES)
    assert [(doubt.code, doubt.provision.citation) for doubt in answer.clarifications] == [
        (BenefitDoubt.PROGRAMME_WORK_NEEDS_DATES, "il § 23 (2)")
    ]
    assert answer.other_reductions == 10 * APRIL_HOUR
    assert pay(other=work(10)).clarifications == ()


def test_dates_settle_the_doubt() -> None:
    answer = pay(other=work(d2026_04_30=4, d2026_05_01=6), **TWO_RATES)
    assert answer.clarifications == ()
    assert answer.other_reductions == 4 * APRIL_HOUR + 6 * FULL.hour


def test_dated_and_undated_hours_add_up() -> None:
    assert pay(other=work(3, d2026_06_02=2)).other_reductions == 5 * FULL.hour
    assert pay(other=work(3, d2026_05_01=2), **TWO_RATES).other_reductions == (
        3 * APRIL_HOUR + 2 * FULL.hour
    )


def test_a_low_wage_settles_the_doubt_too() -> None:
    assert pay(other=work(10, 1_000), **TWO_RATES).clarifications == ()
    between = pay(other=work(10, 1_450), **TWO_RATES)
    assert len(between.clarifications) == 1
    assert between.other_reductions == 10 * APRIL_HOUR


@pytest.mark.parametrize("date_of_work", ["2026-05-31", "2026-07-01"])
def test_work_outside_the_payment_is_refused(date_of_work: str) -> None:
    days = (WorkDay(day("2026-06-30"), Fraction(1)), WorkDay(day(date_of_work), Fraction(1)))
    with pytest.raises(BadFacts) as error:
        pay(other=OtherFacts(programme_work=ProgrammeWork(days=days)))
    assert error.value.problem is FactProblem.OUTSIDE_PERIOD
    assert error.value.field == "other.programme_work.days[1].date"


def test_a_benefit_in_doubt_hides_no_doubt_about_work() -> None:
    benefit = OtherBenefit(OtherBenefitKind.SICKNESS_BENEFIT, Fraction(10))
    answer = pay(other=replace(work(10), benefits=(benefit,)), **TWO_RATES)
    assert [doubt.code for doubt in answer.clarifications] == [
        BenefitDoubt.BENEFIT_EARNED_WHEN,
        BenefitDoubt.PROGRAMME_WORK_NEEDS_DATES,
    ]
