"""When a deduction must be a decision (§ 46 g), and which readings that rests on."""

from datetime import date
from fractions import Fraction

import pytest

from app.core.money import decimal_text
from app.rules.absence import AbsenceReason
from app.rules.benefit import OtherFacts, PaymentStep
from app.rules.benefit.section_46_g import DecisionTest, decision_test
from app.rules.policy import Policy, PolicyKey, Section46GBaseAmount, Section46GPayment
from tests.support.payment_rules import FULL, numbers_of, pay
from tests.support.rule_facts import absence, participant, period

TWELFTH = Fraction(136_549, 12)
TINY = Fraction(1, 10**9)
AFTER_OTHERS = Policy(section_46_g_payment=Section46GPayment.AFTER_OTHER_REDUCTIONS)
FIRST_DAY = Policy(section_46_g_base_amount=Section46GBaseAmount.FIRST_DAY)


@pytest.mark.parametrize(
    ("deduction", "payment", "is_required"),
    [
        (TWELFTH, 2 * TWELFTH, True),
        (TWELFTH - TINY, 2 * TWELFTH, False),
        (TWELFTH + TINY, 2 * TWELFTH, True),
        (TWELFTH, 2 * TWELFTH + TINY, False),
        (TWELFTH, TWELFTH, True),
        (TWELFTH - TINY, TWELFTH, False),
        (Fraction(0), Fraction(0), False),
    ],
)
def test_both_shares_must_be_reached_exactly(
    deduction: Fraction, payment: Fraction, is_required: bool
) -> None:
    test = DecisionTest(deduction, payment, 136_549, Fraction(1, 2), Fraction(1, 12))
    assert test.is_required is is_required


def test_nothing_deducted_needs_no_decision_whatever_the_shares_are() -> None:
    assert not DecisionTest(Fraction(0), Fraction(0), 0, Fraction(1, 2), Fraction(0)).is_required


def asked(policy: Policy, deduction: Fraction) -> DecisionTest:
    """Ask where half of the payment is 10 or 6, and a twelfth of G is 5 or 7."""
    return decision_test(
        deduction,
        {
            Section46GPayment.GROSS: Fraction(20),
            Section46GPayment.AFTER_OTHER_REDUCTIONS: Fraction(12),
        },
        {Section46GBaseAmount.FIRST_DAY: 60, Section46GBaseAmount.LAST_DAY: 84},
        policy,
        date(2026, 6, 30),
    )


@pytest.mark.parametrize(
    ("policy", "deduction", "is_required", "policies"),
    [
        (Policy(), 4, False, []),
        (Policy(), 8, False, [PolicyKey.SECTION_46_G_PAYMENT]),
        (AFTER_OTHERS, 8, True, [PolicyKey.SECTION_46_G_PAYMENT]),
        (AFTER_OTHERS, 6, False, [PolicyKey.SECTION_46_G_BASE_AMOUNT]),
        (AFTER_OTHERS, 10, True, []),
        (Policy(), 10, True, []),
        (FIRST_DAY, 6, False, [PolicyKey.SECTION_46_G_PAYMENT]),
    ],
)
def test_a_reading_is_named_where_the_other_one_answers_otherwise(
    policy: Policy, deduction: int, is_required: bool, policies: list[PolicyKey]
) -> None:
    answer = asked(policy, Fraction(deduction))
    assert (answer.is_required, list(answer.policies)) == (is_required, policies)


@pytest.mark.parametrize(("days", "is_required"), [(14, False), (15, True)])
def test_fifteen_days_of_a_full_month_are_half(days: int, is_required: bool) -> None:
    last_day = {14: "2026-06-18", 15: "2026-06-19"}[days]
    answer = pay(absence("2026-06-01", last_day))
    assert answer.absence_reduction == days * FULL.day
    assert answer.decision_required_by_46_g is is_required
    assert answer.reduction_share == Fraction(days, 30)


@pytest.mark.parametrize(("policy", "is_required"), [(Policy(), False), (AFTER_OTHERS, True)])
def test_after_other_reductions_half_of_less_is_enough(policy: Policy, is_required: bool) -> None:
    """16 days are 12 137.69, and two months 45 516.33; after 22 000, half is 11 758.17."""
    other = OtherFacts(coordinated_benefits=Fraction(22_000))
    two_months = period("2026-06-01", "2026-07-31")
    answer = pay(absence("2026-06-01", "2026-06-22"), other=other, asked=two_months, policy=policy)
    assert answer.absence_reduction == 16 * FULL.day
    assert answer.decision_required_by_46_g is is_required
    assert PolicyKey.SECTION_46_G_PAYMENT in answer.policies


