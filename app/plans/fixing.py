"""What people must have decided before a draft is fixed, besides what the law demands of it."""

from sqlalchemy.orm import Session

from app.core.actor import MunicipalityScope
from app.plans.answers.kinds import ApprovalOutcome
from app.plans.answers.queries import find_approval
from app.plans.errors import CannotFixPlan, FixRefusal
from app.plans.models import IntegrationPlan
from app.plans.versions.queries import find_change_kind
from app.rules.policy import PlanApproval, Policy


def require_decided(
    session: Session, scope: MunicipalityScope, draft: IntegrationPlan, policy: Policy
) -> None:
    """Refuse a draft that somebody still has to judge or approve as it stands now.

    Raises:
        CannotFixPlan: the change is not judged, or a leader has not approved it.
    """
    if not is_judged(session, scope, draft):
        raise CannotFixPlan(reason=FixRefusal.CHANGE_NOT_JUDGED)
    if policy.plan_approval is PlanApproval.LEADER and not is_approved(session, scope, draft):
        raise CannotFixPlan(reason=FixRefusal.NOT_APPROVED)


def is_judged(session: Session, scope: MunicipalityScope, draft: IntegrationPlan) -> bool:
    """Tell whether somebody said if this state of the draft is a small or an essential change.

    The first plan is no change.
    """
    if draft.version == 1:
        return True
    judged = find_change_kind(session, scope, draft.id)
    return judged is not None and judged.plan_row_version == draft.row_version


def is_approved(session: Session, scope: MunicipalityScope, draft: IntegrationPlan) -> bool:
    """Tell whether a leader approved this state of the draft, the last time that it was sent."""
    approval = find_approval(session, scope, draft.id)
    return (
        approval is not None
        and approval.outcome is ApprovalOutcome.APPROVED
        and approval.plan_row_version == draft.row_version
    )
