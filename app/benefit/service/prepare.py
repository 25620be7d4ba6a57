"""Preparing a month: everyone's payment from what is registered, as often as needed."""

from datetime import date
from uuid import UUID

from sqlalchemy import delete
from sqlalchemy.orm import Session

from app.accounts.queries import get_municipality
from app.audit import service as audit
from app.audit.actions import Action
from app.benefit.commands import PrepareRun
from app.benefit.errors import CannotPrepareRun, PrepareRefusal
from app.benefit.freezing import freeze, freeze_bad_facts
from app.benefit.models import Payment, PaymentRun, RunStatus
from app.benefit.month_facts import Asked, load_month
from app.benefit.queries import find_run, lock_preparation
from app.benefit.snapshot import Snapshot
from app.benefit.stored import digest_of, to_json
from app.core.actor import Actor, MunicipalityScope
from app.core.clock import Clock, today
from app.core.ids import new_id
from app.core.period import Period
from app.rules.benefit import Policy, assess_payment
from app.rules.law import BadFacts


def prepare_run(session: Session, clock: Clock, actor: Actor, command: PrepareRun) -> PaymentRun:
    """Compute the month for everyone with a programme in it.

    A month that is only prepared is computed anew; there is never more than one run of it.

    Raises:
        CannotPrepareRun: the month has not ended, is approved, or concerns nobody.
    """
    period = command.period
    if today(clock) <= period.last_day:
        raise CannotPrepareRun(PrepareRefusal.NOT_ENDED)
    lock_preparation(session, actor.scope)
    run = find_run(session, actor.scope, period)
    if run is not None and run.status is not RunStatus.PREPARED:
        raise CannotPrepareRun(PrepareRefusal.APPROVED)
    snapshots = assess_month(session, actor.scope, period, today(clock))
    if not snapshots:
        raise CannotPrepareRun(PrepareRefusal.NOBODY)
    run = _begin(session, actor, run, period)
    payments = [_payment(run.id, who, snapshot) for who, snapshot in snapshots]
    run.digest = digest_of(period, ((each.participant_id, each.assessment) for each in payments))
    run.prepared_by, run.prepared_at = actor.user_id, clock()
    session.add(run)
    session.flush()  # the payments refer to it
    session.add_all(payments)
    session.flush()
    audit.record(
        session,
        clock,
        actor,
        Action.PAYMENT_RUN_PREPARED,
        ("payment_run", run.id),
        details={
            "first_day": period.first_day.isoformat(),
            "payments": len(payments),
            "digest": run.digest,
        },
    )
    return run


def assess_month(
    session: Session,
    scope: MunicipalityScope,
    period: Period,
    known_on: date,
    *,
    participant_id: UUID | None = None,
) -> list[tuple[UUID, Snapshot]]:
    """Return the payment of everyone (or one) with a programme in the period. Keeps nothing."""
    policy = Policy.from_mapping(get_municipality(session, scope).policies)
    asked = load_month(session, scope, period, known_on, policy, participant_id=participant_id)
    return [(each.participant_id, _assess(each, policy)) for each in asked]


def _assess(asked: Asked, policy: Policy) -> Snapshot:
    try:
        assessed = assess_payment(asked.facts, policy, asked.around.known_on)
    except BadFacts as problem:
        # One participant's impossible dates must not hold back everybody else's month.
        return freeze_bad_facts(asked.facts, problem, asked.around)
    return freeze(asked.facts, assessed, policy, asked.around)


def _begin(session: Session, actor: Actor, run: PaymentRun | None, period: Period) -> PaymentRun:
    """Return the row of the run, without payments."""
    if run is None:
        return PaymentRun(
            id=new_id(),
            municipality_id=actor.scope.municipality_id,
            first_day=period.first_day,
            last_day=period.last_day,
            status=RunStatus.PREPARED,
        )
    session.execute(delete(Payment).where(Payment.run_id == run.id))
    return run


def _payment(run_id: UUID, participant_id: UUID, snapshot: Snapshot) -> Payment:
    return Payment(
        id=new_id(),
        run_id=run_id,
        participant_id=participant_id,
        gross_ore=snapshot.gross_ore,
        absence_reduction_ore=snapshot.absence_reduction_ore,
        unpaid_leave_reduction_ore=snapshot.unpaid_leave_reduction_ore,
        other_reductions_ore=snapshot.other_reductions_ore,
        payout_ore=snapshot.payout_ore,
        is_decision_required=snapshot.is_decision_required,
        has_open_clarifications=snapshot.is_open,
        assessment=to_json(snapshot),
    )
