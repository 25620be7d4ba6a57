"""What a hold does to an assessed payment: nothing is taken for days that are suspended."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date
from fractions import Fraction

from app.benefit.holds.kinds import HoldKind
from app.benefit.holds.models import ReductionHold
from app.core.period import Period
from app.rules.benefit import DayKind, PaymentAssessment, Policy, payable_of


def held_days(holds: Iterable[ReductionHold], kind: HoldKind) -> frozenset[date]:
    """Return the days of the holds of one kind."""
    return frozenset(
        day
        for hold in holds
        if hold.kind is kind
        for day in Period(hold.first_day, hold.last_day).days()
    )


def without_held(
    assessed: PaymentAssessment, held: Collection[date], policy: Policy
) -> PaymentAssessment:
    """Return the payment without the reductions of the held days; their lines stay, at nothing."""
    if not any(line.day in held and line.amount for line in assessed.days):
        return assessed
    days = tuple(
        replace(line, amount=Fraction(0)) if line.day in held else line for line in assessed.days
    )
    invalid, unpaid = (
        sum((line.amount for line in days if line.kind is kind), start=Fraction(0))
        for kind in (DayKind.INVALID, DayKind.UNPAID)
    )
    payout = assessed.gross - invalid - unpaid - assessed.other_reductions
    return replace(
        assessed,
        days=days,
        absence_reduction=invalid,
        unpaid_leave_reduction=unpaid,
        payout=payout,
        payable=payable_of(payout, policy.rounding),
    )
