"""From a fixed plan to what stands on its paper."""

from collections.abc import Mapping
from dataclasses import replace

from app.core.period import Period, whole_months
from app.core.pii import IdentityNumber, PersonName
from app.plans.models import IntegrationPlan, PlanElement
from app.plans.paper.content import ElementContent, PlanContent
from app.plans.paper.printable import for_paper
from app.plans.paper.written import Written
from app.plans.reading import PlanCase, next_review_on, programme_period
from app.plans.texts import pieces

NOTHING = Written("", pieces.NORWEGIAN)

Texts = Mapping[str, Written]
"""What is written in the plan, by key of the piece; empty texts are not there."""


def plan_content(
    case: PlanCase,
    plan: IntegrationPlan,
    identity_number: IdentityNumber,
    municipality: str,
    texts: Texts,
) -> PlanContent:
    """Return what a version of a plan says, with the translations that it has now.

    `municipality`: its name without the word "kommune".
    """
    assert case.programme is not None, "a plan belongs to a programme"
    programme = programme_period(case, plan)
    return PlanContent(
        participant_name=PersonName(for_paper(case.participant.full_name)),
        identity_number=identity_number,
        municipality=for_paper(municipality),
        version=plan.version,
        made_on=plan.made_on,
        decided_on=case.programme.decided_on,
        programme=programme,
        months=whole_months(programme),
        end_goal=plan.end_goal,
        listening=plan.listening_goal,
        reading=plan.reading_goal,
        writing=plan.writing_goal,
        speaking=plan.speaking_goal,
        norwegian_goals_reason=_written(texts, pieces.NORWEGIAN_GOALS_REASON),
        long_term_goals=_written(texts, pieces.LONG_TERM_GOALS),
        participation=_written(texts, pieces.PARTICIPATION),
        reasons=_written(texts, pieces.REASONS),
        norwegian_hours=plan.norwegian_hours,
        social_studies_hours=plan.social_studies_hours,
        is_competence_validation_guided=plan.is_competence_validation_guided,
        review_due_on=next_review_on(case, plan),
        elements=tuple(_element(element, texts) for element in _in_order(plan)),
    )


def _in_order(plan: IntegrationPlan) -> list[PlanElement]:
    return sorted(plan.elements, key=lambda each: (each.first_day, each.position))


def _element(element: PlanElement, texts: Texts) -> ElementContent:
    return ElementContent(
        kind=element.kind,
        catalogue_id=element.catalogue_id,
        title=_written(texts, pieces.element_key(element.position, pieces.TITLE)),
        days=Period(element.first_day, element.last_day),
        minutes_per_week=element.minutes_per_week,
        place=for_paper(element.place),
        provider=for_paper(element.provider),
        responsible=for_paper(element.responsible),
        reason=_written(texts, pieces.element_key(element.position, pieces.REASON)),
    )


def _written(texts: Texts, key: str) -> Written:
    """Return a text as it can be printed."""
    written = texts.get(key, NOTHING)
    translations = {
        language: replace(each, text=for_paper(each.text), by=for_paper(each.by))
        for language, each in written.translations.items()
    }
    return Written(for_paper(written.text), written.language, translations)
