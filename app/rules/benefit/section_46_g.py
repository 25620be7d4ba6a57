"""Enkeltvedtak etter § 46 g: when a deduction must be written as a decision.

Provision: integreringsloven § 46 second paragraph g.
In one sentence: half of one payment or more, and at least a twelfth of the base amount, both
compared exactly and before tax.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from app.core.money import Kroner
from app.rules.law.sources import INTEGRERINGSLOVEN
from app.rules.parameters.benefit_rates import DECISION_SHARE_OF_G, DECISION_SHARE_OF_PAYMENT
from app.rules.policy import Policy, PolicyKey, Section46GBaseAmount, Section46GPayment

SECTION_46_G = INTEGRERINGSLOVEN.section("46", "(2) g")


@dataclass(frozen=True, slots=True)
class DecisionTest:
    """Both comparisons, and the settings that decided the answer."""

    deduction: Kroner
    payment: Kroner
    base_amount: int
    """G in whole kroner."""
    of_payment: Fraction
    """The share of the payment that must be reached."""
    of_base_amount: Fraction
    """The share of the base amount that must be reached."""
    policies: tuple[PolicyKey, ...] = ()

    @property
    def is_required(self) -> bool:
        """Whether the deduction reaches both."""
        return (
            self.deduction > 0
            and self.deduction >= self.payment * self.of_payment
            and self.deduction >= self.base_amount * self.of_base_amount
        )


def decision_test(
    deduction: Kroner,
    payments: Mapping[Section46GPayment, Kroner],
    base_amounts: Mapping[Section46GBaseAmount, int],
    policy: Policy,
    on: date,
) -> DecisionTest:
    """Test a deduction from one payment, by the municipality's readings.

    `on` is the last day of the period. A setting decided if the other choice gives another answer.
    """
    of_payment, of_base_amount = DECISION_SHARE_OF_PAYMENT.on(on), DECISION_SHARE_OF_G.on(on)

    def test(payment: Kroner, base_amount: int, *policies: PolicyKey) -> DecisionTest:
        return DecisionTest(deduction, payment, base_amount, of_payment, of_base_amount, policies)

    payment = payments[policy.section_46_g_payment]
    base_amount = base_amounts[policy.section_46_g_base_amount]
    is_required = test(payment, base_amount).is_required
    policies = []
    if any(test(other, base_amount).is_required is not is_required for other in payments.values()):
        policies.append(PolicyKey.SECTION_46_G_PAYMENT)
    if any(test(payment, other).is_required is not is_required for other in base_amounts.values()):
        policies.append(PolicyKey.SECTION_46_G_BASE_AMOUNT)
    return test(payment, base_amount, *policies)
