"""Opening months and payments: every look is recorded."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from app.audit import service as audit
from app.audit.actions import Action
from app.benefit.closing import closes_on
from app.benefit.corrections import (
    CorrectionLine,
    ShownCorrection,
    list_corrections,
    read_corrections,
)
from app.benefit.errors import ApproveRefusal
from app.benefit.models import Payment, PaymentFile, PaymentRun, RunStatus
from app.benefit.payroll.queries import current_layout
from app.benefit.queries import (
    OwnPayment,
    PaymentLine,
    find_file,
    find_payment,
    get_progress,
    get_run,
    list_payments,
    list_payments_of_participant,
)
from app.benefit.registrars import kept_registrars, registrars
from app.benefit.run_pages import (
    PAGE_SIZE,
    Numberless,
    RunSums,
    list_numberless,
    list_open_lines,
    run_sums,
)
from app.benefit.service.approve import refusal_of
from app.benefit.service.prepare import assess_month
from app.benefit.snapshot import Snapshot
from app.core.actor import Actor
from app.core.clock import Clock, today
from app.core.errors import NotFound
from app.core.period import Period
from app.enrolment.models import Participant
from app.enrolment.queries import get_participant


@dataclass(frozen=True, slots=True)
class OpenedRun:
    """A month with everything its page shows."""

    run: PaymentRun
    page: int
    """1 for the first hundred participants, and the first hundred corrections."""
    page_count: int
    sums: RunSums
    """Of everybody, whichever page is shown."""
    lines: list[PaymentLine]
    corrections: list[CorrectionLine]
    open_lines: list[PaymentLine]
    """What must be settled, of everybody; a hundred at most."""
    numberless: list[Numberless]
    """Who cannot stand in the file, because its layout needs a number; a hundred at most."""
    numberless_count: int
    file: PaymentFile | None
    refusal: ApproveRefusal | None
    """Why the reader may not approve it now; None also where nothing waits for approval."""
    progress: tuple[int, int]
    """Participants computed so far, and in all."""
    closes_on: date
    """The last day of registering attendance for the month."""


@dataclass(frozen=True, slots=True)
class OpenedPayment:
    """What a participant gets with a month: her payment, and what it corrects of earlier ones."""

    run: PaymentRun
    participant: Participant
    payment: Payment | None
    """None: only corrections."""
    registered_by: Mapping[date, Collection[UUID]]
    corrections: list[ShownCorrection]


@dataclass(frozen=True, slots=True)
class MonthNow:
    """What a participant's month would give if it ended as it stands."""

    participant: Participant
    period: Period
    snapshot: Snapshot | None
    """None: she has no programme in the month."""
    registered_by: Mapping[date, Collection[UUID]]
    """Who registered her absence, by day."""
    closes_on: date
    """The last day of registering attendance for the month."""
    earlier: list[OwnPayment]


def open_run(
    session: Session, clock: Clock, actor: Actor, run_id: UUID, page: int = 1
) -> OpenedRun:
    """Return a page of a month and record that everybody on it was looked at.

    Raises:
        NotFound: the municipality has no such run, or the month no such page.
    """
    run = get_run(session, actor.scope, run_id)
    is_computed = run.status not in {RunStatus.PREPARING, RunStatus.FAILED}
    sums = run_sums(session, actor.scope, run_id)
    page_count = max(1, -(-max(sums.payments, sums.corrections) // PAGE_SIZE))
    if not 1 <= page <= page_count:
        raise NotFound
    skipped = (page - 1) * PAGE_SIZE
    lines, corrections, open_lines = [], [], []
    numberless: tuple[list[Numberless], int] = [], 0
    if is_computed:
        lines = list_payments(session, actor.scope, run_id, skipped=skipped, most=PAGE_SIZE)
        corrections = list_corrections(
            session, actor.scope, run_id, skipped=skipped, most=PAGE_SIZE
        )
        open_lines = list_open_lines(session, actor.scope, run_id)
        if (
            run.status is not RunStatus.SENT
            and current_layout(session, actor.scope).needs_employee_numbers
        ):
            numberless = list_numberless(session, actor.scope, run_id)
    seen = {line.payment.participant_id for line in (*lines, *open_lines)}
    seen.update(line.correction.participant_id for line in corrections)
    seen.update(each.participant_id for each in numberless[0])
    audit.record(
        session,
        clock,
        actor,
        Action.PAYMENTS_VIEWED,
        ("payment_run", run.id),
        details={"participant_ids": sorted(map(str, seen))},
    )
    return OpenedRun(
        run=run,
        page=page,
        page_count=page_count,
        sums=sums,
        lines=lines,
        corrections=corrections,
        open_lines=open_lines,
        numberless=numberless[0],
        numberless_count=numberless[1],
        file=find_file(session, actor.scope, run_id),
        refusal=refusal_of(session, actor, run) if run.status is RunStatus.PREPARED else None,
        progress=get_progress(session, actor.scope, run_id),
        closes_on=closes_on(session, actor.scope, run.last_day),
    )


def open_payment(
    session: Session, clock: Clock, actor: Actor, run_id: UUID, participant_id: UUID
) -> OpenedPayment:
    """Return one participant's part of a month and record the look.

    Raises:
        NotFound: there is no such run, or she has no part in it.
    """
    run = get_run(session, actor.scope, run_id)
    corrections = read_corrections(session, actor.scope, run_id, participant_id)
    payment = find_payment(session, actor.scope, run_id, participant_id)
    if payment is None and not corrections:
        raise NotFound
    audit.record(
        session,
        clock,
        actor,
        Action.PAYMENTS_VIEWED,
        ("payment", payment.id) if payment else ("payment_run", run.id),
        participant_id=participant_id,
    )
    participant = get_participant(session, actor.scope, participant_id)
    period = Period(run.first_day, run.last_day)
    registered_by = (
        registrars(session, actor.scope, participant_id, period)
        if payment is None or payment.registrars is None
        else kept_registrars(payment.registrars)
    )
    return OpenedPayment(run, participant, payment, registered_by, corrections)


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
        registered_by=registrars(session, actor.scope, participant_id, period),
        closes_on=closes_on(session, actor.scope, period.last_day),
        earlier=list_payments_of_participant(session, actor.scope, participant_id),
    )
