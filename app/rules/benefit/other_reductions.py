"""Samordning, arbeid i programmet og trekk: what reduces a payment besides absence.

Provision: integreringsloven §§ 22, 23 second paragraph and 25 first paragraph.
In one sentence: other benefits and overgangsstønad first, then paid work inside the programme by
the better of two counts, then recovery of an overpayment, and never more than what is left.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from app.core.money import Kroner
from app.rules.benefit.coordination import BENEFITS, claim_of, doubt_about
from app.rules.benefit.facts import OtherBenefit, OtherFacts
from app.rules.benefit.programme_work import claim_of_work, doubts_about_work
from app.rules.benefit.segments import PricedSegment
from app.rules.benefit.types import BenefitDoubt, OtherReduction, OtherReductionKind
from app.rules.law.bad_facts import BadFacts, FactProblem
from app.rules.law.grounds import Clarification
from app.rules.law.sources import INTEGRERINGSLOVEN

_TRANSITIONAL_BENEFIT = INTEGRERINGSLOVEN.section("22", "(2)")
_RECOVERY = INTEGRERINGSLOVEN.section("25", "(1)")
_ZERO = Fraction(0)
_NOTHING = OtherFacts()


def claims(other: OtherFacts, segments: Sequence[PricedSegment]) -> Sequence[OtherReduction]:
    """Return what each reduction would take, in the order of the act; `amount` is still 0."""
    if other == _NOTHING:
        return ()
    transitional = sum((segment.reduction for segment in segments), start=_ZERO)
    kind = OtherReductionKind
    return (
        OtherReduction(kind.TRANSITIONAL_BENEFIT, _ZERO, _TRANSITIONAL_BENEFIT, claim=transitional),
        OtherReduction(
            kind.COORDINATED_BENEFITS, _ZERO, BENEFITS, claim=other.coordinated_benefits
        ),
        *(claim_of(benefit) for benefit in sorted(other.benefits, key=_by_kind)),
        claim_of_work(other, segments),
        OtherReduction(kind.RECOVERY, _ZERO, _RECOVERY, claim=other.recovery),
    )


def taken(asked: Iterable[OtherReduction], left: Kroner) -> tuple[OtherReduction, ...]:
    """Let each claim take what is left at most; drop those that ask for nothing by no name."""
    reductions = []
    for claim in asked:
        amount = min(claim.claim, left)
        left -= amount
        if amount > 0 or claim.benefit is not None:
            reductions.append(replace(claim, amount=amount))
    return tuple(reductions)


def amount_of(kind: OtherReductionKind, reductions: Iterable[OtherReduction]) -> Kroner:
    """Return what one kind takes; 0 where it does not occur."""
    return sum((row.amount for row in reductions if row.kind is kind), start=_ZERO)


def check_other(other: OtherFacts) -> None:
    """Raise `BadFacts` for negative amounts and hours."""
    if other == _NOTHING:
        return
    work = other.programme_work
    amounts = (
        ("recovery", other.recovery),
        ("coordinated_benefits", other.coordinated_benefits),
        ("transitional_benefit_year", other.transitional_benefit_year),
        ("programme_work.hours", work.hours),
        ("programme_work.wage", work.wage),
        *((f"benefits[{place}].amount", row.amount) for place, row in enumerate(other.benefits)),
        *(
            (f"programme_work.days[{place}].hours", row.hours)
            for place, row in enumerate(work.days)
        ),
    )
    for name, amount in amounts:
        if amount < 0:
            raise BadFacts(FactProblem.NEGATIVE, f"other.{name}")


def doubts(
    other: OtherFacts, segments: Sequence[PricedSegment]
) -> Iterator[Clarification[BenefitDoubt]]:
    """Yield what the facts about other benefits and work do not settle."""
    for benefit in other.benefits:
        doubt = doubt_about(benefit, claim_of(benefit))
        if doubt is not None:
            yield doubt
            break
    yield from doubts_about_work(other, segments)


def _by_kind(benefit: OtherBenefit) -> tuple[str, Kroner, str]:
    """Order benefits so that the order in which they were registered leaves no trace."""
    return benefit.kind.value, benefit.amount, str(benefit.is_earned_before_programme)
