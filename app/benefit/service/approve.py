"""Approving a month: a second person says yes to exactly what she was shown."""

from sqlalchemy.orm import Session

from app.audit import service as audit
from app.audit.actions import Action
from app.benefit.commands import ApproveRun
from app.benefit.errors import ApproveRefusal, CannotApproveRun, RunChanged
from app.benefit.models import PaymentRun, RunStatus
from app.benefit.queries import PaymentLine, get_run, list_payments
from app.benefit.stored import digest_of
from app.core.actor import Actor, Role
from app.core.clock import Clock
from app.core.errors import NotPermitted
from app.core.period import Period


def approve_run(session: Session, clock: Clock, actor: Actor, command: ApproveRun) -> PaymentRun:
    """Approve the month; from then on nothing in it changes.

    Raises:
        NotFound: the municipality has no such run.
        NotPermitted: only a leader approves.
        CannotApproveRun: it is approved already, something must be settled first, or the actor
            prepared it herself.
        RunChanged: it was prepared again since it was shown.
    """
    if actor.role is not Role.LEADER:
        raise NotPermitted
    run = get_run(session, actor.scope, command.run_id, is_locked=True)
    if run.status is not RunStatus.PREPARED:
        raise CannotApproveRun(ApproveRefusal.NOT_PREPARED)
    lines = list_payments(session, actor.scope, run.id)
    if not command.digest == run.digest == stored_digest(run, lines):
        raise RunChanged(run.id)
    if run.prepared_by == actor.user_id:
        raise CannotApproveRun(ApproveRefusal.SAME_PERSON)
    if any(line.payment.has_open_clarifications for line in lines):
        raise CannotApproveRun(ApproveRefusal.OPEN_CLARIFICATIONS)
    run.status = RunStatus.APPROVED
    run.approved_by, run.approved_at = actor.user_id, clock()
    session.flush()
    audit.record(
        session,
        clock,
        actor,
        Action.PAYMENT_RUN_APPROVED,
        ("payment_run", run.id),
        details={"digest": run.digest, "prepared_by": str(run.prepared_by)},
    )
    return run


def stored_digest(run: PaymentRun, lines: list[PaymentLine]) -> str:
    """Return the digest of the payments as they lie in the database now."""
    return digest_of(
        Period(run.first_day, run.last_day),
        ((line.payment.participant_id, line.payment.assessment) for line in lines),
    )
