"""The protocol of a month: who did what and when, the sums, the exceptions, the proof."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session

from app.audit import service as audit
from app.audit.actions import Action
from app.benefit.corrections import CorrectionLine, list_corrections
from app.benefit.holds.models import ReductionHold
from app.benefit.holds.queries import list_holds_at
from app.benefit.models import PaymentFile, PaymentRun
from app.benefit.queries import find_file, get_run
from app.benefit.receipts.models import PaymentReceipt, PaymentReceiptLine
from app.benefit.receipts.queries import list_lines, list_receipts
from app.benefit.run_pages import RunSums, full_names, run_sums
from app.core.actor import Actor
from app.core.clock import Clock
from app.core.period import Period


@dataclass(frozen=True, slots=True)
class OpenedProtocol:
    """Everything that the protocol says."""

    run: PaymentRun
    sums: RunSums
    file: PaymentFile | None
    corrections: list[CorrectionLine]
    holds: list[ReductionHold]
    """On days of the month, as they were when it was computed."""
    receipts: list[PaymentReceipt]
    receipt_lines: list[PaymentReceiptLine]
    people: Mapping[UUID, str]
    """Names of those with holds."""


def open_protocol(session: Session, clock: Clock, actor: Actor, run_id: UUID) -> OpenedProtocol:
    """Return the protocol of a month and record whom it names.

    Raises:
        NotFound: the municipality has no such run.
    """
    run = get_run(session, actor.scope, run_id)
    period = Period(run.first_day, run.last_day)
    holds = list_holds_at(session, actor.scope, period, run.prepared_at)
    held = {hold.participant_id for hold in holds}
    corrections = list_corrections(session, actor.scope, run_id)
    receipts = list_receipts(session, actor.scope, run_id)
    named = {*held, *(each.correction.participant_id for each in corrections)}
    audit.record(
        session,
        clock,
        actor,
        Action.PAYMENTS_VIEWED,
        ("payment_run", run.id),
        details={"participant_ids": sorted(map(str, named))},
    )
    return OpenedProtocol(
        run=run,
        sums=run_sums(session, actor.scope, run_id),
        file=find_file(session, actor.scope, run_id),
        corrections=corrections,
        holds=holds,
        receipts=receipts,
        receipt_lines=list_lines(session, actor.scope, run_id),
        people=full_names(session, actor.scope, held),
    )
