"""Trekk, tilbakebetaling og refusjon: what may follow when too much was paid.

Provision: integreringsloven § 25.
In one sentence: an overpayment may be deducted from later benefit, repayment may be decided only
where information was false or kept back on purpose or by gross negligence, and arrears of another
benefit may be claimed for the same time.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import assert_never

from app.core.money import Kroner
from app.core.period import Period
from app.rules.law.grounds import Clarification, Ground
from app.rules.law.sources import INTEGRERINGSLOVEN

REPAYMENT = INTEGRERINGSLOVEN.section("25", "(2)")
REFUND = INTEGRERINGSLOVEN.section("25", "(3)")
_ZERO = Fraction(0)


class InformationFault(StrEnum):
    """Skyld: why false information was given or information kept back.

    By the recipient, or by someone who acted for her.
    """

    NONE = "none"
    """Nothing false was said, and nothing kept back, or nobody is to blame."""
    NEGLIGENT = "negligent"
    GROSSLY_NEGLIGENT = "grossly_negligent"
    INTENTIONAL = "intentional"
    NOT_SETTLED = "not_settled"
    """Nobody has found out yet."""


class RepaymentGround(StrEnum):
    """Grunn: whether repayment may be decided."""

    NO_FAULT = "no_fault"
    ORDINARY_NEGLIGENCE = "ordinary_negligence"
    GROSS_NEGLIGENCE = "gross_negligence"
    INTENT = "intent"


class RecoveryDoubt(StrEnum):
    """What the municipality must decide: nothing here follows by itself."""

    FAULT_NOT_SETTLED = "fault_not_settled"
    REPAYMENT_IS_A_DECISION = "repayment_is_a_decision"
    """The municipality may decide on repayment, and need not."""
    DEDUCTION_IS_A_CHOICE = "deduction_is_a_choice"
    """The municipality may deduct what was overpaid from later benefit, and need not."""
    REFUND_IS_A_DECISION = "refund_is_a_decision"
    """The municipality may claim the whole or a part, and need not."""


@dataclass(frozen=True, slots=True)
class RepaymentAssessment:
    """Whether repayment may be decided; never that it is."""

    is_possible: bool
    """False while nobody has settled whose fault it was."""
    grounds: tuple[Ground[RepaymentGround], ...]
    clarifications: tuple[Clarification[RecoveryDoubt], ...]


def repayment_possible(fault: InformationFault) -> RepaymentAssessment:
    """Return whether the municipality may decide that an overpayment is paid back (§ 25 (2))."""
    match fault:
        case InformationFault.NONE:
            return _impossible(RepaymentGround.NO_FAULT)
        case InformationFault.NEGLIGENT:
            return _impossible(RepaymentGround.ORDINARY_NEGLIGENCE)
        case InformationFault.GROSSLY_NEGLIGENT:
            return _possible(RepaymentGround.GROSS_NEGLIGENCE)
        case InformationFault.INTENTIONAL:
            return _possible(RepaymentGround.INTENT)
        case InformationFault.NOT_SETTLED:
            doubt = Clarification(RecoveryDoubt.FAULT_NOT_SETTLED, REPAYMENT)
            return RepaymentAssessment(is_possible=False, grounds=(), clarifications=(doubt,))
        case _:
            assert_never(fault)


def _impossible(code: RepaymentGround) -> RepaymentAssessment:
    return RepaymentAssessment(
        is_possible=False, grounds=(Ground(code, REPAYMENT),), clarifications=()
    )


def _possible(code: RepaymentGround) -> RepaymentAssessment:
    doubt = Clarification(RecoveryDoubt.REPAYMENT_IS_A_DECISION, REPAYMENT)
    return RepaymentAssessment(
        is_possible=True, grounds=(Ground(code, REPAYMENT),), clarifications=(doubt,)
    )


@dataclass(frozen=True, slots=True)
class DatedAmount:
    """An amount for a period."""

    period: Period
    amount: Kroner


@dataclass(frozen=True, slots=True)
class RefundLine:
    """What may be claimed for one payment."""

    period: Period
    arrears: Kroner
    """The part of the arrears that is for the days of the payment."""
    reducible: Kroner
    """What § 22 would have taken from the payment, had the benefit been known."""
    claim: Kroner
    """The smaller of the two."""


@dataclass(frozen=True, slots=True)
class RefundClaim:
    """Refusjon: the most that may be claimed, payment by payment."""

    lines: tuple[RefundLine, ...]
    clarifications: tuple[Clarification[RecoveryDoubt], ...]

    @property
    def total(self) -> Kroner:
        """The most that may be claimed."""
        return sum((line.claim for line in self.lines), start=_ZERO)


def refund_claim(arrears: Sequence[DatedAmount], reducible: Sequence[DatedAmount]) -> RefundClaim:
    """Return the most that may be claimed of the arrears of another benefit (§ 25 (3)).

    `arrears` are what is paid afterwards for each period; each spreads evenly over its calendar
    days, so that only the same time counts. `reducible` is, for each payment, what § 22 would have
    taken from it.
    """
    lines = tuple(_refund_line(row, arrears) for row in reducible)
    doubt = Clarification(RecoveryDoubt.REFUND_IS_A_DECISION, REFUND)
    return RefundClaim(lines, (doubt,) if any(line.claim for line in lines) else ())


def _refund_line(row: DatedAmount, arrears: Sequence[DatedAmount]) -> RefundLine:
    same_time = sum((_part_within(row.period, each) for each in arrears), start=_ZERO)
    return RefundLine(row.period, same_time, row.amount, min(same_time, row.amount))


def _part_within(period: Period, amount: DatedAmount) -> Kroner:
    shared = amount.period.intersection(period)
    return _ZERO if shared is None else amount.amount * len(shared) / len(amount.period)
