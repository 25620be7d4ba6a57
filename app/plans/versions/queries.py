"""What was decided about changes, newest first."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.core.actor import MunicipalityScope
from app.enrolment.models import Participant
from app.plans.models import IntegrationPlan, PlanStatus
from app.plans.versions.models import PlanChangeKind
from app.rules.plan import ChangeKind


@dataclass(frozen=True, slots=True)
class EssentialChange:
    """A version that was fixed as an essential change: an administrative decision."""

    participant_id: UUID
    plan_id: UUID
    version: int
    reason: str
    fixed_at: datetime


def find_change_kind(
    session: Session, scope: MunicipalityScope, plan_id: UUID
) -> PlanChangeKind | None:
    """Return what was decided last about the change that a version is, or None."""
    return session.scalar(
        select(PlanChangeKind)
        .join(IntegrationPlan, IntegrationPlan.id == PlanChangeKind.plan_id)
        .join(Participant, Participant.id == IntegrationPlan.participant_id)
        .where(Participant.municipality_id == scope.municipality_id)
        .where(PlanChangeKind.plan_id == plan_id)
        .order_by(PlanChangeKind.number.desc())
        .limit(1)
    )


def list_change_kinds(
    session: Session, scope: MunicipalityScope, participant_id: UUID
) -> dict[UUID, PlanChangeKind]:
    """Return what was decided last about each version of the participant's plan, by its id."""
    rows = session.scalars(
        select(PlanChangeKind)
        .join(IntegrationPlan, IntegrationPlan.id == PlanChangeKind.plan_id)
        .join(Participant, Participant.id == IntegrationPlan.participant_id)
        .where(Participant.municipality_id == scope.municipality_id)
        .where(Participant.id == participant_id)
        .order_by(PlanChangeKind.number)
    )
    return {row.plan_id: row for row in rows}


def list_essential_changes(session: Session, scope: MunicipalityScope) -> list[EssentialChange]:
    """Return the fixed versions that are essential changes, the oldest first.

    For each of them a decision with a letter is due (integreringsloven § 46 second paragraph c).
    """
    rows = session.execute(
        select(PlanChangeKind, IntegrationPlan)
        .join(IntegrationPlan, IntegrationPlan.id == PlanChangeKind.plan_id)
        .join(Participant, Participant.id == IntegrationPlan.participant_id)
        .where(Participant.municipality_id == scope.municipality_id)
        .where(IntegrationPlan.status != PlanStatus.DRAFT)
        .order_by(PlanChangeKind.number)
    )
    newest = {plan.id: (row, plan) for row, plan in rows}
    found = [
        EssentialChange(plan.participant_id, plan.id, plan.version, row.reason, plan.fixed_at)
        for row, plan in newest.values()
        if row.kind is ChangeKind.ESSENTIAL and plan.fixed_at is not None
    ]
    return sorted(found, key=lambda each: (each.fixed_at, each.plan_id))
