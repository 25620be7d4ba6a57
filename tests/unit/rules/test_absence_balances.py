"""Balances: every quota, on any day."""

from fractions import Fraction
from typing import Any

import pytest

from app.core.period import Period
from app.rules.absence import (
    Absence,
    AbsenceReason,
    Balances,
    ChildFacts,
    QuotaBalance,
    classify,
)
from app.rules.law import Unit
from tests.support.rule_facts import (
    absence,
    absence_facts,
    certified,
    day,
    participant,
    period,
    self_certified,
)

Reason = AbsenceReason


def balances(*rows: Absence, on: str = "2026-06-30", **facts: Any) -> Balances:
    return classify(absence_facts(*rows, asked=period(on, on), **facts)).balances


@pytest.mark.parametrize(
    ("name", "quota", "since"),
    [
        ("child_illness", 10, "2025-07-01"),
        ("pregnancy", 10, "2025-08-31"),
        ("birth_mother", 20, "2025-08-31"),
        ("birth_father", 7, "2025-08-31"),
        ("welfare_leave", 10, "2026-01-01"),
        ("peace_work", 10, "2026-01-01"),
        ("religious_holiday", 2, "2026-01-01"),
        ("holiday", 25, "2025-09-01"),
    ],
)
def test_each_quota_is_whole_before_it_is_used(name: str, quota: int, since: str) -> None:
    person = participant(children=["2019-01-01"])
    balance: QuotaBalance = getattr(balances(person=person), name)
    assert (balance.quota, balance.used, balance.left) == (quota, 0, quota)
    assert balance.counted_over == Period(day(since), day("2026-06-30"))
    assert balance.unit is Unit.VIRKEDAGER


@pytest.mark.parametrize(
    ("reason", "name"),
    [
        (Reason.PREGNANCY, "pregnancy"),
        (Reason.BIRTH_MOTHER, "birth_mother"),
        (Reason.BIRTH_FATHER, "birth_father"),
        (Reason.WELFARE_LEAVE, "welfare_leave"),
        (Reason.PEACE_WORK, "peace_work"),
        (Reason.HOLIDAY, "holiday"),
    ],
)
@pytest.mark.parametrize(("on", "used"), [("2026-06-02", 0), ("2026-06-03", 1), ("2026-06-30", 2)])
def test_a_balance_counts_to_its_day_and_no_further(
    reason: AbsenceReason, name: str, on: str, used: int
) -> None:
    leave = absence("2026-06-03", "2026-06-04", reason=reason, is_granted=True)
    balance: QuotaBalance = getattr(balances(leave, on=on), name)
    assert balance.used == used


@pytest.mark.parametrize(
    ("born", "quota"),
    [("2025-07-01", 1), ("2025-06-30", 0), ("2026-07-01", 0)],
)
def test_the_paid_hour_is_there_in_the_childs_first_year(born: str, quota: int) -> None:
    balance = balances(person=participant(children=[born])).breastfeeding
    assert (balance.quota, balance.unit) == (quota, Unit.HOURS)
    assert len(balance.counted_over) == 1


def test_the_paid_hour_is_used_up_each_day() -> None:
    hours = absence("2026-06-01", "2026-06-30", reason=Reason.BREASTFEEDING, hours="0.75")
    balance = balances(hours, person=participant(children=["2026-01-01"])).breastfeeding
    assert (balance.used, balance.left) == (Fraction(3, 4), Fraction(1, 4))


def test_without_a_child_there_is_no_paid_hour() -> None:
    assert balances().breastfeeding.quota == 0


def test_what_counts_towards_ten_is_summed_since_the_start() -> None:
    told = day("2025-09-01")
    rows = (
        certified("2025-10-06", "2025-10-08"),
        self_certified("2025-12-01", "2025-12-04"),
        absence("2026-01-05", reason=Reason.WELFARE_LEAVE, hours="1.5", is_granted=True),
        absence("2026-01-06", reason=Reason.RELIGIOUS_HOLIDAY, notice_on=told),
        absence("2026-01-07", reason=Reason.HOLIDAY),
        absence("2026-01-08", reason=Reason.PERMISSION, is_granted=True),
        absence("2026-01-09", reason=Reason.NONE),
        absence("2026-01-12", reason=Reason.BREASTFEEDING, hours="1.5"),
        absence("2026-01-13", reason=Reason.PREGNANCY_CHECK, hours="1.5"),
    )
    # 3 certified, 3 self-certified, and three times a fifth of a day.
    expected = 6 + Fraction(3, 5)
    child = participant(children=[ChildFacts(day("2025-12-01"))])
    assert balances(*rows, person=child).counted_towards_ten == expected
    assert balances(*rows, person=child, on="2026-01-04").counted_towards_ten == 6
    assert balances(*rows, person=child, on="2025-09-30").counted_towards_ten == 0


def test_the_day_of_a_balance_can_lie_before_the_programme() -> None:
    answer = balances(on="2025-08-29")
    assert answer.holiday.counted_over.first_day == day("2024-09-01")
    assert answer.self_certification.blocked_until == day("2025-10-27")
