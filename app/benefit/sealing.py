"""The digest of a month as it lies in the database: what the approver saw is what is approved."""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.benefit.models import Payment, PaymentCorrection, PaymentRun
from app.benefit.stored import digest_of
from app.core.period import Period

_STREAMED = {"yield_per": 200}


def digest_of_run(session: Session, run: PaymentRun) -> str:
    """Return the digest of everybody's payment and corrections.

    Read row by row: a big month never fills the memory.
    """
    return digest_of(Period(run.first_day, run.last_day), _lines(session, run))


def _lines(session: Session, run: PaymentRun) -> Iterator[Sequence[Any]]:
    payments = (
        select(Payment.participant_id, Payment.assessment)
        .where(Payment.run_id == run.id)
        .order_by(Payment.participant_id)
    )
    for who, assessment in session.execute(payments, execution_options=_STREAMED):
        yield [str(who), assessment]
    corrections = (
        select(
            PaymentCorrection.participant_id,
            PaymentCorrection.of_run_id,
            PaymentCorrection.issued_ore,
            PaymentCorrection.due_ore,
            PaymentCorrection.assessment,
        )
        .where(PaymentCorrection.run_id == run.id)
        .order_by(PaymentCorrection.participant_id, PaymentCorrection.of_run_id)
    )
    for who, of_run_id, *rest in session.execute(corrections, execution_options=_STREAMED):
        yield [str(who), str(of_run_id), *rest]
