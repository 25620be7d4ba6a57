"""Sending a draft to a leader, and her answer. Who wrote it does not approve it."""

from uuid import UUID

from sqlalchemy.orm import Session

from app.audit.actions import Action
from app.core.actor import Actor, Role
from app.core.clock import Clock, today
from app.core.errors import NotFound, NotPermitted
from app.core.ids import new_id
from app.plans.answers.commands import AskApproval, DecideApproval
from app.plans.answers.errors import ApprovalRefusal, CannotApprovePlan
from app.plans.answers.kinds import ApprovalOutcome
from app.plans.answers.models import PlanApproval
from app.plans.answers.queries import find_approval, list_writers
from app.plans.changes import record, require_version
from app.plans.fixing import is_judged
from app.plans.models import IntegrationPlan
from app.plans.numbering import add_next
from app.plans.reading import PlanCase, check_version, get_case, is_goal_allowed
from app.rules.policy import PlanApproval as ApprovalPolicy


def ask_approval(
    session: Session, clock: Clock, actor: Actor, command: AskApproval
) -> PlanApproval:
    """Send the draft to a leader as it is now.

    Raises:
        NotFound: there is no draft.
        PlanChanged: somebody saved it since.
        CannotApprovePlan: it need not or cannot be approved yet.
    """
    case, draft = _draft(session, actor, command.participant_id)
    require_version(session, actor, draft, command.row_version)
    refusal = _refusal_to_ask(session, clock, actor, case, draft)
    if refusal is not None:
        raise CannotApprovePlan(refusal)
    approval = add_next(
        session,
        draft.id,
        (PlanApproval.plan_id, PlanApproval.number),
        lambda number: PlanApproval(
            id=new_id(),
            plan_id=draft.id,
            number=number,
            plan_row_version=draft.row_version,
            asked_by=actor.user_id,
            asked_at=clock(),
            note=command.note,
        ),
    )
    record(session, clock, actor, Action.PLAN_APPROVAL_ASKED, draft)
    return approval


def decide_approval(
    session: Session, clock: Clock, actor: Actor, command: DecideApproval
) -> PlanApproval:
    """Approve the draft that was sent, or send it back with a reason.

    Raises:
        NotFound: there is no draft.
        NotPermitted: only a leader approves.
        CannotApprovePlan: nothing waits, it was changed meanwhile, or the leader wrote it herself.
    """
    if actor.role is not Role.LEADER:
        raise NotPermitted
    _case, draft = _draft(session, actor, command.participant_id)
    approval = find_approval(session, actor.scope, draft.id)
    if approval is None or approval.outcome is not None:
        raise CannotApprovePlan(ApprovalRefusal.NOTHING_SENT)
    session.refresh(approval, with_for_update=True)
    if draft.row_version != approval.plan_row_version or command.row_version != draft.row_version:
        raise CannotApprovePlan(ApprovalRefusal.CHANGED_SINCE)
    if approval.outcome is not None:
        raise CannotApprovePlan(ApprovalRefusal.NOTHING_SENT)
    if is_own_work(session, actor, draft):
        raise CannotApprovePlan(ApprovalRefusal.OWN_WORK)
    is_sent_back = command.outcome is ApprovalOutcome.SENT_BACK
    if is_sent_back and not command.reason:
        raise CannotApprovePlan(ApprovalRefusal.NO_REASON)
    approval.outcome, approval.reason = command.outcome, command.reason
    approval.decided_by, approval.decided_at = actor.user_id, clock()
    session.flush()
    action = Action.PLAN_SENT_BACK if is_sent_back else Action.PLAN_APPROVED
    record(session, clock, actor, action, draft)
    return approval


def is_own_work(session: Session, actor: Actor, draft: IntegrationPlan) -> bool:
    """Tell whether the actor sent the draft, or has written in it. Needs its elements."""
    approval = find_approval(session, actor.scope, draft.id)
    if approval is not None and approval.asked_by == actor.user_id:
        return True
    return actor.user_id in list_writers(session, actor.scope, draft)


def _draft(
    session: Session, actor: Actor, participant_id: UUID
) -> tuple[PlanCase, IntegrationPlan]:
    case = get_case(session, actor.scope, participant_id)
    if case.draft is None:
        raise NotFound
    return case, case.draft


def _refusal_to_ask(
    session: Session, clock: Clock, actor: Actor, case: PlanCase, draft: IntegrationPlan
) -> ApprovalRefusal | None:
    if case.policy.plan_approval is ApprovalPolicy.NONE:
        return ApprovalRefusal.NOT_DEMANDED
    assessment = check_version(case, draft, today(clock))
    if assessment is None or not assessment.is_complete or not is_goal_allowed(case, draft):
        return ApprovalRefusal.INCOMPLETE
    if not is_judged(session, actor.scope, draft):
        return ApprovalRefusal.CHANGE_NOT_JUDGED
    last = find_approval(session, actor.scope, draft.id)
    if last is None or last.plan_row_version != draft.row_version:
        return None
    return None if last.outcome is ApprovalOutcome.SENT_BACK else ApprovalRefusal.ALREADY_SENT
