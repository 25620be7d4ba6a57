"""The steps of a payment: exact numbers that a reader can compute with, and the rounding."""

from dataclasses import fields
from fractions import Fraction

import pytest

from app.rules.absence import AbsenceReason
from app.rules.benefit import (
    OtherBenefit,
    OtherBenefitKind,
    OtherFacts,
    PaymentStep,
    Policy,
    PolicyKey,
    ProgrammeWork,
    payable_of,
    unit_ore,
)
from app.rules.policy import Rounding
from tests.support.payment_rules import FULL, numbers_of, pay
from tests.support.rule_facts import absence, certified, participant, period

KRONE = Policy(rounding=Rounding.KRONE)


def exact(numbers: dict[str, str], *names: str) -> list[Fraction]:
    return [Fraction(numbers[name]) for name in names]


def test_the_steps_follow_the_computation() -> None:
    answer = pay(
        absence("2026-06-03"),
        absence("2026-06-04", reason=AbsenceReason.PARENTAL_LEAVE, child=0),
        person=participant(children=["2026-05-01"]),
        other=OtherFacts(recovery=Fraction("100.001"), transitional_benefit_year=Fraction(100_000)),
    )
    assert list(dict.fromkeys(step.what for step in answer.steps)) == list(PaymentStep)
    assert numbers_of(answer, PaymentStep.GROSS) == [{"amount": str(answer.gross)}]
    assert numbers_of(answer, PaymentStep.UNPAID_LEAVE_REDUCTION) == [
        {"amount": str(answer.unpaid_leave_reduction)}
    ]
    (payout,) = numbers_of(answer, PaymentStep.PAYOUT)
    assert Fraction(payout["amount"]) == answer.payout
    assert [step.what for step in pay().steps] == [
        PaymentStep.SEGMENT,
        PaymentStep.GROSS,
        PaymentStep.PAYOUT,
        PaymentStep.ROUNDING,
    ]


def test_every_number_is_exact_or_a_day_or_a_code() -> None:
    answer = pay(absence("2026-06-03"), other=OtherFacts(recovery=Fraction(1, 3)))
    for step in answer.steps:
        for name, value in step.numbers:
            assert name in {"date", "kind"} or str(Fraction(value)) == value


def test_a_part_of_a_month_tells_how_it_was_counted() -> None:
    answer = pay(asked=period("2026-02-15", "2026-02-28"))
    (numbers,) = numbers_of(answer, PaymentStep.SEGMENT)
    names = ("calendar_days", "days", "days_a_month", "base_amount", "fraction")
    assert exact(numbers, *names) == [14, 16, 30, 130_160, 1]
    month_rate, day_rate, amount = exact(numbers, "month_rate", "day_rate", "amount")
    assert amount == month_rate * 16 / 30 == day_rate * 16


def test_each_line_can_be_computed_again() -> None:
    answer = pay(
        absence("2026-06-03"),
        absence("2026-06-04", hours="7"),
        certified("2026-06-05"),
    )
    whole, hours = numbers_of(answer, PaymentStep.LINE)
    assert (whole["date"], hours["date"]) == ("2026-06-03", "2026-06-04")
    for numbers in (whole, hours):
        rate, units, by_day, by_payment, amount = exact(
            numbers, "rate", "units", "cut_by_day_rate", "cut_by_payment", "amount"
        )
        assert amount == rate * units - by_day - by_payment == FULL.day
    assert exact(hours, "rate", "units") == [FULL.hour, 7]
    provisions = [step.provision.citation for step in answer.steps if step.what is PaymentStep.LINE]
    assert provisions == ["il § 21", "il § 21"]


def test_sums_stand_only_where_something_was_taken() -> None:
    answer = pay(absence("2026-06-03"))
    assert numbers_of(answer, PaymentStep.ABSENCE_REDUCTION) == [{"amount": str(FULL.day)}]
    assert numbers_of(answer, PaymentStep.UNPAID_LEAVE_REDUCTION) == []


def test_section_46_g_shows_both_comparisons() -> None:
    answer = pay(absence("2026-06-01", "2026-06-19"))
    (numbers,) = numbers_of(answer, PaymentStep.SECTION_46_G)
    assert exact(numbers, "share_of_payment", "required_share_of_payment") == [
        Fraction(1, 2),
        Fraction(1, 2),
    ]
    assert exact(numbers, "share_of_base_amount", "required_share_of_base_amount") == [
        Fraction(1, 12),
        Fraction(1, 12),
    ]
    assert exact(numbers, "deduction", "payment", "base_amount") == [
        FULL.month / 2,
        FULL.month,
        136_549,
    ]
    assert numbers_of(pay(), PaymentStep.SECTION_46_G) == []


