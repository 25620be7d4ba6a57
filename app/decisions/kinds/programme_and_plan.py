"""Introduksjonsprogram og integreringsplan: the programme is awarded, and its plan made.

Provision: integreringsloven §§ 8, 12–15 and 46 second paragraph a and c.
"""

from collections.abc import Iterator

from app.core.period import whole_months
from app.decisions.content import Statement
from app.decisions.kinds import shared
from app.decisions.kinds.types import Background, KindOfDecision
from app.i18n.format import short_date
from app.plans.reading import programme_period
from app.rules.decision import Act, ActFacts
from app.rules.eligibility import TargetGroup
from app.rules.law import Provision
from app.rules.law.sources import INTEGRERINGSLOVEN


def _provisions(background: Background) -> Iterator[Provision]:
    match background.of_plan.group:
        case TargetGroup.RIGHT_AND_DUTY:
            yield INTEGRERINGSLOVEN.section("8", "(1)")
        case TargetGroup.MAY_BE_OFFERED:
            yield INTEGRERINGSLOVEN.section("8", "(3)")
        case TargetGroup.OUTSIDE:
            pass
    education = background.case.education
    if education is not None:
        yield INTEGRERINGSLOVEN.section("13" if education.is_upper_secondary_or_higher else "14")
    yield INTEGRERINGSLOVEN.section("14 a")
    yield INTEGRERINGSLOVEN.section("31")


def _decided(background: Background) -> Iterator[Statement]:
    programme = programme_period(background.case, background.plan)
    values = {
        "first_day": short_date(programme.first_day),
        "last_day": short_date(programme.last_day),
        "months": str(whole_months(programme)),
    }
    yield Statement("programme_and_plan.programme", values)
    yield Statement("programme_and_plan.full_time")
    yield Statement("programme_and_plan.plan", {"version": str(background.plan.version)})
    yield from shared.goals(background)
    yield Statement("programme_and_plan.elements")
    yield from shared.element_items(background)


def _facts(background: Background) -> Iterator[Statement]:
    person = background.case.participant
    key = "facts.settled_by_agreement" if person.is_settled_by_agreement else "facts.settled"
    settled = {"municipality": background.municipality, "day": short_date(person.settled_on)}
    yield Statement(key, settled)
    yield Statement("facts.permit", {"day": short_date(person.permit.granted_on)})
    yield from shared.competence(background)
    yield from shared.said_of_plan(background)


def _reasons(background: Background) -> Iterator[Statement]:
    if background.of_plan.group is not TargetGroup.OUTSIDE:
        yield Statement(f"reasons.{background.of_plan.group.value}")
    yield Statement("reasons.length")
    yield Statement("reasons.content")


def _summary(background: Background) -> Iterator[Statement]:
    programme = programme_period(background.case, background.plan)
    yield Statement("decided.programme_and_plan")
    days = {
        "first_day": short_date(programme.first_day),
        "last_day": short_date(programme.last_day),
    }
    yield Statement("decided.programme_period", days)


PROGRAMME_AND_PLAN = KindOfDecision(
    acts=(ActFacts(Act.AWARD_PROGRAMME), ActFacts(Act.MAKE_PLAN)),
    provisions=_provisions,
    decided=_decided,
    facts=_facts,
    reasons=_reasons,
    summary=_summary,
    next_steps=shared.what_happens,
)
