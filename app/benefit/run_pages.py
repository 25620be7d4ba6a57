"""A month page by page, and its sums: nothing here reads everybody's reasoning."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import case, exists, func, select
from sqlalchemy.orm import Session

from app.benefit.models import Payment, PaymentCorrection, PaymentRun
from app.benefit.payroll.models import EmployeeNumber
from app.benefit.queries import PaymentLine
from app.core.actor import MunicipalityScope
from app.enrolment.models import Participant

PAGE_SIZE = 100


@dataclass(frozen=True, slots=True)
class RunSums:
    """Everything in a month added up, in øre."""

    payments: int
    """How many."""
    gross_ore: int
    absence_reduction_ore: int
    unpaid_leave_reduction_ore: int
    other_reductions_ore: int
    payout_ore: int
    """Without what is paid after for earlier months."""
    corrections: int
    """How many give another amount, or must be settled."""
    after_payment_ore: int
    overpaid_ore: int


@dataclass(frozen=True, slots=True)
class Numberless:
    """Somebody who is paid with the month and has no number in the payroll system."""

    participant_id: UUID
    given_name: str
    family_name: str


def run_sums(session: Session, scope: MunicipalityScope, run_id: UUID) -> RunSums:
    """Return the sums of a month of the municipality."""
    payments = (
        select(
            func.count(Payment.id),
            func.coalesce(func.sum(Payment.gross_ore), 0),
            func.coalesce(func.sum(Payment.absence_reduction_ore), 0),
            func.coalesce(func.sum(Payment.unpaid_leave_reduction_ore), 0),
            func.coalesce(func.sum(Payment.other_reductions_ore), 0),
            func.coalesce(func.sum(Payment.payout_ore), 0),
        )
        .join(PaymentRun, PaymentRun.id == Payment.run_id)
        .where(PaymentRun.municipality_id == scope.municipality_id, PaymentRun.id == run_id)
    )
    difference = PaymentCorrection.due_ore - PaymentCorrection.issued_ore
    corrections = (
        select(
            func.count(PaymentCorrection.id),
            func.coalesce(func.sum(case((difference > 0, difference), else_=0)), 0),
            func.coalesce(func.sum(case((difference < 0, -difference), else_=0)), 0),
        )
        .join(PaymentRun, PaymentRun.id == PaymentCorrection.run_id)
        .where(PaymentRun.municipality_id == scope.municipality_id, PaymentRun.id == run_id)
        .where((difference != 0) | PaymentCorrection.is_open)
    )
    paid, corrected = session.execute(payments).one(), session.execute(corrections).one()
    return RunSums(*map(int, paid), *map(int, corrected))


def list_open_lines(session: Session, scope: MunicipalityScope, run_id: UUID) -> list[PaymentLine]:
    """Return the payments that a person must settle something of, at most a page of them."""
    rows = (
        select(Payment, Participant.given_name, Participant.family_name)
        .join(PaymentRun, PaymentRun.id == Payment.run_id)
        .join(Participant, Participant.id == Payment.participant_id)
        .where(PaymentRun.municipality_id == scope.municipality_id, PaymentRun.id == run_id)
        .where(Payment.has_open_clarifications)
        .order_by(Participant.family_name, Participant.given_name, Participant.id)
        .limit(PAGE_SIZE)
    )
    return [PaymentLine(*row) for row in session.execute(rows)]


def list_numberless(
    session: Session, scope: MunicipalityScope, run_id: UUID
) -> tuple[list[Numberless], int]:
    """Return who is paid with the month and has no number: a page of them, and how many in all."""
    paid = exists().where(
        Payment.participant_id == Participant.id, Payment.run_id == run_id, Payment.gross_ore > 0
    )
    paid_after = exists().where(
        PaymentCorrection.participant_id == Participant.id,
        PaymentCorrection.run_id == run_id,
        PaymentCorrection.due_ore > PaymentCorrection.issued_ore,
    )
    has_number = exists().where(EmployeeNumber.participant_id == Participant.id)
    lacking = (
        select(Participant.id, Participant.given_name, Participant.family_name)
        .where(Participant.municipality_id == scope.municipality_id)
        .where(paid | paid_after, ~has_number)
    )
    count = session.scalar(select(func.count()).select_from(lacking.subquery())) or 0
    rows = lacking.order_by(Participant.family_name, Participant.given_name, Participant.id)
    return [Numberless(*row) for row in session.execute(rows.limit(PAGE_SIZE))], count


def full_names(
    session: Session, scope: MunicipalityScope, participant_ids: Collection[UUID]
) -> dict[UUID, str]:
    """Return what these participants of the municipality are called, family name first."""
    rows = select(Participant.id, Participant.given_name, Participant.family_name).where(
        Participant.municipality_id == scope.municipality_id, Participant.id.in_(participant_ids)
    )
    return {who: f"{family}, {given}" for who, given, family in session.execute(rows)}
