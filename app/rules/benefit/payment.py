"""Utbetaling: one payment, with every line behind it.

Provision: integreringsloven §§ 19–25 and 46 second paragraph g.
In one sentence: the segments give the gross, absence and leave without benefit come off day by
day, other reductions come off what is left, and the sum is never negative.
"""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from app.core.money import Kroner
from app.core.period import Period
from app.rules.absence.classification import classify
from app.rules.absence.types import AbsenceAssessment, AbsenceFacts
from app.rules.benefit import other_reductions as others
from app.rules.benefit.fraction import FractionRule
from app.rules.benefit.lines import LinePricing
from app.rules.benefit.section_46_g import is_decision_required
from app.rules.benefit.segments import PricedSegment, priced_segments
from app.rules.benefit.steps import payment_steps
from app.rules.benefit.types import (
    DayKind,
    DayLine,
    OtherReductionKind,
    PaymentAssessment,
    PaymentFacts,
)
from app.rules.law.bad_facts import BadFacts, FactProblem
from app.rules.parameters.base_amount import BASE_AMOUNT
from app.rules.policy import Policy, PolicyKey

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
    absence = _absence(facts, policy, entitled or facts.period)
    rule = FractionRule(facts, policy, policies, {})
    segments: tuple[PricedSegment, ...] = ()
    lines: tuple[DayLine, ...] = ()
    if entitled is not None:
        transitional_benefit = facts.other.transitional_benefit_year
        segments = priced_segments(
            entitled, rule, policy.part_month, transitional_benefit, known_on
        )
        pricing = LinePricing(entitled, facts.schedule, segments, policy, policies)
        lines = pricing.lines(absence.days)
    gross = sum((segment.shown.amount for segment in segments), start=_ZERO)
    absence_reduction = _total(lines, DayKind.INVALID)
    unpaid_leave = _total(lines, DayKind.UNPAID)
    other_lines = others.other_reductions(
        facts.other, segments, gross - absence_reduction - unpaid_leave
    )
    other_total = sum((row.amount for row in other_lines), start=_ZERO)
    recovery = others.amount_of(OtherReductionKind.RECOVERY, other_lines)
    tested = absence_reduction + (recovery if policy.recovery_counts_in_46_g else 0)
    base_amount = BASE_AMOUNT.on(facts.period.last_day, known_on)
    is_required = is_decision_required(tested, gross, base_amount, facts.period.last_day)
    if recovery > 0:
        policies.add(PolicyKey.RECOVERY_COUNTS_IN_46_G)
    if not is_required and absence_reduction + unpaid_leave + other_total > 0:
        policies.add(PolicyKey.ALWAYS_DECIDE_REDUCTIONS)
    policies.update(absence.policies)
    payout = gross - absence_reduction - unpaid_leave - other_total
    shown = tuple(segment.shown for segment in segments)
    return PaymentAssessment(
        gross=gross,
        absence_reduction=absence_reduction,
        unpaid_leave_reduction=unpaid_leave,
        other_reductions=other_total,
        payout=payout,
        reduction_share=tested / gross if gross else _ZERO,
        decision_required_by_46_g=is_required,
        days=lines,
        segments=shown,
        other_lines=other_lines,
        policies=tuple(key for key in PolicyKey if key in policies),
        clarifications=(
            *absence.clarifications,
            *rule.doubts,
            *others.doubts(facts.other, segments),
        ),
        steps=tuple(
            payment_steps(
                shown,
                gross=gross,
                absence_reduction=absence_reduction,
                unpaid_leave_reduction=unpaid_leave,
                other_lines=other_lines,
                tested=tested,
                base_amount=base_amount,
                payout=payout,
            )
        ),
    )


def _check(facts: PaymentFacts) -> None:
    start, end = facts.participant.programme_start, facts.programme_last_day
    if end is not None and end < start:
        raise BadFacts(FactProblem.WRONG_ORDER, "participant.programme_last_day")
    if start < facts.born_on:
        raise BadFacts(FactProblem.WRONG_ORDER, "participant.programme_start")
    others.check_other(facts.other)


def _entitled(facts: PaymentFacts) -> Period | None:
    """Return the days of the period that lie in the programme; None where there are none."""
    last_day = facts.programme_last_day or max(
        facts.period.last_day, facts.participant.programme_start
    )
    return facts.period.intersection(Period(facts.participant.programme_start, last_day))


def _absence(facts: PaymentFacts, policy: Policy, period: Period) -> AbsenceAssessment:
    absence_facts = AbsenceFacts(
        participant=facts.participant,
        schedule=facts.schedule,
        period=period,
        absences=facts.absences,
        decisions=facts.decisions,
    )
    return classify(absence_facts, policy)


def _total(lines: Sequence[DayLine], kind: DayKind) -> Kroner:
    return sum((line.amount for line in lines if line.kind is kind), start=_ZERO)
