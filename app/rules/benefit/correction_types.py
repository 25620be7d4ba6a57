"""Payments that were issued, as facts, and what a correction changes in them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from app.core.money import Kroner
from app.core.period import Period
from app.rules.absence.types import AbsenceDoubt
from app.rules.benefit.facts import PaymentFacts
from app.rules.benefit.recovery import DatedAmount, RecoveryDoubt
from app.rules.benefit.types import (
    BenefitDoubt,
    DayLine,
    OtherReductionKind,
    PaymentAssessment,
)
from app.rules.law.grounds import Clarification
from app.rules.law.provision import Provision
from app.rules.law.sources import INTEGRERINGSLOVEN
from app.rules.policy import PolicyKey

DEDUCTION = INTEGRERINGSLOVEN.section("25", "(1)")
CorrectionClarification = (
    Clarification[AbsenceDoubt] | Clarification[BenefitDoubt] | Clarification[RecoveryDoubt]
)
_SECTION_22 = frozenset(
    {OtherReductionKind.COORDINATED_BENEFITS, OtherReductionKind.TRANSITIONAL_BENEFIT}
)
_ZERO = Fraction(0)


@dataclass(frozen=True, slots=True)
class IssuedPayment:
    """What was paid for a period.

    Several rows of one period add up: a payment, and what was paid after or taken back since.
    """

    period: Period
    payout: Kroner
    """Whole øre; negative for what was taken back."""
    facts_then: PaymentFacts | None = None
    """The facts it was computed from; None: not kept, so the days cannot be compared."""
    known_on: date | None = None
    """As the base amount was known; None: as it is known now."""


class CorrectionEffect(StrEnum):
    """What follows for a period."""

    UNCHANGED = "unchanged"
    AFTER_PAYMENT = "after_payment"
    """Etterbetaling: more is due than was paid."""
    OVERPAID = "overpaid"
    """Feilutbetaling: more was paid than is due."""


_PROVISIONS = {
    CorrectionEffect.UNCHANGED: INTEGRERINGSLOVEN.section("24"),
    CorrectionEffect.AFTER_PAYMENT: INTEGRERINGSLOVEN.section("19"),
    CorrectionEffect.OVERPAID: DEDUCTION,
}


@dataclass(frozen=True, slots=True)
class DayChange:
    """A day whose lines are other ones now; a line carries its grounds."""

    day: date
    before: tuple[DayLine, ...]
    """Empty: nothing was registered then."""
    after: tuple[DayLine, ...]
    """Empty: nothing is registered any longer."""


@dataclass(frozen=True, slots=True)
class PeriodCorrection:
    """One period: what was paid, what is due, and what differs."""

    period: Period
    issued: Kroner
    assessment: PaymentAssessment
    """The payment by the present facts; `payable` is what is due."""
    before: PaymentAssessment | None
    """The payment by the facts of then; None where they are not known."""
    days: tuple[DayChange, ...]
    """In order; empty where the facts of then are not known."""

    @property
    def difference(self) -> Kroner:
        """What is due minus what was paid."""
        return self.assessment.payable - self.issued

    @property
    def effect(self) -> CorrectionEffect:
        """What follows from the difference."""
        if self.difference > 0:
            return CorrectionEffect.AFTER_PAYMENT
        return CorrectionEffect.OVERPAID if self.difference < 0 else CorrectionEffect.UNCHANGED

    @property
    def provision(self) -> Provision:
        """Where the effect stands."""
        return _PROVISIONS[self.effect]

    @property
    def reducible(self) -> DatedAmount:
        """What § 22 would have taken of what was overpaid, for a claim of refund (§ 25 (3))."""
        by_section_22 = sum(
            (row.amount for row in self.assessment.other_lines if row.kind in _SECTION_22),
            start=_ZERO,
        )
        return DatedAmount(self.period, min(by_section_22, max(_ZERO, -self.difference)))


@dataclass(frozen=True, slots=True)
class CorrectionAssessment:
    """Every issued period by the present facts."""

    periods: tuple[PeriodCorrection, ...]
    """In order of date."""
    policies: tuple[PolicyKey, ...]
    """The settings that influenced the present answers."""
    clarifications: tuple[CorrectionClarification, ...]
    """Those of the present answers, and that a deduction is the municipality's choice."""

    @property
    def after_payment(self) -> Kroner:
        """What is to be paid after, all periods together."""
        return sum((max(_ZERO, row.difference) for row in self.periods), start=_ZERO)

    @property
    def overpaid(self) -> Kroner:
        """What was overpaid, all periods together."""
        return sum((max(_ZERO, -row.difference) for row in self.periods), start=_ZERO)

    @property
    def difference(self) -> Kroner:
        """What is to be paid after, minus what was overpaid."""
        return self.after_payment - self.overpaid
