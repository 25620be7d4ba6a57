"""Utbetaling: one payment, with every line behind it.

Provision: integreringsloven §§ 19–25 and 46 second paragraph g.
In one sentence: the segments give the gross, absence and leave without benefit come off day by
day, other reductions come off what is left, and the sum is never negative.
"""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from app.core.money import ORE_A_KRONE, Kroner
from app.core.period import Period
from app.rules.absence.classification import classify_days
from app.rules.absence.types import AbsenceFacts, DaysAssessment
from app.rules.benefit import other_reductions as others
from app.rules.benefit import steps
from app.rules.benefit.caps import total
from app.rules.benefit.facts import PaymentFacts
from app.rules.benefit.fraction import FractionRule
from app.rules.benefit.lines import LinePricing
from app.rules.benefit.own_means import grounds_of_own_means
from app.rules.benefit.programme_work import check_work
from app.rules.benefit.rounding import payable_of, unit_ore
from app.rules.benefit.section_46_g import DecisionTest, decision_test
from app.rules.benefit.segments import PricedSegment, priced_segments
from app.rules.benefit.types import (
    DayKind,
    DayLine,
    OtherReduction,
    OtherReductionKind,
    PaymentAssessment,
)
from app.rules.law.bad_facts import BadFacts, FactProblem
from app.rules.parameters.base_amount import BASE_AMOUNT
from app.rules.policy import (
    Policy,
    PolicyKey,
    Rounding,
    Section46GBaseAmount,
    Section46GPayment,
)

DEFAULT_POLICY = Policy()
_ZERO = Fraction(0)


def assess_payment(
    facts: PaymentFacts, policy: Policy = DEFAULT_POLICY, known_on: date | None = None
) -> PaymentAssessment:
    """Compute one payment, with the base amount as it was known on `known_on`.

    Raises `BadFacts` for facts that cannot be true together.
    """
    _check(facts)
    policies: set[PolicyKey] = set()
    entitled = _entitled(facts)
    paid_for = Period(entitled[0].first_day, entitled[-1].last_day) if entitled else facts.period
    absence = _absence(facts, policy, paid_for)
    policies.update(absence.policies)
    rule = FractionRule(facts, policy, policies, {})
    segments: tuple[PricedSegment, ...] = ()
    lines: tuple[DayLine, ...] = ()
    if entitled:
        transitional_benefit = facts.other.transitional_benefit_year
        segments = priced_segments(
            entitled, rule, policy.part_month, transitional_benefit, known_on
        )
        pricing = LinePricing(entitled, facts.schedule, segments, policy, policies)
        lines = pricing.lines([day for day in absence.days if _is_among(day.day, entitled)])
    check_work(facts.other.programme_work, segments)
    gross = sum((segment.shown.amount for segment in segments), start=_ZERO)
    absence_reduction = total(DayKind.INVALID, lines)
    unpaid_leave = total(DayKind.UNPAID, lines)
    claims = others.claims(facts.other, segments)
    other_lines = others.taken(claims, gross - absence_reduction - unpaid_leave)
    other_total = sum((row.amount for row in other_lines), start=_ZERO)
    recovery = others.amount_of(OtherReductionKind.RECOVERY, other_lines)
    if recovery > 0:
        policies.add(PolicyKey.RECOVERY_COUNTS_IN_46_G)
    tested = absence_reduction + (recovery if policy.recovery_counts_in_46_g else 0)
    test = _decision_test(tested, gross, unpaid_leave, claims, paid_for, policy, known_on)
    policies.update(test.policies)
    payout = gross - absence_reduction - unpaid_leave - other_total
    if not test.is_required and payout < gross:
        policies.add(PolicyKey.ALWAYS_DECIDE_REDUCTIONS)
    payable = payable_of(payout, policy.rounding)
    if payable != payable_of(payout, Rounding.ORE):
        policies.add(PolicyKey.ROUNDING)
    unit = Fraction(unit_ore(policy.rounding), ORE_A_KRONE)
    return PaymentAssessment(
        gross=gross,
        absence_reduction=absence_reduction,
        unpaid_leave_reduction=unpaid_leave,
        other_reductions=other_total,
        payout=payout,
        payable=payable,
        recovery_left=facts.other.recovery - recovery,
        reduction_share=tested / gross if gross else _ZERO,
        decision_required_by_46_g=test.is_required,
        days=lines,
        segments=tuple(segment.shown for segment in segments),
        other_lines=other_lines,
        grounds=grounds_of_own_means(facts.other.own_means),
        policies=tuple(key for key in PolicyKey if key in policies),
        clarifications=(
            *absence.clarifications,
            *rule.doubts,
            *others.doubts(facts.other, segments),
        ),
        steps=(
            *steps.segment_steps(segments, gross),
            *steps.line_steps(lines, absence_reduction, unpaid_leave),
            *steps.other_steps(segments, facts.other.transitional_benefit_year, other_lines),
            *steps.decision_steps(test),
            *steps.payout_steps(payout, unit, payable),
        ),
        claims=tuple(claims),
    )


def _check(facts: PaymentFacts) -> None:
    start, end = facts.participant.programme_start, facts.programme_last_day
    if end is not None and end < start:
        raise BadFacts(FactProblem.WRONG_ORDER, "participant.programme_last_day")
    if start < facts.born_on:
        raise BadFacts(FactProblem.WRONG_ORDER, "participant.programme_start")
    others.check_other(facts.other)


def _entitled(facts: PaymentFacts) -> tuple[Period, ...]:
    """Return the days of the period with a programme that is not stopped, in order."""
    last_day = facts.programme_last_day or max(
        facts.period.last_day, facts.participant.programme_start
    )
    whole = facts.period.intersection(Period(facts.participant.programme_start, last_day))
    return whole.without(*facts.stopped) if whole is not None else ()


def _is_among(day: date, periods: Sequence[Period]) -> bool:
    return any(day in period for period in periods)


def _absence(facts: PaymentFacts, policy: Policy, period: Period) -> DaysAssessment:
    absence_facts = AbsenceFacts(
        participant=facts.participant,
        schedule=facts.schedule,
        period=period,
        absences=facts.absences,
        decisions=facts.decisions,
    )
    return classify_days(absence_facts, policy)


def _decision_test(
    tested: Kroner,
    gross: Kroner,
    unpaid_leave: Kroner,
    claims: Sequence[OtherReduction],
    period: Period,
    policy: Policy,
    known_on: date | None,
) -> DecisionTest:
    """Test what was deducted by § 46 g; recovery is never what halves the payment first.

    `period`: the days paid for, as those after the programme belong to no payment.
    """
    coordinated = [claim for claim in claims if claim.kind is not OtherReductionKind.RECOVERY]
    # Without the deduction, there would have been more for them to take.
    reductions = others.taken(coordinated, gross - unpaid_leave)
    after_others = gross - sum((row.amount for row in reductions), start=_ZERO)
    return decision_test(
        tested,
        {
            Section46GPayment.GROSS: gross,
            Section46GPayment.AFTER_OTHER_REDUCTIONS: after_others,
        },
        {
            Section46GBaseAmount.FIRST_DAY: BASE_AMOUNT.on(period.first_day, known_on),
            Section46GBaseAmount.LAST_DAY: BASE_AMOUNT.on(period.last_day, known_on),
        },
        policy,
        period.last_day,
    )
