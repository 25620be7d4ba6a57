"""Facts about a plan that cannot be true: negative extents, weeks too long, dates in disorder."""

from app.rules.law.bad_facts import BadFacts, FactProblem
from app.rules.parameters.plan_content import LESSON_MINUTES_WITH_PREPARATION, MINUTES_AN_HOUR
from app.rules.plan.kinds import ElementKind
from app.rules.plan.types import PlanElementFacts, PlanFacts

_MINUTES_A_WEEK = 7 * 24 * MINUTES_AN_HOUR


def check_facts(facts: PlanFacts) -> None:
    """Raise `BadFacts` for the first fact that cannot be true."""
    for position, element in enumerate(facts.elements):
        _check_element(element, f"elements[{position}]")
    hours = (
        ("norwegian_hours", facts.norwegian_hours),
        ("social_studies_hours", facts.social_studies_hours),
        ("social_studies_understood_hours", facts.social_studies_understood_hours or 0),
        ("social_studies_completed_hours", facts.social_studies_completed_hours),
    )
    for field, value in hours:
        if value < 0:
            raise BadFacts(FactProblem.NEGATIVE, field)
    if facts.born_on is not None:
        if facts.programme.first_day < facts.born_on:
            raise BadFacts(FactProblem.WRONG_ORDER, "programme.first_day")
        if facts.decided_on is not None and facts.decided_on < facts.born_on:
            raise BadFacts(FactProblem.WRONG_ORDER, "decided_on")


def _check_element(element: PlanElementFacts, field: str) -> None:
    counts = (
        ("hours_per_week", element.minutes_per_week),
        ("lessons_per_week", element.lessons_per_week),
        ("meetings", element.meetings or 0),
    )
    for name, value in counts:
        if value < 0:
            raise BadFacts(FactProblem.NEGATIVE, f"{field}.{name}")
    longest = element.lessons_per_week * LESSON_MINUTES_WITH_PREPARATION.values[-1].value
    if element.minutes_per_week + longest > _MINUTES_A_WEEK:
        name = "lessons_per_week" if longest else "hours_per_week"
        raise BadFacts(FactProblem.UNKNOWN_VALUE, f"{field}.{name}")
    has_guidance = element.meetings is not None or element.form is not None
    if has_guidance and element.kind is not ElementKind.PARENTAL_GUIDANCE:
        name = "meetings" if element.meetings is not None else "form"
        raise BadFacts(FactProblem.UNKNOWN_VALUE, f"{field}.{name}")
    if element.meetings is not None and element.form is None:
        raise BadFacts(FactProblem.MISSING, f"{field}.form")
