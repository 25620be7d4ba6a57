"""Months that were overpaid, as far as nobody has decided what becomes of it (§ 25)."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from app.benefit.deductions.kinds import DeductionKind
from app.benefit.deductions.queries import list_deductions
from app.benefit.issued import IssuedRun, read_issued
from app.benefit.models import PaymentCorrection, PaymentRun
from app.core.actor import MunicipalityScope
from app.core.period import Period


@dataclass(frozen=True, slots=True)
class Overpayment:
    """A month that was overpaid."""

    of_run_id: UUID
    period: Period
    left_ore: int
    """What nobody has decided about."""


def list_overpayments(
    session: Session, scope: MunicipalityScope, participant_id: UUID
) -> list[Overpayment]:
    """Return the participant's overpaid months, oldest first.

    What a month gives is what its newest correction says; what is taken back by decision is no
    longer issued, and what she keeps is settled.
    """
    corrected = aliased(PaymentRun)
    corrections = (
        select(PaymentCorrection, corrected)
        .join(corrected, corrected.id == PaymentCorrection.of_run_id)
        .where(corrected.municipality_id == scope.municipality_id)
        .where(PaymentCorrection.participant_id == participant_id)
        .where(PaymentCorrection.number.is_not(None))
        .order_by(corrected.first_day, PaymentCorrection.number)
    )
    due: dict[IssuedRun, int] = {}
    for correction, run in session.execute(corrections):
        period = Period(run.first_day, run.last_day)
        due[IssuedRun(run.id, period, run.prepared_at)] = correction.due_ore
    issued = read_issued(session, list(due), [participant_id])
    kept: dict[UUID | None, int] = {}
    for row in list_deductions(session, scope, participant_id):
        if row.kind is DeductionKind.WAIVER and row.withdrawn_at is None:
            kept[row.of_run_id] = kept.get(row.of_run_id, 0) + row.amount_ore
    left = {
        run: issued[participant_id, run.id].issued_ore - due_ore - kept.get(run.id, 0)
        for run, due_ore in due.items()
    }
    return [Overpayment(run.id, run.period, ore) for run, ore in left.items() if ore > 0]
