"""The rows of a draft: made, written and copied."""

from dataclasses import fields
from uuid import UUID

from app.core.clock import Clock
from app.core.ids import new_id
from app.plans.commands import PlanDetails, ProgrammeDetails
from app.plans.models import IntegrationPlan, PlanElement, PlanStatus, Programme
from app.plans.sameness import digest_of

GOAL_FIELDS = {
    "listening": "listening_goal",
    "reading": "reading_goal",
    "writing": "writing_goal",
    "speaking": "speaking_goal",
}


def new_draft(clock: Clock, programme: Programme, *, version: int) -> IntegrationPlan:
    """Return an empty draft of this programme."""
    return IntegrationPlan(
        id=new_id(),
        participant_id=programme.participant_id,
        programme_id=programme.id,
        version=version,
        status=PlanStatus.DRAFT,
        created_at=clock(),
        changed_at=clock(),
        elements=[],
    )


def write(plan: IntegrationPlan, details: PlanDetails) -> None:
    """Write what § 15 asks a plan to say into the row."""
    for field in fields(details):
        value = getattr(details, field.name)
        if field.name == "norwegian_goals":
            for skill, column in GOAL_FIELDS.items():
                setattr(plan, column, getattr(value, skill))
        else:
            setattr(plan, field.name, value)
    plan.reasons_digest = digest_of(details.reasons)


def changed_fields(
    before: PlanDetails | ProgrammeDetails, after: PlanDetails | ProgrammeDetails
) -> list[str]:
    """Return the names of the fields that differ."""
    names = [field.name for field in fields(before)]
    return [name for name in names if getattr(before, name) != getattr(after, name)]


def copy_of(element: PlanElement, plan_id: UUID) -> PlanElement:
    """Return the same element for another version; its place among the others stays."""
    return PlanElement(
        id=new_id(),
        plan_id=plan_id,
        position=element.position,
        kind=element.kind,
        title=element.title,
        catalogue_id=element.catalogue_id,
        provider=element.provider,
        place=element.place,
        responsible=element.responsible,
        reason=element.reason,
        reason_digest=element.reason_digest,
        first_day=element.first_day,
        last_day=element.last_day,
        minutes_per_week=element.minutes_per_week,
    )
