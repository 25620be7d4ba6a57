"""Versions of a plan as what is compared, and as facts for the rule on changes."""

from app.core.period import Period
from app.plans.elements import details_of_element
from app.plans.facts import details_of, norwegian_goals
from app.plans.models import IntegrationPlan
from app.plans.versions.difference import PlacedElement, PlanContent
from app.rules.plan import ChangeFacts, PlanElementFacts


def content_of(plan: IntegrationPlan) -> PlanContent:
    """Return what a version says. Needs its elements."""
    placed = (PlacedElement(each.position, details_of_element(each)) for each in plan.elements)
    return PlanContent(details_of(plan), tuple(sorted(placed, key=lambda each: each.position)))


def change_facts(plan: IntegrationPlan) -> ChangeFacts:
    """Return what the rule on essential changes looks at. Needs the plan's elements."""
    return ChangeFacts(
        end_goal=plan.end_goal,
        norwegian_goals=norwegian_goals(plan),
        norwegian_hours=plan.norwegian_hours,
        social_studies_hours=plan.social_studies_hours,
        elements=tuple(
            PlanElementFacts(
                each.kind, each.minutes_per_week, Period(each.first_day, each.last_day)
            )
            for each in plan.elements
        ),
    )
