"""Preparing a month: everyone's payment from what is registered, as often as needed.

A month is computed in parts, each kept by itself: what is stopped in the middle goes on where it
stood, and the memory it takes does not grow with the municipality.
"""

from datetime import date
from uuid import UUID

from sqlalchemy import delete
from sqlalchemy.orm import Session

from app.accounts.queries import get_municipality
from app.audit import service as audit
from app.audit.actions import Action
from app.benefit.commands import PrepareRun
from app.benefit.errors import CannotPrepareRun, PrepareRefusal
from app.benefit.models import (
    PART_SIZE,
    Payment,
    PaymentCorrection,
    PaymentRun,
    PaymentRunPart,
    RunStatus,
)
from app.benefit.month_facts import load_month
from app.benefit.payees import list_to_compute
from app.benefit.queries import find_run, lock_preparation
from app.benefit.service.computing import assess, compute_part, read_part, store_part
from app.benefit.snapshot import Snapshot
from app.core.actor import Actor, MunicipalityScope
from app.core.clock import Clock, today
from app.core.ids import new_id
from app.core.period import Period
from app.jobs.service import enqueue
from app.persistence.statistics import refresh_statistics
from app.rules.benefit import Policy

COMPUTE = "compute_payments"
"""The job of one part."""


def start_run(session: Session, clock: Clock, actor: Actor, command: PrepareRun) -> PaymentRun:
    """Begin to compute the month for everyone with a programme in it, in the background.

    A month that is only prepared is computed anew; one that is being computed goes on as it is.
    There is never more than one run of a month.

    Raises:
        CannotPrepareRun: the month has not begun, is approved, or concerns nobody.
    """
    run, parts = _begin(session, clock, actor, command)
    for part in parts:
        enqueue(session, clock, COMPUTE, {"part_id": str(part.id)})
    return run


def prepare_run(session: Session, clock: Clock, actor: Actor, command: PrepareRun) -> PaymentRun:
    """Compute the month at once, in the caller's transaction: for commands.

    Raises:
        CannotPrepareRun: the month has not begun, is approved, or concerns nobody.
    """
    run, parts = _begin(session, clock, actor, command)
    for part in parts:
        work = read_part(session, part.id)
        assert work is not None  # it was made just now
        store_part(session, clock, part.id, compute_part(work))
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
    among = None if participant_id is None else (participant_id,)
    asked = load_month(session, scope, period, known_on, policy, among=among)
    return [(each.participant_id, assess(each, policy)) for each in asked]


def _begin(
    session: Session, clock: Clock, actor: Actor, command: PrepareRun
) -> tuple[PaymentRun, list[PaymentRunPart]]:
    """Return the run, empty, with its parts; no parts where it is being computed already."""
    period = command.period
    if today(clock) < period.first_day:
        raise CannotPrepareRun(PrepareRefusal.NOT_BEGUN)
    lock_preparation(session, actor.scope)
    run = find_run(session, actor.scope, period)
    if run is not None and run.status is RunStatus.PREPARING:
        return run, []
    if run is not None and run.status not in {RunStatus.PREPARED, RunStatus.FAILED}:
        raise CannotPrepareRun(PrepareRefusal.APPROVED)
    participant_ids = list_to_compute(session, actor.scope, period)
    if not participant_ids:
        raise CannotPrepareRun(PrepareRefusal.NOBODY)
    run = _emptied(session, actor, run, period)
    run.status, run.digest = RunStatus.PREPARING, ""
    run.prepared_by, run.prepared_at = actor.user_id, clock()
    session.add(run)
    session.flush()  # the parts refer to it
    parts = [
        _part(run.id, number, participant_ids[first : first + PART_SIZE])
        for number, first in enumerate(range(0, len(participant_ids), PART_SIZE), start=1)
    ]
    session.add_all(parts)
    session.flush()
    refresh_statistics(session)
    audit.record(
        session,
        clock,
        actor,
        Action.PAYMENT_RUN_STARTED,
        ("payment_run", run.id),
        details={"first_day": period.first_day.isoformat(), "participants": len(participant_ids)},
    )
    return run, parts


def _emptied(session: Session, actor: Actor, run: PaymentRun | None, period: Period) -> PaymentRun:
    """Return the row of the run, without payments."""
    if run is None:
        return PaymentRun(
            id=new_id(),
            municipality_id=actor.scope.municipality_id,
            first_day=period.first_day,
            last_day=period.last_day,
        )
    for table in (Payment, PaymentCorrection, PaymentRunPart):
        session.execute(delete(table).where(table.run_id == run.id))
    return run


def _part(run_id: UUID, number: int, participant_ids: list[UUID]) -> PaymentRunPart:
    return PaymentRunPart(
        id=new_id(),
        run_id=run_id,
        number=number,
        participant_ids=[str(each) for each in participant_ids],
        size=len(participant_ids),
    )
