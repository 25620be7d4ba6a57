"""The steps of a payment, as exact numbers with their provisions, for the explanation."""

from collections.abc import Iterator, Sequence

from app.core.money import Kroner
from app.rules.benefit.section_46_g import SECTION_46_G, DecisionTest
from app.rules.benefit.segments import PricedSegment, transitional_benefit_free
from app.rules.benefit.types import (
    DayKind,
    DayLine,
    OtherReduction,
    OtherReductionKind,
    PaymentStep,
    RateSegment,
)
from app.rules.law.grounds import Step
from app.rules.law.provision import Provision
from app.rules.law.sources import INTEGRERINGSLOVEN
from app.rules.parameters.benefit_rates import DAYS_A_MONTH, TRANSITIONAL_BENEFIT_SHARE

_UNITS = INTEGRERINGSLOVEN.section("20", "(2)")
_ABSENCE = INTEGRERINGSLOVEN.section("21")
_TRANSITIONAL_BENEFIT = INTEGRERINGSLOVEN.section("22", "(2)")
_PAYMENT = INTEGRERINGSLOVEN.section("24")

PaymentSteps = Iterator[Step[PaymentStep]]


def segment_steps(segments: Sequence[PricedSegment], gross: Kroner) -> PaymentSteps:
    """Yield what each segment gives, and the sum."""
    for segment in segments:
        yield _segment(segment.shown)
    yield _step(PaymentStep.GROSS, _UNITS, amount=gross)


def line_steps(
    lines: Sequence[DayLine], absence_reduction: Kroner, unpaid_leave_reduction: Kroner
) -> PaymentSteps:
    """Yield what each absent day costs, and the sums."""
    for line in lines:
        if line.kind is not DayKind.PAID:
            yield _step(
                PaymentStep.LINE,
                line.provisions[0],
                date=line.day.isoformat(),
                rate=line.rate,
                units=line.units,
                cut_by_day_rate=line.cut_by_day_rate,
                cut_by_payment=line.cut_by_payment,
                amount=line.amount,
            )
    if absence_reduction:
        yield _step(PaymentStep.ABSENCE_REDUCTION, _ABSENCE, amount=absence_reduction)
    if unpaid_leave_reduction:
        yield _step(PaymentStep.UNPAID_LEAVE_REDUCTION, _UNITS, amount=unpaid_leave_reduction)


def other_steps(
    segments: Sequence[PricedSegment],
    transitional_benefit_year: Kroner,
    other_lines: Sequence[OtherReduction],
) -> PaymentSteps:
    """Yield what each other reduction is computed from, and what it took."""
    for segment in segments:
        if segment.reduction:
            yield _transitional_benefit(segment, transitional_benefit_year)
    for row in other_lines:
        what = row.kind if row.benefit is None else row.benefit
        yield _step(
            PaymentStep.OTHER_REDUCTION,
            row.provision,
            kind=what.value,
            **dict(row.formula),
            claim=row.claim,
            amount=row.amount,
            **({"left": row.claim - row.amount} if _carries_over(row) else {}),
        )


def decision_steps(test: DecisionTest) -> PaymentSteps:
    """Yield both comparisons of § 46 g, where anything was deducted."""
    if test.deduction:
        yield _step(
            PaymentStep.SECTION_46_G,
            SECTION_46_G,
            deduction=test.deduction,
            payment=test.payment,
            share_of_payment=test.deduction / test.payment if test.payment else 1,
            required_share_of_payment=test.of_payment,
            base_amount=test.base_amount,
            share_of_base_amount=test.deduction / test.base_amount,
            required_share_of_base_amount=test.of_base_amount,
        )


def payout_steps(payout: Kroner, unit: Kroner, payable: Kroner) -> PaymentSteps:
    """Yield what is left, and what it is rounded to."""
    yield _step(PaymentStep.PAYOUT, _PAYMENT, amount=payout)
    if payable != payout:
        yield _step(PaymentStep.ROUNDING, _UNITS, unit=unit, amount=payable)


def _segment(segment: RateSegment) -> Step[PaymentStep]:
    return _step(
        PaymentStep.SEGMENT,
        _UNITS,
        base_amount=segment.base_amount,
        fraction=segment.fraction,
        month_rate=segment.month_rate,
        calendar_days=len(segment.period),
        days=segment.days_counted,
        days_a_month=DAYS_A_MONTH.on(segment.period.first_day),
        day_rate=segment.day_rate,
        amount=segment.amount,
    )


def _transitional_benefit(
    segment: PricedSegment, transitional_benefit_year: Kroner
) -> Step[PaymentStep]:
    shown, on = segment.shown, segment.shown.period.first_day
    return _step(
        PaymentStep.TRANSITIONAL_BENEFIT,
        _TRANSITIONAL_BENEFIT,
        received_a_year=transitional_benefit_year,
        free_a_year=transitional_benefit_free(shown.base_amount, on),
        share=TRANSITIONAL_BENEFIT_SHARE.on(on),
        month_rate=shown.month_rate,
        reduced_month_rate=segment.reduced.month,
        days=shown.days_counted,
        amount=segment.reduction,
    )


def _carries_over(row: OtherReduction) -> bool:
    return row.kind is OtherReductionKind.RECOVERY


def _step(
    what: PaymentStep, provision: Provision, **numbers: Kroner | int | str
) -> Step[PaymentStep]:
    return Step(what, tuple((name, str(value)) for name, value in numbers.items()), provision)
