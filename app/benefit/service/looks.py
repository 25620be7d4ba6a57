"""Opening months and payments: every look is recorded."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session

from app.audit import service as audit
from app.audit.actions import Action
from app.benefit.models import PaymentFile, PaymentRun
from app.benefit.queries import (
    OwnPayment,
    PaymentLine,
    find_file,
    get_payment,
    get_run,
    list_payments,
    list_payments_of_participant,
)
from app.benefit.service.prepare import assess_month
from app.benefit.snapshot import Snapshot
from app.core.actor import Actor
from app.core.clock import Clock, today
from app.core.period import Period
from app.enrolment.models import Participant
from app.enrolment.queries import get_participant


@dataclass(frozen=True, slots=True)
class OpenedRun:
    """A month with everything its page shows."""

    run: PaymentRun
    lines: list[PaymentLine]
    file: PaymentFile | None


@dataclass(frozen=True, slots=True)
class MonthNow:
    """What a participant's month would give if it ended as it stands."""

    participant: Participant
    period: Period
    snapshot: Snapshot | None
    """None: she has no programme in the month."""
    earlier: list[OwnPayment]


def open_run(session: Session, clock: Clock, actor: Actor, run_id: UUID) -> OpenedRun:
    """Return a month and record that everybody in it was looked at.

    Raises:
        NotFound: the municipality has no such run.
    """
    run = get_run(session, actor.scope, run_id)
    lines = list_payments(session, actor.scope, run_id)
    participant_ids = [str(line.payment.participant_id) for line in lines]
    audit.record(
        session,
        clock,
        actor,
        Action.PAYMENTS_VIEWED,
        ("payment_run", run.id),
        details={"participant_ids": participant_ids},
    )
    return OpenedRun(run, lines, find_file(session, actor.scope, run_id))


def open_payment(
    session: Session, clock: Clock, actor: Actor, run_id: UUID, participant_id: UUID
) -> tuple[PaymentRun, PaymentLine]:
    """Return one payment of a month and record the look.

    Raises:
        NotFound: there is no such run, or she has no payment in it.
    """
    run = get_run(session, actor.scope, run_id)
    line = get_payment(session, actor.scope, run_id, participant_id)
    audit.record(
        session,
        clock,
        actor,
        Action.PAYMENTS_VIEWED,
        ("payment", line.payment.id),
        participant_id=participant_id,
    )
    return run, line


def open_participant(
    session: Session, clock: Clock, actor: Actor, participant_id: UUID, period: Period
) -> MonthNow:
    """Return what the month gives as it stands, and earlier payments; record the look.

    Raises:
        NotFound: the municipality has no such participant.
    """
    participant = get_participant(session, actor.scope, participant_id)
    assessed = assess_month(
        session, actor.scope, period, today(clock), participant_id=participant_id
    )
    audit.record(
        session,
        clock,
        actor,
        Action.PAYMENTS_VIEWED,
        ("participant", participant_id),
        participant_id=participant_id,
        details={"first_day": period.first_day.isoformat()},
    )
    return MonthNow(
        participant=participant,
        period=period,
        snapshot=assessed[0][1] if assessed else None,
        earlier=list_payments_of_participant(session, actor.scope, participant_id),
    )
