"""Reading months, payments and payment files."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Select, case, func, or_, select
from sqlalchemy.orm import Session, subqueryload, undefer

from app.accounts.models import Municipality
from app.benefit.models import (
    Payment,
    PaymentCorrection,
    PaymentFile,
    PaymentRun,
    PaymentRunPart,
    RunStatus,
)
from app.benefit.reach import may_reach
from app.core.actor import MunicipalityScope
from app.core.errors import NotFound
from app.core.period import Period
from app.core.pii import IdentityNumber
from app.enrolment.models import Participant
from app.plans.models import Programme


@dataclass(frozen=True, slots=True)
class RunLine:
    """A month as the list shows it."""

    id: UUID
    period: Period
    status: RunStatus
    payment_count: int
    payout_ore: int
    open_count: int
    """Payments and corrections with something that a person must settle."""


@dataclass(frozen=True, slots=True)
class PaymentLine:
    """A payment with the participant's name, as the month shows it."""

    payment: Payment
    given_name: str
    family_name: str


@dataclass(frozen=True, slots=True)
class OwnPayment:
    """A payment with the month that it belongs to."""

    payment: Payment
    period: Period
    status: RunStatus


def get_run(
    session: Session, scope: MunicipalityScope, run_id: UUID, *, is_locked: bool = False
) -> PaymentRun:
    """Return a month of the municipality; with `is_locked`, nobody else changes it meanwhile.

    Raises:
        NotFound: there is no such month there.
    """
    runs = _runs(scope).where(PaymentRun.id == run_id)
    if is_locked:
        runs = runs.with_for_update().execution_options(populate_existing=True)
    found = session.scalar(runs)
    if found is None:
        raise NotFound
    return found


def find_run(session: Session, scope: MunicipalityScope, period: Period) -> PaymentRun | None:
    """Return the municipality's run of the period, or None."""
    runs = (
        _runs(scope)
        .where(PaymentRun.first_day == period.first_day, PaymentRun.last_day == period.last_day)
        .execution_options(populate_existing=True)
    )
    return session.scalar(runs)


def list_runs(session: Session, scope: MunicipalityScope) -> list[RunLine]:
    """Return the municipality's months, newest first, with their sums."""
    payments = (
        select(
            Payment.run_id,
            func.count(Payment.id),
            func.sum(Payment.payout_ore),
            func.count(Payment.id).filter(Payment.has_open_clarifications),
        )
        .join(PaymentRun, PaymentRun.id == Payment.run_id)
        .where(PaymentRun.municipality_id == scope.municipality_id)
        .group_by(Payment.run_id)
    )
    difference = PaymentCorrection.due_ore - PaymentCorrection.issued_ore
    corrections = (
        select(
            PaymentCorrection.run_id,
            func.sum(case((difference > 0, difference), else_=0)),
            func.count(PaymentCorrection.id).filter(PaymentCorrection.is_open),
        )
        .join(PaymentRun, PaymentRun.id == PaymentCorrection.run_id)
        .where(PaymentRun.municipality_id == scope.municipality_id)
        .group_by(PaymentCorrection.run_id)
    )
    paid = {run_id: rest for run_id, *rest in session.execute(payments)}
    after = {run_id: rest for run_id, *rest in session.execute(corrections)}
    newest_first = _runs(scope).order_by(PaymentRun.first_day.desc(), PaymentRun.id)
    lines = []
    for run in session.scalars(newest_first):
        count, payout, open_payments = paid.get(run.id, (0, 0, 0))
        after_payment, open_corrections = after.get(run.id, (0, 0))
        lines.append(
            RunLine(
                id=run.id,
                period=Period(run.first_day, run.last_day),
                status=run.status,
                payment_count=count,
                payout_ore=int(payout) + int(after_payment),
                open_count=open_payments + open_corrections,
            )
        )
    return lines


def get_progress(session: Session, scope: MunicipalityScope, run_id: UUID) -> tuple[int, int]:
    """Return how many participants of a month are computed, and how many they are in all."""
    size = PaymentRunPart.size
    sums = (
        select(
            func.coalesce(func.sum(size).filter(PaymentRunPart.is_done), 0),
            func.coalesce(func.sum(size), 0),
        )
        .join(PaymentRun, PaymentRun.id == PaymentRunPart.run_id)
        .where(PaymentRun.municipality_id == scope.municipality_id, PaymentRun.id == run_id)
    )
    done, total = session.execute(sums).one()
    return int(done), int(total)


def count_open(session: Session, scope: MunicipalityScope, run_id: UUID) -> int:
    """Return how many payments and corrections of a month a person must settle something of."""
    payments = (
        select(func.count(Payment.id))
        .join(PaymentRun, PaymentRun.id == Payment.run_id)
        .where(PaymentRun.municipality_id == scope.municipality_id, PaymentRun.id == run_id)
        .where(Payment.has_open_clarifications)
    )
    corrections = (
        select(func.count(PaymentCorrection.id))
        .join(PaymentRun, PaymentRun.id == PaymentCorrection.run_id)
        .where(PaymentRun.municipality_id == scope.municipality_id, PaymentRun.id == run_id)
        .where(PaymentCorrection.is_open)
    )
    return (session.scalar(payments) or 0) + (session.scalar(corrections) or 0)


