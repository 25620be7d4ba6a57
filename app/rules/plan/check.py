"""Is the plan complete? Everything that §§ 14 a and 15 demand of one.

Provision: integreringsloven §§ 13–15; integreringsforskriften §§ 3 and 4.
In one sentence: the text, the elements and the weeks are checked, and nothing is decided.
"""

from collections.abc import Iterator

from app.rules.law.bad_facts import BadFacts, FactProblem
from app.rules.law.sources import INTEGRERINGSLOVEN
from app.rules.plan.elements import check_elements
from app.rules.plan.extent import check_extent
from app.rules.plan.statements import check_statements
from app.rules.plan.types import Finding, FindingCode, PlanAssessment, PlanFacts, Severity
from app.rules.plan.weeks import plan_weeks
from app.rules.programme.kinds import EndGoal

_SECTION_13_ONLY = frozenset(
    {EndGoal.HIGHER_EDUCATION_PREPARATION, EndGoal.VOCATIONAL_REQUALIFICATION}
)


def check_plan(facts: PlanFacts) -> PlanAssessment:
    """Return what a plan lacks, in the order of the act. Raises `BadFacts` for negative times."""
    for position, element in enumerate(facts.elements):
        if element.minutes_per_week < 0:
            raise BadFacts(FactProblem.NEGATIVE, f"elements[{position}].minutes_per_week")
    weeks = plan_weeks(facts)
    findings = (
        *check_statements(facts),
        *_check_end_goal(facts),
        *check_elements(facts),
        *check_extent(facts, weeks),
    )
    return PlanAssessment(findings, weeks)


def _check_end_goal(facts: PlanFacts) -> Iterator[Finding]:
    """Compare the goal with the education; ages are the programme's assessment."""
    if facts.end_goal in {None, EndGoal.WORK}:
        return
    has_upper_secondary = facts.education.is_upper_secondary_or_higher
    if (facts.end_goal in _SECTION_13_ONLY) is not has_upper_secondary:
        section = "13" if has_upper_secondary else "14"
        provision = INTEGRERINGSLOVEN.section(section, "(1)")
        yield Finding(FindingCode.END_GOAL_NOT_ALLOWED, provision, Severity.MISSING)
