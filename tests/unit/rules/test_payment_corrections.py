"""What a correction changes in payments that were issued: differences, never overwritten."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from app.core.period import Period
from app.rules.absence import Absence, AbsenceGround, AbsenceReason
from app.rules.benefit import (
    CorrectionEffect,
    DayKind,
    IssuedPayment,
    OtherBenefit,
    OtherBenefitKind,
    OtherFacts,
    PaymentFacts,
    RecoveryDoubt,
    assess_payment,
    correct,
)
from app.rules.law import BadFacts, FactProblem
from app.rules.policy import Policy, PolicyKey, Rounding
from tests.support.rule_facts import (
    JUNE,
    absence,
    certified,
    participant,
    payment_facts,
    period,
    self_certified,
)

MAY = period("2026-05-01", "2026-05-31")
JULY = period("2026-07-01", "2026-07-31")
PAID = Fraction("22758.17")
KNOWN_TOO_EARLY = date(2026, 5, 21)


def facts(*absences: Absence, other: OtherFacts | None = None) -> PaymentFacts:
    person = participant(children=["2020-01-01"])
    return payment_facts(*absences, person=person, other=other or OtherFacts())


class Present:
    """The present facts, for any period."""

    def __init__(self, *absences: Absence, other: OtherFacts | None = None) -> None:
        self.facts = facts(*absences, other=other)

    def __call__(self, asked: Period) -> PaymentFacts:
        return replace(self.facts, period=asked)


def test_unchanged_facts_give_no_difference() -> None:
    rows = (absence("2026-06-03"),)
    paid = assess_payment(facts(*rows)).payable
    answer = correct([IssuedPayment(JUNE, paid, facts(*rows))], Present(*rows))
    (row,) = answer.periods
    assert (row.difference, row.effect, row.days) == (0, CorrectionEffect.UNCHANGED, ())
    assert row.provision.citation == "il § 24"
    assert (answer.difference, answer.after_payment, answer.overpaid) == (0, 0, 0)
    assert answer.clarifications == ()


def test_what_was_overpaid_may_be_deducted_and_never_is_by_itself() -> None:
    answer = correct([IssuedPayment(JUNE, PAID)], Present(absence("2026-06-03")))
    (row,) = answer.periods
    # 22 758.17 − 758.61 = 21 999.56
    assert (row.issued, row.assessment.payable) == (PAID, Fraction("21999.56"))
    assert (row.difference, row.effect) == (Fraction("-758.61"), CorrectionEffect.OVERPAID)
    assert row.provision.citation == "il § 25 (1)"
    assert [(doubt.code, doubt.provision.citation) for doubt in answer.clarifications] == [
        (RecoveryDoubt.DEDUCTION_IS_A_CHOICE, "il § 25 (1)")
    ]
    assert (answer.overpaid, answer.after_payment) == (Fraction("758.61"), 0)


def test_a_base_amount_that_was_fixed_later_is_paid_after() -> None:
    """28/30 of 22 758.1667 is 21 240.96 paid; 28/30 of 21 693.3333 was 20 247.11.

    The exact amounts differ by 993.8444, but what was paid is whole øre, and so is the rest.
    """
    rows = (absence("2026-05-11", "2026-05-12"),)
    issued = IssuedPayment(MAY, Fraction("20247.11"), known_on=KNOWN_TOO_EARLY)
    answer = correct([issued], Present(*rows))
    (row,) = answer.periods
    assert (row.difference, row.effect) == (Fraction("993.85"), CorrectionEffect.AFTER_PAYMENT)
    assert row.provision.citation == "il § 19"
    assert [change.day.day for change in row.days] == [11, 12]
    assert row.before is not None
    assert row.before.segments[0].base_amount == 130_160
    assert (answer.after_payment, answer.clarifications) == (Fraction("993.85"), ())
    still = correct([issued], Present(*rows), known_on=KNOWN_TOO_EARLY)
    assert (still.difference, still.periods[0].days) == (0, ())


def test_an_early_correction_changes_a_later_month() -> None:
    """Ten days for a sick child: a day that turns up in May leaves one too few in June."""
    sick = {"reason": AbsenceReason.CHILD_ILLNESS, "child": 0}
    nine = certified("2026-05-18", "2026-05-22", **sick)
    four = certified("2026-06-01", "2026-06-04", **sick)
    june = certified("2026-06-08", **sick)
    late = certified("2026-05-27", **sick)
    then = facts(nine, four, june)
    issued = [
        IssuedPayment(MAY, PAID, then),
        IssuedPayment(JUNE, PAID, then),
    ]
    answer = correct(issued, Present(nine, four, june, late))
    may, june_row = answer.periods
    assert may.difference == 0
    (found,) = may.days
    assert (found.day.day, found.before, found.after[0].kind) == (27, (), DayKind.PAID)
    (lost,) = june_row.days
    assert lost.day.day == 8
    assert (lost.before[0].kind, lost.after[0].kind) == (DayKind.PAID, DayKind.INVALID)
    assert lost.after[0].grounds[0].code is AbsenceGround.QUOTA_USED
    assert june_row.difference == Fraction("-758.61")


def test_a_line_that_is_gone_stands_with_nothing_after() -> None:
    then = facts(absence("2026-06-03"), absence("2026-06-04"))
    issued = IssuedPayment(JUNE, Fraction("21240.96"), then)
    (row,) = correct([issued], Present(absence("2026-06-04"))).periods
    (change,) = row.days
    assert (change.day.day, len(change.before), change.after) == (3, 1, ())
    assert row.difference == Fraction("758.60")


def test_the_days_are_compared_only_where_the_facts_of_then_are_known() -> None:
    (row,) = correct([IssuedPayment(JUNE, PAID)], Present(absence("2026-06-03"))).periods
    assert (row.before, row.days) == (None, ())


def test_rows_of_one_period_add_up() -> None:
    rows = (absence("2026-05-11", "2026-05-12"),)
    issued = [
        IssuedPayment(MAY, Fraction("993.85"), known_on=date(2026, 5, 22)),
        IssuedPayment(MAY, Fraction("20247.11"), known_on=KNOWN_TOO_EARLY),
    ]
    for order in (issued, issued[::-1]):
        (row,) = correct(order, Present(*rows)).periods
        assert (row.issued, row.difference) == (Fraction("21240.96"), 0)
        # The last computation is the one to compare with.
        assert row.days == ()


def test_what_was_taken_back_is_a_row_with_a_minus() -> None:
    issued = [IssuedPayment(JUNE, PAID), IssuedPayment(JUNE, Fraction("-758.61"))]
    assert correct(issued, Present(absence("2026-06-03"))).difference == 0


def test_periods_stand_in_order_and_sum() -> None:
    issued = [IssuedPayment(JULY, PAID), IssuedPayment(MAY, PAID), IssuedPayment(JUNE, PAID - 1)]
    answer = correct(issued, Present(absence("2026-07-01")))
    assert [row.period for row in answer.periods] == [MAY, JUNE, JULY]
    assert [row.difference for row in answer.periods] == [0, 1, Fraction("-758.61")]
    assert (answer.after_payment, answer.overpaid) == (1, Fraction("758.61"))
    assert answer.difference == Fraction("-757.61")


def test_settings_and_doubts_of_the_present_answers_are_named_once() -> None:
    ill = (
        self_certified("2026-05-18", "2026-05-22"),
        self_certified("2026-06-22", "2026-06-26"),
    )
    issued = [IssuedPayment(MAY, Fraction(0)), IssuedPayment(JUNE, Fraction(0))]
    answer = correct(issued, Present(*ill), Policy(rounding=Rounding.KRONE))
    assert len(answer.clarifications) == 1
    assert PolicyKey.MISSING_CERTIFICATE in answer.policies
    assert PolicyKey.ROUNDING in answer.policies
    assert list(answer.policies) == [key for key in PolicyKey if key in answer.policies]


def test_what_section_22_would_have_taken_is_known_for_a_refund() -> None:
    other = OtherFacts(
        benefits=(OtherBenefit(OtherBenefitKind.DISABILITY_BENEFIT, Fraction(3_000)),),
        recovery=Fraction(10),
    )
    issued = IssuedPayment(JUNE, PAID)
    (row,) = correct([issued], Present(absence("2026-06-03"), other=other)).periods
    assert (row.reducible.period, row.reducible.amount) == (JUNE, 3_000)
    partly = IssuedPayment(JUNE, PAID - 3_000)
    (row,) = correct([partly], Present(absence("2026-06-03"), other=other)).periods
    assert row.reducible.amount == -row.difference == Fraction("768.61")
    too_little = IssuedPayment(JUNE, Fraction(0))
    (row,) = correct([too_little], Present(other=other)).periods
    assert row.reducible.amount == 0


@pytest.mark.parametrize(
    ("issued", "problem", "field"),
    [
        (
            [IssuedPayment(JUNE, PAID), IssuedPayment(MAY, Fraction("0.005"))],
            FactProblem.UNKNOWN_VALUE,
            "issued[1].payout",
        ),
        (
            [
                IssuedPayment(period("2026-06-30", "2026-07-30"), PAID),
                IssuedPayment(MAY, PAID),
                IssuedPayment(JUNE, PAID),
            ],
            FactProblem.OVERLAPPING_PERIODS,
            "issued[0].period",
        ),
        (
            [
                IssuedPayment(MAY, PAID),
                IssuedPayment(JUNE, PAID, facts(absence("2026-06-02"), absence("2026-06-02"))),
            ],
            FactProblem.OVERLAPPING_ABSENCES,
            "issued[1].facts_then.absences[1]",
        ),
    ],
)
def test_impossible_payments_are_refused(
    issued: list[IssuedPayment], problem: FactProblem, field: str
) -> None:
    with pytest.raises(BadFacts) as error:
        correct(issued, Present())
    assert (error.value.problem, error.value.field) == (problem, field)


def test_present_facts_keep_their_own_field() -> None:
    present = Present(absence("2026-06-02"), absence("2026-06-02"))
    with pytest.raises(BadFacts) as error:
        correct([IssuedPayment(JUNE, PAID)], present)
    assert error.value.field == "absences[1]"


def test_facts_that_were_kept_for_another_period_are_asked_for_this_one() -> None:
    then = replace(facts(absence("2026-06-03")), period=MAY)
    (row,) = correct([IssuedPayment(JUNE, PAID, then)], Present()).periods
    assert [change.day for change in row.days] == [date(2026, 6, 3)]


def test_each_period_is_asked_about_with_its_own_facts() -> None:
    """Recovery in June alone; and facts that name another period are asked for this one."""

    def facts_of(asked: Period) -> PaymentFacts:
        return facts(other=OtherFacts(recovery=Fraction(100) if asked == JUNE else Fraction(0)))

    issued = [
        IssuedPayment(MAY, Fraction("21693.33"), known_on=KNOWN_TOO_EARLY),
        IssuedPayment(JUNE, PAID - 100, known_on=KNOWN_TOO_EARLY),
    ]
    may, june = correct(issued, facts_of).periods
    assert [row.assessment.segments[0].period for row in (may, june)] == [MAY, JUNE]
    assert (may.difference, june.difference) == (Fraction("1064.84"), 0)
    assert may.before is not None
    assert june.before is not None
    assert (may.before.other_reductions, june.before.other_reductions) == (0, 100)


def test_nothing_issued_is_nothing_to_correct() -> None:
    answer = correct([], Present())
    assert (answer.periods, answer.difference, answer.clarifications) == ((), 0, ())
