"""What may follow an overpayment: repayment by decision, refund for the same time (§ 25)."""

from fractions import Fraction

import pytest

from app.rules.benefit import (
    DatedAmount,
    InformationFault,
    RecoveryDoubt,
    RepaymentGround,
    refund_claim,
    repayment_possible,
)
from tests.support.rule_facts import JUNE, period

MAY = period("2026-05-01", "2026-05-31")


@pytest.mark.parametrize(
    ("fault", "is_possible", "grounds", "doubts"),
    [
        (InformationFault.NONE, False, [RepaymentGround.NO_FAULT], []),
        (InformationFault.NEGLIGENT, False, [RepaymentGround.ORDINARY_NEGLIGENCE], []),
        (
            InformationFault.GROSSLY_NEGLIGENT,
            True,
            [RepaymentGround.GROSS_NEGLIGENCE],
            [RecoveryDoubt.REPAYMENT_IS_A_DECISION],
        ),
        (
            InformationFault.INTENTIONAL,
            True,
            [RepaymentGround.INTENT],
            [RecoveryDoubt.REPAYMENT_IS_A_DECISION],
        ),
        (InformationFault.NOT_SETTLED, False, [], [RecoveryDoubt.FAULT_NOT_SETTLED]),
    ],
)
def test_repayment_takes_intent_or_gross_negligence_and_a_decision(
    fault: InformationFault,
    is_possible: bool,
    grounds: list[RepaymentGround],
    doubts: list[RecoveryDoubt],
) -> None:
    answer = repayment_possible(fault)
    assert answer.is_possible is is_possible
    assert [row.code for row in answer.grounds] == grounds
    assert [row.code for row in answer.clarifications] == doubts
    cited = (*answer.grounds, *answer.clarifications)
    assert {row.provision.citation for row in cited} == {"il § 25 (2)"}


@pytest.mark.parametrize(
    ("reducible", "claim"), [(2_999, 2_999), (3_000, 3_000), (3_001, 3_000), (0, 0)]
)
def test_refund_is_never_more_than_arrears_or_what_section_22_would_have_taken(
    reducible: int, claim: int
) -> None:
    arrears = [DatedAmount(JUNE, Fraction(3_000))]
    answer = refund_claim(arrears, [DatedAmount(JUNE, Fraction(reducible))])
    (line,) = answer.lines
    assert (line.period, line.arrears, line.reducible, line.claim) == (
        JUNE,
        3_000,
        reducible,
        claim,
    )
    assert answer.total == claim
    doubts = [(row.code, row.provision.citation) for row in answer.clarifications]
    assert doubts == ([(RecoveryDoubt.REFUND_IS_A_DECISION, "il § 25 (3)")] if claim else [])


def test_only_the_same_time_counts() -> None:
    # 46 days from 1 May to 15 June at 100 a day: 31 days of May and 15 of June.
    arrears = [DatedAmount(period("2026-05-01", "2026-06-15"), Fraction(4_600))]
    paid = [DatedAmount(MAY, Fraction(9_000)), DatedAmount(JUNE, Fraction(9_000))]
    answer = refund_claim(arrears, paid)
    assert [line.claim for line in answer.lines] == [3_100, 1_500]
    assert answer.total == 4_600
    july = [DatedAmount(period("2026-07-01", "2026-07-31"), Fraction(9_000))]
    assert refund_claim(arrears, july).total == 0


def test_arrears_of_two_benefits_add_up() -> None:
    arrears = [DatedAmount(JUNE, Fraction(1_000)), DatedAmount(JUNE, Fraction(500))]
    assert refund_claim(arrears, [DatedAmount(JUNE, Fraction(9_000))]).total == 1_500
    assert refund_claim((), [DatedAmount(JUNE, Fraction(9_000))]).clarifications == ()
