"""Lønnet arbeid i programmet: by the time it takes, or krone for krone.

Provision: integreringsloven § 23 second paragraph.
In one sentence: each hour costs the hour rate of its day, and never more than the wage.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from app.core.money import Kroner
from app.rules.benefit.facts import OtherFacts, ProgrammeWork
from app.rules.benefit.segments import PricedSegment, segment_of
from app.rules.benefit.types import BenefitDoubt, OtherReduction, OtherReductionKind
from app.rules.law.bad_facts import BadFacts, FactProblem
from app.rules.law.grounds import Clarification
from app.rules.law.sources import INTEGRERINGSLOVEN

_PROGRAMME_WORK = INTEGRERINGSLOVEN.section("23", "(2)")
_ZERO = Fraction(0)


def claim_of_work(other: OtherFacts, segments: Sequence[PricedSegment]) -> OtherReduction:
    """Return what the work would take: whichever count is better for the participant.

    Hours without a day cost the lowest hour rate of the period, until they are dated.
    """
    work = other.programme_work
    hour_rate = min(_hour_rates(segments), default=_ZERO)
    dated = _dated(work, segments)
    by_time = dated + work.hours * hour_rate
    return OtherReduction(
        kind=OtherReductionKind.PROGRAMME_WORK,
        amount=_ZERO,
        provision=_PROGRAMME_WORK,
        claim=min(by_time, work.wage),
        formula=(
            ("hours", sum((row.hours for row in work.days), start=work.hours)),
            ("undated_hours", work.hours),
            ("undated_hour_rate", hour_rate),
            ("by_time", by_time),
            ("wage", work.wage),
        ),
    )


def doubts_about_work(
    other: OtherFacts, segments: Sequence[PricedSegment]
) -> Iterator[Clarification[BenefitDoubt]]:
    """Yield that undated hours meet several hour rates, where the wage does not settle it."""
    work = other.programme_work
    if not work.hours:
        return
    dated = _dated(work, segments)
    claims = {min(dated + work.hours * rate, work.wage) for rate in _hour_rates(segments)}
    if len(claims) > 1:
        yield Clarification(BenefitDoubt.PROGRAMME_WORK_NEEDS_DATES, _PROGRAMME_WORK)


def check_work(work: ProgrammeWork, segments: Sequence[PricedSegment]) -> None:
    """Raise `BadFacts` for work on a day without a right to benefit."""
    for position, row in enumerate(work.days):
        if not any(row.day in segment.shown.period for segment in segments):
            field = f"other.programme_work.days[{position}].date"
            raise BadFacts(FactProblem.OUTSIDE_PERIOD, field)


def _dated(work: ProgrammeWork, segments: Sequence[PricedSegment]) -> Kroner:
    return sum(
        (row.hours * segment_of(row.day, segments).reduced.hour for row in work.days), start=_ZERO
    )


def _hour_rates(segments: Sequence[PricedSegment]) -> set[Kroner]:
    return {segment.reduced.hour for segment in segments}
