"""Samordning, arbeid i programmet og trekk: what reduces a payment besides absence.

Provision: integreringsloven §§ 22, 23 second paragraph and 25 first paragraph.
In one sentence: other benefits and overgangsstønad first, then paid work inside the programme by
the better of two counts, then recovery of an overpayment, and never more than what is left.
"""

from collections.abc import Iterator, Sequence
from dataclasses import fields
from fractions import Fraction

from app.core.money import Kroner
from app.rules.benefit.segments import PricedSegment
from app.rules.benefit.types import (
    BenefitDoubt,
    OtherFacts,
    OtherReduction,
    OtherReductionKind,
)
from app.rules.law.bad_facts import BadFacts, FactProblem
from app.rules.law.grounds import Clarification
from app.rules.law.sources import INTEGRERINGSLOVEN

_BENEFITS = INTEGRERINGSLOVEN.section("22", "(1)")
_TRANSITIONAL_BENEFIT = INTEGRERINGSLOVEN.section("22", "(2)")
_PROGRAMME_WORK = INTEGRERINGSLOVEN.section("23", "(2)")
_RECOVERY = INTEGRERINGSLOVEN.section("25", "(1)")
_ZERO = Fraction(0)


def other_reductions(
    other: OtherFacts, segments: Sequence[PricedSegment], left: Kroner
) -> tuple[OtherReduction, ...]:
    """Return the reductions in the order of the act, none larger than what is left."""
    claims = (
        (
            OtherReductionKind.TRANSITIONAL_BENEFIT,
            sum((segment.reduction for segment in segments), start=_ZERO),
            _TRANSITIONAL_BENEFIT,
        ),
        (OtherReductionKind.COORDINATED_BENEFITS, other.coordinated_benefits, _BENEFITS),
        (OtherReductionKind.PROGRAMME_WORK, _programme_work(other, segments), _PROGRAMME_WORK),
        (OtherReductionKind.RECOVERY, other.recovery, _RECOVERY),
    )
    reductions = []
    for kind, claim, provision in claims:
        amount = min(claim, left)
        left -= amount
        if amount > 0:
            reductions.append(OtherReduction(kind, amount, provision))
    return tuple(reductions)


def amount_of(kind: OtherReductionKind, reductions: Sequence[OtherReduction]) -> Kroner:
    """Return what one kind takes; 0 where it does not occur."""
    return sum((row.amount for row in reductions if row.kind is kind), start=_ZERO)


def check_other(other: OtherFacts) -> None:
    """Raise `BadFacts` for negative amounts."""
    amounts = {
        row.name: getattr(other, row.name) for row in fields(other) if row.name != "programme_work"
    }
    amounts["programme_work.hours"] = other.programme_work.hours
    amounts["programme_work.wage"] = other.programme_work.wage
    for name, amount in amounts.items():
        if amount < 0:
            raise BadFacts(FactProblem.NEGATIVE, f"other.{name}")


def doubts(
    other: OtherFacts, segments: Sequence[PricedSegment]
) -> Iterator[Clarification[BenefitDoubt]]:
    """Yield that undated hours of work meet several hour rates."""
    hour_rates = {segment.reduced.hour for segment in segments}
    if other.programme_work.hours > 0 and len(hour_rates) > 1:
        yield Clarification(BenefitDoubt.PROGRAMME_WORK_NEEDS_DATES, _PROGRAMME_WORK)


def _programme_work(other: OtherFacts, segments: Sequence[PricedSegment]) -> Kroner:
    """By the time it takes, or krone for krone, whichever is better for the participant."""
    hour_rate = min((segment.reduced.hour for segment in segments), default=_ZERO)
    return min(other.programme_work.hours * hour_rate, other.programme_work.wage)