def test_overgangsstonad_shows_its_formula() -> None:
    answer = pay(
        asked=period("2026-04-16", "2026-05-15"),
        other=OtherFacts(transitional_benefit_year=Fraction(100_000)),
    )
    april, may = numbers_of(answer, PaymentStep.TRANSITIONAL_BENEFIT)
    for numbers, base_amount in ((april, 130_160), (may, 136_549)):
        received, free, share, full, reduced, days, amount = exact(
            numbers,
            "received_a_year",
            "free_a_year",
            "share",
            "month_rate",
            "reduced_month_rate",
            "days",
            "amount",
        )
        assert (received, free, days) == (100_000, Fraction(base_amount, 2), 15)
        assert (full - reduced) * 12 == share * (received - free)
        assert amount == (full - reduced) / 2
    (total,) = numbers_of(answer, PaymentStep.OTHER_REDUCTION)
    assert total["kind"] == "transitional_benefit"
    assert Fraction(total["amount"]) == answer.other_reductions


def test_other_reductions_show_what_they_asked_for_and_took() -> None:
    answer = pay(
        other=OtherFacts(
            benefits=(
                OtherBenefit(OtherBenefitKind.CHILD_BENEFIT, Fraction(1_900)),
                OtherBenefit(OtherBenefitKind.DISABILITY_BENEFIT, Fraction(20_000)),
            ),
            programme_work=ProgrammeWork(Fraction(10), Fraction(9_000)),
            recovery=Fraction(5_000),
        )
    )
    child, disability, work, recovery = numbers_of(answer, PaymentStep.OTHER_REDUCTION)
    assert child == {"kind": "child_benefit", "received": "1900", "claim": "0", "amount": "0"}
    assert disability == {
        "kind": "disability_benefit",
        "received": "20000",
        "claim": "20000",
        "amount": "20000",
    }
    assert work["kind"] == "programme_work"
    assert exact(work, "hours", "undated_hours", "undated_hour_rate") == [10, 10, FULL.hour]
    assert exact(work, "by_time", "wage", "claim", "amount") == [
        10 * FULL.hour,
        9_000,
        10 * FULL.hour,
        10 * FULL.hour,
    ]
    assert exact(recovery, "claim", "amount", "left") == [
        5_000,
        answer.gross - 20_000 - 10 * FULL.hour,
        answer.recovery_left,
    ]


@pytest.mark.parametrize(
    ("payout", "ore", "krone"),
    [
        ("0", "0", "0"),
        ("100.494", "100.49", "100"),
        ("100.495", "100.5", "100"),
        ("100.4999", "100.5", "100"),
        ("100.5", "100.5", "101"),
        ("22758.1666", "22758.17", "22758"),
    ],
)
def test_half_an_ore_or_krone_is_rounded_up(payout: str, ore: str, krone: str) -> None:
    assert payable_of(Fraction(payout), Rounding.ORE) == Fraction(ore)
    assert payable_of(Fraction(payout), Rounding.KRONE) == Fraction(krone)


def test_the_payout_stays_exact_and_what_is_paid_is_rounded() -> None:
    by_ore, by_krone = pay(), pay(policy=KRONE)
    assert by_ore.payout == by_krone.payout == FULL.month
    assert (by_ore.payable, by_krone.payable) == (Fraction("22758.17"), 22_758)
    assert numbers_of(by_ore, PaymentStep.ROUNDING) == [{"unit": "1/100", "amount": "2275817/100"}]
    assert numbers_of(by_krone, PaymentStep.ROUNDING) == [{"unit": "1", "amount": "22758"}]
    assert [unit_ore(each) for each in Rounding] == [1, 100]


def test_rounding_is_named_only_where_whole_kroner_pay_something_else() -> None:
    assert pay().policies == ()
    assert pay(policy=KRONE).policies == (PolicyKey.ROUNDING,)
    whole = OtherFacts(recovery=FULL.month - 5_000)
    answer = pay(other=whole, policy=KRONE)
    assert (answer.payable, PolicyKey.ROUNDING in answer.policies) == (5_000, False)
    assert numbers_of(answer, PaymentStep.ROUNDING) == []


def test_an_assessment_holds_nothing_that_can_change() -> None:
    answer = pay(absence("2026-06-03"))
    hash(answer)
    assert all(not isinstance(getattr(answer, each.name), list) for each in fields(answer))
