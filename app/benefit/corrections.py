"""Reading corrections: those of a month, those of a participant, and what they rest on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, aliased

from app.benefit.issued import IssuedMonths, IssuedRun, read_issued
from app.benefit.models import PART_SIZE, Payment, PaymentCorrection, PaymentRun
from app.core.actor import MunicipalityScope
from app.core.period import Period
from app.enrolment.models import Participant


@dataclass(frozen=True, slots=True)
class CorrectionLine:
    """A correction with the participant's name and the month that it corrects."""

    correction: PaymentCorrection
    period: Period
    given_name: str
    family_name: str


@dataclass(frozen=True, slots=True)
class ShownCorrection:
    """A correction with what was issued before it."""

    line: CorrectionLine
    before: dict[str, Any] | None
    """The newest reasoning that was issued; None: there was none."""


def list_corrections(
    session: Session,
    scope: MunicipalityScope,
    run_id: UUID,
    *,
    participant_id: UUID | None = None,
    skipped: int = 0,
    most: int | None = None,
) -> list[CorrectionLine]:
    """Return what a month corrects in earlier ones, by the participants' names and by month.

    Months that were computed again and give the same are left out. `most` after `skipped`, or all.
    """
    rows = _corrections(scope).where(PaymentCorrection.run_id == run_id)
    rows = rows.offset(skipped).limit(most)
    if participant_id is not None:
        rows = rows.where(PaymentCorrection.participant_id == participant_id)
    return [
        CorrectionLine(correction, Period(first_day, last_day), given_name, family_name)
        for correction, first_day, last_day, given_name, family_name in session.execute(rows)
    ]


def read_corrections(
    session: Session, scope: MunicipalityScope, run_id: UUID, participant_id: UUID
) -> list[ShownCorrection]:
    """Return what a month corrects of one participant, with what each of them was before."""
    lines = list_corrections(session, scope, run_id, participant_id=participant_id)
    of_runs = [line.correction.of_run_id for line in lines]
    payments = select(Payment.run_id, Payment.assessment).where(
        Payment.participant_id == participant_id, Payment.run_id.in_(of_runs)
    )
    earlier = (
        select(PaymentCorrection)
        .where(PaymentCorrection.participant_id == participant_id)
        .where(PaymentCorrection.of_run_id.in_(of_runs), PaymentCorrection.number.is_not(None))
        .order_by(PaymentCorrection.number.desc())
    )
    before: dict[UUID, dict[str, Any]] = {}
    shown = {line.correction.of_run_id: line.correction for line in lines}
    for correction in session.scalars(earlier):
        this = shown[correction.of_run_id]
        is_earlier = this.number is None or (correction.number or 0) < this.number
        if is_earlier and correction.assessment is not None:
            before.setdefault(correction.of_run_id, correction.assessment)
    for of_run_id, kept in session.execute(payments):
        before.setdefault(of_run_id, kept)
    return [ShownCorrection(line, before.get(line.correction.of_run_id)) for line in lines]


def number_corrections(session: Session, run: PaymentRun) -> bool:
    """Give each correction of a month that is approved its number; tell whether it still fits.

    False: something else was issued for one of the corrected months since this one was computed.
    """
    wanted = (
        select(PaymentCorrection)
        .where(PaymentCorrection.run_id == run.id)
        .order_by(PaymentCorrection.participant_id)
    )
    rows = list(session.scalars(wanted))
    batches = (rows[first : first + PART_SIZE] for first in range(0, len(rows), PART_SIZE))
    for batch in batches:
        before = _issued_now(session, batch)
        for correction in batch:
            month = before.get((correction.participant_id, correction.of_run_id))
            if correction.issued_ore != (month.issued_ore if month else 0):
                return False
            correction.number = (month.corrections if month else 0) + 1
    session.flush()
    return True


def _issued_now(session: Session, corrections: Sequence[PaymentCorrection]) -> IssuedMonths:
    """Return what has been issued until now for the months that are corrected."""
    run_ids = {each.of_run_id for each in corrections}
    runs = [
        IssuedRun(run.id, Period(run.first_day, run.last_day), run.prepared_at)
        for run in session.scalars(select(PaymentRun).where(PaymentRun.id.in_(run_ids)))
    ]
    return read_issued(session, runs, {each.participant_id for each in corrections})


def _corrections(scope: MunicipalityScope) -> Select[PaymentCorrection, date, date, str, str]:
    corrected = aliased(PaymentRun)
    return (
        select(
            PaymentCorrection,
            corrected.first_day,
            corrected.last_day,
            Participant.given_name,
            Participant.family_name,
        )
        .join(corrected, corrected.id == PaymentCorrection.of_run_id)
        .join(Participant, Participant.id == PaymentCorrection.participant_id)
        .where(Participant.municipality_id == scope.municipality_id)
        .where(
            (PaymentCorrection.due_ore != PaymentCorrection.issued_ore) | PaymentCorrection.is_open
        )
        .order_by(
            Participant.family_name,
            Participant.given_name,
            Participant.id,
            corrected.first_day,
        )
    )
