"""Arbeid på 30 timer: who works is outside while the work lasts.

Provision: integreringsloven § 8 fourth paragraph.
In force from: 2026-01-01.
In one sentence: a job or an offer of 30 hours a week takes a person out of the first paragraph,
and back in if it ends within the two years.

The act measures the two years when the job ends. It does not say whether the decision must come
within them as well: it may come later here, and the answer asks a person.
"""

from dataclasses import dataclass
from datetime import date

from app.rules.eligibility.types import TargetGroupFacts, TargetGroupStep
from app.rules.law.grounds import Step
from app.rules.law.sources import INTEGRERINGSLOVEN
from app.rules.parameters.target_group_limits import FULL_WORK_HOURS

SECTION_8_WORK = INTEGRERINGSLOVEN.section("8", "(4)")


@dataclass(frozen=True, slots=True)
class WorkAssessment:
    """What a job means on the day of the decision."""

    is_in_the_way: bool = False
    """It lasts, and it is large enough."""
    ended_in_time: bool = False
    """It was large enough, and ended within the two years."""
    steps: tuple[Step[TargetGroupStep], ...] = ()


def assess_work(facts: TargetGroupFacts, two_years_on: date) -> WorkAssessment:
    """Answer whether a job takes somebody out, or has let her in again."""
    limit = FULL_WORK_HOURS.on(facts.decided_on)
    if limit is None or not facts.work_hours_per_week:
        return WorkAssessment()
    ended_on = facts.work_ended_on
    numbers = [
        ("hours_per_week", str(facts.work_hours_per_week)),
        ("limit", str(limit)),
        ("two_years_on", two_years_on.isoformat()),
    ]
    if ended_on is not None:
        numbers.append(("ended_on", ended_on.isoformat()))
    is_large = facts.work_hours_per_week >= limit
    has_ended = ended_on is not None and ended_on <= facts.decided_on
    return WorkAssessment(
        is_in_the_way=is_large and not has_ended,
        ended_in_time=is_large and ended_on is not None and has_ended and ended_on < two_years_on,
        steps=(Step(TargetGroupStep.WORK_HOURS, tuple(numbers), SECTION_8_WORK),),
    )
