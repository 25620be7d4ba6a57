"""What only the worklist asks: whose tasks they are, plans without paper, open payments."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from app.benefit.models import Payment, PaymentRun, RunStatus
from app.core.actor import MunicipalityScope
from app.core.period import Period
from app.declarations.models import Declaration, SigningStatus
from app.enrolment.models import Participant
from app.plans.models import IntegrationPlan, PlanStatus, Programme
from app.reporting.worklist.tasks import Person


@dataclass(frozen=True, slots=True)
class PlanWithoutPaper:
    """A fixed plan that nothing was issued for."""

    participant_id: UUID
    made_on: date


@dataclass(frozen=True, slots=True)
class OpenPayment:
    """A payment that a person must settle something about."""

    participant_id: UUID
    run_id: UUID
    month: Period


def people_by_id(
    session: Session,
    scope: MunicipalityScope,
    ids: Collection[UUID],
    *,
    adviser_id: UUID | None = None,
) -> dict[UUID, Person]:
    """Return who these participants are; with an adviser, only those whom she follows up."""
    named = select(Participant.id, Participant.given_name, Participant.family_name).where(
        Participant.municipality_id == scope.municipality_id, Participant.id.in_(ids)
    )
    if adviser_id is not None:
        named = named.where(Participant.adviser_id == adviser_id)
    return {
        row.id: Person(row.id, f"{row.given_name} {row.family_name}")
        for row in session.execute(named)
    }


def list_plans_without_paper(
    session: Session, scope: MunicipalityScope, on: date
) -> list[PlanWithoutPaper]:
    """Return the fixed plans of programmes that still run and that nothing was issued for.

    A sheet that was withdrawn is as if it had never been issued.
    """
    gone = (SigningStatus.REPLACED, SigningStatus.WITHDRAWN)
    issued = exists().where(
        Declaration.plan_id == IntegrationPlan.id, Declaration.status.not_in(gone)
    )
    plans = (
        select(Participant.id, IntegrationPlan.made_on)
        .join(Participant, Participant.id == IntegrationPlan.participant_id)
        .join(Programme, Programme.id == IntegrationPlan.programme_id)
        .where(Participant.municipality_id == scope.municipality_id)
        .where(IntegrationPlan.status == PlanStatus.FIXED, Programme.ends_on >= on, ~issued)
        .order_by(IntegrationPlan.made_on, Participant.id)
    )
    return [PlanWithoutPaper(*row) for row in session.execute(plans)]


def list_open_payments(session: Session, scope: MunicipalityScope) -> list[OpenPayment]:
    """Return the payments with open clarifications in months that are not approved."""
    payments = (
        select(Payment.participant_id, PaymentRun.id, PaymentRun.first_day, PaymentRun.last_day)
        .join(PaymentRun, PaymentRun.id == Payment.run_id)
        .where(PaymentRun.municipality_id == scope.municipality_id)
        .where(PaymentRun.status == RunStatus.PREPARED, Payment.has_open_clarifications)
        .order_by(PaymentRun.first_day, Payment.participant_id)
    )
    return [
        OpenPayment(participant_id, run_id, Period(first_day, last_day))
        for participant_id, run_id, first_day, last_day in session.execute(payments)
    ]
