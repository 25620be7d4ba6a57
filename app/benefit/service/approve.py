"""Approving a month: a second person says yes to exactly what she was shown."""

from sqlalchemy.orm import Session

from app.audit import service as audit
from app.audit.actions import Action
from app.benefit.closing import closes_on
from app.benefit.commands import ApproveRun
from app.benefit.contested import is_contested
from app.benefit.corrections import number_corrections
from app.benefit.errors import ApproveRefusal, CannotApproveRun, RunChanged
from app.benefit.models import PaymentRun, RunStatus
from app.benefit.queries import count_open, get_run, lock_preparation
from app.benefit.sealing import digest_of_run
from app.core.actor import Actor, Role
from app.core.clock import OSLO, Clock
from app.core.errors import NotPermitted


def approve_run(session: Session, clock: Clock, actor: Actor, command: ApproveRun) -> PaymentRun:
    """Approve the month with its corrections; from then on nothing in it changes.

    Raises:
        NotFound: the municipality has no such run.
        NotPermitted: only a leader approves.
        CannotApproveRun: it is not prepared, was prepared before registration closed, something
            must be settled first, another month was approved meanwhile, or the actor prepared it
            herself.
        RunChanged: it was prepared again since it was shown.
    """
    if actor.role is not Role.LEADER:
        raise NotPermitted
    lock_preparation(session, actor.scope)  # corrections of one month never pass each other
    run = get_run(session, actor.scope, command.run_id, is_locked=True)
    if run.status in {RunStatus.PREPARING, RunStatus.FAILED}:
        raise CannotApproveRun(ApproveRefusal.NOT_COMPUTED)
    if run.status is not RunStatus.PREPARED:
        raise CannotApproveRun(ApproveRefusal.NOT_PREPARED)
    if not command.digest == run.digest == digest_of_run(session, run):
        raise RunChanged(run.id)
    refusal = refusal_of(session, actor, run)
    if refusal is not None:
        raise CannotApproveRun(refusal)
    if not number_corrections(session, run):
        raise CannotApproveRun(ApproveRefusal.CORRECTED_MEANWHILE)
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


def refusal_of(session: Session, actor: Actor, run: PaymentRun) -> ApproveRefusal | None:
    """Return why a prepared month cannot be approved by this person, or None."""
    if run.prepared_by == actor.user_id:
        return ApproveRefusal.SAME_PERSON
    computed_on = run.prepared_at.astimezone(OSLO).date()
    if computed_on <= closes_on(session, actor.scope, run.last_day):
        return ApproveRefusal.NOT_CLOSED
    if count_open(session, actor.scope, run.id):
        return ApproveRefusal.OPEN_CLARIFICATIONS
    if is_contested(session, actor.scope, run):
        return ApproveRefusal.CONTESTED_MEANWHILE
    return None
