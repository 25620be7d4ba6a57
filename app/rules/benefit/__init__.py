"""Introduksjonsstønad: rates, reductions and payments (integreringsloven §§ 19–25, 46 g)."""

from app.rules.benefit.facts import (
    LivingPeriod,
    OtherBenefit,
    OtherBenefitKind,
    OtherFacts,
    OwnMeans,
    PaymentFacts,
    ProgrammeWork,
    WorkDay,
)
from app.rules.benefit.payment import assess_payment
from app.rules.benefit.rates import Rates, rates
from app.rules.benefit.rounding import payable_of, unit_ore
from app.rules.benefit.types import (
    Basis,
    BenefitDoubt,
    DayKind,
    DayLine,
    OtherReduction,
    OtherReductionKind,
    PaymentAssessment,
    PaymentGround,
    PaymentStep,
    RateSegment,
)
from app.rules.policy import Policy, PolicyKey

__all__ = [
    "Basis",
    "BenefitDoubt",
    "DayKind",
    "DayLine",
    "LivingPeriod",
    "OtherBenefit",
    "OtherBenefitKind",
    "OtherFacts",
    "OtherReduction",
    "OtherReductionKind",
    "OwnMeans",
    "PaymentAssessment",
    "PaymentFacts",
    "PaymentGround",
    "PaymentStep",
    "Policy",
    "PolicyKey",
    "ProgrammeWork",
    "RateSegment",
    "Rates",
    "WorkDay",
    "assess_payment",
    "payable_of",
    "rates",
    "unit_ore",
]
