"""Rows of programmes and plans as facts for the rules."""

from datetime import date

from app.core.period import Period
from app.enrolment.facts import children_in_care
from app.enrolment.models import Participant
from app.plans.commands import PlanDetails, ProgrammeDetails
from app.plans.models import IntegrationPlan, Programme
from app.rules.plan import NorwegianGoals, PlanElementFacts, PlanFacts
from app.rules.programme import EducationLevel, EndGoal, ProgrammeFacts


def details_of(plan: IntegrationPlan) -> PlanDetails:
    """Return what the edit page shows."""
    return PlanDetails(
        made_on=plan.made_on,
        end_goal=plan.end_goal,
        norwegian_goals=norwegian_goals(plan),
        review_due_on=plan.review_due_on,
        is_completion_ruled_out=plan.is_completion_ruled_out,
        long_term_goals=plan.long_term_goals,
        goals_language=plan.goals_language,
        norwegian_goals_reason=plan.norwegian_goals_reason,
        participation_note=plan.participation_note,
        reasons=plan.reasons,
        norwegian_hours=plan.norwegian_hours,
        social_studies_hours=plan.social_studies_hours,
        is_appeal_information_given=plan.is_appeal_information_given,
        is_competence_validation_guided=plan.is_competence_validation_guided,
    )


def programme_details_of(programme: Programme) -> ProgrammeDetails:
    """Return the decision that the edit page shows."""
    return ProgrammeDetails(programme.offered_start_on, programme.starts_on, programme.decided_on)


def norwegian_goals(plan: IntegrationPlan) -> NorwegianGoals:
    """Return the plan's Norwegian goal per skill."""
    return NorwegianGoals(
        plan.listening_goal, plan.reading_goal, plan.writing_goal, plan.speaking_goal
    )


def programme_facts(
    participant: Participant,
    education: EducationLevel,
    programme: ProgrammeDetails,
    *,
    end_goal: EndGoal | None = None,
    is_completion_ruled_out: bool = False,
) -> ProgrammeFacts:
    """Return what §§ 13 to 14 a ask. Needs Part.PERMIT and Part.CHILDREN."""
    return ProgrammeFacts(
        offered_start_on=programme.offered_start_on,
        programme_start=programme.starts_on,
        born_on=participant.born_on,
        education=education,
        permit_ground=participant.permit.ground,
        end_goal=end_goal,
        decided_on=programme.decided_on,
        is_completion_ruled_out=is_completion_ruled_out,
        children_born_on=_children_born_on(participant, programme.starts_on),
    )


def plan_facts(
    participant: Participant,
    education: EducationLevel,
    programme: Period,
    plan: IntegrationPlan,
    *,
    review_due_on: date,
    assessed_on: date,
    social_studies_completed_hours: int = 0,
) -> PlanFacts:
    """Return what §§ 14 a and 15 ask about a version of the plan with its elements.

    `review_due_on`: the next review, which lies later than the plan's own once one was held.
    `social_studies_completed_hours`: done in a reception centre.
    Needs Part.PERMIT and Part.CHILDREN.
    """
    return PlanFacts(
        programme=programme,
        education=education,
        permit_ground=participant.permit.ground,
        end_goal=plan.end_goal,
        elements=tuple(
            PlanElementFacts(
                element.kind,
                element.minutes_per_week,
                Period(element.first_day, element.last_day),
                # Without its own reasons, those of the plan are to cover it.
                has_reasons=True if element.reason else None,
            )
            for element in plan.elements
        ),
        norwegian_goals=norwegian_goals(plan),
        norwegian_hours=plan.norwegian_hours,
        social_studies_hours=plan.social_studies_hours,
        has_long_term_goals=bool(plan.long_term_goals),
        has_reasons=bool(plan.reasons),
        is_appeal_information_given=plan.is_appeal_information_given,
        is_mapping_done_or_explained=bool(
            participant.mapped_on or participant.mapping_missing_reason
        ),
        is_guidance_done_or_explained=bool(
            participant.guided_on or participant.guidance_missing_reason
        ),
        is_competence_validation_guided=plan.is_competence_validation_guided,
        review_due_on=review_due_on,
        children_born_on=_children_born_on(participant, programme.first_day),
        assessed_on=assessed_on,
        social_studies_completed_hours=social_studies_completed_hours,
    )


def _children_born_on(participant: Participant, on: date) -> tuple[date, ...]:
    return tuple(child.born_on for child in children_in_care(participant, on))
