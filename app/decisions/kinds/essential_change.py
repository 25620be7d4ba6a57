"""Vesentlig endring av integreringsplanen, since the version that was decided last.

Provision: integreringsloven §§ 15 and 46 second paragraph c.
"""

from collections.abc import Iterator

from app.core.clock import OSLO
from app.decisions.content import Role, Statement
from app.decisions.kinds import shared
from app.decisions.kinds.types import Background, KindOfDecision
from app.i18n.format import short_date
from app.plans.models import IntegrationPlan
from app.plans.reading import programme_period
from app.plans.versions.difference import PlacedElement, compare
from app.plans.versions.facts import change_facts, content_of
from app.rules.decision import Act, ActFacts
from app.rules.law import Ground, Provision
from app.rules.plan import ChangeSign, assess_change

_SHOWN = ("kind", "title", "first_day", "last_day", "minutes_per_week")
"""What of an element the letter says; the plan says the rest."""


def _provisions(background: Background) -> Iterator[Provision]:
    yield from (ground.provision for ground in _signs(background))


def _decided(background: Background) -> Iterator[Statement]:
    plan = background.plan
    values = {
        "day": fixed_day(plan),
        "version": str(plan.version),
        "before": str(_before(background).version),
    }
    yield Statement("essential_change.plan", values)
    changes = tuple(_changes(background))
    if changes:
        yield Statement("essential_change.elements")
        yield from changes
    last_day = programme_period(background.case, plan).last_day
    yield Statement("essential_change.last_day", {"last_day": short_date(last_day)})
    yield from shared.goals(background)


def _changes(background: Background) -> Iterator[Statement]:
    before, after = _before(background), background.plan
    names = background.plan_words
    if before.end_goal is not after.end_goal:
        values = {
            "before": names.end_goal(before.end_goal),
            "after": names.end_goal(after.end_goal),
        }
        yield Statement("essential_change.end_goal", values, role=Role.ITEM)
    difference = compare(content_of(before), content_of(after))
    for element in difference.added:
        yield _element("added", background, element)
    for change in difference.changed:
        if {each.name for each in change.fields} & set(_SHOWN):
            yield _element("changed", background, change.after)
    for element in difference.removed:
        yield Statement("essential_change.removed", _name(background, element), role=Role.ITEM)


def _element(what: str, background: Background, element: PlacedElement) -> Statement:
    details = element.details
    days = {
        "first_day": short_date(details.first_day),
        "last_day": short_date(details.last_day),
        "hours": shared.weekly(details.minutes_per_week),
    }
    values = {**_name(background, element), **days}
    return Statement(f"essential_change.{what}", values, role=Role.ITEM)


def _name(background: Background, element: PlacedElement) -> dict[str, str]:
    details = element.details
    return shared.element_values(
        background.plan_words, details.kind, details.catalogue_id, details.title
    )


def _facts(background: Background) -> Iterator[Statement]:
    before = _before(background)
    values = {"version": str(before.version), "day": short_date(before.made_on)}
    yield Statement("facts.earlier_plan", values)
    yield from shared.competence(background)
    yield from shared.said_of_plan(background)


def _reasons(background: Background) -> Iterator[Statement]:
    yield Statement("reasons.change")
    for ground in _signs(background):
        yield Statement(f"reasons.{ground.code.value}_sign")


def _summary(background: Background) -> Iterator[Statement]:
    plan = background.plan
    yield Statement("decided.essential_change", {"version": str(plan.version)})
    yield Statement("decided.change_from", {"day": fixed_day(plan)})


def fixed_day(plan: IntegrationPlan) -> str:
    """Return the day from which a version holds."""
    assert plan.fixed_at is not None, "only fixed plans are decided"
    return short_date(plan.fixed_at.astimezone(OSLO).date())


def _before(background: Background) -> IntegrationPlan:
    assert background.of_plan.before is not None, "a change is a change of something"
    return background.of_plan.before


def _signs(background: Background) -> tuple[Ground[ChangeSign], ...]:
    return assess_change(change_facts(_before(background)), change_facts(background.plan)).grounds


ESSENTIAL_CHANGE = KindOfDecision(
    acts=(ActFacts(Act.CHANGE_PLAN, is_essential=True),),
    provisions=_provisions,
    decided=_decided,
    facts=_facts,
    reasons=_reasons,
    summary=_summary,
    next_steps=shared.what_happens,
)
