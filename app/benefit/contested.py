"""Whether somebody has said, by now, that what a prepared month takes from her is wrong."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.attendance.claims import claimed_days
from app.attendance.reconciliation.queries import objected_days
from app.benefit.models import Payment, PaymentCorrection, PaymentRun
from app.benefit.stored import from_json
from app.core.actor import MunicipalityScope
from app.core.period import Period
from app.rules.benefit import DayKind


def is_contested(session: Session, scope: MunicipalityScope, run: PaymentRun) -> bool:
    """Tell whether a reduction in the run has an open objection or claim."""
    earlier = (
        select(PaymentRun.first_day)
        .join(PaymentCorrection, PaymentCorrection.of_run_id == PaymentRun.id)
        .where(PaymentCorrection.run_id == run.id)
        .order_by(PaymentRun.first_day)
        .limit(1)
    )
    first_day = session.scalar(earlier) or run.first_day
    period = Period(first_day, run.last_day)
    objected = objected_days(session, scope, period)
    claimed = claimed_days(session, scope, period)
    said = {
        who: objected.get(who, frozenset()) | claimed.get(who, frozenset())
        for who in {*objected, *claimed}
    }
    if not said:
        return False
    return any(
        _takes_for(assessment, who, said)
        for model in (Payment, PaymentCorrection)
        for who, assessment in session.execute(
            select(model.participant_id, model.assessment)
            .where(model.run_id == run.id)
            .where(model.participant_id.in_(said))
        )
        if assessment is not None
    )


def _takes_for(assessment: dict[str, Any], who: UUID, said: Mapping[UUID, frozenset[date]]) -> bool:
    return any(
        line.kind is DayKind.INVALID and line.amount_ore and line.day in said[who]
        for line in from_json(assessment).absences
    )
