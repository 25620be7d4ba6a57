"""Is the plan complete? Everything that §§ 14 a and 15 demand of one.

Provision: integreringsloven §§ 13–15, 32, 33 and 37 b–37 d; integreringsforskriften §§ 3, 4, 28.
In force from: 2026-01-01, also for programmes that ran already: no transitional rule holds the
new demands off. A programme that ended before is not measured by § 14 a, and the answer says so.
In one sentence: the text, the elements and the weeks are checked, and nothing is decided.
"""

from collections.abc import Iterator, Sequence

from app.rules.eligibility.chapter_6_a import chapter_6_a_ends_before
from app.rules.law.grounds import Clarification, Step
from app.rules.law.sources import INTEGRERINGSLOVEN
from app.rules.plan.elements import check_element_list, check_elements
from app.rules.plan.extent import check_extent, turns_on_own_activity
from app.rules.plan.facts_check import check_facts
from app.rules.plan.goals import check_end_goal, check_norwegian_goal
from app.rules.plan.statements import check_statements, is_before_reform
from app.rules.plan.training import check_clocks, check_social_studies
from app.rules.plan.types import (
    Finding,
    FindingCode,
    Found,
    PlanAssessment,
    PlanDoubt,
    PlanFacts,
    PlanWeek,
    Severity,
)
from app.rules.plan.weeks import plan_weeks
from app.rules.plan.work_hours import check_work_hours
from app.rules.policy import LessonTime, Policy, PolicyKey
from app.rules.programme.content import SECTION_37_C

_DEFAULT = Policy()
_SECTION_14_A = INTEGRERINGSLOVEN.section("14 a")


def check_plan(facts: PlanFacts, policy: Policy = _DEFAULT) -> PlanAssessment:
    """Return what a plan lacks, in the order of the act.

    Raises `BadFacts` for negative or impossible extents and dates in the wrong order.
    """
    check_facts(facts)
    weeks = plan_weeks(facts, policy.lesson_time)
    found = tuple(_found(facts, weeks, policy))
    return PlanAssessment(
        findings=tuple(row for row in found if isinstance(row, Finding)),
        weeks=weeks,
        clarifications=tuple(row for row in found if isinstance(row, Clarification)),
        steps=tuple(row for row in found if isinstance(row, Step)),
        policies=tuple(_influential(facts, weeks, policy)),
    )


def _found(facts: PlanFacts, weeks: Sequence[PlanWeek], policy: Policy) -> Iterator[Found]:
    yield from check_statements(facts)
    yield from check_norwegian_goal(facts)
    yield from check_social_studies(facts)
    yield from check_clocks(facts)
    yield from check_element_list(facts)
    if is_before_reform(facts):
        yield Finding(FindingCode.BEFORE_REFORM, _SECTION_14_A, Severity.WARNING)
    else:
        yield from check_end_goal(facts)
        yield from check_elements(facts)
        yield from check_work_hours(facts, weeks)
    yield from check_extent(facts, weeks, policy.full_time_week)
    if chapter_6_a_ends_before(
        facts.permit_ground, facts.programme.first_day, facts.programme.last_day
    ):
        yield Clarification(PlanDoubt.CHAPTER_6_A_ENDS, SECTION_37_C)


def _influential(
    facts: PlanFacts, weeks: Sequence[PlanWeek], policy: Policy
) -> Iterator[PolicyKey]:
    """Yield the settings without which full time would have been judged otherwise."""
    if turns_on_own_activity(facts, weeks):
        yield PolicyKey.FULL_TIME_WEEK
    if any(element.lessons_per_week for element in facts.elements):
        answers = {
            _full_time_findings(facts, plan_weeks(facts, lesson_time), policy)
            for lesson_time in LessonTime
        }
        if len(answers) > 1:
            yield PolicyKey.LESSON_TIME


def _full_time_findings(
    facts: PlanFacts, weeks: Sequence[PlanWeek], policy: Policy
) -> tuple[Finding, ...]:
    found = check_extent(facts, weeks, policy.full_time_week)
    return tuple(row for row in found if isinstance(row, Finding))
