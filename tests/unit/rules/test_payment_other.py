"""What reduces a payment besides absence, and what never does (§§ 22, 23 and 25)."""

from fractions import Fraction
from typing import Any

import pytest

from app.rules.absence import AbsenceReason
from app.rules.benefit import (
    BenefitDoubt,
    OtherBenefit,
    OtherBenefitKind,
    OtherFacts,
    OtherReductionKind,
    OwnMeans,
    PaymentGround,
    ProgrammeWork,
    WorkDay,
)
from app.rules.law import BadFacts, FactProblem
from tests.support.payment_rules import FULL, pay
from tests.support.rule_facts import absence, day, participant, period

EARNED = (
    OtherBenefitKind.UNEMPLOYMENT_BENEFIT,
    OtherBenefitKind.SICKNESS_BENEFIT,
    OtherBenefitKind.PARENTAL_BENEFIT,
)
RECEIVED = (OtherBenefitKind.DISABILITY_BENEFIT, OtherBenefitKind.WORK_ASSESSMENT_ALLOWANCE)
NEVER = (OtherBenefitKind.CHILD_BENEFIT, OtherBenefitKind.CASH_FOR_CARE_BENEFIT)


def benefit(
    kind: OtherBenefitKind, amount: int = 1_000, *, earned_before: bool | None = None
) -> OtherFacts:
    return OtherFacts(benefits=(OtherBenefit(kind, Fraction(amount), earned_before),))


def test_overgangsstonad_takes_no_more_than_the_benefit() -> None:
    answer = pay(other=OtherFacts(transitional_benefit_year=Fraction(2_000_000)))
    assert (answer.other_reductions, answer.payout) == (answer.gross, 0)


@pytest.mark.parametrize(
    ("year", "reduction"),
    [("68274.49", 0), ("68274.50", 0), ("68275.50", Fraction(2, 5) / 12)],
)
def test_overgangsstonad_reduces_above_half_of_the_base_amount(
    year: str, reduction: Fraction
) -> None:
    answer = pay(other=OtherFacts(transitional_benefit_year=Fraction(year)))
    assert answer.other_reductions == reduction


def test_overgangsstonad_reduces_a_part_of_a_month_by_its_days() -> None:
    other = OtherFacts(transitional_benefit_year=Fraction(200_000))
    whole = pay(other=other).other_reductions
    half = pay(other=other, asked=period("2026-06-01", "2026-06-15")).other_reductions
    assert half == whole / 2


def test_reductions_come_in_the_order_of_the_act_and_share_what_is_left() -> None:
    other = OtherFacts(
        recovery=Fraction(50_000),
        coordinated_benefits=Fraction(10_000),
        programme_work=ProgrammeWork(Fraction(10), Fraction(1_000)),
        transitional_benefit_year=Fraction("68275.50"),
        benefits=(OtherBenefit(OtherBenefitKind.DISABILITY_BENEFIT, Fraction(500)),),
    )
    answer = pay(other=other)
    transitional = Fraction(2, 5) / 12
    left = FULL.month - transitional - 11_500
    assert [(row.kind, row.claim, row.amount) for row in answer.other_lines] == [
        (OtherReductionKind.TRANSITIONAL_BENEFIT, transitional, transitional),
        (OtherReductionKind.COORDINATED_BENEFITS, 10_000, 10_000),
        (OtherReductionKind.COORDINATED_BENEFITS, 500, 500),
        (OtherReductionKind.PROGRAMME_WORK, 1_000, 1_000),
        (OtherReductionKind.RECOVERY, 50_000, left),
    ]
    assert [row.provision.citation for row in answer.other_lines] == [
        "il § 22 (2)",
        "il § 22 (1)",
        "il § 22 (1)",
        "il § 23 (2)",
        "il § 25 (1)",
    ]
    assert answer.payout == 0
    assert answer.recovery_left == 50_000 - left


def test_leave_without_benefit_leaves_less_to_take_from() -> None:
    leave = absence("2026-06-01", "2026-06-12", reason=AbsenceReason.PARENTAL_LEAVE, child=0)
    answer = pay(
        leave,
        person=participant(children=["2026-05-01"]),
        other=OtherFacts(recovery=Fraction(50_000)),
    )
    assert answer.unpaid_leave_reduction == 10 * FULL.day
    assert (answer.other_reductions, answer.payout) == (20 * FULL.day, 0)


def test_what_is_not_recovered_is_carried_over() -> None:
    assert pay().recovery_left == 0
    assert pay(other=OtherFacts(recovery=Fraction(500))).recovery_left == 0
    nothing_due = pay(person=participant("2026-07-01"), other=OtherFacts(recovery=Fraction(500)))
    assert (nothing_due.recovery_left, nothing_due.other_lines) == (500, ())


@pytest.mark.parametrize("kind", EARNED)
def test_benefits_of_earlier_work_reduce_if_earned_before_the_programme(
    kind: OtherBenefitKind,
) -> None:
    answer = pay(other=benefit(kind, earned_before=True))
    (row,) = answer.other_lines
    assert (row.benefit, row.amount, row.grounds) == (kind, 1_000, ())
    assert row.provision.citation == "il § 22 (1)"
    assert (answer.other_reductions, answer.clarifications) == (1_000, ())


@pytest.mark.parametrize("kind", EARNED)
def test_benefits_earned_in_the_programme_take_nothing(kind: OtherBenefitKind) -> None:
    answer = pay(other=benefit(kind, earned_before=False))
    (row,) = answer.other_lines
    assert (row.claim, row.amount) == (0, 0)
    (ground,) = row.grounds
    assert ground.code is PaymentGround.BENEFIT_EARNED_IN_PROGRAMME
    assert ground.provision.citation == row.provision.citation == "il § 22 (1)"
    assert (answer.payout, answer.clarifications) == (FULL.month, ())


