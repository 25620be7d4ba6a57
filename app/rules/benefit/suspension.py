"""Utsatt iverksetting: a payment from which some days take nothing for the time being.

Provision: forvaltningsloven § 42; integreringsloven §§ 21–23 and 25.
In one sentence: what the days leave is there for the other days, and then for other benefits, work
and recovery, as if they had taken nothing. The test of § 46 letter g is of the decision: it stays.
"""

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from fractions import Fraction

from app.rules.benefit.caps import capped_at_payment, total
from app.rules.benefit.other_reductions import amount_of, taken
from app.rules.benefit.rounding import payable_of
from app.rules.benefit.types import DayKind, DayLine, OtherReductionKind, PaymentAssessment
from app.rules.policy import Policy

_ZERO = Fraction(0)


def without_days(
    assessed: PaymentAssessment, days: Collection[date], policy: Policy
) -> PaymentAssessment:
    """Return the payment without what some days take; their lines stay, at nothing."""
    if not any(line.day in days and line.amount for line in assessed.days):
        return assessed
    uncut = [
        replace(line, amount=_uncut(line, days), cut_by_payment=_ZERO) for line in assessed.days
    ]
    kind = OtherReductionKind
    entitlement = assessed.gross - sum(
        (row.claim for row in assessed.claims if row.kind is kind.TRANSITIONAL_BENEFIT), _ZERO
    )
    lines = capped_at_payment(entitlement, uncut)
    invalid, unpaid = total(DayKind.INVALID, lines), total(DayKind.UNPAID, lines)
    others = taken(assessed.claims, assessed.gross - invalid - unpaid)
    other_total = sum((row.amount for row in others), start=_ZERO)
    payout = assessed.gross - invalid - unpaid - other_total
    asked = sum((row.claim for row in assessed.claims if row.kind is kind.RECOVERY), start=_ZERO)
    return replace(
        assessed,
        days=lines,
        absence_reduction=invalid,
        unpaid_leave_reduction=unpaid,
        other_reductions=other_total,
        other_lines=others,
        recovery_left=asked - amount_of(kind.RECOVERY, others),
        payout=payout,
        payable=payable_of(payout, policy.rounding),
    )


def _uncut(line: DayLine, days: Collection[date]) -> Fraction:
    return _ZERO if line.day in days else line.amount + line.cut_by_payment
