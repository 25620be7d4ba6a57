"""What holds for every correction, rounding and decision, whatever the facts (Hypothesis)."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.period import Period
from app.rules.absence import Absence
from app.rules.benefit import (
    CorrectionEffect,
    IssuedPayment,
    OtherFacts,
    PaymentFacts,
    Policy,
    assess_payment,
    correct,
    payable_of,
    unit_ore,
)
from app.rules.benefit.section_46_g import DecisionTest
from app.rules.policy import Rounding
from tests.support.rule_strategies import facts, histories, no_others, others, policies

MONTHS = tuple(
    Period(date(2026, month, 1), date(2026, month, last)) for month, last in ((4, 30), (5, 31))
)
TOO_EARLY = date(2026, 5, 21)
amounts = st.fractions(min_value=0, max_value=30_000, max_denominator=1_850)


def issue(known: PaymentFacts, policy: Policy, known_on: date | None = None) -> list[IssuedPayment]:
    """Pay every month as it is known."""
    rows = (replace(known, period=month) for month in MONTHS)
    return [
        IssuedPayment(row.period, assess_payment(row, policy, known_on).payable, row, known_on)
        for row in rows
    ]


@given(histories(), policies, no_others | others)
@settings(max_examples=40)
def test_unchanged_facts_give_no_difference(
    absences: tuple[Absence, ...], policy: Policy, other: OtherFacts
) -> None:
    known = facts(absences, MONTHS[0], other)
    answer = correct(issue(known, policy), lambda month: replace(known, period=month), policy)
    assert {row.effect for row in answer.periods} == {CorrectionEffect.UNCHANGED}
    assert all(row.days == () for row in answer.periods)
    assert answer.difference == answer.after_payment == answer.overpaid == 0


@given(histories(), policies, no_others | others)
@settings(max_examples=40)
def test_a_base_amount_known_later_gives_the_difference_of_two_assessments(
    absences: tuple[Absence, ...], policy: Policy, other: OtherFacts
) -> None:
    known = facts(absences, MONTHS[0], other)
    answer = correct(
        issue(known, policy, TOO_EARLY), lambda month: replace(known, period=month), policy
    )
    for row in answer.periods:
        asked = replace(known, period=row.period)
        now, then = assess_payment(asked, policy), assess_payment(asked, policy, TOO_EARLY)
        assert row.difference == now.payable - then.payable
        assert abs(row.difference - (now.payout - then.payout)) <= Fraction(
            unit_ore(policy.rounding), 100
        )


@given(histories(), histories(), policies)
@settings(max_examples=40)
def test_differences_add_up(
    before: tuple[Absence, ...], after: tuple[Absence, ...], policy: Policy
) -> None:
    """Month by month, and over two corrections in turn."""
    then, now = facts(before, MONTHS[0]), facts(after, MONTHS[0])
    issued = issue(then, policy)

    def present(month: Period) -> PaymentFacts:
        return replace(now, period=month)

    answer = correct(issued, present, policy)
    assert answer.difference == sum(row.difference for row in answer.periods)
    assert answer.difference == answer.after_payment - answer.overpaid
    alone = [correct([row], present, policy).difference for row in issued]
    assert sum(alone) == answer.difference
    settled = [
        *issued,
        *(IssuedPayment(row.period, row.difference) for row in answer.periods),
    ]
    assert correct(settled, present, policy).difference == 0


@given(histories(), histories(), policies)
@settings(max_examples=40)
def test_the_days_that_changed_tell_the_whole_change(
    before: tuple[Absence, ...], after: tuple[Absence, ...], policy: Policy
) -> None:
    then, now = facts(before, MONTHS[0]), facts(after, MONTHS[0])
    answer = correct(issue(then, policy), lambda month: replace(now, period=month), policy)
    for row in answer.periods:
        assert row.before is not None
        moved = sum(
            sum(line.amount for line in change.before) - sum(line.amount for line in change.after)
            for change in row.days
        )
        assert moved == row.assessment.payout - row.before.payout


@given(amounts, amounts, amounts, st.integers(5_400, 200_000))
def test_a_larger_deduction_never_needs_a_decision_less(
    deduction: Fraction, more: Fraction, payment: Fraction, base_amount: int
) -> None:
    half, twelfth = Fraction(1, 2), Fraction(1, 12)
    less = DecisionTest(deduction, payment, base_amount, half, twelfth)
    larger = replace(less, deduction=deduction + more)
    assert larger.is_required >= less.is_required


@given(amounts, st.sampled_from(Rounding))
def test_rounding_moves_at_most_half_a_unit(payout: Fraction, rounding: Rounding) -> None:
    unit = Fraction(unit_ore(rounding), 100)
    payable = payable_of(payout, rounding)
    assert (payable / unit).denominator == 1
    assert -unit / 2 < payable - payout <= unit / 2
    assert payable_of(payable, rounding) == payable
