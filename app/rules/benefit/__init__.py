"""Introduksjonsstønad: rates, reductions and payments (integreringsloven §§ 19–25, 46 g)."""

from app.rules.benefit.payment import assess_payment
from app.rules.benefit.rates import Rates, rates
from app.rules.benefit.types import (
    Basis,
    BenefitDoubt,
    DayKind,
    DayLine,
    LivingPeriod,
    OtherFacts,
    OtherReduction,
    OtherReductionKind,
    PaymentAssessment,
    PaymentFacts,
    PaymentStep,
    ProgrammeWork,
    RateSegment,
)
from app.rules.policy import Policy, PolicyKey

__all__ = [
    "Basis",
    "BenefitDoubt",
    "DayKind",
    "DayLine",
    "LivingPeriod",
    "OtherFacts",
    "OtherReduction",
    "OtherReductionKind",
    "PaymentAssessment",
    "PaymentFacts",
    "PaymentStep",
    "Policy",
    "PolicyKey",
    "ProgrammeWork",
    "RateSegment",
    "Rates",
    "assess_payment",
    "rates",
]
