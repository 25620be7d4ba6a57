"""Sending a draft to a leader, and her answer. Who wrote it does not approve it."""

from sqlalchemy.orm import Session

from app.audit.actions import Action
from app.core.actor import Actor, Role
from app.core.clock import Clock
from app.core.errors import NotPermitted
from app.core.ids import new_id
from app.decisions.commands import DecideApproval, Place
from app.decisions.errors import ApprovalRefusal, CannotApproveDecision
from app.decisions.models import AdministrativeDecision, DecisionApproval
from app.decisions.progress import is_approved, stage_of
from app.decisions.queries import DecisionFile, get_file, list_writers
from app.decisions.service.reading import DecisionCase, get_decision_case
from app.decisions.service.records import get_draft, record
from app.decisions.states import OF_PLANS, DecisionKind, Stage
from app.plans.answers.kinds import ApprovalOutcome
from app.plans.numbering import add_next
from app.rules.policy import DecisionApproval as ApprovalPolicy


def ask_approval(session: Session, clock: Clock, actor: Actor, place: Place) -> DecisionApproval:
    """Send the draft to a leader as it is now.

    Raises:
        NotFound: there is no such decision.
        Conflict: it was issued or saved since.
        CannotApproveDecision: it need not or cannot be approved yet.
    """
    decision = get_draft(session, actor, place).decision
    case = get_decision_case(session, actor.scope, place.participant_id)
    file = next(each for each in case.files if each.decision.id == decision.id)
    refusal = _refusal_to_ask(case, file)
    if refusal is not None:
        raise CannotApproveDecision(refusal)
    approval = add_next(
        session,
        decision.id,
        (DecisionApproval.decision_id, DecisionApproval.number),
        lambda number: DecisionApproval(
            id=new_id(),
            decision_id=decision.id,
            number=number,
            decision_row_version=decision.row_version,
            asked_by=actor.user_id,
            asked_at=clock(),
        ),
    )
    record(session, clock, actor, Action.DECISION_APPROVAL_ASKED, decision)
    return approval


def decide_approval(
    session: Session, clock: Clock, actor: Actor, command: DecideApproval
) -> DecisionApproval:
    """Approve the draft that was sent, or send it back with a reason.

    Raises:
        NotFound: there is no such decision.
        NotPermitted: only a leader approves.
        CannotApproveDecision: nothing waits, it was changed, or the leader wrote it herself.
    """
    if actor.role is not Role.LEADER:
        raise NotPermitted
    place = command.place
    file = get_file(session, actor.scope, place.participant_id, place.decision_id)
    approval = file.approval
    if approval is None or not file.is_draft:
        raise CannotApproveDecision(ApprovalRefusal.NOTHING_SENT)
    session.refresh(approval, with_for_update=True)
    if approval.outcome is not None:
        raise CannotApproveDecision(ApprovalRefusal.NOTHING_SENT)
    seen = {approval.decision_row_version, place.row_version, file.decision.row_version}
    if len(seen) > 1:
        raise CannotApproveDecision(ApprovalRefusal.CHANGED_SINCE)
    if is_own_work(session, actor, file):
        raise CannotApproveDecision(ApprovalRefusal.OWN_WORK)
    is_sent_back = command.outcome is ApprovalOutcome.SENT_BACK
    if is_sent_back and not command.reason:
        raise CannotApproveDecision(ApprovalRefusal.NO_REASON)
    approval.outcome, approval.reason = command.outcome, command.reason
    approval.decided_by, approval.decided_at = actor.user_id, clock()
    session.flush()
    action = Action.DECISION_SENT_BACK if is_sent_back else Action.DECISION_APPROVED
    record(session, clock, actor, action, file.decision)
    return approval


def is_own_work(session: Session, actor: Actor, file: DecisionFile) -> bool:
    """Tell whether the actor sent the draft, or has written in it."""
    if file.approval is not None and file.approval.asked_by == actor.user_id:
        return True
    return actor.user_id in list_writers(session, actor.scope, file.decision)


def needs_approval(case: DecisionCase) -> bool:
    """Tell whether the municipality wants a leader to look at its decisions."""
    return case.plans.policy.decision_approval is ApprovalPolicy.LEADER


def may_issue(case: DecisionCase, file: DecisionFile) -> bool:
    """Tell whether the draft may be issued as far as approval goes."""
    return not needs_approval(case) or is_approved(file)


def is_timely(case: DecisionCase, decision: AdministrativeDecision) -> bool:
    """Tell whether the decision is the one that is due about the plan, or payment, that holds."""
    if decision.kind is DecisionKind.BENEFIT_REDUCTION:
        return decision.id not in case.outdated
    if decision.kind not in OF_PLANS:
        return True
    current = case.plans.current
    return current is not None and current.id == decision.plan_id and case.missing is decision.kind


def _refusal_to_ask(case: DecisionCase, file: DecisionFile) -> ApprovalRefusal | None:
    if not needs_approval(case):
        return ApprovalRefusal.NOT_DEMANDED
    if not file.decision.reasons or not is_timely(case, file.decision):
        return ApprovalRefusal.INCOMPLETE
    waiting = {Stage.WAITING_FOR_LEADER, Stage.APPROVED}
    return ApprovalRefusal.ALREADY_SENT if stage_of_draft(file) in waiting else None


def stage_of_draft(file: DecisionFile) -> Stage:
    """Return where a draft stands with the leader."""
    assert file.is_draft, "an issued decision waits for no leader"
    return stage_of(file, file.decision.changed_at.date())
