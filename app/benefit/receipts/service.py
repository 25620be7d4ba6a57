"""Reading receipts back, and noting what was done about what did not go as it was sent."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session

from app.audit import service as audit
from app.audit.actions import Action
from app.benefit.models import PaymentRun, RunStatus
from app.benefit.queries import get_run
from app.benefit.receipts.kinds import Outcome
from app.benefit.receipts.models import PaymentReceipt, PaymentReceiptLine
from app.benefit.receipts.queries import (
    SentPerson,
    get_line,
    list_lines,
    list_receipts,
    list_sent,
)
from app.benefit.receipts.reading import read_receipt
from app.core.actor import Actor
from app.core.clock import Clock
from app.core.errors import NotFound
from app.core.ids import new_id
from app.persistence.unique import Taken, add_unique


@dataclass(frozen=True, slots=True)
class OpenedReceipts:
    """A month that was sent, and everything that was answered."""

    run: PaymentRun
    people: list[SentPerson]
    receipts: list[PaymentReceipt]
    lines: list[PaymentReceiptLine]


@dataclass(frozen=True, slots=True)
class SettleLine:
    """Note what was done about a line."""

    run_id: UUID
    line_id: UUID
    note: str


def open_receipts(session: Session, clock: Clock, actor: Actor, run_id: UUID) -> OpenedReceipts:
    """Return what was sent and what was answered; the look at everybody is recorded.

    Raises:
        NotFound: the municipality has no such run, or nothing was sent.
    """
    run = get_run(session, actor.scope, run_id)
    if run.status is not RunStatus.SENT:
        raise NotFound
    people = list_sent(session, actor.scope, run_id)
    receipts = list_receipts(session, actor.scope, run_id)
    audit.record(
        session,
        clock,
        actor,
        Action.PAYMENTS_VIEWED,
        ("payment_run", run.id),
        details={"participant_ids": sorted(str(each.sent.participant_id) for each in people)},
    )
    return OpenedReceipts(run, people, receipts, list_lines(session, actor.scope, run_id))


def keep_receipt(
    session: Session, clock: Clock, actor: Actor, run_id: UUID, text: str
) -> PaymentReceipt | None:
    """Keep what a receipt says. Returns None where the same answer was read before.

    Raises:
        NotFound: the municipality has no such run, or nothing was sent.
        CannotReadReceipt: something in it is not understood; nothing is kept.
    """
    run = get_run(session, actor.scope, run_id, is_locked=True)
    if run.status is not RunStatus.SENT:
        raise NotFound
    sent = [each.sent for each in list_sent(session, actor.scope, run_id)]
    read = read_receipt(text, sent)
    receipt = PaymentReceipt(
        id=new_id(),
        run_id=run.id,
        digest=read.digest,
        read_by=actor.user_id,
        read_at=clock(),
    )
    try:
        add_unique(session, receipt)
    except Taken:
        return None
    session.add_all(
        PaymentReceiptLine(
            id=new_id(),
            receipt_id=receipt.id,
            line=line.line,
            participant_id=line.participant_id,
            reference=line.kept_reference,
            amount_ore=line.amount_ore,
            status=line.status,
            reason=line.reason,
            outcome=line.outcome,
            note="",
        )
        for line in read.lines
    )
    session.flush()
    audit.record(
        session,
        clock,
        actor,
        Action.PAYMENT_RECEIPT_READ,
        ("payment_receipt", receipt.id),
        details={
            "run_id": str(run.id),
            "digest": read.digest,
            "lines": len(read.lines),
            "rejected": sum(line.outcome is Outcome.REJECTED for line in read.lines),
        },
    )
    return receipt


def open_line(
    session: Session, clock: Clock, actor: Actor, run_id: UUID, line_id: UUID
) -> PaymentReceiptLine:
    """Return a line and record the look.

    Raises:
        NotFound: there is no such line, or there is nothing to do about it.
    """
    line = get_line(session, actor.scope, run_id, line_id)
    if line.outcome is Outcome.PAID:
        raise NotFound
    audit.record(
        session,
        clock,
        actor,
        Action.PAYMENTS_VIEWED,
        ("payment_receipt_line", line.id),
        participant_id=line.participant_id,
    )
    return line


def settle_line(session: Session, clock: Clock, actor: Actor, command: SettleLine) -> None:
    """Note what was done, once.

    Raises:
        NotFound: there is no such line, or there is nothing to do about it.
    """
    line = get_line(session, actor.scope, command.run_id, command.line_id, is_locked=True)
    if line.outcome is Outcome.PAID:
        raise NotFound
    if line.settled_at is not None:
        return
    line.note, line.settled_by, line.settled_at = command.note, actor.user_id, clock()
    session.flush()
    audit.record(
        session,
        clock,
        actor,
        Action.PAYMENT_RECEIPT_LINE_SETTLED,
        ("payment_receipt_line", line.id),
        participant_id=line.participant_id,
    )
