"""Reading months, payments and payment files."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import Session, subqueryload, undefer

from app.accounts.models import Municipality
from app.benefit.models import Payment, PaymentFile, PaymentRun, RunStatus
from app.core.actor import MunicipalityScope
from app.core.errors import NotFound
from app.core.period import Period, add_months
from app.core.pii import IdentityNumber
from app.enrolment.models import Participant
from app.plans.models import Programme

LONGEST_ADDED_MONTHS = 24
"""Parental leave and a year of illness together are 22 months."""


@dataclass(frozen=True, slots=True)
class RunLine:
    """A month as the list shows it."""

    id: UUID
    period: Period
    status: RunStatus
    payment_count: int
    payout_ore: int
    open_count: int
    """Payments with something that a person must settle."""


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
    rows = (
        select(
            PaymentRun.id,
            PaymentRun.first_day,
            PaymentRun.last_day,
            PaymentRun.status,
            func.count(Payment.id),
            func.coalesce(func.sum(Payment.payout_ore), 0),
            func.count(Payment.id).filter(Payment.has_open_clarifications),
        )
        .outerjoin(Payment, Payment.run_id == PaymentRun.id)
        .where(PaymentRun.municipality_id == scope.municipality_id)
        .group_by(PaymentRun.id)
        .order_by(PaymentRun.first_day.desc(), PaymentRun.id)
    )
    return [
        RunLine(run_id, Period(first_day, last_day), status, count, int(payout), open_count)
        for run_id, first_day, last_day, status, count, payout, open_count in session.execute(rows)
    ]


def list_payments(session: Session, scope: MunicipalityScope, run_id: UUID) -> list[PaymentLine]:
    """Return the payments of a month by the participants' names."""
    rows = (
        select(Payment, Participant.given_name, Participant.family_name)
        .join(PaymentRun, PaymentRun.id == Payment.run_id)
        .join(Participant, Participant.id == Payment.participant_id)
        .where(PaymentRun.municipality_id == scope.municipality_id, PaymentRun.id == run_id)
        .order_by(Participant.family_name, Participant.given_name, Participant.id)
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
        .join(Payment, Payment.participant_id == Participant.id)
        .where(Participant.municipality_id == scope.municipality_id, Payment.run_id == run_id)
    )
    return {row.id: row.identity_number for row in session.execute(rows)}


def list_enrolled(
    session: Session,
    scope: MunicipalityScope,
    period: Period,
    *,
    participant_id: UUID | None = None,
) -> list[tuple[Participant, Programme]]:
    """Return everyone whose programme may reach into the period, with household and children.

    Programmes that ended up to two years before are among them: absence may have added so much.
    Three queries, however many they are.
    """
    enrolled = (
        select(Participant, Programme)
        .join(Programme, Programme.participant_id == Participant.id)
        .where(Participant.municipality_id == scope.municipality_id, _may_reach(period))
        .options(subqueryload(Participant.household), subqueryload(Participant.children))
        .order_by(Participant.id)
        .execution_options(populate_existing=True)
    )
    if participant_id is not None:
        enrolled = enrolled.where(Participant.id == participant_id)
    return [(participant, programme) for participant, programme in session.execute(enrolled)]


def lock_preparation(session: Session, scope: MunicipalityScope) -> None:
    """Let one at a time prepare months of the municipality, until the transaction ends.

    SQLite has one writer anyway.
    """
    of_municipality = Municipality.id == scope.municipality_id
    session.execute(select(Municipality.id).where(of_municipality).with_for_update(key_share=True))


def _runs(scope: MunicipalityScope) -> Select[PaymentRun]:
    return select(PaymentRun).where(PaymentRun.municipality_id == scope.municipality_id)


def _may_reach(period: Period) -> ColumnElement[bool]:
    earliest_end = add_months(period.first_day, -LONGEST_ADDED_MONTHS)
    return (Programme.starts_on <= period.last_day) & (Programme.ends_on >= earliest_end)
