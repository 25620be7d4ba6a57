"""Everything about one participant's programme and plan at once, and what the rules say of it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from app.accounts.queries import get_municipality
from app.core.actor import MunicipalityScope
from app.core.period import Period
from app.enrolment.mapping.contents import Mapping
from app.enrolment.mapping.queries import find_mapping
from app.enrolment.models import Participant
from app.enrolment.queries import Part, get_participant
from app.plans.commands import ProgrammeDetails
from app.plans.facts import plan_facts, programme_details_of, programme_facts
from app.plans.models import IntegrationPlan, PlanReview, PlanStatus, Programme
from app.plans.queries import find_programme, list_reviews, list_versions
from app.rules.plan import PlanAssessment, check_plan
from app.rules.policy import Policy
from app.rules.programme import (
    EducationLevel,
    EndGoal,
    EndGoalOption,
    ProgrammeAssessment,
    allowed_end_goals,
    assess_programme,
)


@dataclass(frozen=True, slots=True)
class PlanCase:
    """One participant's programme, versions of the plan (newest first) and reviews."""

    participant: Participant
    programme: Programme | None
    versions: tuple[IntegrationPlan, ...]
    reviews: tuple[PlanReview, ...]
    policy: Policy
    """The municipality's settings: what full time is."""
    mapping: Mapping
    """What is known of her competence now."""

    @property
    def current(self) -> IntegrationPlan | None:
        """The fixed version that holds now."""
        return self._first(PlanStatus.FIXED)

    @property
    def draft(self) -> IntegrationPlan | None:
        """The version that is being written."""
        return self._first(PlanStatus.DRAFT)

    @property
    def education(self) -> EducationLevel | None:
        """The mapped education level; None: not mapped yet."""
        return self.participant.education_level

    def _first(self, status: PlanStatus) -> IntegrationPlan | None:
        return next((plan for plan in self.versions if plan.status is status), None)


def get_case(session: Session, scope: MunicipalityScope, participant_id: UUID) -> PlanCase:
    """Return the participant's case; always the same number of queries.

    Raises:
        NotFound: there is no such participant in the municipality.
    """
    participant = get_participant(session, scope, participant_id, Part.PERMIT, Part.CHILDREN)
    return PlanCase(
        participant=participant,
        programme=find_programme(session, scope, participant_id),
        versions=tuple(list_versions(session, scope, participant_id)),
        reviews=tuple(list_reviews(session, scope, participant_id)),
        policy=Policy.from_mapping(get_municipality(session, scope).policies),
        mapping=find_mapping(session, scope, participant_id),
    )


def end_goal_options(
    case: PlanCase, education: EducationLevel, programme: ProgrammeDetails
) -> tuple[tuple[EndGoalOption, ProgrammeAssessment], ...]:
    """Return every end goal with whether it may be chosen, and the programme it would give."""
    facts = programme_facts(case.participant, education, programme)
    return tuple(
        (option, assess(case.participant, education, programme, option.end_goal))
        for option in allowed_end_goals(facts)
    )


def assess(
    participant: Participant,
    education: EducationLevel,
    programme: ProgrammeDetails,
    end_goal: EndGoal,
    *,
    is_completion_ruled_out: bool = False,
) -> ProgrammeAssessment:
    """Return length and content of the programme that this goal gives."""
    return assess_programme(
        programme_facts(
            participant,
            education,
            programme,
            end_goal=end_goal,
            is_completion_ruled_out=is_completion_ruled_out,
        )
    )


def assess_version(case: PlanCase, plan: IntegrationPlan) -> ProgrammeAssessment | None:
    """Return what the rules say of the programme with this version's goal; None: not mapped."""
    if case.programme is None or case.education is None:
        return None
    return assess(
        case.participant,
        case.education,
        programme_details_of(case.programme),
        plan.end_goal,
        is_completion_ruled_out=plan.is_completion_ruled_out,
    )


def is_goal_allowed(case: PlanCase, plan: IntegrationPlan) -> bool:
    """Tell whether the participant may still have this version's end goal."""
    assessment = assess_version(case, plan)
    return assessment is not None and assessment.last_day is not None


def programme_period(case: PlanCase, plan: IntegrationPlan) -> Period:
    """Return the programme's fixed length with this version's goal.

    What was fixed stands as it was fixed; a draft may change the goal, and with it the length.
    """
    assert case.programme is not None, "a plan belongs to a programme"
    last_day = case.programme.ends_on
    if plan.status is PlanStatus.DRAFT:
        assessment = assess_version(case, plan)
        last_day = (assessment.last_day if assessment else None) or last_day
    return Period(case.programme.starts_on, last_day)


def next_review_on(case: PlanCase, plan: IntegrationPlan) -> date:
    """Return when the plan is to be reviewed next: as the last review said, else as it says."""
    for review in case.reviews:
        if review.plan_id == plan.id:
            return review.next_due_on
    return plan.review_due_on


def check_version(
    case: PlanCase, plan: IntegrationPlan, assessed_on: date
) -> PlanAssessment | None:
    """Return what §§ 14 a and 15 still demand of this version; None: education is not mapped."""
    if case.education is None:
        return None
    return check_plan(
        plan_facts(
            case.participant,
            case.education,
            programme_period(case, plan),
            plan,
            review_due_on=next_review_on(case, plan),
            assessed_on=assessed_on,
            social_studies_completed_hours=case.mapping.pre_settlement.social_studies_hours,
        ),
        case.policy,
    )
