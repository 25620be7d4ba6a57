"""Reading deductions, and what has been taken back."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from app.benefit.deductions.kinds import DeductionKind
from app.benefit.deductions.models import BenefitDeduction
from app.benefit.models import ISSUED, Payment, PaymentRun
from app.core.actor import MunicipalityScope
from app.core.errors import NotFound
from app.enrolment.models import Participant
from app.rules.benefit import OtherReductionKind


def list_deductions(
    session: Session, scope: MunicipalityScope, participant_id: UUID
) -> list[BenefitDeduction]:
    """Return a participant's deductions, newest first, withdrawn ones too."""
    rows = (
        _deductions(scope)
        .where(BenefitDeduction.participant_id == participant_id)
        .order_by(BenefitDeduction.first_day.desc(), BenefitDeduction.registered_at.desc())
    )
    return list(session.scalars(rows))


def get_deduction(
    session: Session, scope: MunicipalityScope, participant_id: UUID, deduction_id: UUID
) -> BenefitDeduction:
    """Return a deduction of the participant, so that nobody else withdraws it meanwhile.

    Raises:
        NotFound: she has no such deduction, or is not the municipality's.
    """
    rows = (
        _deductions(scope)
        .where(BenefitDeduction.participant_id == participant_id)
        .where(BenefitDeduction.id == deduction_id)
        .with_for_update(of=BenefitDeduction)
        .execution_options(populate_existing=True)
    )
    found = session.scalar(rows)
    if found is None:
        raise NotFound
    return found


def deductions_by_participant(
    session: Session,
    scope: MunicipalityScope,
    until: date,
    among: Collection[UUID] | None = None,
) -> dict[UUID, list[BenefitDeduction]]:
    """Return what counts and begins on `until` or before, by participant, oldest first."""
    rows = (
        _deductions(scope)
        .where(BenefitDeduction.first_day <= until, BenefitDeduction.withdrawn_at.is_(None))
        .order_by(BenefitDeduction.first_day, BenefitDeduction.id)
    )
    if among is not None:
        rows = rows.where(BenefitDeduction.participant_id.in_(among))
    found: dict[UUID, list[BenefitDeduction]] = defaultdict(list)
    for row in session.scalars(rows):
        found[row.participant_id].append(row)
    return found


def taken_back_ore(
    session: Session, scope: MunicipalityScope, participant_ids: Collection[UUID], before: date
) -> dict[UUID, int]:
    """Return what has been taken back of approved payments of months before a day (§ 25)."""
    payments = (
        select(Payment.participant_id, Payment.assessment)
        .join(PaymentRun, PaymentRun.id == Payment.run_id)
        .where(PaymentRun.municipality_id == scope.municipality_id)
        .where(PaymentRun.status.in_(ISSUED), PaymentRun.last_day < before)
        .where(Payment.participant_id.in_(participant_ids), Payment.other_reductions_ore > 0)
    )
    taken: dict[UUID, int] = defaultdict(int)
    for who, kept in session.execute(payments):
        taken[who] += sum(
            line["amount"]
            for line in kept["others"]
            if line["kind"] == OtherReductionKind.RECOVERY.value
        )
    return taken


def settled_ore(
    session: Session, run_ids: Collection[UUID], participant_ids: Collection[UUID]
) -> dict[tuple[UUID, UUID], int]:
    """Return how much of each month is taken back by decision, by participant and month.

    So much of what was issued is no longer hers: it does not count as paid.
    """
    rows = select(
        BenefitDeduction.participant_id, BenefitDeduction.of_run_id, BenefitDeduction.total_ore
    ).where(
        BenefitDeduction.kind == DeductionKind.RECOVERY,
        BenefitDeduction.withdrawn_at.is_(None),
        BenefitDeduction.of_run_id.in_(run_ids),
        BenefitDeduction.participant_id.in_(participant_ids),
    )
    settled: dict[tuple[UUID, UUID], int] = defaultdict(int)
    for who, of_run_id, total_ore in session.execute(rows):
        if of_run_id is not None:
            settled[who, of_run_id] += total_ore or 0
    return settled


def _deductions(scope: MunicipalityScope) -> Select[BenefitDeduction]:
    return (
        select(BenefitDeduction)
        .join(Participant, Participant.id == BenefitDeduction.participant_id)
        .where(Participant.municipality_id == scope.municipality_id)
    )