def test_what_others_would_have_taken_without_the_deduction_counts() -> None:
    """With 22 of 30 days lost, 8 are left for a benefit of 20 000; without, it takes it all."""
    rows = (absence("2026-06-01", "2026-06-29"), absence("2026-06-30", hours="1"))
    other = OtherFacts(coordinated_benefits=Fraction(20_000))
    answer = pay(*rows, other=other, policy=AFTER_OTHERS)
    (numbers,) = numbers_of(answer, PaymentStep.SECTION_46_G)
    assert Fraction(numbers["payment"]) == FULL.month - 20_000


def test_leave_without_benefit_leaves_less_for_others_to_take() -> None:
    """After 10 days of leave 20 days are left, and a benefit of 25 000 takes them all."""
    leave = absence("2026-06-01", "2026-06-12", reason=AbsenceReason.PARENTAL_LEAVE, child=0)
    answer = pay(
        leave,
        absence("2026-06-15"),
        person=participant(children=["2026-05-01"]),
        other=OtherFacts(coordinated_benefits=Fraction(25_000)),
        policy=AFTER_OTHERS,
    )
    (numbers,) = numbers_of(answer, PaymentStep.SECTION_46_G)
    assert Fraction(numbers["payment"]) == 10 * FULL.day


@pytest.mark.parametrize("policy", [Policy(), FIRST_DAY])
def test_the_base_amount_is_the_one_that_was_known(policy: Policy) -> None:
    may = period("2026-05-01", "2026-05-31")
    answer = pay(absence("2026-05-11"), asked=may, policy=policy, known_on=date(2026, 5, 21))
    (numbers,) = numbers_of(answer, PaymentStep.SECTION_46_G)
    assert numbers["base_amount"] == "130160"


def test_recovery_does_not_lessen_the_payment_it_is_tested_against() -> None:
    other = OtherFacts(recovery=Fraction(20_000))
    answer = pay(other=other, policy=AFTER_OTHERS)
    (numbers,) = numbers_of(answer, PaymentStep.SECTION_46_G)
    assert Fraction(numbers["payment"]) == FULL.month
    assert numbers["share_of_payment"] == str(20_000 / FULL.month)


def test_a_payment_that_others_take_whole_is_reached_at_once() -> None:
    other = OtherFacts(coordinated_benefits=FULL.month)
    answer = pay(absence("2026-06-01", "2026-06-19"), other=other, policy=AFTER_OTHERS)
    (numbers,) = numbers_of(answer, PaymentStep.SECTION_46_G)
    assert (numbers["payment"], numbers["share_of_payment"]) == ("0", "1")
    assert answer.decision_required_by_46_g


@pytest.mark.parametrize(
    ("policy", "base_amount", "is_required"),
    [(Policy(), "136549", False), (FIRST_DAY, "130160", True)],
)
def test_the_base_amount_is_that_of_the_chosen_day(
    policy: Policy, base_amount: str, is_required: bool
) -> None:
    """7 days of April and 8 of May are 11 130.62; half of the payment is 11 112.88.

    A twelfth of the base amount is 10 846.67 on the first day and 11 379.08 on the last.
    """
    answer = pay(
        absence("2026-04-22", "2026-05-13"),
        asked=period("2026-04-16", "2026-05-15"),
        policy=policy,
    )
    assert decimal_text(answer.absence_reduction) == "11130.62"
    (numbers,) = numbers_of(answer, PaymentStep.SECTION_46_G)
    assert numbers["base_amount"] == base_amount
    assert answer.decision_required_by_46_g is is_required
    assert PolicyKey.SECTION_46_G_BASE_AMOUNT in answer.policies


@pytest.mark.parametrize("counts", [True, False])
def test_whether_recovery_counts_is_named(counts: bool) -> None:
    other = OtherFacts(recovery=FULL.month)
    answer = pay(other=other, policy=Policy(recovery_counts_in_46_g=counts))
    assert answer.decision_required_by_46_g is counts
    assert PolicyKey.RECOVERY_COUNTS_IN_46_G in answer.policies
    assert answer.reduction_share == int(counts)
    assert PolicyKey.RECOVERY_COUNTS_IN_46_G not in pay(absence("2026-06-03")).policies
    half_a_krone = pay(other=OtherFacts(recovery=Fraction(1, 2)))
    assert PolicyKey.RECOVERY_COUNTS_IN_46_G in half_a_krone.policies


def test_a_reduction_below_46_g_rests_on_the_municipalitys_practice() -> None:
    assert PolicyKey.ALWAYS_DECIDE_REDUCTIONS in pay(absence("2026-06-03")).policies
    assert PolicyKey.ALWAYS_DECIDE_REDUCTIONS not in pay().policies
    whole = pay(absence("2026-06-01", "2026-06-30"))
    assert PolicyKey.ALWAYS_DECIDE_REDUCTIONS not in whole.policies


def test_leave_without_benefit_is_no_deduction() -> None:
    leave = absence("2026-06-01", "2026-06-26", reason=AbsenceReason.PARENTAL_LEAVE, child=0)
    answer = pay(leave, person=participant(children=["2026-05-01"]))
    assert not answer.decision_required_by_46_g
    assert answer.reduction_share == 0
