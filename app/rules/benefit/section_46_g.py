"""Enkeltvedtak etter § 46 g: when a deduction must be written as a decision.

Provision: integreringsloven § 46 second paragraph g.
In one sentence: half of one payment or more, and at least a twelfth of the base amount, both
compared exactly and before tax.
"""

from datetime import date

from app.core.money import Kroner
from app.rules.law.sources import INTEGRERINGSLOVEN
from app.rules.parameters.benefit_rates import DECISION_SHARE_OF_G, DECISION_SHARE_OF_PAYMENT

SECTION_46_G = INTEGRERINGSLOVEN.section("46", "(2) g")


def is_decision_required(deduction: Kroner, payment: Kroner, base_amount: int, on: date) -> bool:
    """Whether a deduction from one payment reaches both thresholds.

    `payment` is the gross payment; `base_amount` is G in kroner; `on` the last day of the period.
    """
    return (
        deduction > 0
        and deduction >= payment * DECISION_SHARE_OF_PAYMENT.on(on)
        and deduction >= base_amount * DECISION_SHARE_OF_G.on(on)
    )
