"""Tak: no day costs more than the day rate, and no payment loses more than itself.

Provision: integreringsloven §§ 20 second paragraph and 21.
In one sentence: the cap on a day is the municipality's choice; the cap on the payment is not, as
nothing can be taken from what is not there.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction

from app.core.money import Kroner
from app.rules.benefit.segments import PricedSegment, segment_of
from app.rules.benefit.types import Basis, DayKind, DayLine
from app.rules.policy import Policy, PolicyKey

_ZERO = Fraction(0)


def total(kind: DayKind, lines: Iterable[DayLine]) -> Kroner:
    """Return what the lines of one kind take."""
    return sum((line.amount for line in lines if line.kind is kind), start=_ZERO)


def capped_by_day(
    lines: Iterable[DayLine],
    segments: Sequence[PricedSegment],
    policy: Policy,
    policies: set[PolicyKey],
) -> list[DayLine]:
    """Let the hours of a day cost the day rate at most, if the municipality says so."""
    spent: dict[date, Kroner] = {}
    capped = []
    for line in lines:
        if line.basis is Basis.DAY or not line.amount:
            # A whole day stands alone on its day, and costs the day rate.
            capped.append(line)
            continue
        day_rate = segment_of(line.day, segments).reduced.day
        before = spent.get(line.day, _ZERO)
        after = before + line.amount
        if after > day_rate:
            policies.add(PolicyKey.CAP_DAY_AT_DAY_RATE)
            if policy.cap_day_at_day_rate:
                after = day_rate
        spent[line.day] = after
        amount = after - before
        cut = line.amount - amount
        capped.append(replace(line, amount=amount, cut_by_day_rate=cut) if cut else line)
    return capped


def capped_at_payment(entitlement: Kroner, lines: Sequence[DayLine]) -> tuple[DayLine, ...]:
    """Let the lines take no more than the payment: first the invalid days, then the unpaid."""
    if sum((line.amount for line in lines), start=_ZERO) <= entitlement:
        return tuple(lines)
    left = entitlement
    capped = list(lines)
    for kind in (DayKind.INVALID, DayKind.UNPAID):
        for position, line in enumerate(lines):
            if line.kind is kind:
                amount = min(line.amount, left)
                left -= amount
                cut = line.amount - amount
                capped[position] = replace(line, amount=amount, cut_by_payment=cut)
    return tuple(capped)
