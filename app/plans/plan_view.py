"""A version of the plan as anybody reads it: the adviser, and the participant on her own pages.

Headings and catalogue texts come in the reader's language; what somebody wrote stands as written.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from app.core.period import Period, whole_months
from app.enrolment.mapping.wording import end_goal_text
from app.i18n.format import hours, short_date
from app.i18n.locales import DEFAULT
from app.i18n.text import gettext as _
from app.i18n.text import ngettext
from app.plans import wording
from app.plans.catalogue import entry_of
from app.plans.models import IntegrationPlan, PlanElement, PlanReview
from app.web.law_views import ProvisionLink

MINUTES_PER_HOUR = 60


@dataclass(frozen=True, slots=True)
class ElementView:
    """One element as a row."""

    id: str
    name: str
    own_title: str
    """What the municipality calls it, in its own language; empty: only the catalogue's name."""
    explanation: str
    provider: str
    place: str
    responsible: str
    reason: str
    """Why it was chosen, in the municipality's language."""
    days: str
    hours_per_week: str
    provision: ProvisionLink


@dataclass(frozen=True, slots=True)
class SkillGoal:
    """Norwegian goal of one skill."""

    skill: str
    level: str


@dataclass(frozen=True, slots=True)
class ReviewView:
    """A review that was held."""

    reviewed_on: str
    next_due_on: str
    note: str


@dataclass(frozen=True, slots=True)
class PlanView:
    """One version of a plan."""

    version: int
    status_text: str
    status_tone: str
    made_on: str
    end_goal: str
    first_day: str
    last_day: str
    length: str
    """Months, in words."""
    skills: tuple[SkillGoal, ...]
    long_term_goals: str
    goals_language: str
    """BCP 47 code of the language that the goals are written in."""
    norwegian_goals_reason: str
    participation_note: str
    reasons: str
    norwegian_hours: str
    social_studies_hours: str
    is_appeal_information_given: bool
    is_competence_validation_guided: bool
    review_due_on: str
    elements: tuple[ElementView, ...]
    reviews: tuple[ReviewView, ...]


def plan_view(
    plan: IntegrationPlan,
    programme: Period,
    review_due_on: date,
    reviews: Sequence[PlanReview] = (),
) -> PlanView:
    """Return a version of the plan, loaded with its elements, in the reader's language."""
    return PlanView(
        version=plan.version,
        status_text=wording.status_text(plan.status),
        status_tone=wording.status_tone(plan.status),
        made_on=short_date(plan.made_on),
        end_goal=end_goal_text(plan.end_goal),
        first_day=short_date(programme.first_day),
        last_day=short_date(programme.last_day),
        length=months_text(whole_months(programme)),
        skills=(
            SkillGoal(_("Lytte"), plan.listening_goal.value),
            SkillGoal(_("Lese"), plan.reading_goal.value),
            SkillGoal(_("Skrive"), plan.writing_goal.value),
            SkillGoal(_("Snakke"), plan.speaking_goal.value),
        ),
        long_term_goals=plan.long_term_goals,
        goals_language=plan.goals_language or DEFAULT.code,
        norwegian_goals_reason=plan.norwegian_goals_reason,
        participation_note=plan.participation_note,
        reasons=plan.reasons,
        norwegian_hours=hours(Fraction(plan.norwegian_hours)),
        social_studies_hours=hours(Fraction(plan.social_studies_hours)),
        is_appeal_information_given=plan.is_appeal_information_given,
        is_competence_validation_guided=plan.is_competence_validation_guided,
        review_due_on=short_date(review_due_on),
        elements=tuple(_element_view(element) for element in _in_order(plan.elements)),
        reviews=tuple(
            ReviewView(short_date(each.reviewed_on), short_date(each.next_due_on), each.note)
            for each in reviews
            if each.plan_id == plan.id
        ),
    )


def months_text(months: int) -> str:
    """Return a number of months in words."""
    return ngettext("%(num)s måned", "%(num)s måneder", months)


def _in_order(elements: Sequence[PlanElement]) -> list[PlanElement]:
    # The list is ordered when it is read; what was added since stands at its end.
    return sorted(elements, key=lambda each: (each.first_day, each.position))


def _element_view(element: PlanElement) -> ElementView:
    entry = entry_of(element.kind, element.catalogue_id)
    return ElementView(
        id=str(element.id),
        name=str(entry.name),
        own_title=element.title,
        explanation=str(entry.explanation),
        provider=element.provider,
        place=element.place,
        responsible=element.responsible,
        reason=element.reason,
        days=f"{short_date(element.first_day)}–{short_date(element.last_day)}",
        hours_per_week=hours(Fraction(element.minutes_per_week, MINUTES_PER_HOUR)),
        provision=ProvisionLink.of(entry.provision),
    )
