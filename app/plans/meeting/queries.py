"""Which reasons are used in other people's plans too. Never tells whose."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import select, union
from sqlalchemy.orm import Session

from app.core.actor import MunicipalityScope
from app.enrolment.models import Participant
from app.plans.models import IntegrationPlan, PlanElement


def find_reused(
    session: Session, scope: MunicipalityScope, participant_id: UUID, digests: Collection[str]
) -> frozenset[str]:
    """Return those of the digests that reasons of other people in the municipality have."""
    wanted = sorted({digest for digest in digests if digest})
    others = (
        Participant.municipality_id == scope.municipality_id,
        Participant.id != participant_id,
    )
    of_plans = (
        select(IntegrationPlan.reasons_digest)
        .join(Participant, Participant.id == IntegrationPlan.participant_id)
        .where(*others, IntegrationPlan.reasons_digest.in_(wanted))
    )
    of_elements = (
        select(PlanElement.reason_digest)
        .join(IntegrationPlan, IntegrationPlan.id == PlanElement.plan_id)
        .join(Participant, Participant.id == IntegrationPlan.participant_id)
        .where(*others, PlanElement.reason_digest.in_(wanted))
    )
    return frozenset(session.scalars(union(of_plans, of_elements)))
