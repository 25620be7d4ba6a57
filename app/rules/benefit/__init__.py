"""Introduksjonsstønad: rates, reductions and payments (integreringsloven §§ 19–25, 46 g)."""

from app.rules.benefit.correction import correct
from app.rules.benefit.correction_types import (
    CorrectionAssessment,
    CorrectionEffect,
    DayChange,
    IssuedPayment,
    PeriodCorrection,
)
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
from app.rules.benefit.recovery import (
    DatedAmount,
    InformationFault,
    RecoveryDoubt,
    RefundClaim,
    RefundLine,
    RepaymentAssessment,
    RepaymentGround,
    refund_claim,
    repayment_possible,
)
from app.rules.benefit.rounding import payable_of, unit_ore
from app.rules.benefit.suspension import without_days
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
    "CorrectionAssessment",
    "CorrectionEffect",
    "DatedAmount",
    "DayChange",
    "DayKind",
    "DayLine",
    "InformationFault",
    "IssuedPayment",
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
    "PeriodCorrection",
    "Policy",
    "PolicyKey",
    "ProgrammeWork",
    "RateSegment",
    "Rates",
    "RecoveryDoubt",
    "RefundClaim",
    "RefundLine",
    "RepaymentAssessment",
    "RepaymentGround",
    "WorkDay",
    "assess_payment",
    "correct",
    "payable_of",
    "rates",
    "refund_claim",
    "repayment_possible",
    "unit_ore",
    "without_days",
]
