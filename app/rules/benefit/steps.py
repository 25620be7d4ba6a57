"""The steps of a payment, as exact numbers with their provisions, for the explanation."""

from collections.abc import Iterator, Sequence

from app.core.money import Kroner
from app.rules.benefit.section_46_g import SECTION_46_G
from app.rules.benefit.types import OtherReduction, PaymentStep, RateSegment
from app.rules.law.grounds import Step
from app.rules.law.provision import Provision
from app.rules.law.sources import INTEGRERINGSLOVEN

_UNITS = INTEGRERINGSLOVEN.section("20", "(2)")
_ABSENCE = INTEGRERINGSLOVEN.section("21")
_PAYMENT = INTEGRERINGSLOVEN.section("24")


def payment_steps(
    segments: Sequence[RateSegment],
    *,
    gross: Kroner,
    absence_reduction: Kroner,
    unpaid_leave_reduction: Kroner,
    other_lines: Sequence[OtherReduction],
    tested: Kroner,
    base_amount: int,
    payout: Kroner,
) -> Iterator[Step[PaymentStep]]:
    """Yield the steps in the order in which the payment was computed."""
    for segment in segments:
        yield _step(
            PaymentStep.SEGMENT,
            _UNITS,
            base_amount=segment.base_amount,
            fraction=segment.fraction,
            days=segment.days_counted,
            day_rate=segment.day_rate,
            amount=segment.amount,
        )
    yield _step(PaymentStep.GROSS, _UNITS, amount=gross)
    if absence_reduction:
        yield _step(PaymentStep.ABSENCE_REDUCTION, _ABSENCE, amount=absence_reduction)
    if unpaid_leave_reduction:
        yield _step(PaymentStep.UNPAID_LEAVE_REDUCTION, _UNITS, amount=unpaid_leave_reduction)
    for row in other_lines:
        yield _step(PaymentStep.OTHER_REDUCTION, row.provision, amount=row.amount)
    if tested:
        yield _step(
            PaymentStep.SECTION_46_G,
            SECTION_46_G,
            deduction=tested,
            payment=gross,
            base_amount=base_amount,
        )
    yield _step(PaymentStep.PAYOUT, _PAYMENT, amount=payout)


def _step(what: PaymentStep, provision: Provision, **numbers: Kroner | int) -> Step[PaymentStep]:
    return Step(what, tuple((name, str(value)) for name, value in numbers.items()), provision)
