"""A suspended reduction is as if its days had taken nothing, whatever else takes (Hypothesis)."""

from datetime import date
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.period import Period
from app.rules.absence import Absence
from app.rules.benefit import (
    DayKind,
    OtherFacts,
    OtherReductionKind,
    Policy,
    assess_payment,
    without_days,
)
from tests.support.rule_strategies import facts, histories, no_others, others, policies

MONTH = Period(date(2026, 4, 1), date(2026, 4, 30))
days_of_month = st.frozensets(st.sampled_from(list(MONTH.days())), max_size=12)


@given(histories(), policies, no_others | others, days_of_month)
@settings(max_examples=100)
def test_the_days_take_nothing_and_the_rest_adds_up(
    absences: tuple[Absence, ...], policy: Policy, other: OtherFacts, held: frozenset[date]
) -> None:
    whole = assess_payment(facts(absences, MONTH, other), policy)
    left = without_days(whole, held, policy)
    assert all(line.amount == 0 for line in left.days if line.day in held)
    for kind, sum_of_kind in (
        (DayKind.INVALID, left.absence_reduction),
        (DayKind.UNPAID, left.unpaid_leave_reduction),
    ):
        assert sum_of_kind == sum(line.amount for line in left.days if line.kind is kind)
    taken = left.absence_reduction + left.unpaid_leave_reduction + left.other_reductions
    assert left.payout == left.gross - taken >= 0
    assert left.payout >= whole.payout, "waiting for the complaint costs nothing"
    assert left.gross == whole.gross
    assert left.decision_required_by_46_g is whole.decision_required_by_46_g


@given(histories(), policies, no_others | others, days_of_month)
@settings(max_examples=100)
def test_other_reductions_take_what_the_days_leave(
    absences: tuple[Absence, ...], policy: Policy, other: OtherFacts, held: frozenset[date]
) -> None:
    whole = assess_payment(facts(absences, MONTH, other), policy)
    left = without_days(whole, held, policy)
    claimed = sum((row.claim for row in whole.claims), start=Fraction(0))
    room = left.gross - left.absence_reduction - left.unpaid_leave_reduction
    assert left.other_reductions == min(claimed, room)
    recovered = sum(
        row.amount for row in left.other_lines if row.kind is OtherReductionKind.RECOVERY
    )
    assert left.recovery_left == other.recovery - recovered


@given(histories(), policies, no_others | others)
@settings(max_examples=50)
def test_holding_nothing_changes_nothing(
    absences: tuple[Absence, ...], policy: Policy, other: OtherFacts
) -> None:
    whole = assess_payment(facts(absences, MONTH, other), policy)
    assert without_days(whole, frozenset(), policy) == whole
