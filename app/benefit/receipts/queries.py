"""Reading receipts."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, undefer

from app.benefit.corrections import list_corrections
from app.benefit.models import PaymentFile, PaymentRun
from app.benefit.queries import identity_numbers, list_payments
from app.benefit.receipts.kinds import Outcome
from app.benefit.receipts.models import PaymentReceipt, PaymentReceiptLine
from app.benefit.receipts.reading import Sent
from app.core.actor import MunicipalityScope
from app.core.errors import NotFound


@dataclass(frozen=True, slots=True)
class SentPerson:
    """What was sent for one person, with her name."""

    sent: Sent
    given_name: str
    family_name: str


@dataclass(frozen=True, slots=True)
class StoppedPayment:
    """A payment that the payroll system rejected, and nobody has said what was done about it."""

    run_id: UUID
    participant_id: UUID
    first_day: date
    last_day: date


def list_sent(session: Session, scope: MunicipalityScope, run_id: UUID) -> list[SentPerson]:
    """Return what the file of a month pays to each person, and her references in it."""
    files = (
        select(PaymentFile)
        .join(PaymentRun, PaymentRun.id == PaymentFile.run_id)
        .where(PaymentRun.municipality_id == scope.municipality_id, PaymentRun.id == run_id)
        .options(undefer(PaymentFile.employee_numbers))
    )
    file = session.scalar(files)
    if file is None:
        return []
    amounts: dict[UUID, int] = {}
    names: dict[UUID, tuple[str, str]] = {}
    for line in list_payments(session, scope, run_id):
        who = line.payment.participant_id
        amounts[who] = line.payment.payout_ore
        names[who] = line.given_name, line.family_name
    for each in list_corrections(session, scope, run_id):
        who = each.correction.participant_id
        amounts[who] = amounts.get(who, 0) + each.correction.after_payment_ore
        names.setdefault(who, (each.given_name, each.family_name))
    numbers = file.employee_numbers or {}
    identities = identity_numbers(session, scope, run_id)
    people = []
    for who, amount in amounts.items():
        identity = identities.get(who)
        references = (str(who), numbers.get(str(who), ""), identity.reveal() if identity else "")
        people.append(SentPerson(Sent(who, amount, references), *names[who]))
    return people


def list_receipts(session: Session, scope: MunicipalityScope, run_id: UUID) -> list[PaymentReceipt]:
    """Return the receipts of a month, oldest first."""
    rows = (
        select(PaymentReceipt)
        .join(PaymentRun, PaymentRun.id == PaymentReceipt.run_id)
        .where(PaymentRun.municipality_id == scope.municipality_id, PaymentRun.id == run_id)
        .order_by(PaymentReceipt.read_at, PaymentReceipt.id)
    )
    return list(session.scalars(rows))


def list_lines(
    session: Session, scope: MunicipalityScope, run_id: UUID
) -> list[PaymentReceiptLine]:
    """Return the lines of the receipts of a month, in the order in which they were read."""
    rows = (
        select(PaymentReceiptLine)
        .join(PaymentReceipt, PaymentReceipt.id == PaymentReceiptLine.receipt_id)
        .join(PaymentRun, PaymentRun.id == PaymentReceipt.run_id)
        .where(PaymentRun.municipality_id == scope.municipality_id, PaymentRun.id == run_id)
        .order_by(PaymentReceipt.read_at, PaymentReceipt.id, PaymentReceiptLine.line)
    )
    return list(session.scalars(rows))


def get_line(
    session: Session,
    scope: MunicipalityScope,
    run_id: UUID,
    line_id: UUID,
    *,
    is_locked: bool = False,
) -> PaymentReceiptLine:
    """Return a line of a receipt of the month; with `is_locked`, nobody else settles it meanwhile.

    Raises:
        NotFound: there is no such line there.
    """
    rows = (
        select(PaymentReceiptLine)
        .join(PaymentReceipt, PaymentReceipt.id == PaymentReceiptLine.receipt_id)
        .join(PaymentRun, PaymentRun.id == PaymentReceipt.run_id)
        .where(PaymentRun.municipality_id == scope.municipality_id, PaymentRun.id == run_id)
        .where(PaymentReceiptLine.id == line_id)
    )
    if is_locked:
        rows = rows.with_for_update(of=PaymentReceiptLine).execution_options(populate_existing=True)
    found = session.scalar(rows)
    if found is None:
        raise NotFound
    return found


def list_stopped(session: Session, scope: MunicipalityScope) -> list[StoppedPayment]:
    """Return the rejected payments that nobody has settled."""
    rows = (
        select(
            PaymentRun.id,
            PaymentReceiptLine.participant_id,
            PaymentRun.first_day,
            PaymentRun.last_day,
        )
        .join(PaymentReceipt, PaymentReceipt.id == PaymentReceiptLine.receipt_id)
        .join(PaymentRun, PaymentRun.id == PaymentReceipt.run_id)
        .where(PaymentRun.municipality_id == scope.municipality_id)
        .where(PaymentReceiptLine.outcome == Outcome.REJECTED)
        .where(PaymentReceiptLine.settled_at.is_(None))
        .distinct()
        .order_by(PaymentRun.first_day, PaymentReceiptLine.participant_id)
    )
    return [
        StoppedPayment(run_id, who, first_day, last_day)
        for run_id, who, first_day, last_day in session.execute(rows)
        if who is not None
    ]