@pytest.mark.parametrize("kind", EARNED)
def test_when_a_benefit_was_earned_is_a_question_for_a_person(kind: OtherBenefitKind) -> None:
    answer = pay(other=benefit(kind))
    assert [(doubt.code, doubt.provision.citation) for doubt in answer.clarifications] == [
        (BenefitDoubt.BENEFIT_EARNED_WHEN, "il § 22 (1)")
    ]
    assert (answer.payout, answer.other_lines[0].grounds) == (FULL.month, ())
    assert pay(other=benefit(kind, 0)).clarifications == ()


def test_the_question_is_asked_once() -> None:
    rows = tuple(OtherBenefit(kind, Fraction(10)) for kind in EARNED)
    assert len(pay(other=OtherFacts(benefits=rows)).clarifications) == 1


def test_the_order_of_benefits_leaves_no_trace() -> None:
    kind = OtherBenefitKind.SICKNESS_BENEFIT
    rows = tuple(OtherBenefit(kind, Fraction(10), earned) for earned in (True, False, None))
    one, other = (pay(other=OtherFacts(benefits=each)) for each in (rows, rows[::-1]))
    assert one == other


@pytest.mark.parametrize("kind", RECEIVED)
@pytest.mark.parametrize("earned_before", [True, False, None])
def test_uforetrygd_and_aap_reduce_as_they_are_received(
    kind: OtherBenefitKind, earned_before: bool | None
) -> None:
    answer = pay(other=benefit(kind, earned_before=earned_before))
    assert (answer.other_reductions, answer.clarifications) == (1_000, ())


@pytest.mark.parametrize("kind", NEVER)
@pytest.mark.parametrize("earned_before", [True, None])
def test_barnetrygd_and_kontantstotte_never_reduce(
    kind: OtherBenefitKind, earned_before: bool | None
) -> None:
    answer = pay(other=benefit(kind, earned_before=earned_before))
    (row,) = answer.other_lines
    assert (row.benefit, row.claim, row.amount) == (kind, 0, 0)
    assert row.provision.citation == "il § 22 (3)"
    assert [ground.code for ground in row.grounds] == [PaymentGround.BENEFIT_NEVER_REDUCES]
    assert (answer.payout, answer.clarifications, answer.policies) == (FULL.month, (), ())


@pytest.mark.parametrize(
    ("means", "codes"),
    [
        ((), []),
        ((OwnMeans.OWN_INCOME,), [PaymentGround.OWN_INCOME_NEVER_REDUCES]),
        (
            (OwnMeans.CHILD_SUPPORT, OwnMeans.WEALTH, OwnMeans.OTHERS_INCOME, OwnMeans.WEALTH),
            [
                PaymentGround.OTHERS_INCOME_NEVER_REDUCES,
                PaymentGround.WEALTH_NEVER_REDUCES,
                PaymentGround.CHILD_SUPPORT_NEVER_REDUCES,
            ],
        ),
    ],
)
def test_own_means_never_reduce(means: tuple[OwnMeans, ...], codes: list[PaymentGround]) -> None:
    answer = pay(other=OtherFacts(own_means=means))
    assert [ground.code for ground in answer.grounds] == codes
    assert {ground.provision.citation for ground in answer.grounds} <= {"il § 23 (1)"}
    assert (answer.payout, answer.other_lines) == (FULL.month, ())


def negative(**changes: Any) -> dict[str, Any]:
    return {"other": OtherFacts(**changes)}


LESS = Fraction(-1)


@pytest.mark.parametrize(
    ("changes", "problem", "field"),
    [
        (
            {"programme_last_day": day("2025-08-31")},
            FactProblem.WRONG_ORDER,
            "participant.programme_last_day",
        ),
        ({"born": "2025-09-02"}, FactProblem.WRONG_ORDER, "participant.programme_start"),
        (negative(recovery=LESS), FactProblem.NEGATIVE, "other.recovery"),
        (
            negative(coordinated_benefits=LESS),
            FactProblem.NEGATIVE,
            "other.coordinated_benefits",
        ),
        (
            negative(transitional_benefit_year=LESS),
            FactProblem.NEGATIVE,
            "other.transitional_benefit_year",
        ),
        (
            negative(programme_work=ProgrammeWork(hours=LESS)),
            FactProblem.NEGATIVE,
            "other.programme_work.hours",
        ),
        (
            negative(programme_work=ProgrammeWork(wage=LESS)),
            FactProblem.NEGATIVE,
            "other.programme_work.wage",
        ),
        (
            negative(programme_work=ProgrammeWork(days=(WorkDay(day("2026-06-01"), LESS),))),
            FactProblem.NEGATIVE,
            "other.programme_work.days[0].hours",
        ),
        (
            negative(benefits=(OtherBenefit(OtherBenefitKind.CHILD_BENEFIT, LESS),)),
            FactProblem.NEGATIVE,
            "other.benefits[0].amount",
        ),
    ],
)
def test_impossible_facts_are_refused(
    changes: dict[str, Any], problem: FactProblem, field: str
) -> None:
    with pytest.raises(BadFacts) as error:
        pay(**changes)
    assert (error.value.problem, error.value.field) == (problem, field)


@pytest.mark.parametrize(
    "changes",
    [
        {"programme_last_day": day("2025-09-01")},
        {"born": "2025-09-01"},
        {"other": OtherFacts(programme_work=ProgrammeWork(wage=Fraction(1)))},
    ],
)
def test_what_is_just_possible_is_assessed(changes: dict[str, Any]) -> None:
    assert pay(absence("2026-06-01"), **changes).clarifications == ()
