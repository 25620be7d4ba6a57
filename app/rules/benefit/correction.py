"""Retting: what a correction changes in payments that were issued, as differences.

Provision: integreringsloven §§ 19, 24 and 25 first paragraph; folketrygdloven § 1-4.
In one sentence: every issued payment is computed again from the present facts, and the difference
is to be paid after or was overpaid; nothing that was issued is changed, and nothing is deducted by
itself.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction
from itertools import pairwise

from app.core.money import ORE_A_KRONE
from app.core.period import Period
from app.rules.benefit.correction_types import (
    DEDUCTION,
    CorrectionAssessment,
    CorrectionClarification,
    CorrectionEffect,
    DayChange,
    IssuedPayment,
    PeriodCorrection,
)
from app.rules.benefit.facts import PaymentFacts
from app.rules.benefit.payment import DEFAULT_POLICY, assess_payment
from app.rules.benefit.recovery import RecoveryDoubt
from app.rules.benefit.types import DayLine, PaymentAssessment
from app.rules.law.bad_facts import BadFacts, FactProblem
from app.rules.law.grounds import Clarification
from app.rules.policy import Policy, PolicyKey

FactsOf = Callable[[Period], PaymentFacts]


def correct(
    issued: Sequence[IssuedPayment],
    facts_of: FactsOf,
    policy: Policy = DEFAULT_POLICY,
    known_on: date | None = None,
) -> CorrectionAssessment:
    """Compute every issued period again from the present facts, and compare.

    A correction reaches forward: quotas, windows and waiting times count the days before them. So
    `issued` should hold every payment from the first changed day on; unchanged ones give nothing.
    `facts_of` gives the present facts of a period, with its own other reductions.

    Raises `BadFacts` for facts that cannot be true together, now or then.
    """
    _check(issued)
    periods = tuple(
        _correct(period, issued, facts_of, policy, known_on)
        for period in sorted({row.period for row in issued})
    )
    policies = {key for row in periods for key in row.assessment.policies}
    doubts: dict[CorrectionClarification, None] = {}
    for row in periods:
        doubts.update(dict.fromkeys(row.assessment.clarifications))
    if any(row.effect is CorrectionEffect.OVERPAID for row in periods):
        doubts[Clarification(RecoveryDoubt.DEDUCTION_IS_A_CHOICE, DEDUCTION)] = None
    return CorrectionAssessment(
        periods=periods,
        policies=tuple(key for key in PolicyKey if key in policies),
        clarifications=tuple(doubts),
    )


def _check(issued: Sequence[IssuedPayment]) -> None:
    for position, row in enumerate(issued):
        if (row.payout * ORE_A_KRONE).denominator != 1:
            raise BadFacts(FactProblem.UNKNOWN_VALUE, f"issued[{position}].payout")
    in_order = sorted(range(len(issued)), key=lambda position: issued[position].period)
    for earlier, later in pairwise(in_order):
        before, after = issued[earlier].period, issued[later].period
        if before != after and before.intersection(after) is not None:
            raise BadFacts(FactProblem.OVERLAPPING_PERIODS, f"issued[{later}].period")


def _correct(
    period: Period,
    issued: Sequence[IssuedPayment],
    facts_of: FactsOf,
    policy: Policy,
    known_on: date | None,
) -> PeriodCorrection:
    assessment = assess_payment(replace(facts_of(period), period=period), policy, known_on)
    before = None
    for position in _latest_first(period, issued):
        row = issued[position]
        if row.facts_then is not None or row.known_on is not None:
            facts = replace(row.facts_then or facts_of(period), period=period)
            before = _as_then(facts, policy, row.known_on or known_on, f"issued[{position}]")
            break
    return PeriodCorrection(
        period=period,
        issued=sum((row.payout for row in issued if row.period == period), start=Fraction(0)),
        assessment=assessment,
        before=before,
        days=() if before is None else tuple(_changes(before.days, assessment.days)),
    )


def _latest_first(period: Period, issued: Sequence[IssuedPayment]) -> list[int]:
    """Return where the rows of a period stand, the one that was computed last first."""
    of_period = [position for position, row in enumerate(issued) if row.period == period]
    return sorted(of_period, key=lambda at: issued[at].known_on or date.min, reverse=True)


def _as_then(
    facts: PaymentFacts, policy: Policy, known_on: date | None, field: str
) -> PaymentAssessment:
    try:
        return assess_payment(facts, policy, known_on)
    except BadFacts as error:
        raise BadFacts(error.problem, f"{field}.facts_then.{error.field}") from error


def _changes(before: Sequence[DayLine], after: Sequence[DayLine]) -> Iterator[DayChange]:
    """Yield the days whose lines differ, in order."""
    for day in sorted({line.day for line in (*before, *after)}):
        was = tuple(line for line in before if line.day == day)
        now = tuple(line for line in after if line.day == day)
        if was != now:
            yield DayChange(day, was, now)
