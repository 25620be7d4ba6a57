"""What the letters about programme and plan have in common."""

from collections.abc import Iterator
from fractions import Fraction

from app.core.clock import OSLO
from app.decisions.content import Role, Statement
from app.decisions.kinds.types import Background, PlanMatter
from app.i18n.format import hours, short_date
from app.plans.answers.kinds import AnswerKind, DisagreementOutcome
from app.plans.paper.printable import for_paper
from app.plans.paper.words import PlanWords
from app.plans.reading import next_review_on, programme_period
from app.rules.plan import ElementKind

MINUTES_PER_HOUR = 60


def goals(background: Background) -> Iterator[Statement]:
    """Yield the goals, and how much training leads there."""
    plan = background.plan
    end_goal = background.plan_words.end_goal(plan.end_goal)
    yield Statement("shared.end_goal", {"end_goal": end_goal})
    levels = {
        "listening": plan.listening_goal.value,
        "reading": plan.reading_goal.value,
        "writing": plan.writing_goal.value,
        "speaking": plan.speaking_goal.value,
    }
    yield Statement("shared.norwegian_goals", levels)
    norwegian = {"norwegian_hours": str(plan.norwegian_hours)}
    if plan.norwegian_hours and plan.social_studies_hours:
        both = {**norwegian, "social_studies_hours": str(plan.social_studies_hours)}
        yield Statement("shared.training", both)
    elif plan.norwegian_hours:
        yield Statement("shared.norwegian", norwegian)


def element_values(
    words: PlanWords, kind: ElementKind, catalogue_id: str, title: str
) -> dict[str, str]:
    """Return what an element is called, with the municipality's own name in brackets."""
    name, own = words.element_name(kind, catalogue_id), for_paper(title)
    return {"name": f"{name} ({own})" if own else name}


def weekly(minutes: int) -> str:
    """Return minutes a week as hours."""
    return hours(Fraction(minutes, MINUTES_PER_HOUR))


def competence(background: Background) -> Iterator[Statement]:
    """Yield what the plan rests on: mapping, education and guidance (§ 15 second paragraph)."""
    person = background.case.participant
    if person.mapped_on is not None:
        yield Statement("facts.mapped", {"day": short_date(person.mapped_on)})
    elif person.mapping_missing_reason:
        reason = for_paper(person.mapping_missing_reason)
        yield Statement("facts.not_mapped", {"reason": reason})
    if person.education_level is not None:
        yield Statement(f"facts.education_{person.education_level.value}")
    if person.guided_on is not None:
        yield Statement("facts.guided", {"day": short_date(person.guided_on)})
    elif person.guidance_missing_reason:
        reason = for_paper(person.guidance_missing_reason)
        yield Statement("facts.not_guided", {"reason": reason})


def said_of_plan(background: Background) -> Iterator[Statement]:
    """Yield how the participant took part, and what she says of the plan."""
    participation = for_paper(background.plan.participation_note)
    if participation:
        yield Statement("facts.participation", quote=participation)
    answered = background.of_plan.answer
    if answered is None or answered.answer.kind is AnswerKind.READ:
        yield Statement("facts.not_answered")
        return
    day = {"day": short_date(answered.answer.answered_on)}
    if answered.answer.kind is AnswerKind.AGREES:
        yield Statement("facts.agrees", day)
        return
    yield Statement("facts.disagrees", day)
    decision = answered.decision
    if decision is not None and decision.outcome is DisagreementOutcome.PLAN_STANDS:
        decided_on = decision.decided_at.astimezone(OSLO).date()
        reason = {"day": short_date(decided_on), "reason": for_paper(decision.reason)}
        yield Statement("facts.plan_stands", reason)


def own_reasons(background: Background) -> Iterator[Statement]:
    """Yield what people wrote: in the plan, and for this decision."""
    is_about_plan = isinstance(background.matter, PlanMatter)
    in_plan = for_paper(background.plan.reasons) if is_about_plan else ""
    if in_plan:
        yield Statement("reasons.plan", quote=in_plan)
    if background.reasons:
        yield Statement("reasons.own", quote=for_paper(background.reasons))


def what_happens(background: Background) -> Iterator[Statement]:
    """Yield what comes after the decision."""
    starts_on = programme_period(background.case, background.plan).first_day
    key = "next.starts" if starts_on > background.decided_on else "next.started"
    yield Statement(key, {"day": short_date(starts_on)})
    yield Statement("next.follow")
    review_on = next_review_on(background.case, background.plan)
    yield Statement("next.review", {"day": short_date(review_on)})


def element_items(background: Background) -> Iterator[Statement]:
    """Yield the elements of the programme, in the order in which they begin."""
    elements = background.plan.elements
    for element in sorted(elements, key=lambda each: (each.first_day, each.position)):
        named = element_values(
            background.plan_words, element.kind, element.catalogue_id, element.title
        )
        days = {
            "first_day": short_date(element.first_day),
            "last_day": short_date(element.last_day),
            "hours": weekly(element.minutes_per_week),
        }
        yield Statement("shared.element", {**named, **days}, role=Role.ITEM)
