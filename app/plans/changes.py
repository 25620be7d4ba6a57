"""What every change of a plan has in common: its version and its record."""

from uuid import UUID

from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import flag_modified

from app.audit import service as audit
from app.audit.actions import Action
from app.core.actor import Actor
from app.core.clock import Clock
from app.plans.errors import PlanChanged
from app.plans.models import IntegrationPlan, PlanElement
from app.plans.queries import fields_changed_since

PLAN, ELEMENT = "integration_plan", "plan_element"


def require_version(
    session: Session, actor: Actor, row: IntegrationPlan | PlanElement, row_version: int
) -> None:
    """Refuse to write over what somebody else has saved since.

    Raises:
        PlanChanged: saying what the others changed.
    """
    if row.row_version != row_version:
        changed = fields_changed_since(session, actor.scope, row.id, row_version)
        raise PlanChanged(row.row_version, changed)


def touch(session: Session, clock: Clock, plan: IntegrationPlan) -> None:
    """Write the plan's row even if only an element changed."""
    plan.changed_at = clock()
    flag_modified(plan, "changed_at")
    session.flush()


def record(
    session: Session,
    clock: Clock,
    actor: Actor,
    action: Action,
    plan: IntegrationPlan,
    details: dict[str, object] | None = None,
    *,
    element_id: UUID | None = None,
) -> None:
    """Record what happened to a version of a plan, or to one of its elements."""
    audit.record(
        session,
        clock,
        actor,
        action,
        (ELEMENT, element_id) if element_id else (PLAN, plan.id),
        participant_id=plan.participant_id,
        details={"version": plan.version, **(details or {})},
    )
