"""Payments made by hand, for tests of what is done with an assessment."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

from app.benefit.freezing import Circumstances, freeze
from app.benefit.snapshot import Snapshot
from app.core.period import Period
from app.rules.absence import AbsenceGround, AbsenceReason, ParticipantFacts
from app.rules.benefit import (
    Basis,
    DayKind,
    DayLine,
    OtherReduction,
    OtherReductionKind,
    PaymentAssessment,
    PaymentFacts,
    Policy,
    PolicyKey,
    RateSegment,
    payable_of,
)
from app.rules.calendar import Schedule
from app.rules.law import Ground
from app.rules.law.sources import INTEGRERINGSLOVEN
from app.rules.policy import Rounding

OCTOBER = Period(date(2026, 10, 1), date(2026, 10, 31))
SECTION_20, SECTION_21, SECTION_25 = (
    INTEGRERINGSLOVEN.section(number) for number in ("20", "21", "25")
)


def facts() -> PaymentFacts:
    return PaymentFacts(
        born_on=date(1990, 1, 1),
        participant=ParticipantFacts(programme_start=date(2026, 1, 5)),
        living=(),
        schedule=Schedule(public_holidays=frozenset()),
        period=OCTOBER,
    )


def assessment_of(
    gross: Fraction,
    invalid: Sequence[Fraction] = (),
    unpaid: Sequence[Fraction] = (),
    recovery: Fraction = Fraction(0),
) -> PaymentAssessment:
    """Return an assessment with these exact amounts, one day for each reduction."""
    kinds = [
        *((DayKind.INVALID, one) for one in invalid),
        *((DayKind.UNPAID, one) for one in unpaid),
    ]
    days = tuple(
        DayLine(
            day=OCTOBER.first_day + timedelta(days=number),
            kind=kind,
            basis=Basis.DAY,
            hours=None,
            rate=amount,
            amount=amount,
            provisions=(SECTION_21,),
            reason=AbsenceReason.NONE,
            grounds=(Ground(AbsenceGround.NO_REASON, SECTION_21),),
        )
        for number, (kind, amount) in enumerate(kinds)
    )
    others = (
        (OtherReduction(OtherReductionKind.RECOVERY, recovery, SECTION_25),) if recovery else ()
    )
    payout = gross - sum(invalid, Fraction(0)) - sum(unpaid, Fraction(0)) - recovery
    return PaymentAssessment(
        gross=gross,
        absence_reduction=sum(invalid, Fraction(0)),
        unpaid_leave_reduction=sum(unpaid, Fraction(0)),
        other_reductions=recovery,
        payout=payout,
        payable=payable_of(payout, Rounding.ORE),
        recovery_left=Fraction(0),
        reduction_share=Fraction(0),
        decision_required_by_46_g=False,
        days=days,
        segments=(
            RateSegment(
                period=OCTOBER,
                fraction=Fraction(1),
                base_amount=136_549,
                days_counted=30,
                month_rate=gross,
                day_rate=gross / 30,
                hour_rate=gross * 12 / 1850,
                amount=gross,
                provisions=(SECTION_20,),
            ),
        ),
        other_lines=others,
        grounds=(),
        policies=(PolicyKey.WHOLE_DAY_BASIS,),
        clarifications=(),
        steps=(),
        claims=tuple(replace(row, amount=Fraction(0), claim=row.amount) for row in others),
    )


def snapshot_of(
    gross: Fraction,
    invalid: Sequence[Fraction] = (),
    unpaid: Sequence[Fraction] = (),
    recovery: Fraction = Fraction(0),
) -> Snapshot:
    """Return such a payment as it is kept."""
    assessed = assessment_of(gross, invalid, unpaid, recovery)
    return freeze(facts(), assessed, Policy(), Circumstances(date(2026, 11, 2)))
