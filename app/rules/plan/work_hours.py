"""Femten timer arbeidsrettede elementer: the average after three or six months.

Provision: integreringsloven § 14 a third and fourth paragraph.
In force from: 2026-01-01.
In one sentence: a programme for work averages 15 hours a week of work-oriented elements, from the
threshold to its end; weeks without anything are holiday and do not count.
"""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from app.core.period import Period
from app.rules.law.grounds import Step
from app.rules.parameters.plan_content import MINUTES_AN_HOUR
from app.rules.parameters.programme_duration import WORK_ORIENTED_HOURS_PER_WEEK
from app.rules.plan.extent import busy_weeks
from app.rules.plan.types import (
    Finding,
    FindingCode,
    Found,
    PlanFacts,
    PlanStep,
    PlanWeek,
    Severity,
)
from app.rules.programme.content import SECTION_14_A_WORK, work_oriented_hours_required_from


def average_work_oriented_hours(weeks: Iterable[PlanWeek]) -> Fraction | None:
    """Return the average hours a week of work-oriented elements; None without weeks."""
    minutes = [week.work_oriented_minutes for week in weeks]
    if not minutes:
        return None
    return Fraction(sum(minutes), len(minutes) * MINUTES_AN_HOUR)


def check_work_hours(facts: PlanFacts, weeks: Sequence[PlanWeek]) -> Iterator[Found]:
    """Yield the average over the whole weeks from the threshold on, and whether it is too low."""
    required_from = work_oriented_hours_required_from(
        facts.programme.first_day, facts.education, facts.end_goal
    )
    if required_from is None:
        return
    counted = [week for week in busy_weeks(weeks) if week.week.first_day >= required_from]
    average = average_work_oriented_hours(counted)
    if average is None:
        return
    required = WORK_ORIENTED_HOURS_PER_WEEK.on(required_from)
    numbers = (("average_hours", str(average)), ("required_hours", str(required)))
    step_numbers = (
        ("required_from", required_from.isoformat()),
        ("weeks", str(len(counted))),
        *numbers,
    )
    yield Step(PlanStep.WORK_ORIENTED_AVERAGE, step_numbers, SECTION_14_A_WORK)
    if average < required:
        period = Period(counted[0].week.first_day, counted[-1].week.last_day)
        code = FindingCode.WORK_ORIENTED_HOURS_TOO_FEW
        yield Finding(code, SECTION_14_A_WORK, Severity.MISSING, period, numbers)