def list_payments(
    session: Session,
    scope: MunicipalityScope,
    run_id: UUID,
    *,
    skipped: int = 0,
    most: int | None = None,
) -> list[PaymentLine]:
    """Return the payments of a month by the participants' names: all, or `most` after `skipped`."""
    rows = (
        select(Payment, Participant.given_name, Participant.family_name)
        .join(PaymentRun, PaymentRun.id == Payment.run_id)
        .join(Participant, Participant.id == Payment.participant_id)
        .where(PaymentRun.municipality_id == scope.municipality_id, PaymentRun.id == run_id)
        .order_by(Participant.family_name, Participant.given_name, Participant.id)
        .offset(skipped)
        .limit(most)
    )
    return [PaymentLine(*row) for row in session.execute(rows)]


def get_payment(
    session: Session, scope: MunicipalityScope, run_id: UUID, participant_id: UUID
) -> PaymentLine:
    """Return one participant's payment in a month.

    Raises:
        NotFound: she has none there, or the month is not the municipality's.
    """
    rows = (
        select(Payment, Participant.given_name, Participant.family_name)
        .join(PaymentRun, PaymentRun.id == Payment.run_id)
        .join(Participant, Participant.id == Payment.participant_id)
        .where(PaymentRun.municipality_id == scope.municipality_id, PaymentRun.id == run_id)
        .where(Payment.participant_id == participant_id)
    )
    found = session.execute(rows).one_or_none()
    if found is None:
        raise NotFound
    return PaymentLine(*found)


def find_payment(
    session: Session, scope: MunicipalityScope, run_id: UUID, participant_id: UUID
) -> Payment | None:
    """Return one participant's payment in a month of the municipality, or None."""
    payments = (
        select(Payment)
        .join(PaymentRun, PaymentRun.id == Payment.run_id)
        .where(PaymentRun.municipality_id == scope.municipality_id, PaymentRun.id == run_id)
        .where(Payment.participant_id == participant_id)
    )
    return session.scalar(payments)


def list_payments_of_participant(
    session: Session,
    scope: MunicipalityScope,
    participant_id: UUID,
    *,
    only: Collection[RunStatus] = tuple(RunStatus),
) -> list[OwnPayment]:
    """Return a participant's payments, newest first, in months that have come this far."""
    rows = (
        select(Payment, PaymentRun.first_day, PaymentRun.last_day, PaymentRun.status)
        .join(PaymentRun, PaymentRun.id == Payment.run_id)
        .where(PaymentRun.municipality_id == scope.municipality_id)
        .where(Payment.participant_id == participant_id, PaymentRun.status.in_(only))
        .order_by(PaymentRun.first_day.desc(), Payment.id)
    )
    return [
        OwnPayment(payment, Period(first_day, last_day), status)
        for payment, first_day, last_day, status in session.execute(rows)
    ]


def find_file(
    session: Session, scope: MunicipalityScope, run_id: UUID, *, with_content: bool = False
) -> PaymentFile | None:
    """Return the payment file of a month, or None if it has not been made."""
    files = (
        select(PaymentFile)
        .join(PaymentRun, PaymentRun.id == PaymentFile.run_id)
        .where(PaymentRun.municipality_id == scope.municipality_id, PaymentRun.id == run_id)
    )
    if with_content:
        files = files.options(undefer(PaymentFile.content))
    return session.scalar(files)


def identity_numbers(
    session: Session, scope: MunicipalityScope, run_id: UUID
) -> dict[UUID, IdentityNumber | None]:
    """Return the identity numbers of everyone in a month, for the payroll system."""
    rows = (
        select(Participant.id, Participant.identity_number)
        .where(Participant.municipality_id == scope.municipality_id)
        .where(
            or_(
                Participant.id.in_(select(Payment.participant_id).where(Payment.run_id == run_id)),
                Participant.id.in_(
                    select(PaymentCorrection.participant_id).where(
                        PaymentCorrection.run_id == run_id
                    )
                ),
            )
        )
    )
    return {row.id: row.identity_number for row in session.execute(rows)}


def list_enrolled(
    session: Session,
    scope: MunicipalityScope,
    period: Period,
    among: Collection[UUID] | None = None,
) -> list[tuple[Participant, Programme]]:
    """Return everyone whose programme may reach into the period, with household and children.

    Programmes that ended up to two years before are among them: absence may have added so much.
    Three queries, however many they are. `among`: these participants alone.
    """
    enrolled = (
        select(Participant, Programme)
        .join(Programme, Programme.participant_id == Participant.id)
        .where(Participant.municipality_id == scope.municipality_id, may_reach(period))
        .options(subqueryload(Participant.household), subqueryload(Participant.children))
        .order_by(Participant.id)
        .execution_options(populate_existing=True)
    )
    if among is not None:
        enrolled = enrolled.where(Participant.id.in_(among))
    return [(participant, programme) for participant, programme in session.execute(enrolled)]


def lock_preparation(session: Session, scope: MunicipalityScope) -> None:
    """Let one at a time prepare months of the municipality, until the transaction ends.

    SQLite has one writer anyway.
    """
    of_municipality = Municipality.id == scope.municipality_id
    session.execute(select(Municipality.id).where(of_municipality).with_for_update(key_share=True))


def _runs(scope: MunicipalityScope) -> Select[PaymentRun]:
    return select(PaymentRun).where(PaymentRun.municipality_id == scope.municipality_id)
