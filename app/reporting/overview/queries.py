"""What the overview adds up, in a fixed number of queries."""

from datetime import date
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import Session

from app.attendance.models import Absence, AbsenceStatus
from app.benefit.models import Payment, PaymentRun, RunStatus
from app.core.actor import MunicipalityScope
from app.core.period import Period
from app.enrolment.models import Participant
from app.rules.absence import AbsenceReason

FINAL = (RunStatus.APPROVED, RunStatus.SENT)
ILLNESS = (AbsenceReason.OWN_ILLNESS, AbsenceReason.CHILD_ILLNESS)
"""Documented by self-certification or a doctor (integreringsforskriften §§ 5–8)."""
LEAVE = (
    AbsenceReason.WELFARE_LEAVE,
    AbsenceReason.PEACE_WORK,
    AbsenceReason.LONG_ILLNESS_UNPAID,
    AbsenceReason.PARENTAL_LEAVE,
    AbsenceReason.PERMISSION,
)
"""Granted on application (integreringsforskriften §§ 14–16, integreringsloven § 17)."""


class MonthSum(NamedTuple):
    """An approved month of the whole municipality; amounts in øre."""

    first_day: date
    people: int
    reduced: int
    """How many were reduced for absence."""
    gross: int
    absence: int
    unpaid_leave: int
    other: int
    payout: int


class Undocumented(NamedTuple):
    """A registered absence that lacks what its reason asks for."""

    participant_id: UUID
    first_day: date
    last_day: date
    reason: AbsenceReason


def list_months(session: Session, scope: MunicipalityScope, period: Period) -> list[MonthSum]:
    """Return the approved months that begin in the period, the first one first."""
    is_reduced = Payment.absence_reduction_ore > 0
    months = (
        select(
            PaymentRun.first_day,
            func.count(Payment.id),
            func.count(Payment.id).filter(is_reduced),
            func.sum(Payment.gross_ore),
            func.sum(Payment.absence_reduction_ore),
            func.sum(Payment.unpaid_leave_reduction_ore),
            func.sum(Payment.other_reductions_ore),
            func.sum(Payment.payout_ore),
        )
        .join(Payment, Payment.run_id == PaymentRun.id)
        .where(PaymentRun.municipality_id == scope.municipality_id, PaymentRun.status.in_(FINAL))
        .where(PaymentRun.first_day.between(period.first_day, period.last_day))
        .group_by(PaymentRun.id, PaymentRun.first_day)
        .order_by(PaymentRun.first_day)
    )
    return [MonthSum(day, *map(int, sums)) for day, *sums in session.execute(months)]


def list_undocumented(
    session: Session, scope: MunicipalityScope, period: Period
) -> list[Undocumented]:
    """Return the absences in the period that lack certificate or grant, the oldest first."""
    no_paper = ~Absence.is_self_certified & ~Absence.has_medical_certificate
    absences = (
        select(Absence.participant_id, Absence.first_day, Absence.last_day, Absence.reason)
        .join(Participant, Participant.id == Absence.participant_id)
        .where(Participant.municipality_id == scope.municipality_id)
        .where(Absence.status == AbsenceStatus.REGISTERED)
        .where(Absence.first_day <= period.last_day, Absence.last_day >= period.first_day)
        .where(
            or_(
                and_(Absence.reason.in_(ILLNESS), no_paper),
                and_(Absence.reason.in_(LEAVE), ~Absence.is_granted),
            )
        )
        .order_by(Absence.first_day, Absence.participant_id, Absence.id)
    )
    return [Undocumented(*row) for row in session.execute(absences)]
