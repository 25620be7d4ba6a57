"""What the text of a plan must state.

Provision: integreringsloven § 15 second, third, fourth and sixth paragraph; §§ 31 and 33.
In one sentence: goals, extent, reasons, appeal information and the next review, built on mapping
and guidance that were done or whose absence is explained.
"""

from collections.abc import Iterator

from app.rules.law.sources import INTEGRERINGSFORSKRIFTEN, INTEGRERINGSLOVEN
from app.rules.parameters.plan_content import SOCIAL_STUDIES_HOURS
from app.rules.plan.norwegian_goals import propose_norwegian_goals
from app.rules.plan.types import Finding, FindingCode, PlanFacts, Severity
from app.rules.programme.content import needs_social_studies

_BASIS = INTEGRERINGSLOVEN.section("15", "(2)")
_STATED = INTEGRERINGSLOVEN.section("15", "(3)")
_REASONS = INTEGRERINGSLOVEN.section("15", "(4)")
_REVIEW = INTEGRERINGSLOVEN.section("15", "(6)")
_SOCIAL_STUDIES = INTEGRERINGSLOVEN.section("33")
_GUIDING_LEVELS = INTEGRERINGSFORSKRIFTEN.section("28")


def check_statements(facts: PlanFacts) -> Iterator[Finding]:
    """Yield what the text of a plan lacks."""
    required = (
        (facts.end_goal is not None, FindingCode.END_GOAL_MISSING, _STATED),
        (facts.norwegian_goals is not None, FindingCode.NORWEGIAN_GOAL_MISSING, _STATED),
        (facts.has_long_term_goals, FindingCode.LONG_TERM_GOALS_MISSING, _STATED),
        (facts.norwegian_hours > 0, FindingCode.NORWEGIAN_EXTENT_MISSING, _STATED),
        (facts.has_reasons, FindingCode.REASONS_MISSING, _REASONS),
        (facts.is_appeal_information_given, FindingCode.APPEAL_INFORMATION_MISSING, _STATED),
        (facts.is_mapping_done_or_explained, FindingCode.MAPPING_NOT_DONE_OR_EXPLAINED, _BASIS),
        (facts.is_guidance_done_or_explained, FindingCode.GUIDANCE_NOT_DONE_OR_EXPLAINED, _BASIS),
    )
    for is_there, code, provision in required:
        if not is_there:
            yield Finding(code, provision, Severity.MISSING)
    yield from _check_norwegian_level(facts)
    yield from _check_social_studies(facts)
    if not facts.is_competence_validation_guided:
        yield Finding(FindingCode.COMPETENCE_VALIDATION_NOT_GUIDED, _BASIS, Severity.WARNING)
    yield from _check_review(facts)


def _check_norwegian_level(facts: PlanFacts) -> Iterator[Finding]:
    goals = facts.norwegian_goals
    if goals is not None and goals.is_below(propose_norwegian_goals(facts.education)):
        code = FindingCode.NORWEGIAN_GOAL_BELOW_GUIDING_LEVEL
        yield Finding(code, _GUIDING_LEVELS, Severity.WARNING)


def _check_social_studies(facts: PlanFacts) -> Iterator[Finding]:
    if not needs_social_studies(facts.permit_ground, facts.programme.first_day):
        return
    required = SOCIAL_STUDIES_HOURS.on(facts.programme.first_day)
    if facts.social_studies_hours <= 0:
        yield Finding(FindingCode.SOCIAL_STUDIES_EXTENT_MISSING, _STATED, Severity.MISSING)
    elif facts.social_studies_hours < required:
        yield Finding(
            FindingCode.SOCIAL_STUDIES_UNDER_75_HOURS,
            _SOCIAL_STUDIES,
            Severity.WARNING,
            numbers=(
                ("hours", str(facts.social_studies_hours)),
                ("required_hours", str(required)),
            ),
        )


def _check_review(facts: PlanFacts) -> Iterator[Finding]:
    if facts.review_due_on is None:
        yield Finding(FindingCode.REVIEW_DATE_MISSING, _REVIEW, Severity.MISSING)
    elif facts.assessed_on is not None and facts.review_due_on < facts.assessed_on:
        yield Finding(FindingCode.REVIEW_OVERDUE, _REVIEW, Severity.WARNING)
